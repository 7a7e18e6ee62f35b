public import Notation

/// What kind of value a field holds.
public enum FieldType: Hashable, Sendable {
    /// Verbatim text.
    case text
    /// One of those words.
    case choice([String])
    case flag
    case count
    case money
    /// A share of a named base; over 100 % only where that makes sense.
    case rate(allowsOver100: Bool)
    /// A price of one of something.
    case unitPrice
    /// Rates or prices that change with how much is counted, or with time.
    case tiers
    /// Instalments with the days on which they fall due.
    case schedule
    /// An amount that is worked out from figures and fields.
    case formula
    /// How an amount follows a published index.
    case indexation
    case date
    case bound
    case duration
    /// A duration, or a number of business days.
    case lapse
    /// Days that come again each year.
    case yearly
    case party
    case parties
    case tags
    case term
    case condition

    /// How a stated value of this type is read and written; errors name what is allowed.
    ///
    /// A number or a flag is read from a quoted text too: a payload that was written before its kind
    /// was known carries it as one.
    public var codec: Codec<Value> {
        switch self {
        case .text: Self.texts
        case .choice(let words): Self.choice(of: words)
        case .flag: Self.flags
        case .count: Self.counts
        case .money: Self.amounts
        case .rate(let allowsOver100): allowsOver100 ? Self.rates : Self.shares
        case .unitPrice: Self.unitPrices
        case .tiers: Self.tierLists
        case .schedule: Self.schedules
        case .formula: Self.formulas
        case .indexation: Self.indexations
        case .date: Self.dates
        case .bound: Self.bounds
        case .duration: Self.durations
        case .lapse: Lapse.codec
        case .yearly: Self.daysOfYear
        case .party: Self.partyIDs
        case .parties: Self.partyLists
        case .tags: Self.tagSets
        case .term: Self.terms
        case .condition: Self.conditions
        }
    }

    /// The type in words, such as `a rate`.
    public var displayText: String {
        switch self {
        case .text: "text"
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .flag: "yes or no"
        case .count: "a whole number"
        case .money: "an amount of money"
        case .rate(let allowsOver100): allowsOver100 ? "a rate" : "a share"
        case .unitPrice: "a price of one unit"
        case .tiers: "tiers of rates or prices"
        case .schedule: "a list of instalments"
        case .formula: "a formula"
        case .indexation: "an index with its base"
        case .date: "a date"
        case .bound: "a bound"
        case .duration: "a duration"
        case .lapse: "a duration, or a number of business days"
        case .yearly: "days of each year"
        case .party: "a party"
        case .parties: "a list of parties"
        case .tags: "a set of tags"
        case .term: "a term"
        case .condition: "a condition"
        }
    }
}

extension FieldType {
    private static let texts = values(.text, Value.text)
    private static let flags = values(Codec<Bool>.flag.unquoting, Value.flag)
    private static let counts = values(Codec<Int>.integer.unquoting, Value.count).forgiving(text: {
        text in
        // No count has decimals, so a comma before three digits stands between thousands; a full stop may be a slip.
        let numbers = text.contains(".") ? [] : WrittenNumber.readings(text)
        let number = numbers.compactMap { Int($0.description) }.first
        return number.map { .one(.count($0)) }
    })
    private static let amounts = values(Money.codec, Value.money)
    private static let rates = values(Rate.codec, Value.rate)
    private static let unitPrices = values(UnitPrice.codec, Value.unitPrice)
    private static let tierLists = values(Tiers.codec, Value.tiers)
    private static let schedules = values(Schedule.codec, Value.schedule)
    private static let formulas = values(Formula.codec, Value.formula)
    private static let indexations = values(Indexation.codec, Value.indexation)
    private static let dates = values(CivilDate.codec, Value.date)
    private static let bounds = values(DateBound.codec, Value.bound)
    private static let durations = values(CalendarDuration.codec, Value.duration)
    private static let daysOfYear = values(DaysOfYear.codec, Value.yearly)
    private static let partyIDs = values(PartyID.codec, Value.party)
    private static let partyLists = values(
        .list(of: PartyID.codec, atLeast: 1).forgiving(text: { text in
            let names = text.split(omittingEmptySubsequences: false) { ",;".contains($0) }
            let parties = names.compactMap { PartyID($0.trimmed) }
            return parties.count == names.count ? .one(parties) : nil
        }), Value.parties)
    private static let tagSets = values(TagSet.codec, Value.tags)
    private static let terms = values(TermID.codec, Value.term)
    private static let conditions = values(ConditionID.codec, Value.condition)

    private static let shares = Codec<Value>(schema: Rate.codec.schema) { node, problems in
        guard let rate = Rate.codec.decode(node, &problems) else { return nil }
        guard !rate.isOver100Percent else {
            problems.report(
                "\(rate.shareText) is more than the whole of \(rate.base)",
                hint: "expected at most 100%", at: node.mark)
            return nil
        }
        return .rate(rate)
    } encode: {
        $0.node
    }

    private static func choice(of words: [String]) -> Codec<Value> {
        Codec(schema: .enumeration(words)) { node, problems in
            if let text = node.text, words.contains(text) { return .choice(text) }
            problems.report(
                "\(node.excerpt) is not one of the words allowed",
                hint: Spelling.hint(
                    for: node.text ?? "", among: words,
                    else: "expected one of \(words.joined(separator: ", "))"),
                at: node.mark)
            return nil
        } encode: {
            $0.node
        }
        .forgiving(text: { text in
            Spelling.same(as: text, among: words).map { .one(.choice($0)) }
        })
    }

    private static func values<Content>(
        _ codec: Codec<Content>, _ make: @escaping @Sendable (Content) -> Value
    ) -> Codec<Value> {
        Codec(schema: codec.schema) {
            codec.decode($0, &$1).map(make)
        } encode: {
            $0.node
        }
    }
}
