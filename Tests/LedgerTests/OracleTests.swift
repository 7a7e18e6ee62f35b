import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// The fold against an oracle that knows nothing of pieces: for each day it looks at every event.
struct OracleTests {
    /// One random assertion of the one cell.
    struct Change: Sendable {
        let key: RecordingKey
        let amount: Int
        let from: Day
        let lasts: Day?
        let isOnward: Bool
        let agreed: Day
    }

    static let epoch: Day = "2025-01-01"

    static func changes(_ seed: UInt64) -> [Change] {
        var random = Seeded(seed)
        let count = Int.random(in: 0...9, using: &random)
        return (0..<count).map { index in
            let from = epoch.adding(days: Int.random(in: 1...40, using: &random))
            let isTemporary = Bool.random(using: &random)
            return Change(
                key: RecordingKey("change-\(index)") ?? "change",
                amount: index + 1, from: from,
                lasts: isTemporary
                    ? from.adding(days: Int.random(in: 0...15, using: &random)) : nil,
                isOnward: !isTemporary && Int.random(in: 0..<5, using: &random) == 0,
                agreed: epoch.adding(days: Int.random(in: 0...20, using: &random)))
        }
    }

    static func recording(_ change: Change) -> Recording {
        Sample.amended(
            change.key, to: change.amount, from: CivilDate(change.from),
            lasts: change.lasts.map { .through(CivilDate($0)) },
            onward: change.isOnward ? [] : nil, signed: CivilDate(change.agreed))
    }

    /// The definition, word by word: the top window of that day, else the last step of the base.
    static func oracle(_ changes: [Change], on day: Day) -> Int {
        let opening = Change(
            key: "opening", amount: 0, from: epoch, lasts: nil, isOnward: false, agreed: epoch)
        let ordered = ([opening] + changes).enumerated()
            .sorted { ($0.element.agreed, $0.offset) < ($1.element.agreed, $1.offset) }
            .map(\.element)
        func isWiped(_ index: Int) -> Bool {
            ordered.indices.contains { later in
                later > index && ordered[later].isOnward && ordered[index].lasts == nil
                    && ordered[index].from > ordered[later].from
            }
        }
        func isOpen(_ index: Int) -> Bool {
            let window = ordered[index]
            guard let last = window.lasts, (window.from...last).contains(day) else { return false }
            return !ordered.indices.contains { later in
                guard later > index, ordered[later].lasts == nil, ordered[later].from <= day else {
                    return false
                }
                return ordered[later].isOnward && ordered[later].from <= last
                    || !isWiped(later) && (window.from...last).contains(ordered[later].from)
            }
        }
        if let top = ordered.indices.last(where: isOpen) { return ordered[top].amount }
        let steps = ordered.indices.filter {
            ordered[$0].lasts == nil && ordered[$0].from <= day && !isWiped($0)
        }
        let last = steps.max { (ordered[$0].from, $0) < (ordered[$1].from, $1) }
        return last.map { ordered[$0].amount } ?? 0
    }

    @Test(arguments: 0..<Rounds.of(400))
    func `every day of a random history is as the oracle says`(_ seed: Int) {
        let changes = Self.changes(UInt64(seed))
        let story = Story(
            [Sample.opened(0, from: CivilDate(Self.epoch))] + changes.map(Self.recording))
        for offset in 0..<70 {
            let day = Self.epoch.adding(days: offset)
            let expected = String(Self.oracle(changes, on: day))
            #expect(story.on(day).amount == expected, "seed \(seed) on \(day): \(changes)")
        }
    }

    @Test(arguments: 0..<Rounds.of(100))
    func `pieces tile every day without gap or overlap`(_ seed: Int) throws {
        let changes = Self.changes(UInt64(seed))
        let story = Story(
            [Sample.opened(0, from: CivilDate(Self.epoch))] + changes.map(Self.recording))
        let reading = AgreementReading(
            "story", history: story.events, from: Vantage(on: Self.epoch))
        let cell = try #require(reading.term(Sample.term)?.cells[.quantity])
        #expect(cell.first?.from.description == "0001-01-01")
        #expect(cell.last?.to == nil)
        for (piece, next) in zip(cell, cell.dropFirst()) {
            #expect(piece.to == next.from)
            #expect(piece.from < next.from)
            #expect(piece.value != next.value)
        }
    }

    @Test(arguments: 0..<Rounds.of(100))
    func `an answer from a fixed position never changes by what is appended later`(_ seed: Int) {
        let recordings =
            [Sample.opened(0, from: CivilDate(Self.epoch))]
            + Self.changes(UInt64(seed)).map(Self.recording)
        let whole = Story(recordings)
        for count in recordings.indices {
            let part = Story(Array(recordings.prefix(count + 1)))
            let position = part.head.number
            for offset in stride(from: 0, to: 60, by: 7) {
                let day = Self.epoch.adding(days: offset)
                let then = part.on(day, recordedAt: position).copy
                let now = whole.on(day, recordedAt: position).copy
                #expect(then.terms == now.terms, "seed \(seed), \(count) recordings, \(day)")
            }
        }
    }

    @Test(arguments: 0..<Rounds.of(100))
    func `an event touches only its own extent`(_ seed: Int) {
        let changes = Self.changes(UInt64(seed))
        guard let last = changes.last, !last.isOnward else { return }
        let opening = Sample.opened(0, from: CivilDate(Self.epoch))
        let before = Story([opening] + changes.dropLast().map(Self.recording))
        let after = Story([opening] + changes.map(Self.recording))
        for offset in 0..<70 {
            let day = Self.epoch.adding(days: offset)
            let isInside = day >= last.from && last.lasts.map { day <= $0 } ?? true
            if isInside { continue }
            #expect(before.on(day).amount == after.on(day).amount, "seed \(seed) on \(day)")
        }
    }

    @Test(arguments: 0..<Rounds.of(60))
    func `files may arrive in any order`(_ seed: Int) {
        var random = Seeded(UInt64(seed))
        let changes = Self.changes(UInt64(seed) &+ 1_000).enumerated().map { index, change in
            Change(
                key: change.key, amount: change.amount, from: change.from, lasts: change.lasts,
                isOnward: change.isOnward, agreed: Self.epoch.adding(days: index))
        }
        let opening = Sample.opened(0, from: CivilDate(Self.epoch))
        let sorted = Story([opening] + changes.map(Self.recording))
        let shuffled = Story([opening] + changes.shuffled(using: &random).map(Self.recording))
        for offset in 0..<70 {
            let day = Self.epoch.adding(days: offset)
            #expect(sorted.on(day).amount == shuffled.on(day).amount, "seed \(seed) on \(day)")
        }
    }
}
