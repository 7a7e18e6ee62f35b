/// What the terms of one kind are: their fields and how they read.
public struct TermKindDefinition: Hashable, Sendable {
    /// The kind that is defined.
    public let kind: TermKind
    /// What such a term does between the parties, in one clause.
    public let summary: String
    /// The kind's own fields, then the scope where it has one, then those every kind takes.
    public let fields: [FieldSchema]
    /// How such a term reads; it names fields of the kind only.
    public let sentence: SentenceTemplate

    private let places: [FieldName: Int]

    /// Makes a definition; `own` fields come first, and may themselves be a common one made required.
    init(
        _ kind: TermKind, _ summary: String, fields own: [FieldSchema], scope: [FieldSchema] = [],
        sentence: String
    ) {
        self.kind = kind
        self.summary = summary
        let shared = scope + FieldSchema.common
        fields = own + shared.filter { field in !own.contains { $0.name == field.name } }
        let told = scope.map { "[; \($0.name): {\($0.name)}]" }.joined()
        self.sentence = SentenceTemplate(sentence + told)
        places = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The field of that name; nil where the kind has none.
    public func field(_ name: FieldName) -> FieldSchema? { places[name].map { fields[$0] } }

    /// The names of the fields a term of this kind must give.
    public var requiredFields: [FieldName] { fields.filter(\.isRequired).map(\.name) }
}
