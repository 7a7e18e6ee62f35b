import Amendments
import Ledger
import Terms

/// Reads one conformed copy for what a term pays on its day.
struct StretchReader {
    let copy: ConformedCopy
    let identity: TermID
    let figure: Figure
    let reports: ReportUse
    private var uses: [TermUse] = []
    private var reasons: [String] = []

    init(copy: ConformedCopy, identity: TermID, figure: Figure, reports: ReportUse) {
        self.copy = copy
        self.identity = identity
        self.figure = figure
        self.reports = reports
    }

    mutating func stretch(_ first: Day, _ last: Day) -> Stretch {
        guard let term = copy.term(identity) else {
            return Stretch(first: first, last: last, standing: .paysNothing, rate: .zero)
        }
        let standing = standing(of: term)
        var stretch = Stretch(first: first, last: last, standing: standing, rate: .zero)
        if standing != .paysNothing {
            stretch.rate = rate(of: term)
            bounds(of: term, into: &stretch)
        }
        stretch.uses = uses
        stretch.reasons = reasons
        return stretch
    }

    private mutating func standing(of term: ConformedTerm) -> Stretch.Standing {
        uses.append(
            TermUse(
                term: term.id, field: nil, says: term.status.rawValue, event: term.causes.last))
        switch term.status {
        case .inForce: return .pays
        case .indeterminate:
            reasons.append(
                "whether \(term.id) is in force is indeterminate: its dates are imprecise")
            return .mayPay
        case .suspended, .ended, .notYet:
            reasons.append("\(term.id) is \(term.status.rawValue): these days pay nothing")
            return .paysNothing
        }
    }

    private mutating func rate(of term: ConformedTerm) -> Extent {
        let base = figure.base
        return value(
            .rate, of: term, none: .zero,
            unknown: Extent(0, Int128(Rate.whole)), unknownHint: "anything from 0% to 100%"
        ) { value in
            guard case .rate(let rate) = value, rate.base == base else { return nil }
            return Int128(rate.partsPerMillion)
        } ?? Extent(0, Int128(Rate.whole))
    }

    private mutating func bounds(of term: ConformedTerm, into stretch: inout Stretch) {
        var caps: [(Extent, isAggregate: Bool?)] = []
        if let cap = amount(.cap, of: term) {
            let isAggregate = term.kind == .royalty ? false : isAggregate(term, .capPeriod)
            caps.append((cap, isAggregate))
        }
        for name in [FieldName.floor, .minimum] {
            if let floor = amount(name, of: term) {
                stretch.floor = stretch.floor.map { $0.most(floor) } ?? floor
            }
        }
        for other in copy.terms where other.kind == .cap || other.kind == .floor {
            guard case .stated(.term(let on))? = other.field(.on)?.value,
                copy.term(on)?.identity == identity,
                other.status == .inForce || other.status == .indeterminate,
                var bound = amount(.amount, of: other)
            else { continue }
            if other.status == .indeterminate {
                reasons.append("whether \(other.id) is in force is indeterminate")
                bound = other.kind == .cap ? Extent(bound.low, nil) : Extent(0, bound.high)
            }
            if other.kind == .cap {
                caps.append((bound, isAggregate(other, .period)))
            } else if isAggregate(other, .period) == true {
                reasons.append(
                    "\(other.id) is counted over the whole life: no shortfall is due yet")
            } else {
                stretch.floor = stretch.floor.map { $0.most(bound) } ?? bound
            }
        }
        for (cap, isAggregate) in caps {
            // Over what it counts is not told: it may bind here, and no more is known.
            let kept = isAggregate == nil ? Extent(0, nil) : cap
            if isAggregate ?? true {
                stretch.aggregateCap = stretch.aggregateCap.map { $0.limited(to: kept) } ?? kept
            } else {
                stretch.cap = stretch.cap.map { $0.limited(to: kept) } ?? kept
            }
        }
    }

    /// nil where it is not told, which makes the cap's reach unknown.
    private mutating func isAggregate(_ term: ConformedTerm, _ name: FieldName) -> Bool? {
        if case .stated(.choice(let word))? = term.field(name)?.value { return word == "aggregate" }
        reasons.append("what the cap of \(term.id) is counted over is not told")
        return nil
    }

    /// nil where there is none.
    private mutating func amount(_ name: FieldName, of term: ConformedTerm) -> Extent? {
        let currency = figure.currency
        return value(
            name, of: term, none: nil, unknown: Extent(0, nil), unknownHint: "any amount"
        ) { value in
            guard case .money(let money) = value, money.currency == currency else { return nil }
            return MinorUnits.of(money)
        }
    }

    /// What a field says as a number; every value that it may have makes the extent wider.
    private mutating func value(
        _ name: FieldName, of term: ConformedTerm, none: Extent?, unknown: Extent,
        unknownHint: String, number: (Value) -> Int128?
    ) -> Extent? {
        guard let field = term.field(name) else {
            guard name == .rate else { return none }
            reasons.append("\(term.id) says nothing of its rate: \(unknownHint)")
            return unknown
        }
        if reports == .takenToHold, !field.value.isTold,
            let report = field.competing.first(where: { candidate in
                candidate.value?.value.flatMap(number) != nil
            }), let value = report.value?.value, let told = number(value)
        {
            uses.append(
                TermUse(
                    term: term.id, field: name,
                    says: "\(value.displayText), reported (\(report.grade.rawValue))",
                    event: report.event))
            return Extent(told)
        }
        uses.append(
            TermUse(
                term: term.id, field: name, says: field.value.displayText, event: field.governing))
        var states = [field.referred ?? field.value]
        if field.isIndeterminate {
            states = field.candidates.map { $0.value ?? .none }
            reasons.append("\(term.id)/\(name) is indeterminate on these days")
        } else if field.isContested {
            states += field.competing.filter { $0.grade == field.grade }.compactMap(\.value)
            reasons.append("\(term.id)/\(name) is contested: every value counts")
        }
        let extents = states.map { state -> Extent? in
            switch state {
            case .none: return none
            case .stated(let value):
                if let exact = number(value) { return Extent(exact) }
            case .between(let low, let high):
                if let low = number(low), let high = number(high) {
                    reasons.append("\(term.id)/\(name) is \(state.displayText)")
                    return Extent(low, high)
                }
            case .redacted, .undisclosed, .unknown, .silent, .sameAs: break
            }
            reasons.append("\(term.id)/\(name) is \(state.displayText): \(unknownHint)")
            return unknown
        }
        return union(extents, none: name == .cap || name == .amount ? Extent(0, nil) : .zero)
    }

    /// nil where there surely is none.
    private func union(_ extents: [Extent?], none: Extent) -> Extent? {
        guard extents.contains(where: { $0 != nil }) else { return nil }
        let all = extents.map { $0 ?? none }
        let highs = all.map(\.high)
        return Extent(
            all.map(\.low).min() ?? 0, highs.contains(nil) ? nil : highs.compactMap(\.self).max())
    }
}

extension Extent {
    func most(_ other: Extent) -> Extent {
        Extent(max(low, other.low), high.flatMap { mine in other.high.map { max(mine, $0) } })
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
