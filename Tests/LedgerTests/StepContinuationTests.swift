import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// A recording that only continues an agreement is checked, and its pieces and steps are made, from the events that
/// decide its days: as from the whole history.
struct StepContinuationTests {
    /// What the whole history says of the events after a position.
    private struct Whole {
        let isSound: Bool
        let pieces: PieceChange?
        let steps: StepChange

        init(past: [RecordedEvent], new: [RecordedEvent]) throws {
            isSound =
                Validation.violations(
                    of: "story", history: past + new, from: past.count
                ).isEmpty
            var keeper = PieceKeeper("story", history: past)
            pieces = keeper.add(new)
            var index = StepIndex(of: past)
            steps = index.add(new)
        }
    }

    /// The recordings of a random history with what comes before each, if it is a continuation.
    private func eachContinuation(
        seed: Int,
        _ body: ([RecordedEvent], [RecordedEvent], StepContinuation, DecisiveEvents)
            throws -> Void
    ) throws {
        let history = try DecisiveDaysTests.history(
            seed: seed * 3, isRising: !seed.isMultiple(of: 4))
        var past: [RecordedEvent] = []
        while past.count < history.count {
            let new = history[past.count...].prefix {
                $0.recording.key == history[past.count].recording.key
            }
            defer { past += new }
            guard !past.isEmpty, let steps = StepContinuation("story", by: Array(new)) else {
                continue
            }
            let selection = StepSelection(index: StepIndex(of: past), history: past)
            let events = selection.events(
                on: steps.days, from: Vantage(on: .first, recordedAt: past.last?.position))
            try body(
                past, Array(new), steps,
                DecisiveEvents(events: events, undisclosed: 0, isWhole: false))
        }
    }

    @Test(arguments: 0..<Rounds.of(60))
    func `what a recording changes is what the whole history says`(seed: Int) throws {
        try eachContinuation(seed: seed) { past, new, steps, decisive in
            let whole = try Whole(past: past, new: new)
            if steps.holds(after: decisive) {
                #expect(whole.isSound, "\(seed) \(new[0].recording.key)")
            }
            guard let change = steps.change(after: decisive) else { return }
            #expect(change.steps == whole.steps)
            let pieces = try #require(whole.pieces, "\(seed) \(new[0].recording.key)")
            #expect(Set(change.pieces.closed) == Set(pieces.closed), "\(seed) \(new[0].reference)")
            #expect(Set(change.pieces.opened) == Set(pieces.opened), "\(seed) \(new[0].reference)")
        }
    }

    @Test func `many recordings of a random history are continuations`() throws {
        var (tried, held, changed) = (0, 0, 0)
        for seed in 0..<60 {
            try eachContinuation(seed: seed) { _, _, steps, decisive in
                tried += 1
                if steps.holds(after: decisive) { held += 1 }
                if steps.change(after: decisive) != nil { changed += 1 }
            }
        }
        #expect(tried > 300 && held > 60 && changed > 60, "\(tried), \(held), \(changed)")
    }

    @Test(arguments: [
        // Before another amendment; of a field that ends the term; for a time; on a day that is not known.
        ("2020-02-01", "- term-amended: { term: fee, set: { amount: USD 5 } }"),
        ("2022-01-01", "- term-amended: { term: fee, set: { ends: { on: 2023-01-01 } } }"),
        (
            "2022-01-01",
            "- term-amended: { term: fee, set: { amount: USD 5 }, lasts: { through: 2022-02-01 } }"
        ),
        ("2022-01", "- term-amended: { term: fee, set: { amount: USD 5 } }"),
        // Of no term that there is; with a value that was not so before.
        ("2022-01-01", "- term-amended: { term: other, set: { amount: USD 5 } }"),
        (
            "2022-01-01",
            "- term-amended: { term: fee, set: { amount: USD 5 }, was: { amount: USD 7 } }"
        ),
        ("2022-01-01", "- term-removed: { term: fee }"),
        // With what was before in a field that it leaves alone; reading as another term does.
        ("2022-01-01", "- term-amended: { term: fee, set: { payer: c }, was: { amount: USD 2 } }"),
        (
            "2022-01-01",
            "- term-amended: { term: fee, set: { amount: { same-as: other/amount } } }"
        ),
    ])
    func `what does more than continue is left to the whole history`(
        day: String, event: String
    ) throws {
        let past = try Story(
            DeedbookTesting.recordings(yaml: [
                firstChapter(fee()), chapter("a", "2021-01-01", amends("amount: USD 2")),
            ])
        ).events
        let last = try DeedbookTesting.recordings(yaml: [chapter("b", day, event)])
        let new = last.flatMap { recording in
            recording.events(
                from: Position(past.count + 1),
                under: RecordingHeader(
                    of: recording, recorder: "test", recordedAt: Instant(microseconds: 9)))
        }
        guard let steps = StepContinuation("story", by: new) else { return }
        let selection = StepSelection(index: StepIndex(of: past), history: past)
        let events = selection.events(on: steps.days, from: Vantage(on: .first))
        #expect(
            !steps.holds(after: DecisiveEvents(events: events, undisclosed: 0, isWhole: false)))
    }
}
