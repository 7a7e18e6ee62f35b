import Effort
import Terms
import Testing

/// Blocks of days: what lies in some days is found by their numbers.
struct DayBlockTests {
    @Test(arguments: 0..<Rounds.of(400))
    func `some days lie in at most three blocks that are less than twice as long`(seed: Int) {
        var random = Seeded(UInt64(seed))
        let first = Day.first.adding(days: Int.random(in: 0...3_652_058, using: &random))
        let length = 1 << Int.random(in: 0...21, using: &random)
        let days = first...first.adding(days: Int.random(in: 0..<length, using: &random))
        let blocks = DayBlock.covering(days)
        let count = days.lowerBound.days(until: days.upperBound) + 1
        let covered = blocks.reduce(0) { $0 + 1 << $1.level }
        #expect((1...3).contains(blocks.count))
        #expect(covered >= count && covered < 2 * count && (count > 4 || covered == count))
        for day in [days.lowerBound, days.upperBound] {
            #expect(blocks.contains { $0.overlaps(day...day) })
            for other in [day.adding(days: -1), day.adding(days: 40)] {
                // Days that have one in common with them are found by the numbers on each level.
                let near = min(day, other)...max(day, other)
                #expect(
                    blocks.contains {
                        DayBlock.numbers(of: near, at: $0.level).contains($0.number)
                    })
            }
        }
    }

    @Test func `one block has every day in it, and a day is a block of its own`() {
        #expect(DayBlock.covering(Day.first...Day.last) == [.calendar])
        let day: Day = "2026-04-27"
        let blocks = DayBlock.covering(day...day)
        #expect(blocks.map(\.level) == [0])
        #expect(!blocks.contains { $0.overlaps(day.adding(days: 1)...day.adding(days: 9)) })
        #expect(DayBlock.levels.contains(DayBlock.calendar.level))
    }
}
