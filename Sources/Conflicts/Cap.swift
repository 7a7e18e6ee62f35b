import Amendments
import Ledger
import Terms

/// A cap on a term on a run of days, as far as it is known.
struct Cap {
    /// Where it is stated.
    enum Source: Hashable {
        /// In a field of the term itself.
        case field
        /// As a term of its own, with a life of its own.
        case term(TermID)
    }

    let source: Source
    /// The least that it may be; nil where nothing is known of it.
    let least: Money?
    /// The most that it may be; nil where that is not known.
    let most: Money?
    let text: String
    /// What it is counted over, as its field says; nil where that is not stated.
    let period: String?
    /// Why it is not known from instruments; nil where it is.
    let doubt: String?
    /// Why it may be another one, or none.
    let openings: [String]

    /// Every cap on a term, that of its own field first.
    static func all(of termPeriod: TermPeriod) -> [Cap] {
        [of(termPeriod, from: .field)].compactMap(\.self)
            + termPeriod.caps.compactMap { of(termPeriod, from: .term($0.identity)) }
    }

    /// nil where there is none, or may be none: that is no cap to reach.
    static func of(_ termPeriod: TermPeriod, from source: Source) -> Cap? {
        switch source {
        case .field: Cap(inFieldOf: termPeriod.term)
        case .term(let id): termPeriod.caps.first { $0.identity == id }.flatMap { Cap(of: $0) }
        }
    }

    private init?(inFieldOf term: ConformedTerm) {
        self.init(
            .field, of: term, amount: .cap, period: .capPeriod,
            governedBy: [.cap, .capPeriod, .per], openings: [])
    }

    private init?(of term: ConformedTerm) {
        let status =
            term.status == .inForce ? [] : ["whether \(term.id) is in force is not known"]
        let waivers = term.reasons.compactMap(\.waiver).map {
            "it is waived, or a part of it (\($0))"
        }
        let waits =
            term.conditional.isEmpty ? [] : ["a change of \(term.id) waits for a condition"]
        self.init(
            .term(term.identity), of: term, amount: .amount, period: .period,
            governedBy: [.on, .amount, .period, .starts, .ends],
            openings: status + waivers + waits)
    }

    private init?(
        _ source: Source, of term: ConformedTerm, amount: FieldName, period: FieldName,
        governedBy names: [FieldName], openings: [String]
    ) {
        guard let field = term.field(amount), field.value != .none, field.value != .unknown else {
            return nil
        }
        let reader = FieldReader(term: term)
        switch reader.value(amount) {
        case .known(.money(let money))?:
            (least, most, text) = (money, money, money.displayText)
        case .unknown(let said, _)?:
            if case .money(let low)? = field.value.ends?.low,
                case .money(let high)? = field.value.ends?.high
            {
                (least, most) = (low, high)
            } else {
                (least, most) = (nil, nil)
            }
            text = said
        case .known?, nil: return nil
        }
        self.source = source
        self.period = reader.value(period)?.content?.displayText
        let fields = names.compactMap(term.field)
        doubt =
            fields.lazy.compactMap { field in
                field.governing.evidenceDoubt.map { "\(field.name) is \($0)" }
            }.first
        self.openings = openings + fields.compactMap { reader.waitingDoubt(of: $0) }
    }

    /// Whether an amount, known from its least to its most, reaches it.
    func isReached(byLeast low: Money, most high: Money?) -> Truth {
        guard let least, let most else { return .unknown }
        guard least.currency == low.currency else { return .no }
        if low.amount >= most.amount { return .yes }
        return high.map { $0.amount < least.amount } ?? false ? .no : .unknown
    }
}
