public import Amendments
public import Terms

/// A field that a line rests on, with what it says and the event it comes from.
public struct TermUse: Hashable, Sendable {
    public var term: TermID
    /// nil for the term's status.
    public var field: FieldName?
    public var says: String
    public var event: RecordedEvent?
    /// False where several values may govern: imprecise dates, or sources of one grade that differ.
    public var isSettled: Bool

    public init(
        term: TermID, field: FieldName?, says: String, event: RecordedEvent?,
        isSettled: Bool = true
    ) {
        self.term = term
        self.field = field
        self.says = says
        self.event = event
        self.isSettled = isSettled
    }
}

/// A run of days on which the terms of payment are the same.
public struct PaymentSpan: Hashable, Sendable {
    /// What accrues on these days, before any bound.
    public enum Accrual: Hashable, Sendable {
        /// A part of a figure; one is all of it.
        case share(Extent<Fraction>)
        /// The amount that a figure gives by how much was counted before it.
        case tiers(TieredShare)
        /// Sums that fall due on their days, each whole.
        case instalments([DueSum])
        /// The amount of a formula over the whole time of its figures.
        case formula(FormulaAmount)
        /// What money costs that figures say is drawn.
        case interest(InterestAmount)
        /// What is credited where a service was below its level.
        case credit(CreditAmount)
        /// One of these, it is not known which.
        case oneOf([Accrual])
        /// In minor units, over a whole period that is counted.
        case sum(Amount)
    }

    /// A sum that falls due once.
    public struct DueSum: Hashable, Sendable {
        /// On one of these days.
        public var days: ClosedRange<Day>
        /// In minor units.
        public var amount: Amount
    }

    public var days: ClosedRange<Day>
    /// Whether the term pays on these days; not known where imprecise dates, or a waiver, leave it open.
    public var pays: Truth
    public var accrual: Accrual
    /// In minor units, over a whole period that is counted; nil where there is none.
    public var cap: Amount?
    public var floor: Amount?
    /// In minor units, over everything that was ever paid; nil where there is none.
    public var aggregateCap: Amount?
    public var aggregateFloor: Amount?
    /// Whether the amount is not fixed yet, rather than withheld.
    public var isUnfixed = false
    /// Whether the amount may change on any of these days: on which it does is imprecise.
    public var mayChange = false
    /// Whether something is stated as near a value, it is not stated how near: nothing that counts it is certain.
    public var isApproximate = false
    /// What a waiver may take away on these days.
    public var waiver: Waiver?
    public var uses: [TermUse]
    /// Why something is a range, or pays nothing.
    public var reasons: [String]

    public init(
        _ days: ClosedRange<Day>, pays: Truth = .yes, accrual: Accrual, cap: Amount? = nil,
        floor: Amount? = nil, aggregateCap: Amount? = nil, aggregateFloor: Amount? = nil,
        uses: [TermUse] = [], reasons: [String] = []
    ) {
        self.days = days
        self.pays = pays
        self.accrual = accrual
        self.cap = cap
        self.floor = floor
        self.aggregateCap = aggregateCap
        self.aggregateFloor = aggregateFloor
        self.uses = uses
        self.reasons = reasons
    }

    /// The same terms on other days.
    func on(_ days: ClosedRange<Day>) -> PaymentSpan {
        var paymentSpan = self
        paymentSpan.days = days
        return paymentSpan
    }

    /// The days of it that lie within others; nil for none.
    func within(_ others: ClosedRange<Day>) -> PaymentSpan? { days.intersection(others).map(on) }

    /// For periods whose days are not known: a bound may count here or not.
    mutating func loosenBounds() {
        cap = cap.map { _ in Amount(0, nil) }
        floor = floor?.orNothing
    }

    /// What a waiver leaves: a sum from nothing up to all of it, or nothing where all of it is given up.
    ///
    /// - Parameter counted: the days that are counted together with this stretch; nil where they are not known.
    mutating func apply(_ waiver: Waiver, over counted: ClosedRange<Day>? = nil) {
        guard pays != .no else {
            // Nothing falls away here; it may of what is counted with these days.
            self.waiver = nil
            return
        }
        if waiver.reachesSums {
            pays = counted.map { waiver.isWhole(of: $0) } ?? false ? .no : .unknown
            aggregateFloor = aggregateFloor?.orNothing
        }
        if waiver.reachesCaps {
            cap = cap.map { Amount($0.low, nil) }
            aggregateCap = aggregateCap.map { Amount($0.low, nil) }
        }
        for reason in waiver.reasons where !reasons.contains(reason) { reasons.append(reason) }
    }

    /// What may count where it is not known which of several stretches does.
    func widened(over paymentSpans: [PaymentSpan]) -> PaymentSpan {
        paymentSpans.reduce(self) { wide, other in
            var wide = wide
            if wide.pays != other.pays { wide.pays = .unknown }
            wide.accrual = wide.accrual.union(other.accrual)
            wide.isApproximate = wide.isApproximate || other.isApproximate
            if wide.cap != other.cap { wide.cap = Amount(0, nil) }
            if wide.floor != other.floor {
                wide.floor = (wide.floor ?? .zero).union(other.floor ?? .zero)
            }
            if wide.aggregateCap != other.aggregateCap { wide.aggregateCap = Amount(0, nil) }
            if wide.aggregateFloor != other.aggregateFloor {
                wide.aggregateFloor = (wide.aggregateFloor ?? .zero).union(
                    other.aggregateFloor ?? .zero)
            }
            return wide
        }.because("how a change inside a period splits it is not stated")
    }

    private func because(_ reason: String) -> PaymentSpan {
        var paymentSpan = self
        paymentSpan.reasons.append(reason)
        return paymentSpan
    }
}

extension PaymentSpan.Accrual {
    func union(_ other: Self) -> Self {
        if self == other { return self }
        switch (self, other) {
        case (.share(let mine), .share(let other)): return .share(mine.union(other))
        case (.sum(let mine), .sum(let other)): return .sum(mine.union(other))
        case (.share(let share), .sum), (.sum, .share(let share)): return .share(share.orNothing)
        case (.tiers, _), (.instalments, _), (.formula, _), (.interest, _), (.credit, _),
            (.oneOf, _), (_, .tiers), (_, .instalments), (_, .formula), (_, .interest),
            (_, .credit), (_, .oneOf):
            return .oneOf(all + other.all.filter { !all.contains($0) })
        }
    }

    private var all: [Self] {
        switch self {
        case .oneOf(let accruals): accruals
        case .share, .sum, .tiers, .instalments, .formula, .interest, .credit: [self]
        }
    }
}
