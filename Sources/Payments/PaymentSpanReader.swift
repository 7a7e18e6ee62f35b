import Amendments
import Ledger
import Terms

/// What amounts are read in.
struct Measure {
    /// What figures are of; nil where there are none.
    var base: String?
    var currency: Currency
}

/// Reads one conformed copy for what a term pays on its day.
struct PaymentSpanReader {
    private let copy: ConformedCopy
    private let identity: TermID
    let measure: Measure
    /// Those that may reach the days of the copy.
    private let waivers: [Remark]
    let knowledge: Knowledge
    var fields: FieldAmounts

    /// What one copy does not say of its own day.
    struct Knowledge {
        /// The waivers under another term that may reach the day.
        let waivers: (TermID) -> [Remark]
        /// Whether it is known what becomes of a condition on a later day, whose terms count for themselves.
        let isDecided: (ConditionID) -> Bool
        /// The day whose terms count, and when the term's life of that day begins.
        let day: Day
        let beginning: DayWindow?
        /// The days on which what is due by a bound may fall due; nil while nothing is known of it.
        let start: (DateBound) -> DayWindow?
        /// From when what is due by a bound is late; nil while nothing is known of it.
        let end: (DateBound) -> DayWindow?
        let indices: [IndexFigure]
    }

    init(
        copy: ConformedCopy, identity: TermID, waivers: [Remark], measure: Measure,
        reports: ReportUse, beside knowledge: Knowledge
    ) {
        self.copy = copy
        self.waivers = waivers
        self.knowledge = knowledge
        self.identity = identity
        self.measure = measure
        fields = FieldAmounts(
            copy, currency: measure.currency, base: measure.base, reports: reports,
            isDecided: knowledge.isDecided)
    }

    mutating func paymentSpan(_ days: ClosedRange<Day>) -> PaymentSpan {
        guard let term = copy.term(identity) else {
            return PaymentSpan(days, pays: .no, accrual: .sum(.zero))
        }
        var paymentSpan = PaymentSpan(days, pays: pays(term), accrual: .sum(.zero))
        for change in term.conditional { fields.note(change, of: term) }
        if paymentSpan.pays != .no {
            accrual(of: term, into: &paymentSpan)
            ownBounds(of: term, into: &paymentSpan)
            for other in copy.terms { bound(by: other, of: term, into: &paymentSpan) }
        }
        paymentSpan.waiver = PaymentSpan.Waiver(waivers, of: term, in: copy)
        if paymentSpan.pays != .no { noteEvidence(of: term) }
        paymentSpan.uses = fields.uses
        paymentSpan.reasons = fields.reasons
        paymentSpan.isApproximate = fields.isApproximate
        return paymentSpan
    }

    private mutating func pays(_ term: ConformedTerm) -> Truth {
        fields.uses.append(
            TermUse(
                term: term.id, field: nil, says: term.status.rawValue, event: term.causes.last))
        switch term.status {
        case .inForce:
            for reason in term.reasons { noteEnd(reason, of: term) }
            for case .notRead(let event) in term.reasons {
                fields.reasons.append(
                    "\(event.recording), which was not read, may change \(term.id)")
            }
            return hasLost(partiesOf: term) ? .unknown : .yes
        case .indeterminate:
            fields.reasons.append(
                "whether \(term.id) is in force is indeterminate: its dates are imprecise")
            return .unknown
        case .suspended, .ended, .notYet:
            let pending = pendingStart(of: term).map {
                ", as it begins upon \($0), which is pending"
            }
            fields.reasons.append(
                "\(term.id) is \(term.status.rawValue)\(pending ?? ""): these days pay nothing")
            return .no
        }
    }

    /// Whether who pays, or is paid, has left the agreement.
    private mutating func hasLost(partiesOf term: ConformedTerm) -> Bool {
        var isLost = false
        for case .partyWithdrew(let party, let event, _) in term.reasons {
            fields.reasons.append(
                "\(party) has left the agreement (\(event)): whether \(term.id) is still paid is not stated"
            )
            isLost = true
        }
        return isLost
    }

    /// What the term's going on rests on.
    private mutating func noteEnd(_ reason: Reason, of term: ConformedTerm) {
        if case .conditionPending(let id) = reason {
            fields.reasons.append(
                "\(term.id) ends upon \(id), which is pending: counted as if it does not come about"
            )
        } else if case .renewed(let since, _, let late) = reason {
            let notice = late.map { "a notice came too late (\($0))" } ?? "no notice on record"
            fields.reasons.append("renewed automatically since \(since); \(notice)")
        }
    }

    /// Where a day is not stated or doubtful, or a report alone states what is counted.
    private mutating func noteEvidence(of term: ConformedTerm) {
        let bounds = [FieldName.starts, .ends].compactMap { name -> (String, DateBound)? in
            guard case .stated(.bound(let bound))? = term.field(name)?.value else { return nil }
            return ("\(term.id)/\(name)", bound)
        }
        let events = fields.uses.compactMap { use in use.event.map { (use, $0) } }
        for (what, bound) in bounds + events.map({ ("\($0.1.reference)", $0.1.effective) }) {
            if case .announced(let date) = bound {
                note(
                    "the effective day of \(what) is not stated: it counts from \(date), when it was announced"
                )
            } else if let date = bound.doubtfulDate {
                note("\(what) has a day that is not certain, \(date): it is counted as written")
            }
        }
        for (use, event) in events where event.recording.instrument.kind == .report {
            let what = use.field.map { "\(use.term)/\($0)" } ?? "\(use.term)"
            note(
                "\(what) is known from a report only (\(event.reference), \(event.grade.rawValue))")
        }
    }

    private mutating func note(_ reason: String) {
        if !fields.reasons.contains(reason) { fields.reasons.append(reason) }
    }

    /// The condition upon which a term begins, of which nothing is known on a later day either.
    private func pendingStart(of term: ConformedTerm) -> ConditionID? {
        guard term.status == .notYet else { return nil }
        let pending = term.reasons.lazy.compactMap { reason in
            if case .conditionPending(let id) = reason { id } else { nil }
        }.first
        return pending.flatMap { knowledge.isDecided($0) ? nil : $0 }
    }

    private mutating func accrual(of term: ConformedTerm, into paymentSpan: inout PaymentSpan) {
        switch term.kind {
        case .fee where measure.base == nil:
            if let instalments = fields.instalments(of: term, knowledge) {
                paymentSpan.accrual = .instalments(instalments)
                return
            }
            if let sum = fields.formulaSum(of: term) {
                paymentSpan.accrual = .sum(sum)
                return
            }
            paymentSpan.accrual = .sum(
                fields.indexed(fields.needed(.amount, of: term), of: term, knowledge))
            paymentSpan.isUnfixed = isUnfixed(term.field(.amount))
            paymentSpan.mayChange = mayChange(term.field(.amount))
        case .minimumCommitment where measure.base == nil:
            paymentSpan.accrual = .sum(
                fields.indexed(fields.needed(.amount, of: term), of: term, knowledge))
            paymentSpan.isUnfixed = isUnfixed(term.field(.amount))
        case .minimumCommitment:
            // All that is spent counts, and a shortfall is owed on top.
            paymentSpan.accrual = .share(Extent(.one))
            paymentSpan.floor = fields.indexed(
                fields.needed(.amount, of: term), of: term, knowledge)
        case .volumeCommitment where measure.base == nil:
            paymentSpan.accrual = .sum(fields.priced(.quantity, of: term))
            paymentSpan.isUnfixed =
                isUnfixed(term.field(.quantity)) || isUnfixed(term.field(.unitPrice))
        case .volumeCommitment:
            // All that is taken is paid for, and what is missing to the quantity too.
            paymentSpan.accrual = fields.share(of: term, knowledge)
            paymentSpan.floor = fields.priced(.quantity, of: term)
        case .supply: supply(by: term, into: &paymentSpan)
        case .milestone:
            paymentSpan.accrual = .instalments(fields.milestone(of: term, knowledge))
        case .sale: paymentSpan.accrual = .instalments(fields.sale(of: term, knowledge))
        case .margin: paymentSpan.accrual = .interest(fields.interest(of: term, knowledge))
        case .serviceLevel: paymentSpan.accrual = .credit(fields.credit(of: term))
        case _: paymentSpan.accrual = fields.share(of: term, knowledge)
        }
    }

    /// An amount that nothing is said of, or that may not exist yet.
    private func isUnfixed(_ field: ConformedField?) -> Bool {
        guard let field, !field.isReported else { return true }
        if field.isIndeterminate || field.isContested { return false }
        switch field.value {
        case .unknown, .silent: return true
        case .stated, .between, .about, .redacted, .undisclosed, .none, .sameAs: return false
        }
    }

    /// Whether the day of a change is imprecise; which of several readings holds does not change from day to day.
    private func mayChange(_ field: ConformedField?) -> Bool {
        guard let field, field.isIndeterminate else { return false }
        return !field.reasons.contains { if case .readingsCompete = $0 { true } else { false } }
    }

    private mutating func ownBounds(of term: ConformedTerm, into paymentSpan: inout PaymentSpan) {
        if let cap = fields.amount(.cap, of: term) {
            let isAggregate =
                term.kind == .royalty ? false : isAggregate(term, .capPeriod, bound: "cap")
            paymentSpan.limit(to: cap, isAggregate: isAggregate)
        }
        for name in [FieldName.floor, .minimum] {
            guard var floor = fields.amount(name, of: term) else { continue }
            if isOwedPerLine(term) {
                fields.reasons.append(
                    "over which period the \(name) of \(term.id) is owed is not stated")
                floor = floor.orNothing
            }
            paymentSpan.raise(to: floor, isAggregate: false)
        }
    }

    /// Whether nothing states for which time a least is owed: lines of figures stand for it, and are none of the
    /// contract's words.
    private func isOwedPerLine(_ term: ConformedTerm) -> Bool {
        switch Counting(term, in: copy, fields.reports, beginning: knowledge.beginning) {
        case .none: true
        case .each, .once, .lump, .unknown: false
        }
    }

    /// A cap or floor with a life of its own.
    private mutating func bound(
        by other: ConformedTerm, of term: ConformedTerm, into paymentSpan: inout PaymentSpan
    ) {
        guard other.kind == .cap || other.kind == .floor,
            let reach = reaches(other), reach != .no
        else { return }
        if let pending = pendingStart(of: other) {
            fields.reasons.append(
                "\(other.id) begins upon \(pending), which is pending: it is not counted")
        }
        for change in other.conditional { fields.note(change, of: other) }
        if other.status == .inForce { for reason in other.reasons { noteEnd(reason, of: other) } }
        guard other.status == .inForce || other.status == .indeterminate,
            var bound = fields.amount(.amount, of: other)
        else { return }
        if other.status == .indeterminate || reach == .unknown {
            fields.reasons.append(
                reach == .unknown
                    ? "whether \(other.id) bounds this payment is not known"
                    : "whether \(other.id) is in force is indeterminate")
            loosen(&bound, of: other)
        }
        if let waiver = PaymentSpan.Waiver(knowledge.waivers(other.identity), of: term, in: copy),
            other.kind == .cap ? waiver.reachesCaps : waiver.reachesSums
        {
            fields.reasons += waiver.reasons
            loosen(&bound, of: other)
        }
        let isAggregate = isAggregate(other, .period, bound: other.kind.rawValue)
        if other.kind == .floor, isAggregate != true, isOwedPerLine(term) {
            fields.reasons.append(
                "over which period the amount of \(other.id) is owed is not stated")
            bound = bound.orNothing
        }
        if other.kind == .cap {
            paymentSpan.limit(to: bound, isAggregate: isAggregate)
        } else {
            paymentSpan.raise(to: bound, isAggregate: isAggregate)
        }
    }

    /// What may not bound the payment: a cap may be lifted, a floor may not be owed.
    private func loosen(_ bound: inout Amount, of term: ConformedTerm) {
        bound = term.kind == .cap ? Amount(bound.low, nil) : bound.orNothing
    }

    /// Whether a bound is on this term; nil for one that says of no term that it is on it.
    private func reaches(_ other: ConformedTerm) -> Truth? {
        guard let field = other.field(.on) else { return nil }
        func isHere(_ state: ValueState?) -> Truth {
            guard case .stated(.term(let on))? = state else { return .unknown }
            return Truth(copy.term(on)?.identity == identity)
        }
        let settled = isHere(copy.settled(field, .leftOut))
        if settled != .unknown { return settled }
        let known = ([field.value] + field.candidates.compactMap(\.value)).map(isHere)
        return known.allSatisfy { $0 == .no } ? .no : .unknown
    }

    /// nil where it is not stated, which makes the bound's reach unknown.
    private mutating func isAggregate(
        _ term: ConformedTerm, _ name: FieldName, bound: String
    ) -> Bool? {
        if let field = term.field(name),
            case .stated(.choice(let word))? = copy.settled(field, fields.reports)
        {
            return word == "aggregate"
        }
        fields.reasons.append("what the \(bound) of \(term.id) is counted over is not stated")
        return nil
    }
}

extension PaymentSpan {
    /// What a cap is counted over may not be stated: it may bind either way, and no more is known.
    fileprivate mutating func limit(to cap: Amount, isAggregate: Bool?) {
        let kept = isAggregate == nil ? Amount(0, nil) : cap
        if isAggregate ?? true {
            aggregateCap = aggregateCap.map { $0.limited(to: kept) } ?? kept
        }
        if !(isAggregate ?? false) {
            self.cap = self.cap.map { $0.limited(to: kept) } ?? kept
        }
    }

    fileprivate mutating func raise(to floor: Amount, isAggregate: Bool?) {
        let kept = isAggregate == nil ? floor.orNothing : floor
        // One that may be counted either way may be missing either way.
        if isAggregate ?? true {
            aggregateFloor = aggregateFloor.map { $0.raised(to: kept) } ?? kept
        }
        if !(isAggregate ?? false) {
            self.floor = self.floor.map { $0.raised(to: kept) } ?? kept
        }
    }
}
