import Amendments
import DeedbookTesting
import Effort
import EventStore
import Questions
import StoreConformance
import StoreSQLite
import Synchronization
import Terms
import Testing

/// Many recordings recorded together: the book is the one that they make one by one, also where others append.
struct BatchRunTests {
    /// Someone else appends first, whenever a batch is written.
    private final class SharedStore: ForwardingStore, BatchStore {
        let store: SQLiteStore
        let others: Mutex<[Recording]>

        init(_ store: SQLiteStore, others: [Recording]) {
            self.store = store
            self.others = Mutex(others)
        }

        func append(
            _ submissions: [Submission], by recorder: String
        ) async -> [Result<Receipt, DeedbookError>] {
            if let other = others.withLock({ $0.popLast() }) {
                _ = try? await store.append(other, by: "another", expecting: [:])
            }
            return await store.append(submissions, by: recorder)
        }
    }

    private static func recorded(
        _ recordings: [Recording], in store: some EventStore
    ) async -> Recorder.Outcome {
        var recorder = Recorder(Book(store: store))
        return await recorder.record(
            all: recordings, by: "clerk", sealing: { _ in nil }, advance: { _ in })
    }

    /// Two agreements that are amended in turns, and one recording that redacts.
    private static func twoAgreements() throws -> [Recording] {
        let openings = try ["story", "other"].map { try PieceTableTests.opening(of: $0) }
        let raises = try (1...90).map { number in
            try PieceTableTests.raised(
                "raise-\(number)", to: "USD \(number)",
                on: "\(Day("2020-01-02").adding(days: number))",
                of: number.isMultiple(of: 3) ? "other" : "story")
        }
        let redaction = try PieceTableTests.recording(
            "redaction", on: "2021-01-01",
            "- payload-redacted: { event: \"raise-4#1\", authority: both parties }")
        return openings + raises.prefix(40) + [redaction] + raises.dropFirst(40)
    }

    @Test func `a book recorded at once is the book recorded one by one`() async throws {
        let recordings = try Self.twoAgreements()
        let (one, many) = (try Scratch(), try Scratch())
        let single = try one.open()
        for recording in recordings {
            _ = try await Book(store: single).record(recording, by: "clerk")
        }
        let store = try many.open()
        let outcome = await Self.recorded(recordings, in: store)
        #expect(outcome.failure == nil)
        #expect(outcome.receipts.count == recordings.count)
        let places = recordings.indices.map { outcome.receipts[$0]?.first.number ?? 0 }
        #expect(places == places.sorted())
        #expect(await store.pieceFaults() == [])
        #expect(try PieceTableTests.rows(one) == PieceTableTests.rows(many))
    }

    @Test(arguments: 0..<Rounds.of(12))
    func `it ends where the first one cannot be recorded`(seed: Int) async throws {
        let recordings = try StepTableTests.recordings(seed: seed)
        let (one, many) = (try Scratch(), try Scratch())
        let single = try one.open()
        var count = 0
        for recording in recordings {
            guard (try? await Book(store: single).record(recording, by: "clerk")) != nil else {
                break
            }
            count += 1
        }
        let store = try many.open()
        let outcome = await Self.recorded(recordings, in: store)
        #expect(outcome.receipts.count == count, "\(seed)")
        #expect(outcome.failure?.index == (count < recordings.count ? count : nil), "\(seed)")
        #expect(try await store.head() == single.head())
        #expect(await store.pieceFaults() == [])
    }

    /// Amendments of which the last one cannot hold, for what was said earlier of fields that it does not set, or of
    /// another term.
    private static let broken: [[String]] = [
        [
            "2021-06-01|2021-06-01|{ term: fee, set: { amount: USD 20 } }",
            "2022-01-01|2022-06-01|{ term: fee, set: { amount: USD 30 } }",
            "2022-01-01|2021-12-01|{ term: fee, set: { per: P1Y }, was: { amount: USD 10 } }",
        ],
        [
            "2032-01-01|2021-06-01|{ term: due, set: { amount: { same-as: fee/amount } } }",
            "2028-01-01|2021-06-02|{ term: due, set: { amount: USD 5 } }",
            "2030-01-01|2021-06-03|{ term: due, set: { amount: USD 6 } }",
            "2024-01-01|2021-06-04|{ term: fee, set: { amount: { same-as: due/amount } } }",
        ],
    ]

    @Test(arguments: broken)
    func `what the whole history refuses is refused alone, together, and by a check`(
        _ amendments: [String]
    ) async throws {
        let due = try PieceTableTests.recording(
            "due", on: "2020-01-02",
            "- term-added: { term: due, kind: fee, set: { payer: a, payee: b, per: P1M } }")
        let recordings =
            try [PieceTableTests.opening(), due]
            + DeedbookTesting.recordings(
                yaml: amendments.enumerated().map { index, text in
                    let parts = text.split(separator: "|").map(String.init)
                    return """
                        recording: r\(index)
                        agreement: story
                        instrument: { kind: amendment, title: r\(index), signed: \(parts[1]), effective: { on: \(parts[0]) } }
                        disclosed: \(parts[1])
                        sources: [{ id: source, grade: executed-text, publisher: the parties }]
                        events:
                          - term-amended: \(parts[2])
                        """
                })
        let last = recordings.count - 1
        let together = await Self.recorded(recordings, in: try Scratch().open())
        #expect(together.failure?.index == last)
        let scratch = try Scratch()
        for (index, recording) in recordings.enumerated() {
            let receipt = try? await Book(store: scratch.open()).record(recording, by: "clerk")
            #expect((receipt != nil) == (index < last), "\(recording.key)")
        }
        let history = try await Book(store: scratch.open()).violations(
            of: recordings[last], by: "clerk")
        #expect(!history.isEmpty)
    }

    @Test func `what is there already is reported as repeated, and other content refused`()
        async throws
    {
        let store = try Scratch().open()
        let recordings = try Self.twoAgreements()
        _ = await Self.recorded(Array(recordings.prefix(20)), in: store)
        let again = await Self.recorded(recordings, in: store)
        #expect(again.failure == nil)
        #expect(again.receipts.values.count { $0.isRepeated } == 20)
        let head = try await store.head()
        let twice = try [
            PieceTableTests.raised("new", to: "USD 1", on: "2023-01-01"),
            PieceTableTests.raised("new", to: "USD 1", on: "2023-01-01"),
            PieceTableTests.raised("new", to: "USD 2", on: "2023-01-01"),
            PieceTableTests.raised("after", to: "USD 3", on: "2023-01-02"),
        ]
        let refused = await Self.recorded(twice, in: store)
        #expect(refused.receipts[1]?.isRepeated == true)
        #expect(refused.failure?.index == 2)
        #expect(try await store.head() == Position(head.number + 1))
    }

    @Test func `what others append meanwhile is checked against`() async throws {
        let store = try Scratch().open()
        let aside = try PieceTableTests.raised(
            "aside", to: "USD 7", on: "2020-03-01", of: "aside")
        let end = try PieceTableTests.recording(
            "end", on: "2020-02-10", "- term-removed: { term: fee }")
        let shared = SharedStore(store, others: [end, aside])
        try await PieceTableTests.append([PieceTableTests.opening(of: "aside")], to: store)
        let recordings = try Self.twoAgreements()
        let outcome = await Self.recorded(recordings, in: shared)
        #expect(shared.others.withLock { $0.isEmpty })
        let failure = try #require(outcome.failure)
        // Someone ended the fee while the second batch was on its way: what comes after its end is refused.
        #expect(recordings[failure.index].agreement == "story")
        guard case .invalid(_, let violations) = failure.error else {
            Issue.record("\(failure.error)")
            return
        }
        #expect(violations.contains { $0.message.contains("has ended") }, "\(violations)")
        #expect(await store.pieceFaults() == [])
        for (index, receipt) in outcome.receipts {
            let stored = try await store.recording(recordings[index].key)
            #expect(stored.first?.position == receipt.first)
        }
    }
}
