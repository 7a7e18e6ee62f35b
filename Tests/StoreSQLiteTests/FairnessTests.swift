import Amendments
import EventStore
import GRDB
import Ledger
import StoreConformance
import StoreSQLite
import Synchronization
import Terms
import Testing

/// Several connections that append without a pause: each gets its turn. Locks of SQLite are between connections, so
/// stores of one process contend as those of several do.
struct FairnessTests {
    @Test func `eight writers append without a pause, and none hears that the book is busy`()
        async throws
    {
        let (writers, each) = (8, 60)
        let scratch = try Scratch()
        _ = try scratch.open()
        let order = Order()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<writers {
                let store = try scratch.open(.readWrite)
                let agreement = try #require(AgreementID("of-\(writer)"))
                group.addTask {
                    for number in 0..<each {
                        let key = try #require(RecordingKey("writer-\(writer)-\(number)"))
                        _ = try await store.append(
                            notice(key, agreement: agreement), by: "me", expecting: [:])
                        order.add(writer)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(
            try await scratch.open(.readOnly).head() == Position(writers * each * 2))
        // Half-way through, no one is far behind: with fair chances each has about a thirtieth of what is left.
        let half = order.writers.prefix(writers * each / 2)
        let done = (0..<writers).map { writer in half.count { $0 == writer } }
        #expect((done.min() ?? 0) > 0, "\(done)")
    }

    @Test func `who waited in vain for as long as it wanted hears so, and no longer`()
        async throws
    {
        let scratch = try Scratch()
        let store = try scratch.open(waitLimit: .milliseconds(30))
        let rival = try scratch.raw()
        try await rival.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
        for _ in 0..<3 {
            await #expect(throws: DeedbookError.busy(scratch.book)) {
                try await store.append(notice("one"), by: "me", expecting: [:])
            }
        }
        try await rival.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
        _ = try await store.append(notice("one"), by: "me", expecting: [:])
    }
}

/// Who appended, one after the other.
private final class Order: Sendable {
    private let state = Mutex<[Int]>([])

    var writers: [Int] { state.withLock(\.self) }

    func add(_ writer: Int) { state.withLock { $0.append(writer) } }
}
