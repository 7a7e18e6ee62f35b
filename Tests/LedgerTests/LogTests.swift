import Amendments
import DeedbookTesting
import Effort
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// What was recorded, read no further than it is asked for.
struct LogTests {
    private static func store() -> InMemoryStore {
        let clock = TestClock()
        return InMemoryStore(clock: { clock.now() })
    }

    /// A recording with an event of each of these agreements, in their order.
    private static func recording(_ key: String, of agreements: [AgreementID]) -> Recording {
        var recording = recorded(
            RecordingKey(key) ?? "none", agreement: agreements.first ?? "a",
            effective: .on("2020-01-01"))
        recording.events = agreements.map {
            Event(PartyAdmitted(party: "a", name: "A"), agreement: $0)
        }
        return recording
    }

    /// Recordings of one to three agreements, some of them longer than what is read at once.
    private static func mixed(_ seed: Int) async throws -> InMemoryStore {
        var random = Seeded(UInt64(seed))
        let store = store()
        for index in 0..<12 {
            let length = [1, 2, 7, 90, 250, 700].randomElement(using: &random) ?? 1
            let agreements = (0..<length).map { _ in
                (["a", "b", "c"] as [AgreementID]).randomElement(using: &random) ?? "a"
            }
            _ = try await store.append(
                recording("r\(index)", of: agreements), by: "ana", expecting: [:])
        }
        return store
    }

    @Test(arguments: 0..<6)
    func `the latest recordings are the last ones of all, each whole`(_ seed: Int) async throws {
        let store = try await Self.mixed(seed)
        let book = Book(store: store)
        let all = try await store.events(after: Position(0), limit: .max)
        for agreement in [nil, "a", "b", "c"] as [AgreementID?] {
            let keys = all.filter { event in agreement.map { event.agreement == $0 } ?? true }
                .map(\.recording.key)
                .reduce(into: [RecordingKey]()) { if $0.last != $1 { $0.append($1) } }
            for count in [1, 2, 5, 12, 13, nil] {
                let log = try await book.log(of: agreement, last: count)
                #expect(log.recordings.map(\.header.key) == keys.suffix(count ?? .max))
                #expect(log.leavesOutEarlier == (count.map { $0 < keys.count } ?? false))
                for logged in log.recordings {
                    let events = all.filter { $0.recording.key == logged.header.key }
                    #expect(logged.events == events)
                    #expect(logged.first == events.first?.position)
                    #expect(logged.last == events.last?.position)
                }
            }
        }
    }

    @Test func `an empty book has an empty log, and an unknown agreement has none`() async throws {
        let book = Book(store: Self.store())
        #expect(
            try await book.log() == RecordingLog(recordings: [], leavesOutEarlier: false))
        await #expect(throws: DeedbookError.unknownAgreement("a", known: [])) {
            try await book.log(of: "a")
        }
    }

    @Test func `an unknown recording names the three with most words in common`() async throws {
        let store = Self.store()
        for key in ["other", "2025-raise-b", "2025-raise-a", "2024-raise", "2025-raise-fee"] {
            _ = try await store.append(
                Self.recording(key, of: Array(repeating: "a", count: 90)), by: "ana",
                expecting: [:])
        }
        let nearest: [RecordingKey] = ["2025-raise-a", "2025-raise-b", "2025-raise-fee"]
        await #expect(throws: DeedbookError.unknownRecording("2025-raise", nearest: nearest)) {
            try await Book(store: store).recording("2025-raise")
        }
    }

    /// A book of so many agreements, each with a recording of its own and a later one of ten events.
    private static func book(of agreements: Int) async throws -> (Book, CountingStore) {
        let store = CountingStore(store())
        for round in 0..<2 {
            for index in 0..<agreements {
                let id = AgreementID("a\(1_000 + index)") ?? "a"
                _ = try await store.append(
                    recording("r\(round)-\(index)", of: Array(repeating: id, count: 1 + 9 * round)),
                    by: "ana", expecting: [:])
            }
        }
        return (Book(store: store), store)
    }

    @Test(arguments: [120, 360])
    func `a question about a part reads no more of a larger book`(_ agreements: Int) async throws {
        let (book, store) = try await Self.book(of: agreements)
        let shown = try await store.reads {
            let logged = try await book.recording("r1-7")
            let reports = try await book.reports(on: logged)
            #expect(logged.events.count == 10 && reports.isEmpty)
        }
        #expect(shown == 10)
        let ofAgreement = try await store.reads {
            let log = try await book.log(of: "a1007")
            #expect(log.recordings.map(\.header.key) == ["r0-7", "r1-7"])
        }
        #expect(ofAgreement == 2 * 11, "its events, and the recordings that they are of")
        let latest = try await store.reads {
            let log = try await book.log(last: 3)
            #expect(log.recordings.count == 3 && log.leavesOutEarlier)
        }
        #expect(latest == 200, "one page")
        let listed = try await store.reads {
            let page = try await book.agreements(after: "a1003", limit: 2)
            #expect(page.agreements.map(\.id) == ["a1004", "a1005"] && page.hasMore)
        }
        #expect(listed == 100 + 2 * 12, "a page of heads, two agreements' names and last events")
    }
}
