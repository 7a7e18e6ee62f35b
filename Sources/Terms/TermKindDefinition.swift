/// What the terms of one kind are: their fields and how they read.
public struct TermKindDefinition: Hashable, Sendable {
    /// The kind that is defined.
    public let kind: TermKind
    /// What such a term does between the parties, in one clause.
    public let summary: String
    /// What such a term is about.
    public let category: TermCategory
    /// The kind's own fields, then the scope where it has one, then those every kind takes.
    public let fields: [FieldSchema]
    /// How such a term reads; it names fields of the kind only.
    public let sentence: SentenceTemplate
    /// The same in one line, beside the term's id: what matters most stands first.
    public let brief: SentenceTemplate
    /// Whether a term of this kind outlives its agreement when nothing is said of it.
    public let survival: KindSurvival
    /// Whether a cap or a floor can be on such a term: it is an amount of money, or to what its words say.
    public let mayBeBounded: Bool

    /// Fields of which a term says one at most: together they would contradict each other.
    public let alternatives: [[FieldName]]

    /// What brings such a term to its end where it states no end of its own; nil for nothing.
    public let completion: KindCompletion?

    /// Amounts of which the least is the greatest amount of such a term; its sentence says so where it names the first.
    public let limits: [FieldName]

    private let places: [FieldName: Int]

    /// Makes a definition; `own` fields come first, and may themselves be a common one made required.
    init(
        _ kind: TermKind, _ summary: String, category: TermCategory, fields own: [FieldSchema],
        scope: [FieldSchema] = [],
        alternatives: [[FieldName]] = [], survival: KindSurvival = .none,
        mayBeBounded: Bool = false, completion: KindCompletion? = nil,
        limits: [FieldName] = [],
        sentence: String, brief: String
    ) {
        self.kind = kind
        self.summary = summary
        self.category = category
        self.brief = SentenceTemplate(brief)
        self.survival = survival
        self.alternatives = alternatives
        self.mayBeBounded = mayBeBounded
        self.completion = completion
        self.limits = limits
        let shared = scope + FieldSchema.common
        fields = own + shared.filter { field in !own.contains { $0.name == field.name } }
        let told = scope.map { "[; \($0.name): {\($0.name)}]" }.joined()
        self.sentence = SentenceTemplate(sentence + told)
        places = Dictionary(
            fields.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The field of that name; nil where the kind has none.
    public func field(_ name: FieldName) -> FieldSchema? { places[name].map { fields[$0] } }

    /// How a term of this kind reads.
    ///
    /// - Parameters:
    ///   - display: each field in words; nil for one that is absent.
    ///   - value: what a field says, where that is one thing; nil for any other.
    public func sentence(
        with display: (FieldName) -> String?, saying value: (FieldName) -> ValueState?
    ) -> String {
        sentence.render { name in
            guard let text = display(name), name == limits.first,
                case .stated(.money(let own))? = value(name), let least = least(value),
                least.amount < own.amount
            else { return display(name) }
            return "at most \(least.displayText) (\(name): \(text))"
        }
    }

    /// The least of the limits that are known; nil where none is, and where they are of several currencies.
    private func least(_ value: (FieldName) -> ValueState?) -> Money? {
        let known = limits.compactMap { name -> Money? in
            guard case .stated(.money(let amount))? = value(name) else { return nil }
            return amount
        }
        guard Set(known.map(\.currency)).count == 1 else { return nil }
        return known.min { $0.amount < $1.amount }
    }

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

/// A field of type bound after whose day a term of a kind has done its work.
public enum KindCompletion: Hashable, Sendable {
    /// What is owed under it is due then; whether it was paid, and so whether the term is over, is open.
    case matures(FieldName)
    /// It is a right that may be used up to that day; what was not used by then is over.
    case closes(FieldName)

    /// The field that states the day.
    public var field: FieldName {
        switch self {
        case .matures(let field), .closes(let field): field
        }
    }
}
