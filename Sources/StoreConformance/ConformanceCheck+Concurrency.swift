import Amendments
import EventStore
import Ledger
import Synchronization
import Terms

extension ConformanceCheck {
    func concurrentAppenders() async throws {
        let (writers, each, size) = (4, 10, 3)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                group.addTask {
                    for index in 0..<each {
                        try await append(
                            Sample.recording("writer-\(writer)-\(index)", events: size))
                    }
                }
            }
            try await group.waitForAll()
        }
        let events = try await store.events(after: Position(0), limit: .max)
        try require(events.count == writers * each * size, "\(events.count) events")
        try require(
            events.map(\.position.number) == Array(1...max(events.count, 1)), "positions not dense")
        for start in stride(from: 0, to: events.count, by: size) {
            let batch = events[start..<start + size]
            try require(
                Set(batch.map(\.recording.key)).count == 1, "recordings interleave at \(start + 1)")
            try require(batch.map(\.ordinal) == [1, 2, 3], "ordinals \(batch.map(\.ordinal))")
        }
    }

    func positionsAreCommitOrdered() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    var last = Position(0)
                    for index in 0..<8 {
                        last = try await appendAndLook(
                            for: Sample.recording("commit-\(writer)-\(index)", events: 2),
                            after: last)
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Appends, and at once sees the whole recording where its receipt says, behind all before it.
    private func appendAndLook(
        for recording: Recording, after last: Position
    ) async throws -> Position {
        let head = try await store.head()
        let receipt = try await append(recording)
        try require(
            receipt.first > last && receipt.first > head,
            "\(receipt.first) came after \(last), at head \(head)")
        try require(try await store.head() >= receipt.last, "the head is behind")
        let found = try await store.events(
            after: Position(receipt.first.number - 1), limit: recording.events.count)
        try require(
            found.map(\.recording.key) == recording.events.map { _ in recording.key },
            "at \(receipt.first): \(found.map(\.reference))")
        return receipt.last
    }

    func oneOfManyRivalsWins() async throws {
        let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
            for rival in 0..<8 {
                group.addTask {
                    do {
                        try await append(
                            Sample.recording("rival-\(rival)"), expecting: ["first": .none])
                        return true
                    } catch DeedbookError.versionConflict {
                        return false
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        try require(wins == 1, "\(wins) appends of the same version went through")
        try require(try await store.head() == Position(1), "more than one event")
    }

    func readersNeverSeeAGap() async throws {
        let total = 60
        let writing = Latch()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await withThrowingTaskGroup(of: Void.self) { writers in
                    for writer in 0..<2 {
                        writers.addTask {
                            for index in 0..<total / 4 {
                                try await append(
                                    Sample.recording("gap-\(writer)-\(index)", events: 2))
                            }
                        }
                    }
                    try await writers.waitForAll()
                }
                writing.end()
            }
            group.addTask {
                var seen = 0
                var isLastLook = false
                while !isLastLook {
                    // A writer that failed ends the group: no one waits for what it did not write.
                    try Task.checkCancellation()
                    isLastLook = writing.isOver
                    seen = try await look(after: seen)
                    await Task.yield()
                }
                try require(seen == total, "only \(seen) of \(total) events are there")
            }
            try await group.waitForAll()
        }
    }

    /// Reads what came after `seen`: whole recordings without a gap. Returns the new end.
    private func look(after seen: Int) async throws -> Int {
        let page = try await store.events(after: Position(seen), limit: .max)
        try require(
            page.map(\.position.number) == page.indices.map { seen + 1 + $0 },
            "after \(seen): \(page.map(\.position))")
        try require(page.count % 2 == 0, "half a recording is visible after \(seen)")
        return seen + page.count
    }
}

/// Says that something is over, to all that look.
private final class Latch: Sendable {
    private let state = Mutex(false)

    var isOver: Bool { state.withLock(\.self) }

    func end() { state.withLock { $0 = true } }
}
