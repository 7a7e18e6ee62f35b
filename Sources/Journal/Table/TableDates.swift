import Algorithms
import Notation
import Terms

/// Which of day and month stands first in the dates of a table that are written in figures, such as 03/04/2026.
///
/// A map states it once for the whole table. Without it such a date is refused with both readings; with it, a date that
/// can only be read the other way round is refused too, because then the statement or the date is wrong.
enum TableDates: String, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"

    static let codec = Codec<TableDates>.choice("an order of day and month")

    /// The text with each such date written as year, month and day.
    func written(_ text: String) -> String {
        var result = ""
        for part in Self.parts(of: text) {
            result += Self.figures(part).flatMap { date($0)?.description } ?? part
        }
        return result
    }

    /// A date that is none in this order; nil where there is none.
    func contradiction(in text: String) -> String? {
        Self.parts(of: text).first { part in Self.figures(part).map { date($0) == nil } ?? false }
    }

    /// What to say once, where a cell has a date that may be read both ways.
    static func hint(for text: String) -> String? {
        let isDoubtful = parts(of: text).compactMap(figures).contains { figures in
            let dates = allCases.map { $0.date(figures) }
            return dates.allSatisfy { $0 != nil } && Set(dates).count > 1
        }
        return isDoubtful
            ? "or state the order for the whole table in its map: "
                + allCases.map { "dates: \($0.rawValue)" }.joined(separator: " or ") : nil
    }

    private func date(_ figures: (Int, Int, Int)) -> Day? {
        switch self {
        case .dayFirst: Day(year: figures.2, month: figures.1, day: figures.0)
        case .monthFirst: Day(year: figures.2, month: figures.0, day: figures.1)
        }
    }

    /// The words of a text and what stands between them, in their order.
    private static func parts(of text: String) -> [String] {
        text.chunked { one, next in isOfDate(one) == isOfDate(next) }.map { String($0) }
    }

    private static func isOfDate(_ character: Character) -> Bool {
        character.isASCII && (character.isNumber || character.isLetter || "/.-".contains(character))
    }

    /// Three numbers with one sort of mark between them, the year last.
    private static func figures(_ word: String) -> (Int, Int, Int)? {
        let marks = word.filter { !$0.isNumber }
        let numbers = word.split { !$0.isNumber }
        guard marks.count == 2, Set(marks).count == 1, marks.allSatisfy("/.-".contains),
            numbers.map(\.count).suffix(1) == [4],
            numbers.count == 3, numbers.prefix(2).allSatisfy({ $0.count <= 2 }),
            let first = Int(numbers[0]), let second = Int(numbers[1]), let year = Int(numbers[2])
        else { return nil }
        return (first, second, year)
    }
}
