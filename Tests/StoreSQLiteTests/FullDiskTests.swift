import Amendments
import EventStore
import Ledger
import StoreConformance
import StoreSQLite
import Terms
import Testing

/// Where there is no space left, a recording is refused whole.
struct FullDiskTests {
    @Test func `a book that cannot grow says that it is full, and stays whole`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await store.append(notice("one"), by: "me", expecting: [:])
        let pages = try await store.settings(["page_count"])
        _ = try await store.settings(["max_page_count = \(pages.first ?? "")"])
        var large = notice("large")
        large.events = (0..<400).map { number in
            Event(
                PartyAdmitted(party: PartyID("p\(number)") ?? "p", name: "P"),
                note: String(repeating: "n", count: 500))
        }
        await #expect(throws: DeedbookError.full(path: scratch.book)) {
            try await store.append(large, by: "me", expecting: [:])
        }
        #expect(try await store.head() == Position(2))
        #expect(await store.structuralFaults() == [])
        _ = try await store.settings(["max_page_count = 1000000"])
        #expect(try await store.append(large, by: "me", expecting: [:]).first == Position(3))
        #expect(await store.structuralFaults() == [])
    }
}
