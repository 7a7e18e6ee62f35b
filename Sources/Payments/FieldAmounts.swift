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
    /// Whether a number is only near what counts for it, it is not stated how near.
    private(set) var isApproximate = false

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

    /// What is paid for one of what figures count: a part of it where they are money, a price where they are units.
    mutating func share(
        of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> PaymentSpan.Accrual {
        formula(of: term) ?? tiers(of: term, knowledge) ?? .share(price(of: term) ?? rate(of: term))
    }

    /// nil where the term has no tiers, or none that are agreed.
    mutating func tiers(
        of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> PaymentSpan.Accrual? {
        guard let field = term.field(.tiers) else { return nil }
        var accruals: [PaymentSpan.Accrual] = []
        for state in statedValues(field, of: term) where state != .none {
            if case .stated(.tiers(let tiers)) = state,
                let accrual = PaymentSpan.Accrual(tiers, base, currency, knowledge)
            {
                if let reason = tiers.openness { reasons.append("\(term.id)/tiers: \(reason)") }
                accruals.append(accrual)
            } else {
                reasons.append("\(term.id)/tiers is \(state.displayText): any rate")
                accruals.append(.share(Extent(.zero, term.kind == .revenueShare ? .one : nil)))
            }
        }
        return accruals.dropFirst().reduce(accruals.first) { $0?.union($1) }
    }

    /// What is paid in instalments; nil where the term has none, or none that are agreed.
    mutating func instalments(
        of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> [PaymentSpan.DueSum]? {
        guard let field = term.field(.schedule) else { return nil }
        let states = statedValues(field, of: term)
        if states.allSatisfy({ $0 == .none }) { return nil }
        var sums: [PaymentSpan.DueSum] = []
        for state in states {
            // Where another may govern, it may not be due.
            let own = due(state, of: term, knowledge)
            sums += states.count == 1 ? own : own.map(\.orNothing)
        }
        return sums
    }

    private mutating func due(
        _ state: ValueState, of term: ConformedTerm, _ knowledge: PaymentSpanReader.Knowledge
    ) -> [PaymentSpan.DueSum] {
        if state == .none { return [] }
        guard case .stated(.schedule(let schedule)) = state, schedule.currency == currency else {
            reasons.append("\(term.id)/schedule is \(state.displayText): any amount on any day")
            return [PaymentSpan.DueSum(days: Day.first...Day.last, amount: Amount(0, nil))]
        }
        return schedule.instalments.compactMap { instalment in
            due(
                instalment.due, MinorUnits.around(instalment.amount) ?? Amount(0, nil),
                "\(instalment.amount.displayText) of \(term.id)", knowledge)
        }
    }

    /// A sum that falls due by a bound; nil where no day is known of it, which is said.
    mutating func due(
        _ bound: DateBound, _ amount: Amount, _ what: String,
        _ knowledge: PaymentSpanReader.Knowledge
    ) -> PaymentSpan.DueSum? {
        let says = "\(what) is due \(bound)"
        guard let window = knowledge.start(bound) else {
            reasons.append("\(says), of which no day is known: it is not counted")
            return nil
        }
        guard window.first < .beyond else { return nil }
        if !window.isExact { reasons.append("\(says), on a day that is not certain") }
        return PaymentSpan.DueSum(days: window.first...min(window.sure, .last), amount: amount)
    }

    /// Every value that counts for a field that is no number; empty for one that is reported only.
    mutating func statedValues(_ field: ConformedField, of term: ConformedTerm) -> [ValueState] {
        let held = reports == .takenToHold ? bestReports(of: field) : []
        if field.isReported, held.isEmpty {
            reasons.append(
                "\(term.id)/\(field.name) is reported only, not agreed: it is not counted")
            return []
        }
        for change in field.conditional { note(change, of: term) }
        uses.append(
            TermUse(
                term: term.id, field: field.name,
                says: held.isEmpty
                    ? says(field.value)
                    : held.map(\.displayText).joined(separator: " or ") + ", reported",
                event: field.governing, isSettled: !isOpen(field)))
        return held.isEmpty ? states(of: field, of: term) : held
    }

    /// Any amount, rate or count as a number, amounts in whole units of the currency.
    mutating func number(
        _ name: FieldName, of term: ConformedTerm, unknown: Extent<Fraction>
    ) -> Extent<Fraction> {
        let currency = currency
        let reading = Reading<Fraction>(
            none: .zero, absent: .zero, unknown: unknown, hint: "any amount"
        ) { value in
            switch value {
            case .money(let money):
                money.currency == currency ? Extent(money.amount.fraction) : nil
            case .rate(let rate): Extent(rate.share)
            case .count(let count): Extent(Fraction(Int128(count)))
            case .text, .choice, .flag, .unitPrice, .tiers, .schedule, .formula, .indexation, .date,
                .bound, .duration, .businessDays, .yearly, .party, .parties, .tags, .term,
                .condition:
                nil
            }
        }
        return number(name, of: term, reading)
            ?? unstated(name, of: term, unknown: unknown, hint: reading.hint)
    }

    /// What the best graded reports say, where nothing is agreed or it is withheld.
    private func bestReports(of field: ConformedField) -> [ValueState] {
        guard field.isReported || !field.value.isStated else { return [] }
        let statedValues = field.reports.filter { $0.value?.isStated ?? false }
        return statedValues.filter { $0.grade == statedValues.first?.grade }.compactMap(\.value)
    }

    /// The price of a millionth of a unit in minor units; nil where the term has no price.
    mutating func price(of term: ConformedTerm) -> Extent<Fraction>? {
        let (base, currency) = (self.base, self.currency)
        let reading = Reading<Fraction>(
            none: nil, absent: .zero, unknown: Extent(.zero, nil), hint: "any price"
        ) { value in
            guard case .unitPrice(let price) = value, price.price.currency == currency,
                base == nil || base == price.unit
            else { return nil }
            return MinorUnits.share(price).map { Extent($0) }
        }
        return number(.unitPrice, of: term, reading)
    }

    /// The amount of a quantity at its price, in minor units.
    mutating func priced(_ name: FieldName, of term: ConformedTerm) -> Amount {
        let reading = Reading<Int128>(
            none: .zero, absent: .zero, unknown: Amount(0, nil), hint: "any quantity"
        ) { value in
            guard case .count(let count) = value else { return nil }
            return Amount(Int128(count))
        }
        let unknown = reading.unknown
        let count =
            number(name, of: term, reading)
            ?? unstated(name, of: term, unknown: unknown, hint: reading.hint)
        guard let price = price(of: term) else {
            return unstated(.unitPrice, of: term, unknown: unknown, hint: "any price")
        }
        let million = Fraction(1_000_000)
        let sum = Extent(
            Fraction(count.low) * million * price.low,
            count.high.flatMap { count in
                price.high.map { Fraction(count) * million * $0 }
            })
        let most = Fraction(MinorUnits.most)
        guard sum.low <= most, sum.high.map({ $0 <= most }) ?? true else {
            reasons.append("\(name) of \(term.id) at its price is more than is counted: any amount")
            return unknown
        }
        let rounded = Amount(sum.low.roundedDown, sum.high?.roundedUp)
        if sum.isExact, !rounded.isExact {
            reasons.append(
                "\(name) of \(term.id) at its price has more decimals than are counted in \(currency)"
            )
        }
        return rounded
    }

    /// The part of a figure that is paid; one is all of it.
    private mutating func rate(of term: ConformedTerm) -> Extent<Fraction> {
        let base = base
        // A share of revenue is at most all of it, whatever is withheld; a royalty may be cost and more.
        let isShare = term.kind == .revenueShare
        let reading = Reading<Fraction>(
            none: .zero, absent: .zero, unknown: Extent(.zero, isShare ? .one : nil),
            hint: isShare ? "anything from 0% to 100%" : "any rate"
        ) { value in
            guard case .rate(let rate) = value, rate.base == base else { return nil }
            return Extent(rate.share)
        }
        return number(.rate, of: term, reading)
            ?? unstated(.rate, of: term, unknown: reading.unknown, hint: reading.hint)
    }

    /// A bound in minor units; nil where there is none.
    mutating func amount(_ name: FieldName, of term: ConformedTerm) -> Amount? {
        let isCap = name == .cap || term.kind == .cap
        return number(name, of: term, money(none: nil, absent: isCap ? Amount(0, nil) : .zero))
    }

    /// A sum that is owed whether or not it is stated: what no one states is any amount.
    mutating func needed(_ name: FieldName, of term: ConformedTerm) -> Amount {
        number(name, of: term, money(none: .zero, absent: .zero))
            ?? unstated(name, of: term, unknown: Amount(0, nil), hint: "any amount")
    }

    private func money(none: Amount?, absent: Amount) -> Reading<Int128> {
        let currency = currency
        return Reading(
            none: none, absent: absent, unknown: Amount(0, nil), hint: "any amount"
        ) { value in
            guard case .money(let money) = value, money.currency == currency else { return nil }
            return MinorUnits.around(money)
        }
    }

    mutating func unstated<Number>(
        _ name: FieldName, of term: ConformedTerm, unknown: Extent<Number>, hint: String
    ) -> Extent<Number> {
        reasons.append("\(name) of \(term.id) is not stated: \(hint)")
        return unknown
    }

    /// How a value reads as a number.
    private struct Reading<Number: Comparable & AdditiveArithmetic & Hashable & Sendable> {
        /// What `none` stands for; nil for a bound that is not there.
        var none: Extent<Number>?
        /// What a bound that may not be there stands for beside others.
        var absent: Extent<Number>
        var unknown: Extent<Number>
        var hint: String
        var number: (Value) -> Extent<Number>?

        /// From end to end where a tolerance is stated; else the value itself. Nil where it is no such number.
        func near(_ approximation: Approximation) -> Extent<Number>? {
            guard let ends = approximation.ends else { return number(approximation.value) }
            guard let low = number(ends.low), let high = number(ends.high) else { return nil }
            return low.union(high)
        }
    }

    /// nil where the term has no such field, surely none, or none that is agreed.
    private mutating func number<Number>(
        _ name: FieldName, of term: ConformedTerm, _ reading: Reading<Number>
    ) -> Extent<Number>? {
        guard let field = term.field(name) else { return nil }
        if reports == .takenToHold,
            field.isReported || !field.value.isStated,
            let statedValues = reported(field, of: term, reading)
        {
            return statedValues
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

    private mutating func extent<Number>(
        of state: ValueState, _ name: FieldName, _ term: ConformedTerm, _ reading: Reading<Number>
    ) -> Extent<Number>? {
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
        case .about(let approximation):
            if let near = reading.near(approximation) {
                note(approximation, name, of: term)
                return near
            }
        case .redacted, .undisclosed, .unknown, .silent, .sameAs: break
        }
        reasons.append("\(term.id)/\(name) is \(state.displayText): \(reading.hint)")
        return reading.unknown
    }

    /// Says that a number is approximate, and whether it is known how far off it may be.
    private mutating func note(
        _ approximation: Approximation, _ name: FieldName, of term: ConformedTerm
    ) {
        let says = "\(term.id)/\(name) is \(approximation.displayText)"
        if approximation.ends != nil {
            reasons.append(says)
        } else {
            isApproximate = true
            reasons.append("\(says), it is not stated how near: no sum that counts it is certain")
        }
    }

    /// The best graded reports with a value; several of one grade that differ all count.
    private mutating func reported<Number>(
        _ field: ConformedField, of term: ConformedTerm, _ reading: Reading<Number>
    ) -> Extent<Number>? {
        let statedValues = field.reports.compactMap {
            report -> (candidate: ConformedField.Candidate, amount: Extent<Number>)? in
            switch report.value {
            case .stated(let value)?: return reading.number(value).map { (report, $0) }
            case .between(let low, let high)?:
                guard let low = reading.number(low), let high = reading.number(high) else {
                    return nil
                }
                return (report, low.union(high))
            case .about(let approximation)?:
                return reading.near(approximation).map { (report, $0) }
            case .redacted, .undisclosed, .unknown, .silent, .some(.none), .sameAs, nil: return nil
            }
        }
        let best = statedValues.filter { $0.candidate.grade == statedValues.first?.candidate.grade }
        guard let first = best.first?.amount else { return nil }
        let range = best.dropFirst().reduce(first) { $0.union($1.amount) }
        if range != first {
            reasons.append("reports of \(term.id)/\(field.name) differ: all count")
        }
        for (candidate, amount) in best {
            if case .about(let approximation)? = candidate.value {
                note(approximation, field.name, of: term)
            }
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
    fileprivate var isStated: Bool {
        switch self {
        case .stated, .between, .about, .none, .sameAs: true
        case .redacted, .undisclosed, .unknown, .silent: false
        }
    }
}
