import Amendments
import Ledger
import Terms

// Whether a term holds, how far it shuts others out, and how well it is known.
extension FieldReader {
    /// The fields that a proof may depend on.
    private static let groundFields = Holding.citedFields.union([
        .grantor, .grantee, .distributor, .customer, .provider, .obligor, .beneficiary, .holder,
        .payer, .payee, .issuer, .starts, .ends, .exclusiveUntil, .limits,
    ])

    func exclusivity(in copy: ConformedCopy) -> Coverage<Exclusivity> {
        switch value(.exclusivity) {
        case .known(let value)?:
            guard let word = Exclusivity(rawValue: value.displayText) else {
                return .unknown(said: value.displayText, why: "no step of the ladder")
            }
            guard word != .nonExclusive, let why = openEnd(of: .exclusiveUntil, in: copy) else {
                return .known(word)
            }
            return .unknown(said: word.rawValue, why: why)
        case .unknown(let said, let why)?: return .unknown(said: said, why: why)
        case nil:
            // A covenant of exclusivity is exclusive by its kind; any other term shuts none out
            // unless it says so.
            return .known(term.kind == .exclusivity ? .exclusive : .nonExclusive)
        }
    }

    /// Why it is not known whether a bound has been reached; nil where that is known.
    private func openEnd(of name: FieldName, in copy: ConformedCopy) -> String? {
        guard let field = term.field(name) else { return nil }
        if field.isReported { return "when it ends is reported only" }
        if field.isContested { return "when it ends is contested" }
        guard case .stated(.bound(let bound)) = field.value else {
            return field.value == .none ? nil : "when it ends is \(field.value.displayText)"
        }
        let pending = bound.conditions.sorted().first { copy.condition($0)?.outcome == nil }
        return pending.map {
            "it ends upon \($0), and nothing on record says whether that came about"
        }
    }

    /// Whether the term is in force, as far as instruments state its days.
    func interval(in copy: ConformedCopy) -> Coverage<Bool> {
        if term.status == .indeterminate {
            return .unknown(
                said: "perhaps in force", why: "its dates are too imprecise to say whether it holds"
            )
        }
        guard term.status == .inForce else { return .known(false) }
        let whys = [uncertainStart, openEnd(of: .ends, in: copy)].compactMap(\.self)
        guard let why = whys.first ?? term.reasons.compactMap(\.doubt).first else {
            return .known(true)
        }
        return .unknown(said: "in force", why: why)
    }

    private var uncertainStart: String? {
        guard let field = term.field(.starts) else { return nil }
        if field.isReported { return "when it begins is reported only" }
        return field.isContested ? "when it begins is contested" : nil
    }

    /// What narrows the term in words.
    func limits() -> String? {
        let words = [FieldName.limits, .purpose, .capacity].compactMap { name -> String? in
            switch value(name) {
            case .known(let value)?: "\(name): \(trimmed(value.displayText))"
            case .unknown(let said, _)?: "\(name): \(said)"
            case nil: nil
            }
        }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    /// Why the term is not known from an instrument: those who cite it have read none, or a later instrument
    /// passed over it.
    func doubt() -> String? {
        let fields = term.fields.filter { Self.groundFields.contains($0.name) }
        if let field = fields.first(where: { $0.governing.recording.instrument.kind == .report }) {
            return "\(field.name) is known from a report, not from an instrument"
        }
        if let field = fields.max(by: { $0.grade < $1.grade }), field.grade > .courtFinding {
            return "\(field.name) is known from no better source than \(field.grade.rawValue)"
        }
        if let change = fields.first(where: { !$0.conditional.isEmpty }) {
            return "a change of \(change.name) waits for a condition, "
                + "and nothing on record says whether that came about"
        }
        let silent = term.silentSince + fields.flatMap(\.silentSince)
        return silent.first.map {
            "not addressed by \($0.recording.instrument.title); the previous value still applies"
        }
    }
}

extension Reason {
    /// What a status rests on beside what instruments state; nil where it rests on nothing else.
    fileprivate var doubt: String? {
        switch self {
        case .announced(let date):
            "the day from which it holds is not stated; the day announced, \(date), stands in for it"
        case .conditionPending(let id):
            "it waits for \(id), and nothing on record says whether that came about"
        case .rebased(let id), .orphan(let id): "its end named \(id), which was removed"
        case .imprecise: "its dates are imprecise"
        case .renewed: "renewed automatically; no notice on record"
        case .renewalNotKnown: "whether the agreement renews is not known"
        case .conditionSatisfied, .convention, .statedEnd, .removed, .agreementEnded, .ranOut,
            .runsOut, .notRenewed, .outlives, .neverBegan, .suspended,
            .waived, .scheduled, .fellBack, .betterReport:
            nil
        }
    }
}
