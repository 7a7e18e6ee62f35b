import Amendments
import DeedbookTesting
import Effort
import EventStore
import Ledger
import Questions
import StoreConformance
import StoreSQLite
import Terms
import Testing

/// What is recorded in an agreement to which others append at the same time.
struct DecisionTests {
    /// Someone else appends once, after a recording was checked and before it is appended.
    private final class RivalledStore: ForwardingStore, BatchStore, DecisiveStore {
        let store: SQLiteStore
        private let rival: Recording

        init(_ store: SQLiteStore, rival: Recording) {
            self.store = store
            self.rival = rival
        }

        func append(
            _ submissions: [Submission], by recorder: String
        ) async -> [Result<Receipt, DeedbookError>] {
            _ = try? await store.append(rival, by: "rival", expecting: [:])
            return await store.append(submissions, by: recorder)
        }

        func decisiveEvents(
            of agreement: AgreementID, on days: DecisiveDays, through position: Position,
            disclosedBy disclosed: Day?
        ) async throws(DeedbookError) -> DecisiveEvents? {
            try await store.decisiveEvents(
                of: agreement, on: days, through: position, disclosedBy: disclosed)
        }
    }

    @Test func `of many writers of one agreement none gives up`() async throws {
        let scratch = try Scratch()
        let first = Book(store: try scratch.open())
        _ = try await first.record(PieceTableTests.opening(), by: "clerk")
        let (writers, each) = (12, 5)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...writers {
                let book = Book(store: try scratch.open())
                group.addTask {
                    for number in 1...each {
                        let raise = try PieceTableTests.raised(
                            "raise-\(writer)-\(number)", to: "USD \(writer)\(number)",
                            on: "20\(20 + writer)-0\(number)-01")
                        _ = try await book.record(raise, by: "clerk")
                    }
                }
            }
            try await group.waitForAll()
        }
        let recorded = try await first.store.events(of: "story", through: nil)
        #expect(recorded.count == 4 + writers * each)
    }

    @Test func `what a rival made impossible is refused for the rule that it breaks`() async throws
    {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await Book(store: store).record(PieceTableTests.opening(), by: "clerk")
        let end = try PieceTableTests.recording(
            "end", on: "2021-01-01", "- term-removed: { term: fee }")
        let raise = try PieceTableTests.raised("raise", to: "USD 20", on: "2022-01-01")
        let book = Book(store: RivalledStore(store, rival: end))
        await #expect {
            try await book.record(raise, by: "clerk")
        } throws: { error in
            guard case DeedbookError.invalid("raise", let violations) = error else { return false }
            return !violations.isEmpty
        }
        #expect(try await store.recording("raise").isEmpty)
    }

    @Test func `what a rival did not touch is recorded after it`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await Book(store: store).record(PieceTableTests.opening(), by: "clerk")
        let rival = try PieceTableTests.raised("rival", to: "USD 15", on: "2023-01-01")
        let raise = try PieceTableTests.raised("raise", to: "USD 20", on: "2022-01-01")
        let book = Book(store: RivalledStore(store, rival: rival))
        let receipt = try await book.record(raise, by: "clerk")
        #expect(receipt.first == Position(6))
    }

    @Test func `a version that was asked for is not decided on again`() async throws {
        let scratch = try Scratch()
        let store = try scratch.open()
        _ = try await Book(store: store).record(PieceTableTests.opening(), by: "clerk")
        let rival = try PieceTableTests.raised("rival", to: "USD 15", on: "2023-01-01")
        let raise = try PieceTableTests.raised("raise", to: "USD 20", on: "2022-01-01")
        var recorder = Recorder(Book(store: RivalledStore(store, rival: rival)))
        await #expect(
            throws: DeedbookError.versionConflict(
                agreement: "story", expected: .exactly(4), actual: 5)
        ) {
            try await recorder.record(raise, by: "clerk", expecting: ["story": .exactly(4)])
        }
        #expect(try await store.recording("raise").isEmpty)
    }

    @Test func `a version is asked for before the first of many that touches the agreement`()
        async throws
    {
        let scratch = try Scratch()
        let store = try scratch.open()
        let opening = try PieceTableTests.opening()
        let raises = try [2021, 2022, 2023].map { year in
            try PieceTableTests.raised("raise-\(year)", to: "USD \(year)", on: "\(year)-01-01")
        }
        func record(_ expected: ExpectedVersion) async -> Recorder.Outcome {
            var recorder = Recorder(Book(store: store))
            return await recorder.record(
                all: [opening] + raises, by: "clerk", expecting: ["story": expected],
                sealing: { _ in nil }, advance: { _ in })
        }
        let wrong = await record(.exactly(3))
        #expect(wrong.receipts.isEmpty && wrong.failure?.index == 0)
        let right = await record(.none)
        #expect(right.receipts.count == 4 && right.failure == nil)
    }
}
