import Terms

/// The amount of a margin on what is drawn, with the rate that it is charged over.
public struct InterestAmount: Hashable, Sendable {
    /// How figures of all that is drawn under the facility may be called.
    static let drawn = "drawn"

    /// What figures it is a rate of; nil where that is not known.
    let base: String?
    /// A part of what is drawn, each year.
    let rate: Extent<Fraction>
    /// What it is charged over; nil for nothing.
    let reference: Reference?
    /// nil where it is not stated.
    let dayCount: DayCount?
    /// The level of a grid at which it is charged; nil for one that always is.
    let level: MeasuredLevel?
    /// What is drawn and what is not, in minor units: for a charge on what is not drawn.
    let commitment: Amount?

    /// A rate that is published, with its least.
    struct Reference: Hashable {
        let name: String
        let floor: Extent<Fraction>?
        /// In percent of a year.
        let figures: [IndexFigure]

        /// On a day, by the finest figure that holds on it; from the floor up where none does, and nil where there is no
        /// floor: a rate may be below nothing.
        func rate(on day: Day) -> Extent<Fraction>? {
            let holding = figures.filter {
                $0.name == name && $0.period.earliest <= day && day <= $0.period.latest
            }
            let finest = holding.min { one, other in
                one.period.earliest.days(until: one.period.latest)
                    < other.period.earliest.days(until: other.period.latest)
            }
            guard let finest else { return floor.map { Extent($0.low, nil) } }
            let published = Extent(finest.value.fraction * Fraction(1, over: 100))
            return floor.map { published.raised(to: $0) } ?? published
        }
    }

    /// In minor units, over some days of the figures' time.
    func amount(_ figures: [Figure], on days: ClosedRange<Day>) -> Extent<Fraction> {
        let isCharged = level?.isKept(by: figures) ?? .yes
        guard isCharged != .no, let principal = principal(figures) else {
            return isCharged == .no ? .zero : Extent(.zero, nil)
        }
        if principal.high == 0 { return .zero }
        guard let dayCount else { return Extent(.zero, nil) }
        var years = Extent<Fraction>.zero
        var day = days.lowerBound
        while day <= days.upperBound {
            let part = dayCount.part(of: day)
            years = years.plus(annual(on: day).map { $0 * part })
            day = day.next
        }
        let sum = Extent(
            Fraction(principal.low) * years.low,
            principal.high.flatMap { high in years.high.map { Fraction(high) * $0 } })
        return isCharged == .yes ? sum : sum.orNothing
    }

    private func annual(on day: Day) -> Extent<Fraction> {
        guard let reference else { return rate }
        return reference.rate(on: day).map { rate.plus($0) } ?? Extent(.zero, nil)
    }

    /// What it is charged on; nil where no figure says it.
    private func principal(_ figures: [Figure]) -> Amount? {
        let money = figures.filter { $0.currency != nil }
        if let own = money.first(where: { $0.base == base }) { return Amount(own.units) }
        guard let drawn = money.first(where: { $0.base == Self.drawn }) else { return nil }
        guard let commitment else { return Amount(drawn.units) }
        let low = max(0, commitment.low - drawn.units)
        return Amount(low, commitment.high.map { max(low, $0 - drawn.units) })
    }
}

/// What is credited for a time in which a service was below its level.
public struct CreditAmount: Hashable, Sendable {
    let level: MeasuredLevel
    let credit: Share
    /// The most; nil for no bound.
    let most: Share?

    /// A part of what figures say.
    struct Share: Hashable {
        let base: String?
        let share: Extent<Fraction>
    }

    /// In minor units, for the whole time of the figures.
    func amount(_ figures: [Figure]) -> Extent<Fraction> {
        let isKept = level.isKept(by: figures)
        if isKept == .yes { return .zero }
        var sum = amount(credit, figures)
        if let most { sum = sum.limited(to: amount(most, figures)) }
        return isKept == .no ? sum : sum.orNothing
    }

    private func amount(_ share: Share, _ figures: [Figure]) -> Extent<Fraction> {
        guard
            let figure = figures.first(where: { $0.base == share.base && $0.currency != nil })
        else { return Extent(.zero, nil) }
        return share.share.map { $0 * Fraction(figure.units) }
    }
}
