import EventStore
import Payments
import Terms

/// Which of the figures given count.
enum CountedFigures {
    /// Those that lie within the days asked about, each whole, at least one.
    ///
    /// - Parameters:
    ///   - from: the first day that counts; nil for no limit.
    ///   - to: the last day that counts; nil for no limit.
    static func among(
        _ figures: [Figure], from: Day?, to: Day?
    ) throws(DeedbookError) -> [Figure] {
        let counted = figures.filter { figure in
            (from.map { figure.days.upperBound >= $0 } ?? true)
                && (to.map { figure.days.lowerBound <= $0 } ?? true)
        }
        let boundaries = [from, to?.adding(days: 1)].compactMap(\.self)
        for figure in counted {
            if let day = boundaries.first(where: {
                figure.days.lowerBound < $0 && $0 <= figure.days.upperBound
            }) {
                throw .straddling(figure.period, line: figure.line, day: day)
            }
        }
        guard !counted.isEmpty else { throw .noFigures }
        return counted
    }
}
