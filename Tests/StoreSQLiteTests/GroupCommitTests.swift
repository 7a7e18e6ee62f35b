import Amendments
import EventStore
import Foundation
import GRDB
import Ledger
import StoreConformance
import StoreSQLite
import Terms
import Testing

/// Recordings that wait in one store are written together, and each has its own outcome.
struct GroupCommitTests {
    private static func key(_ number: Int) -> RecordingKey {
        RecordingKey("number-\(number)") ?? "number"
    }

    private static func store(_ scratch: Scratch, capacity: Int = 1_024) throws -> SQLiteStore {
        let clock = TestClock()
        return try SQLiteStore(
            path: scratch.book, mode: .create, waitLimit: Scratch.withoutEnd, capacity: capacity,
            clock: { clock.now() })
    }

    /// Holds the book while `body` starts appends, so that all of them wait.
    private static func whileBusy<Answer>(
        _ scratch: Scratch, _ body: () async throws -> Answer
    ) async throws -> Answer {
        let rival = try scratch.raw()
        try await rival.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        let answer = try await body()
        try await rival.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        return answer
    }

    /// The frames of the write-ahead log that end a transaction.
    private static func commits(_ scratch: Scratch) throws -> Int {
        let log = try Data(contentsOf: URL(fileURLWithPath: scratch.book + "-wal"))
        let frame = 24 + 4_096
        return stride(from: 32, to: log.count - frame + 1, by: frame).count { start in
            log[start + 4..<start + 8] != Data(count: 4)
        }
    }

    @Test func `a hundred that wait share a few transactions`() async throws {
        let scratch = try Scratch()
        let store = try Self.store(scratch)
        _ = try await store.append(notice("first"), by: "me", expecting: [:])
        let before = try Self.commits(scratch)
        let tasks = try await Self.whileBusy(scratch) {
            (0..<40).map { number in
                Task.immediate {
                    try await store.append(notice(Self.key(number)), by: "me", expecting: [:])
                }
            }
        }
        for task in tasks { _ = try await task.value }
        #expect(try await store.head() == Position(82))
        // The one that was first, and those that came while it waited.
        #expect(try Self.commits(scratch) - before <= 3)
    }

    @Test func `one that is refused takes nothing of the others with it`() async throws {
        let scratch = try Scratch()
        let store = try Self.store(scratch)
        _ = try await store.append(notice("known"), by: "me", expecting: [:])
        var other = notice("known")
        other.disclosed = "2025-02-02"
        var large = notice("large")
        large.events[1].effective = .firstOf(
            Array(repeating: DateBound.upon("condition"), count: 5_000))
        var nothing = notice("nothing")
        nothing.events.append(
            Event(
                PayloadRedacted(
                    event: EventReference(recording: "absent", ordinal: 1), authority: "x")))
        let waiting: [(Recording, [AgreementID: ExpectedVersion])] = [
            (notice("a"), [:]), (other, [:]), (notice("b"), ["first": .exactly(4)]), (large, [:]),
            (notice("stale"), ["first": .exactly(2)]), (notice("c"), [:]), (nothing, [:]),
            (notice("known"), [:]), (notice("a"), [:]), (notice("d"), ["first": .exactly(8)]),
        ]
        let tasks = try await Self.whileBusy(scratch) {
            waiting.map { recording, expected in
                Task.immediate {
                    try await store.append(recording, by: "me", expecting: expected)
                }
            }
        }
        var told: [String] = []
        for task in tasks {
            switch await task.result {
            case .success(let receipt):
                told.append("\(receipt.first)\(receipt.isRepeated ? " again" : "")")
            case .failure(DeedbookError.keyReused): told.append("reused")
            case .failure(DeedbookError.entryTooLarge): told.append("large")
            case .failure(DeedbookError.versionConflict(_, _, let actual)):
                told.append("at \(actual)")
            case .failure(DeedbookError.redactsNothing): told.append("nothing")
            case .failure(let error): told.append("\(error)")
            }
        }
        #expect(
            told == [
                "#3", "reused", "#5", "large", "at 6", "#7", "nothing", "#1 again", "#3 again",
                "#9",
            ])
        #expect(try await store.head() == Position(10))
        #expect(await store.structuralFaults() == [])
    }

    @Test func `one that finds no place waits for one, first come, first served`() async throws {
        let scratch = try Scratch()
        let store = try Self.store(scratch, capacity: 2)
        let tasks = try await Self.whileBusy(scratch) {
            (0..<12).map { number in
                Task.immediate {
                    try await store.append(notice(Self.key(number)), by: "me", expecting: [:])
                }
            }
        }
        var positions: [Int] = []
        for task in tasks { positions.append(try await task.value.first.number) }
        #expect(positions == Array(stride(from: 1, to: 24, by: 2)))
    }

    @Test func `who is cancelled before there was a place learns so, and nothing is written`()
        async throws
    {
        let scratch = try Scratch()
        let store = try Self.store(scratch, capacity: 2)
        let tasks = try await Self.whileBusy(scratch) {
            let tasks = (0..<6).map { number in
                Task.immediate {
                    try await store.append(notice(Self.key(number)), by: "me", expecting: [:])
                }
            }
            // The first has a place, and keeps it.
            for index in [0, 2, 4] { tasks[index].cancel() }
            // Those that left did not have to wait for the book.
            for index in [2, 4] {
                await #expect(throws: DeedbookError.overloaded(capacity: 2)) {
                    try await tasks[index].value
                }
            }
            return tasks
        }
        var positions: [Int] = []
        for index in [0, 1, 3, 5] { positions.append(try await tasks[index].value.first.number) }
        #expect(positions == [1, 3, 5, 7])
        let keys = try await store.events(after: Position(0), limit: .max).map(\.recording.key.text)
        #expect(Set(keys) == ["number-0", "number-1", "number-3", "number-5"])
    }

    @Test func `a task that is cancelled already takes a free place, and no other`() async throws {
        let scratch = try Scratch()
        let store = try Self.store(scratch, capacity: 1)
        let tasks = try await Self.whileBusy(scratch) {
            (0..<2).map { number in
                Task.immediate {
                    withUnsafeCurrentTask { $0?.cancel() }
                    return try await store.append(
                        notice(Self.key(number)), by: "me", expecting: [:])
                }
            }
        }
        #expect(try await tasks[0].value.first == Position(1))
        await #expect(throws: DeedbookError.overloaded(capacity: 1)) { try await tasks[1].value }
    }

    @Test func `many readers and writers of one store all get their answers`() async throws {
        let scratch = try Scratch()
        let store = try Self.store(scratch, capacity: 8)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<300 {
                group.addTask {
                    _ = try await store.append(notice(Self.key(number)), by: "me", expecting: [:])
                }
                if number % 10 == 0 {
                    group.addTask { _ = try await store.events(of: "first", through: nil) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.head() == Position(600))
        #expect(await store.structuralFaults() == [])
    }
}
