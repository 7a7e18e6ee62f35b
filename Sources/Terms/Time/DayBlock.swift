/// Some days of the calendar that lie together: one of the parts into which it falls when it is halved again and again.
///
/// Any run of days lies in a few blocks that are together less than twice as long. What may fall into some days is
/// therefore looked up by the numbers of theirs on each level, and not by a comparison with every run.
public struct DayBlock: Hashable, Sendable {
    /// It has two to the power of the level days; on level 0 one day.
    public let level: Int
    /// Its place among those of its level, from 0 for the one that has the first day of the calendar in it.
    public let number: Int

    private init(level: Int, number: Int) {
        self.level = level
        self.number = number
    }

    /// The levels that there are: one block of the last has every day in it.
    public static let levels = 0...22

    /// Every day.
    public static let calendar = DayBlock(level: levels.upperBound, number: 0)

    /// At most three blocks that have some days in them, and together less than as many others; up to four days are
    /// covered by no others.
    public static func covering(_ days: ClosedRange<Day>) -> [DayBlock] {
        let length = days.lowerBound.days(until: days.upperBound) + 1
        // The coarsest level on which they are longer than two blocks.
        var level = max(0, Int.bitWidth - (length - 1).leadingZeroBitCount - 2)
        let numbers = numbers(of: days, at: level)
        var (first, end) = (numbers.lowerBound, numbers.upperBound + 1)
        var blocks: [DayBlock] = []
        // Two halves of one block are that block.
        while first < end {
            if !first.isMultiple(of: 2) {
                blocks.append(DayBlock(level: level, number: first))
                first += 1
            }
            if !end.isMultiple(of: 2) {
                end -= 1
                blocks.append(DayBlock(level: level, number: end))
            }
            (first, end, level) = (first / 2, end / 2, level + 1)
        }
        return blocks
    }

    /// The blocks of a level that have any of some days in them.
    public static func numbers(of days: ClosedRange<Day>, at level: Int) -> ClosedRange<Int> {
        let (first, last) = (
            Day.first.days(until: days.lowerBound), Day.first.days(until: days.upperBound)
        )
        return (first >> level)...(last >> level)
    }

    /// Whether any of some days lies in it.
    public func overlaps(_ days: ClosedRange<Day>) -> Bool {
        Self.numbers(of: days, at: level).contains(number)
    }
}
