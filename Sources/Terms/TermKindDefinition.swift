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
    /// Whether a term of this kind outlives its agreement when nothing is said of it.
    public let survival: KindSurvival
    /// Whether a cap or a floor can be on such a term: it comes to money, or to what its words say.
    public let mayBeBounded: Bool

    /// Fields of which a term says one at most: together they would contradict each other.
    public let alternatives: [[FieldName]]

    /// The field of type bound after whose day such a term has done its work, where it states no end of its own: it
    /// may be over then.
    public let matures: FieldName?

    private let places: [FieldName: Int]

    /// Makes a definition; `own` fields come first, and may themselves be a common one made required.
    init(
        _ kind: TermKind, _ summary: String, fields own: [FieldSchema], scope: [FieldSchema] = [],
        alternatives: [[FieldName]] = [], survival: KindSurvival = .none,
        mayBeBounded: Bool = false, matures: FieldName? = nil,
        sentence: String
    ) {
        self.kind = kind
        self.summary = summary
        self.survival = survival
        self.alternatives = alternatives
        self.mayBeBounded = mayBeBounded
        self.matures = matures
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

/// How the terms of a kind outlive their agreement; `survival` of a term itself goes before it.
public enum KindSurvival: Hashable, Sendable {
    /// They end with it.
    case none
    /// They begin to matter then: for the time in that field, for good where none is stated.
    case always(lasting: FieldName)
    /// For the time in that field, where one is stated.
    case stated(in: FieldName)
}
