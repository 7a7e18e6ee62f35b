import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// Laws of order, with days, months and years mixed: which answers hang on the order of agreement, and that
/// none hangs on the order in which files arrive.
struct OrderLawTests {
    /// One amendment, as it is drawn: what it sets, when it holds, and its place in the parties' order.
    struct Draft {
        let amount: Int
        let effective: DateBound
        let lasts: DateBound?
        /// The instrument's own number, or the day of signing where it has none.
        let number: Int?
        let signed: CivilDate
    }

    static let dates: [CivilDate] = [
        "2020-02", "2020-03", "2020", "2020-02-10", "2020-03-01", "2020-03-15", "2020-02-29",
        "2021-01", "2021",
    ]

    static func effective(_ random: inout Seeded) -> DateBound {
        let date = dates[Int.random(in: dates.indices, using: &random)]
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return .announced(date)
        case 1: return .between(CivilDate(date.earliest), CivilDate(date.earliest.adding(days: 9)))
        case _: return .on(date)
        }
    }

    static func drafts(_ seed: Int, numbered: Bool = false) -> [Draft] {
        var random = Seeded(UInt64(seed) &+ 77)
        let count = Int.random(in: 1...4, using: &random)
        return (1...count).map { index in
            let isTemporary = Int.random(in: 0..<3, using: &random) == 0
            return Draft(
                amount: index, effective: effective(&random),
                lasts: isTemporary
                    ? .through(dates[Int.random(in: dates.indices, using: &random)]) : nil,
                number: numbered ? index : nil,
                signed: CivilDate(Day("2020-01-02").adding(days: index)))
        }
    }

    static func recording(_ draft: Draft) -> Recording {
        recorded(
            RecordingKey("r\(draft.amount)") ?? "r", number: draft.number, signed: draft.signed,
            effective: draft.effective, disclosed: draft.signed,
            Event(
                TermAmended(
                    term: Sample.term, set: Sample.set(draft.amount), lasts: draft.lasts)))
    }

    static let opening = Sample.opened(0, from: "2020-01-01")

    static func cell(_ recordings: [Recording]) throws -> CellTimeline {
        let story = Story(recordings)
        let reading = AgreementReading(
            "story", history: story.events, from: Vantage(on: "2020-01-01"))
        return try #require(reading.term(Sample.term)?.cells[.quantity])
    }

    /// What may govern on each of many days, as a set a day.
    static func answers(_ cell: CellTimeline) -> [Set<String>] {
        (-10..<500).map { offset in
            Set(
                cell.at(Day("2020-01-01").adding(days: offset)).map {
                    $0?.value?.displayText ?? "nothing"
                })
        }
    }

    @Test(arguments: 0..<100)
    func `the order of arrival changes nothing`(_ seed: Int) throws {
        var random = Seeded(UInt64(seed))
        let amendments = Self.drafts(seed, numbered: seed % 2 == 0).map(Self.recording)
        let sorted = try Self.answers(Self.cell([Self.opening] + amendments))
        let mixed = try Self.answers(
            Self.cell([Self.opening] + amendments.shuffled(using: &random)))
        #expect(sorted == mixed, "seed \(seed)")
    }

    @Test(arguments: 0..<60)
    func `of two for the same date the later in the parties' order governs after it`(
        _ seed: Int
    ) throws {
        var random = Seeded(UInt64(seed) &+ 5)
        let effective = Self.effective(&random)
        let drafts = [1, 2].map { index in
            Draft(
                amount: index, effective: effective, lasts: nil,
                number: seed % 3 == 0 ? index : nil,
                signed: CivilDate(Day("2020-01-02").adding(days: index)))
        }
        let cell = try Self.cell([Self.opening] + drafts.reversed().map(Self.recording))
        let window = try #require(Self.window(effective))
        for offset in 0..<40 {
            let day = window.upperBound.adding(days: offset)
            #expect(
                cell.at(day).map { $0?.value?.displayText } == ["2"], "seed \(seed)")
        }
        for offset in -40..<0 {
            let day = window.lowerBound.adding(days: offset)
            if day < "2020-01-01" { continue }
            #expect(cell.at(day).map { $0?.value?.displayText } == ["0"])
        }
    }

    private static func window(_ bound: DateBound) -> ClosedRange<Day>? {
        switch bound {
        case .on(let date), .announced(let date): date.earliest...date.latest
        case .between(let first, let last): first.earliest...last.latest
        case .from, .through, .until, .soft, .upon, .firstOf, .lastOf, .after, .moved, .open: nil
        }
    }

    @Test(arguments: 0..<60)
    func `an exact day is one of the days of its month: what is certain of the month holds of it`(
        _ seed: Int
    ) throws {
        var random = Seeded(UInt64(seed) &+ 9)
        let drafts = Self.drafts(seed)
        let wide = try Self.answers(Self.cell([Self.opening] + drafts.map(Self.recording)))
        // Each of the same dates becomes the same day, so that it stays a possible world.
        var chosen: [ClosedRange<Day>: Day] = [:]
        let narrowed = drafts.map { draft -> Draft in
            guard let window = Self.window(draft.effective) else { return draft }
            let length = window.lowerBound.days(until: window.upperBound)
            let day =
                chosen[window]
                ?? window.lowerBound.adding(days: Int.random(in: 0...length, using: &random))
            chosen[window] = day
            return Draft(
                amount: draft.amount, effective: .on(CivilDate(day)), lasts: draft.lasts,
                number: draft.number, signed: draft.signed)
        }
        let narrow = try Self.answers(Self.cell([Self.opening] + narrowed.map(Self.recording)))
        for (index, pair) in zip(wide, narrow).enumerated() {
            #expect(pair.1.isSubset(of: pair.0), "seed \(seed), day \(index)")
        }
    }
}
