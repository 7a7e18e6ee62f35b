public import Amendments
public import Ledger
public import Terms

/// Events to ask about in a test, as a book would hold them after recording them in order.
///
/// ```swift
/// let story = try given(folder: "Events/microsoft-openai")
/// story.on("2026-04-28").expect("license.models-and-products", .exclusivity, .nonExclusive)
/// ```
///
/// Nothing is stored and no clock is read: positions are given in the order of the recordings. A
/// recording that could not be recorded is reported as a test issue where `given` is called.
public struct Story: Sendable {
    /// Every event, in the order of positions.
    public let events: [RecordedEvent]
    let agreement: AgreementID?

    package init(_ recordings: [Recording]) {
        var events: [RecordedEvent] = []
        for (index, recording) in recordings.enumerated() {
            let header = RecordingHeader(
                of: recording, recorder: "test", recordedAt: Instant(microseconds: index))
            for (ordinal, event) in recording.events.enumerated() {
                events.append(
                    RecordedEvent(
                        position: Position(events.count + 1),
                        agreement: event.agreement ?? recording.agreement, ordinal: ordinal + 1,
                        recording: header, event: event))
            }
        }
        self.init(events: events, agreement: recordings.first?.agreement)
    }

    private init(events: [RecordedEvent], agreement: AgreementID?) {
        self.events = events
        self.agreement = agreement
    }

    /// The last position.
    public var head: Position { events.last?.position ?? Position(0) }

    /// The same events, asking about another agreement than the first recording's.
    public func about(_ agreement: AgreementID) -> Story {
        Story(events: events, agreement: agreement)
    }

    /// The story as the book held it at a position; step through positions to see each event's effect.
    public func at(_ position: Int) -> Story {
        Story(events: Array(events.prefix(position)), agreement: agreement)
    }

    /// The story read from a vantage.
    ///
    /// - Parameters:
    ///   - day: the day asked about, `2026-04-28`.
    ///   - disclosedBy: only what was surely disclosed by that day.
    ///   - recordedAt: only what was recorded at or before that position.
    public func on(
        _ day: Day, disclosedBy: Day? = nil, recordedAt: Int? = nil
    ) -> StoryMoment {
        let vantage = Vantage(
            on: day, disclosedBy: disclosedBy, recordedAt: recordedAt.map { Position($0) })
        let id = agreement ?? "none"
        let view = AgreementView(
            id, history: events.filter { $0.agreement == id }, from: vantage,
            resolvedTo: recordedAt.map { Position($0) } ?? head)
        return StoryMoment(view: view, copy: view.copy())
    }

    /// The difference between two vantages.
    public func redline(from: StoryMoment, to: StoryMoment) -> Redline {
        Redliner(from: from.view.side(), to: to.view.side()).redline()
    }
}

/// Recordings made in code, in the order in which they are recorded.
public func given(_ recordings: Recording...) -> Story { Story(recordings) }

/// Recordings made in code, in the order in which they are recorded.
public func given(_ recordings: [Recording]) -> Story { Story(recordings) }
