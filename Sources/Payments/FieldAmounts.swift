import Amendments
import Ledger
import Terms

/// Reads fields as numbers: every value that one may have makes the number wider, and says why.
struct FieldAmounts {
    let copy: ConformedCopy
    let currency: Currency
    let base: String?
    let reports: ReportUse
    /// Whether it is known what becomes of a condition on a later day, whose terms count for themselves.
    private let isDecided: (ConditionID) -> Bool
    var uses: [TermUse] = []
    var reasons: [String] = []

    init(
        _ copy: ConformedCopy, currency: Currency, base: String?, reports: ReportUse,
        isDecided: @escaping (ConditionID) -> Bool
    ) {
        self.isDecided = isDecided
        self.copy = copy
        self.currency = currency
        self.base = base
        self.reports = reports
    }

    /// In parts per million.
    mutating func rate(of term: ConformedTerm) -> Amount {
        let base = base
        // A share of revenue is at most all of it, whatever is withheld; a royalty may be cost and more.
        let isShare = term.kind == .revenueShare
        let reading = Reading(
            none: .zero, absent: .zero, unknown: Amount(0, isShare ? Int128(Rate.whole) : nil),
            hint: isShare ? "anything from 0% to 100%" : "any rate"
        ) { value in
            guard case .rate(let rate) = value, rate.base == base else { return nil }
            return Amount(Int128(rate.partsPerMillion))
        }
        return number(.rate, of: term, reading)
            ?? unstated(.rate, of: term, unknown: reading.unknown, hint: reading.hint)
    }

    /// A bound in minor units; nil where there is none.
    mutating func amount(_ name: FieldName, of term: ConformedTerm) -> Amount? {
        let isCap = name == .cap || term.kind == .cap
        return number(name, of: term, money(none: nil, absent: isCap ? Amount(0, nil) : .zero))
    }

    /// A sum that is owed whether or not it is told: what nobody states is any amount.
    mutating func needed(_ name: FieldName, of term: ConformedTerm) -> Amount {
        number(name, of: term, money(none: .zero, absent: .zero))
            ?? unstated(name, of: term, unknown: Amount(0, nil), hint: "any amount")
    }

    private func money(none: Amount?, absent: Amount) -> Reading {
        let currency = currency
        return Reading(
            none: none, absent: absent, unknown: Amount(0, nil), hint: "any amount"
        ) { value in
            guard case .money(let money) = value, money.currency == currency else { return nil }
            return MinorUnits.around(money)
        }
    }

    private mutating func unstated(
        _ name: FieldName, of term: ConformedTerm, unknown: Amount, hint: String
    ) -> Amount {
        reasons.append("\(name) of \(term.id) is not stated: \(hint)")
        return unknown
    }

    /// How a value reads as a number.
    private struct Reading {
        /// What `none` stands for; nil for a bound that is not there.
        var none: Amount?
        /// What a bound that may not be there stands for beside others.
        var absent: Amount
        var unknown: Amount
        var hint: String
        var number: (Value) -> Amount?
    }

    /// nil where the term has no such field, surely none, or none that is agreed.
    private mutating func number(
        _ name: FieldName, of term: ConformedTerm, _ reading: Reading
    ) -> Amount? {
        guard let field = term.field(name) else { return nil }
        if reports == .takenToHold,
            field.isReported || !field.value.isTold,
            let told = reported(field, of: term, reading)
        {
            return told
        }
        if field.isReported {
            reasons.append("\(term.id)/\(name) is reported only, not agreed: it is not counted")
            return nil
        }
        for change in field.conditional { note(change, of: term) }
        if let target = copy.target(of: field.value) {
            for change in target.field.conditional { note(change, of: target.term) }
        }
        let states = states(of: field, of: term)
        uses.append(
            TermUse(
                term: term.id, field: name, says: says(field.value), event: field.governing,
                isSettled: !isOpen(field)))
        let extents = states.map { extent(of: $0, name, term, reading) }
        guard extents.contains(where: { $0 != nil }) else { return nil }
        let all = extents.map { $0 ?? reading.absent }
        return all.dropFirst().reduce(all[0]) { $0.union($1) }
    }

    /// A change that waits for a condition is named, and not counted.
    mutating func note(_ change: ConditionalChange, of term: ConformedTerm) {
        if change.conditions.allSatisfy(isDecided) { return }
        let what =
            switch change.effect {
            case .sets(let name, let value), .reverts(let name, let value):
                "\(term.id)/\(name) becomes \(value?.displayText ?? "none")"
            case .added: "\(term.id) begins anew"
            case .removed: "\(term.id) is removed"
            case .discharged: "\(term.id) is discharged"
            case .suspended: "\(term.id) is suspended"
            case .resumed: "\(term.id) is resumed"
            case .agreementEnded: "the agreement ends"
            case .moved(let id): "the id of \(term.id) becomes \(id)"
            case .waived(let party, let extent):
                "a right under \(term.id) is waived by \(party) (\(extent))"
            case .departed(let party): "\(party) leaves the agreement"
            case .notRenewed: "the agreement is not renewed"
            }
        reasons.append("\(what) \(change.bound), which is pending: it is not counted")
    }

    private func says(_ state: ValueState) -> String {
        guard case .sameAs = state, let target = copy.target(of: state) else {
            return state.displayText
        }
        return "\(state.displayText), \(target.field.value.displayText)"
    }

    /// Whether several values may govern, its own or what it refers to.
    private func isOpen(_ field: ConformedField) -> Bool {
        if field.isIndeterminate { return true }
        return copy.target(of: field.value).map { $0.field.isIndeterminate } ?? false
    }

    /// Every value that the field may have, references followed.
    private mutating func states(
        of field: ConformedField, of term: ConformedTerm, steps: Int = 8
    ) -> [ValueState] {
        let own: [ValueState]
        if field.isReported, steps < 8 {
            reasons.append("\(term.id)/\(field.name) is reported only")
            return [.unknown]
        } else if field.isIndeterminate {
            reasons.append("\(term.id)/\(field.name) is indeterminate on these days")
            own = field.candidates.map { $0.value ?? .none }
        } else {
            own = [field.value]
        }
        for report in field.competing {
            guard let value = report.value, value.contradicts(field.value) else { continue }
            reasons.append(
                "\(term.id)/\(field.name) is reported as \(value.displayText) "
                    + "[\(report.grade.rawValue)], which is not counted")
        }
        return own.flatMap { state -> [ValueState] in
            guard case .sameAs(let id, let name) = state else { return [state] }
            guard steps > 0, let other = copy.term(id), let target = other.field(name) else {
                return [state]
            }
            if other.status == .ended {
                reasons.append(
                    "\(other.id), which \(term.id)/\(field.name) refers to, has ended: what it said last "
                        + "is counted")
            }
            return states(of: target, of: other, steps: steps - 1)
        }
    }

    private mutating func extent(
        of state: ValueState, _ name: FieldName, _ term: ConformedTerm, _ reading: Reading
    ) -> Amount? {
        switch state {
        case .none: return reading.none
        case .stated(let value):
            if let amount = reading.number(value) {
                if !amount.isExact {
                    reasons.append(
                        "\(term.id)/\(name) is \(state.displayText), with more decimals than are "
                            + "counted in \(currency)")
                }
                return amount
            }
            reasons.append(
                "\(term.id)/\(name) is \(state.displayText), which these amounts in \(currency) "
                    + "cannot count: \(reading.hint)")
            return reading.unknown
        case .between(let low, let high):
            if let low = reading.number(low), let high = reading.number(high) {
                reasons.append("\(term.id)/\(name) is \(state.displayText)")
                return low.union(high)
            }
        case .redacted, .undisclosed, .unknown, .silent, .sameAs: break
        }
        reasons.append("\(term.id)/\(name) is \(state.displayText): \(reading.hint)")
        return reading.unknown
    }

    /// The best graded reports with a value; several of one grade that differ all count.
    private mutating func reported(
        _ field: ConformedField, of term: ConformedTerm, _ reading: Reading
    ) -> Amount? {
        let told = field.reports.compactMap {
            report -> (candidate: ConformedField.Candidate, amount: Amount)? in
            switch report.value {
            case .stated(let value)?: return reading.number(value).map { (report, $0) }
            case .between(let low, let high)?:
                guard let low = reading.number(low), let high = reading.number(high) else {
                    return nil
                }
                return (report, low.union(high))
            case .redacted, .undisclosed, .unknown, .silent, .some(.none), .sameAs, nil: return nil
            }
        }
        let best = told.filter { $0.candidate.grade == told.first?.candidate.grade }
        guard let first = best.first?.amount else { return nil }
        let range = best.dropFirst().reduce(first) { $0.union($1.amount) }
        if range != first {
            reasons.append("reports of \(term.id)/\(field.name) differ: all count")
        }
        for (candidate, amount) in best {
            let says = candidate.value?.displayText ?? ""
            uses.append(
                TermUse(
                    term: term.id, field: field.name,
                    says: "\(says), reported (\(candidate.grade.rawValue))",
                    event: candidate.event, isSettled: range == amount))
        }
        return range
    }
}

extension ValueState {
    /// Whether it gives a value, or says that there is none.
    fileprivate var isTold: Bool {
        switch self {
        case .stated, .between, .none, .sameAs: true
        case .redacted, .undisclosed, .unknown, .silent: false
        }
    }
}
