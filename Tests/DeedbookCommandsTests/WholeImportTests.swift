import Amendments
import EventStore
import Journal
import StoreConformance
import Terms
import Testing

/// A table goes in as a whole or not at all, also where someone else appends while it is checked.
struct WholeImportTests {
    /// Someone else appends just before a whole is.
    private struct RivalledStore: ForwardingStore, TamperEvidentStore {
        let store: InMemoryStore
        let rival: Recording

        func append(
            whole submissions: [Submission], by recorder: String
        ) async throws(DeedbookError) -> [Receipt] {
            _ = try await store.append(rival, by: "rival", expecting: [:])
            return try await store.append(whole: submissions, by: recorder)
        }
    }

    private static func table(of count: Int) -> String {
        "agreement,title,zone,parties,instrument,signed,effective,disclosed,source,term,kind,payer,payee,rate\n"
            + (1...count).map { number in
                "a-\(number),Licence,UTC,a = A; b = B,Licence,2022-01-10,2022-02-01,2022-01-10,"
                    + "files [executed-text],r,royalty,a,b,6% of net sales\n"
            }.joined()
    }

    private static func imported(
        beside agreement: String
    ) async throws -> (result: Console.Result, store: InMemoryStore) {
        let store = InMemoryStore(origin: TrustFixture.origin, clock: { Console.instant })
        let (rival, problems) = Journal.recording(
            yaml: InventedBook.opening(agreement: agreement))
        let console = Console(
            books: [
                "./book.deedbook": RivalledStore(
                    store: store, rival: try #require(rival, "\(problems)"))
            ], files: MemoryFiles(["terms.csv": MemoryFiles.File(table(of: 70))]))
        return (await console.run(["import-table", "terms.csv"]), store)
    }

    @Test func `where another process began the last of its agreements none of them is recorded`()
        async throws
    {
        let (result, store) = try await Self.imported(beside: "a-70")
        #expect(result.status == 75)
        #expect(
            result.errors == """
                error: another process appended to 'a-70' meanwhile; nothing was recorded
                hint: run the command again: all of it is then checked after that

                """)
        #expect(try await store.agreements(after: nil, limit: .max).map(\.id) == ["a-70"])
    }

    @Test func `what others append to other agreements is no hindrance`() async throws {
        let (result, store) = try await Self.imported(beside: "b")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("Recorded 70 recordings"))
        #expect(try await store.agreements(after: nil, limit: .max).count == 71)
    }
}
