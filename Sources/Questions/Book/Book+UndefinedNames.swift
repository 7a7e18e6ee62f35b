public import Amendments
public import EventStore
public import Ledger
import Terms

extension Book {
    /// What recordings name that is neither in the book nor in any of them, whatever their order.
    ///
    /// One that is in the book already is left out, and so are agreements of which nothing is named that is looked for.
    public func undefinedNames(
        in recordings: [Recording]
    ) async throws(DeedbookError) -> UndefinedNames {
        var loose = UndefinedNames()
        var fresh: [Recording] = []
        for recording in recordings where UndefinedNames.mayBe(in: recording) {
            if try await store.recording(recording.key).isEmpty { fresh.append(recording) }
        }
        let touched = Set(fresh.flatMap(\.agreements))
        guard !touched.isEmpty else { return loose }
        var first = Position(try await head().number + 1)
        var events: [RecordedEvent] = []
        var seen: Set<RecordingKey> = []
        for recording in recordings
        where !touched.isDisjoint(with: recording.agreements) && seen.insert(recording.key).inserted
        {
            guard try await store.recording(recording.key).isEmpty else { continue }
            let header = RecordingHeader(
                of: recording, recorder: "", recordedAt: Instant(microseconds: 0))
            events += recording.events(from: first, under: header)
            first = Position(first.number + recording.events.count)
        }
        for agreement in touched.sorted() {
            let history = try await history(of: agreement)
            loose.look(
                at: agreement, history: history + events.filter { $0.agreement == agreement },
                from: history.count)
        }
        return loose
    }
}
