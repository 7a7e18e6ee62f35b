import Effort
import Terms
import Testing

/// The laws of a timeline, against a value for every day.
@Suite struct TimelineTests {
    private static let epoch = ("2020-01-01" as Day)

    private static func day(_ offset: Int) -> Day { epoch.adding(days: offset) }

    private static let days = (-2...42).map(day)

    private static func random(_ seed: Int) -> (Timeline<Int>, Seeded) {
        var random = Seeded(UInt64(seed))
        var timeline = Timeline(0)
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            timeline.set(Int.random(in: 0...3, using: &random), on: someDays(&random))
        }
        return (timeline, random)
    }

    private static func someDays(_ random: inout Seeded) -> DayRange {
        let first = Int.random(in: 0...40, using: &random)
        let length = Int.random(in: 1...20, using: &random)
        let isOpen = Bool.random(using: &random)
        return DayRange(from: day(first), to: isOpen ? nil : day(first + length)) ?? .always
    }

    private static func check<Value>(_ timeline: Timeline<Value>) {
        #expect(timeline.first?.from == .first)
        #expect(timeline.last?.to == nil)
        for (piece, next) in zip(timeline, timeline.dropFirst()) {
            #expect(piece.to == next.from)
        }
        #expect(Array(timeline.changeDays) == timeline.dropFirst().map(\.from))
    }

    @Test(arguments: 0..<200)
    func `what is set holds on its days, and on every other day what held before`(_ seed: Int) {
        var (timeline, random) = Self.random(seed)
        let before = timeline
        let days = Self.someDays(&random)
        timeline.set(9, on: days)
        Self.check(timeline)
        for day in Self.days + [.first, .last] {
            #expect(timeline.at(day) == (days.contains(day) ? 9 : before.at(day)))
            #expect(timeline.piece(at: day).days.contains(day))
        }
    }

    @Test(arguments: 0..<200)
    func `a map and a zip say of each day what they make of its values`(_ seed: Int) {
        let (one, _) = Self.random(seed)
        let (other, _) = Self.random(seed + 1_000)
        let both = one.zip(other) { "\($0) \($1)" }
        Self.check(both)
        for day in Self.days {
            #expect(one.mapValues { $0 + 1 }.at(day) == one.at(day) + 1)
            #expect(both.at(day) == "\(one.at(day)) \(other.at(day))")
        }
        #expect(one.mapValues(\.self) == one)
        #expect(one.mapValues { $0 + 1 }.mapValues { $0 * 2 } == one.mapValues { ($0 + 1) * 2 })
    }

    @Test(arguments: 0..<200)
    func `coalesced, it says the same of each day, and no two neighbours do`(_ seed: Int) {
        let (timeline, _) = Self.random(seed)
        let joined = timeline.coalesced()
        Self.check(joined)
        for day in Self.days { #expect(joined.at(day) == timeline.at(day)) }
        for (piece, next) in zip(joined, joined.dropFirst()) { #expect(piece.value != next.value) }
        #expect(joined.coalesced() == joined)
    }

    @Test(arguments: 0..<200)
    func `a slice has the days asked about and no others`(_ seed: Int) {
        var (timeline, random) = Self.random(seed)
        let days = Self.someDays(&random)
        let slice = timeline.slice(of: days)
        #expect(slice.first?.from == days.from)
        #expect(slice.last?.to == days.to)
        for day in Self.days {
            let found = slice.filter { $0.days.contains(day) }.map(\.value)
            #expect(found == (days.contains(day) ? [timeline.at(day)] : []))
        }
    }

    @Test func `only the pieces that have a value are stated`() {
        let timeline = Timeline<Int?>(changingOn: [Self.day(3), Self.day(7)]) {
            $0 == Self.day(3) ? 5 : nil
        }
        let stated = timeline.stated()
        #expect(stated.map(\.value) == [5])
        #expect(stated.first?.days == DayRange(from: Self.day(3), to: Self.day(7)))
    }

    @Test func `the day after the last begins nothing`() {
        let timeline = Timeline(changingOn: [.beyond, Self.day(1)]) { $0 }
        #expect(timeline.map(\.from) == [.first, Self.day(1)])
    }
}

@Suite struct DayRangeTests {
    private static func day(_ number: Int) -> Day { Day(number: number) }

    /// Every range over a few days, and the days it should have.
    private static let all: [(range: DayRange, days: Set<Int>)] = (0..<5).flatMap { from in
        ((from + 1)...6).compactMap { to -> (DayRange, Set<Int>)? in
            // Six stands for no end.
            DayRange(from: day(from), to: to == 6 ? nil : day(to)).map { ($0, Set(from..<to)) }
        }
    }

    private static func days(of range: DayRange?) -> Set<Int> {
        Set((0..<6).filter { range?.contains(day($0)) ?? false })
    }

    @Test func `ranges meet, are cut and are joined as their days are`() {
        for (one, own) in Self.all {
            #expect(Self.days(of: one) == own)
            for cut in 0..<6 {
                #expect(Self.days(of: one.before(Self.day(cut))) == own.filter { $0 < cut })
                #expect(Self.days(of: one.tail(from: Self.day(cut))) == own.filter { $0 >= cut })
            }
            for (other, others) in Self.all {
                #expect(one.overlaps(other) == !own.isDisjoint(with: others))
                #expect(Self.days(of: one.intersection(other)) == own.intersection(others))
                if let both = one.joined(with: other) {
                    #expect(own.isDisjoint(with: others))
                    #expect(Self.days(of: both) == own.union(others))
                }
            }
        }
    }

    @Test func `no days are no range, and what is over on no day of the calendar has no end`() {
        #expect(DayRange(from: Self.day(3), to: Self.day(3)) == nil)
        #expect(DayRange(from: Self.day(3), to: .beyond)?.to == nil)
        #expect(DayRange(Day.first...Day.last) == .always)
        #expect(DayRange(Self.day(1)...Self.day(1)).through == Self.day(1))
    }
}
