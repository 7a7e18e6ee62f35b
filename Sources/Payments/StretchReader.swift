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
struct StretchReader {
    private let copy: ConformedCopy
    private let identity: TermID
    private let measure: Measure
    private var fields: FieldAmounts

    init(copy: ConformedCopy, identity: TermID, measure: Measure, reports: ReportUse) {
        self.copy = copy
        self.identity = identity
        self.measure = measure
        fields = FieldAmounts(currency: measure.currency, base: measure.base, reports: reports)
    }

    mutating func stretch(_ first: Day, _ last: Day) -> Stretch {
        guard let term = copy.term(identity) else {
            return Stretch(first: first, last: last, standing: .paysNothing, accrual: .sum(.zero))
        }
        var stretch = Stretch(
            first: first, last: last, standing: standing(of: term), accrual: .sum(.zero))
        if stretch.standing != .paysNothing {
            accrual(of: term, into: &stretch)
            ownBounds(of: term, into: &stretch)
            for other in copy.terms { bound(by: other, into: &stretch) }
        }
        stretch.uses = fields.uses
        stretch.reasons = fields.reasons
        return stretch
    }

    private mutating func standing(of term: ConformedTerm) -> Stretch.Standing {
        fields.uses.append(
            TermUse(
                term: term.id, field: nil, says: term.status.rawValue, event: term.causes.last))
        switch term.status {
        case .inForce: return .pays
        case .indeterminate:
            fields.reasons.append(
                "whether \(term.id) is in force is indeterminate: its dates are imprecise")
            return .mayPay
        case .suspended, .ended, .notYet:
            fields.reasons.append("\(term.id) is \(term.status.rawValue): these days pay nothing")
            return .paysNothing
        }
    }

    private mutating func accrual(of term: ConformedTerm, into stretch: inout Stretch) {
        switch term.kind {
        case .fee: stretch.accrual = .sum(fields.needed(.amount, of: term))
        case .minimumCommitment where measure.base == nil:
            stretch.accrual = .sum(fields.needed(.amount, of: term))
        case .minimumCommitment:
            // All that is spent counts, and a shortfall is owed on top.
            stretch.accrual = .share(Amount(Int128(Rate.whole)))
            stretch.floor = fields.needed(.amount, of: term)
        case _: stretch.accrual = .share(fields.rate(of: term))
        }
    }

    private mutating func ownBounds(of term: ConformedTerm, into stretch: inout Stretch) {
        if let cap = fields.amount(.cap, of: term) {
            let isAggregate =
                term.kind == .royalty ? false : isAggregate(term, .capPeriod, bound: "cap")
            stretch.limit(to: cap, isAggregate: isAggregate)
        }
        for name in [FieldName.floor, .minimum] {
            if let floor = fields.amount(name, of: term) {
                stretch.raise(to: floor, isAggregate: false)
            }
        }
    }

    /// A cap or floor with a life of its own.
    private mutating func bound(by other: ConformedTerm, into stretch: inout Stretch) {
        guard other.kind == .cap || other.kind == .floor,
            case .stated(.term(let on))? = other.field(.on)?.agreed,
            copy.term(on)?.identity == identity,
            other.status == .inForce || other.status == .indeterminate,
            var bound = fields.amount(.amount, of: other)
        else { return }
        if other.status == .indeterminate {
            fields.reasons.append("whether \(other.id) is in force is indeterminate")
            bound = other.kind == .cap ? Amount(bound.low, nil) : bound.orNothing
        }
        let isAggregate = isAggregate(other, .period, bound: other.kind.rawValue)
        if other.kind == .cap {
            stretch.limit(to: bound, isAggregate: isAggregate)
        } else {
            stretch.raise(to: bound, isAggregate: isAggregate)
        }
    }

    /// nil where it is not told, which makes the bound's reach unknown.
    private mutating func isAggregate(
        _ term: ConformedTerm, _ name: FieldName, bound: String
    ) -> Bool? {
        if case .stated(.choice(let word))? = term.field(name)?.agreed {
            return word == "aggregate"
        }
        fields.reasons.append("what the \(bound) of \(term.id) is counted over is not told")
        return nil
    }
}

extension Stretch {
    /// What a cap is counted over may not be told: it may bind here, and no more is known.
    fileprivate mutating func limit(to cap: Amount, isAggregate: Bool?) {
        let kept = isAggregate == nil ? Amount(0, nil) : cap
        if isAggregate ?? true {
            aggregateCap = aggregateCap.map { $0.limited(to: kept) } ?? kept
        } else {
            self.cap = self.cap.map { $0.limited(to: kept) } ?? kept
        }
    }

    fileprivate mutating func raise(to floor: Amount, isAggregate: Bool?) {
        let kept = isAggregate == nil ? floor.orNothing : floor
        if isAggregate ?? false {
            aggregateFloor = aggregateFloor.map { $0.raised(to: kept) } ?? kept
        } else {
            self.floor = self.floor.map { $0.raised(to: kept) } ?? kept
        }
    }
}
