import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// Imprecise days against an oracle that writes out every world, day by day, and folds each by definition.
struct PossibleWorldsTests {
    /// Some days, both included, of which one is meant.
    typealias Span = ClosedRange<Int>

    /// One random assertion of the one cell; days are counted from the epoch.
    struct Change: Sendable {
        let amount: Int
        let from: Span
        /// The last day of a temporary one.
        let lasts: Span?
        let isOnward: Bool
        let was: Int?
        /// The recording it is in, in the order in which they were agreed.
        let recording: Int
    }

    static let epoch: Day = "2025-01-01"

    /// The opening first; then up to five changes, some of them two to a recording.
    static func changes(_ seed: Int) -> [Change] {
        var random = Seeded(UInt64(seed))
        func span(_ range: ClosedRange<Int>, _ random: inout Seeded) -> Span {
            let first = Int.random(in: range, using: &random)
            let length = Bool.random(using: &random) ? Int.random(in: 1...4, using: &random) : 0
            return first...first + length
        }
        let opening = Int.random(in: 0..<4, using: &random) == 0 ? 0...3 : 0...0
        var changes = [
            Change(
                amount: 0, from: opening, lasts: nil, isOnward: false, was: nil, recording: 0)
        ]
        for index in 1...5 where Int.random(in: 0..<3, using: &random) > 0 {
            let isJoined =
                index > 1 && changes.count > 1 && Int.random(in: 0..<6, using: &random) == 0
            let from =
                isJoined ? changes[changes.count - 1].from : span(0...14, &random)
            let isTemporary = Int.random(in: 0..<3, using: &random) == 0
            let last = span(from.lowerBound...from.lowerBound + 8, &random)
            changes.append(
                Change(
                    amount: index, from: from,
                    lasts: isTemporary ? last : nil,
                    isOnward: !isTemporary && Int.random(in: 0..<6, using: &random) == 0,
                    was: Int.random(in: 0..<5, using: &random) == 0
                        ? changes[Int.random(in: changes.indices, using: &random)].amount : nil,
                    recording: isJoined ? changes[changes.count - 1].recording : index))
        }
        return changes
    }

    static func bound(_ span: Span) -> DateBound {
        let (first, last) = (
            CivilDate(epoch.adding(days: span.lowerBound)),
            CivilDate(epoch.adding(days: span.upperBound))
        )
        return span.count == 1 ? .on(first) : .between(first, last)
    }

    static func story(_ changes: [Change]) -> Story {
        let groups = Dictionary(grouping: changes, by: \.recording).sorted { $0.key < $1.key }
        return Story(
            groups.map { number, changes in
                let events = changes.map { change -> Event in
                    if number == 0 { return Sample.added(0) }
                    return Event(
                        TermAmended(
                            term: Sample.term, was: change.was.map { Sample.set($0) },
                            set: Sample.set(change.amount),
                            lasts: change.lasts.map(bound),
                            onward: change.isOnward ? TermAmended.Onward(wipes: []) : nil))
                }
                let first = [
                    Event(AgreementRecorded(title: "Story", zone: "UTC", conventions: nil)),
                    Event(PartyAdmitted(party: "a", name: "A")),
                    Event(PartyAdmitted(party: "b", name: "B")),
                ]
                var recording = recorded(
                    RecordingKey("r\(number)") ?? "r",
                    signed: CivilDate(epoch.adding(days: number - 20)),
                    effective: bound(changes[0].from))
                recording.events = (number == 0 ? first : []) + events
                return recording
            })
    }

    /// One world: the day each change begins on, and the first day on which a temporary one is over.
    struct World {
        var begins: [Int]
        var ends: [Int?]
    }

    /// Every choice of days, whatever speaks against it.
    static func worlds(_ changes: [Change]) -> [World] {
        var worlds = [World(begins: [], ends: [])]
        for (index, change) in changes.enumerated() {
            let isJoined = index > 0 && changes[index - 1].recording == change.recording
            worlds = worlds.flatMap { world in
                let begins = isJoined ? [world.begins[index - 1]] : Array(change.from)
                return begins.flatMap { begin -> [World] in
                    let ends: [Int?] = change.lasts.map { $0.map { $0 + 1 } } ?? [nil]
                    return ends.map {
                        World(begins: world.begins + [begin], ends: world.ends + [$0])
                    }
                }
            }
        }
        return worlds
    }

    static func isInOrder(_ world: World, _ changes: [Change]) -> Bool {
        changes.indices.allSatisfy { later in
            let isAfterOpening =
                changes[later].from.upperBound < changes[0].from.lowerBound
                || world.begins[later] >= world.begins[0]
            return isAfterOpening
                && changes.indices.prefix(later).allSatisfy { earlier in
                    changes[earlier].from != changes[later].from || changes[later].from.count == 1
                        || world.begins[later] >= world.begins[earlier]
                }
        }
    }

    static func agreesWithWas(_ world: World, _ changes: [Change]) -> Bool {
        changes.indices.allSatisfy { index in
            guard let was = changes[index].was else { return true }
            let before = changes.indices.filter {
                (world.begins[$0], $0) < (world.begins[index], index)
            }
            return winner(on: world.begins[index], world, changes, among: before) == was
        }
    }

    /// The definition: the top window of the day, else the last step of the base; nil for nothing.
    static func winner(
        on day: Int, _ world: World, _ changes: [Change], among indices: [Int]
    ) -> Int? {
        let (begins, ends) = (world.begins, world.ends)
        let onward = indices.filter { changes[$0].isOnward }
        func isWiped(_ index: Int) -> Bool {
            onward.contains { $0 > index && begins[index] > begins[$0] }
        }
        let steps = indices.filter { changes[$0].lasts == nil && !isWiped($0) }
        let top = indices.last { index in
            guard let end = ends[index], begins[index] <= day, day < end else { return false }
            let isCut = steps.contains {
                $0 > index && begins[index] <= begins[$0] && begins[$0] <= day
            }
            let isEnded = onward.contains {
                $0 > index && (begins[$0] <= day || begins[$0] <= begins[index])
                    && begins[$0] < end
            }
            return !isCut && !isEnded
        }
        if let top { return changes[top].amount }
        let begun = steps.filter { begins[$0] <= day }
        return begun.max { (begins[$0], $0) < (begins[$1], $1) }.map { changes[$0].amount }
    }

    static func possible(_ changes: [Change]) -> [World] {
        let ordered = worlds(changes).filter { isInOrder($0, changes) }
        let heeding = ordered.filter { agreesWithWas($0, changes) }
        return heeding.isEmpty ? ordered : heeding
    }

    private static func cell(_ changes: [Change]) throws -> CellTimeline {
        let story = story(changes)
        let reading = AgreementReading(
            "story", history: story.events, from: Vantage(on: epoch))
        return try #require(reading.term(Sample.term)?.cells[.quantity])
    }

    private static func found(_ cell: CellTimeline, on day: Int) -> [Int?] {
        cell.at(epoch.adding(days: day)).map { candidate in
            candidate?.value.flatMap { Int($0.displayText) }
        }
    }

    @Test(arguments: 0..<60)
    func `what may govern is what governs in some possible world, and nothing else`(
        _ chunk: Int
    ) throws {
        for seed in chunk * 20..<(chunk + 1) * 20 {
            var changes = Self.changes(seed)
            while Self.worlds(changes).count > 300 { changes.removeLast() }
            let cell = try Self.cell(changes)
            let worlds = Self.possible(changes)
            let indices = Array(changes.indices)
            for day in -1..<35 {
                let expected = Set(
                    worlds.map { Self.winner(on: day, $0, changes, among: indices) })
                let found = Self.found(cell, on: day)
                if Set(found) != expected || found.count != expected.count {
                    Issue.record(
                        "seed \(seed), day \(day): \(found), not \(expected): \(changes)")
                    break
                }
            }
        }
    }

    @Test(arguments: 0..<20)
    func `where the worlds are too many to look at, none is left out all the same`(
        _ chunk: Int
    ) throws {
        for seed in chunk * 10..<(chunk + 1) * 10 {
            var random = Seeded(UInt64(seed) &+ 40_000)
            let changes = Self.changes(seed &+ 40_000).map { change in
                Change(
                    amount: change.amount, from: change.from, lasts: change.lasts,
                    isOnward: change.isOnward, was: nil, recording: change.amount)
            }
            let cell = try Self.cell(changes)
            for _ in 0..<20 {
                let world = World(
                    begins: changes.map { Int.random(in: $0.from, using: &random) },
                    ends: changes.map {
                        $0.lasts.map { Int.random(in: $0, using: &random) + 1 }
                    })
                guard Self.isInOrder(world, changes) else { continue }
                for day in -1..<35 {
                    let winner = Self.winner(
                        on: day, world, changes, among: Array(changes.indices))
                    if !Self.found(cell, on: day).contains(winner) {
                        Issue.record("seed \(seed), day \(day): no \(winner ?? -1): \(changes)")
                        break
                    }
                }
            }
        }
    }
}
