import Terms

/// The bounds that a measured figure is held against.
struct MeasuredLevel: Hashable, Sendable {
    /// What is measured, as figures of it are called; nil where that is not stated.
    var measure: String?
    /// Each bound as a part of what is measured.
    var bounds: [FieldName: Extent<Fraction>]

    /// In which fields bounds stand.
    static let fields: [FieldName] = [.moreThan, .atLeast, .atMost, .lessThan]

    /// Whether figures for one time keep within the bounds; not known where they do not say what is measured.
    ///
    /// A share is measured as a part of one: 0.995 for 99.5%. Where every bound is a part of one, what is measured as
    /// more says nothing: it may be meant in percent.
    func isKept(by figures: [Figure]) -> Truth {
        guard !bounds.isEmpty,
            let figure = figures.first(where: { $0.base == measure && $0.currency == nil })
        else { return .unknown }
        let measured = Fraction(figure.units, over: 1_000_000)
        let arePartsOfOne = bounds.values.allSatisfy { $0.high.map { $0 <= .one } ?? false }
        if arePartsOfOne, measured > .one { return .unknown }
        return bounds.map { name, bound in holds(measured, name, bound) }.all()
    }

    private func holds(
        _ measured: Fraction, _ name: FieldName, _ bound: Extent<Fraction>
    ) -> Truth {
        func isSure(_ holds: (Fraction, Fraction) -> Bool) -> Truth {
            let least = holds(measured, bound.low)
            let most = bound.high.map { holds(measured, $0) }
            return least == most ? Truth(least) : .unknown
        }
        switch name {
        case .moreThan: return isSure(>)
        case .atLeast: return isSure(>=)
        case .atMost: return isSure(<=)
        case .lessThan: return isSure(<)
        case _: return .unknown
        }
    }
}
