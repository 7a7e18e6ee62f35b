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
        _ kind: TermKind, _ summary: String, fields own: [FieldSchema], hasScope: Bool = false,
        sentence: String
    ) {
        self.kind = kind
        self.summary = summary
        let shared = (hasScope ? FieldSchema.scope : []) + FieldSchema.common
        fields = own + shared.filter { field in !own.contains { $0.name == field.name } }
        self.sentence = SentenceTemplate(hasScope ? sentence + Self.scopeSentence : sentence)
        places = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The field of that name; nil where the kind has none.
    public func field(_ name: FieldName) -> FieldSchema? { places[name].map { fields[$0] } }

    /// The names of the fields a term of this kind must give.
    public var requiredFields: [FieldName] { fields.filter(\.isRequired).map(\.name) }

    private static let scopeSentence = """
        [; products: {products}][; fields: {fields}][; territories: {territories}]\
        [; channels: {channels}][; customers: {customers}]
        """
}
