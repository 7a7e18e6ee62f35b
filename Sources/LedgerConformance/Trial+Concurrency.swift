import Amendments
import Ledger
import Terms

extension Trial {
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

    func oneOfManyRivalsWins() async throws {
        let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
            for rival in 0..<8 {
                group.addTask {
                    do {
                        try await append(
                            Sample.recording("rival-\(rival)"), expecting: ["first": .none])
                        return true
                    } catch EventStoreError.versionConflict {
                        return false
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        try require(wins == 1, "\(wins) appends of the same version went through")
        try require(try await store.head().position == Position(1), "more than one event")
    }

    func readersNeverSeeAGap() async throws {
        let total = 60
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<2 {
                group.addTask {
                    for index in 0..<total / 4 {
                        try await append(Sample.recording("gap-\(writer)-\(index)", events: 2))
                    }
                }
            }
            group.addTask {
                var seen = 0
                while seen < total {
                    let page = try await store.events(after: Position(seen), limit: .max)
                    let expected = page.indices.map { seen + 1 + $0 }
                    try require(
                        page.map(\.position.number) == expected,
                        "after \(seen): \(page.map(\.position))")
                    try require(page.count % 2 == 0, "half a recording is visible")
                    seen += page.count
                    await Task.yield()
                }
            }
            try await group.waitForAll()
        }
        try require(try await store.head().position.number == total, "not everything is there")
    }
}
