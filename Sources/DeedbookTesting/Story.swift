public import Amendments
import Journal
public import Ledger
public import Notation
public import Terms
public import Testing

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
    private let views = StoryViews()

    package init(_ recordings: [Recording]) {
        var events: [RecordedEvent] = []
        for (index, recording) in recordings.enumerated() {
            let header = RecordingHeader(
                of: recording, recorder: "test", recordedAt: Instant(microseconds: index))
            events += recording.events(from: Position(events.count + 1), under: header)
        }
        self.init(events: events, agreement: recordings.first?.agreement)
    }

    private init(events: [RecordedEvent], agreement: AgreementID?) {
        self.events = events
        self.agreement = agreement
    }

    /// Why some of these events could not be recorded; empty in a sound story.
    public var violations: [Violation] {
        Set(events.map(\.agreement)).sorted().flatMap { id in
            Validation.violations(of: id, history: events.filter { $0.agreement == id }, from: 0)
        }
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
    ///   - day: the day of the question, `2026-04-28`.
    ///   - disclosedBy: only what was surely disclosed by that day.
    ///   - recordedAt: only what was recorded at or before that position; inside a recording, the
    ///     end of the one before.
    public func on(
        _ day: Day, disclosedBy: Day? = nil, recordedAt: Int? = nil
    ) -> StoryMoment {
        let view = views.view(
            of: agreement ?? "none", in: events, disclosedBy: disclosedBy,
            resolvedTo: recordedAt.map { resolved($0) })
        return StoryMoment(view: view.on(day))
    }

    /// The end of the last whole recording at or before a position, as a book resolves it.
    private func resolved(_ position: Int) -> Position {
        let next = events.dropFirst(position).first
        guard let next, let last = events.prefix(position).last,
            next.recording.key == last.recording.key
        else { return Position(min(position, events.count)) }
        return Position(position - last.ordinal)
    }

    /// The difference between two vantages.
    public func redline(from: StoryMoment, to: StoryMoment) -> Redline {
        Redliner(from: from.view.side(), to: to.view.side()).redline()
    }

    /// The difference between two vantages day by day, also what changed and changed back.
    public func steps(from: StoryMoment, to: StoryMoment) -> [Redline] {
        Redliner(from: from.view.side(), to: to.view.side()).steps()
    }
}

/// Recordings made in code, in the order in which they are recorded.
public func given(
    _ recordings: Recording..., sourceLocation: SourceLocation = #_sourceLocation
) -> Story {
    given(recordings, sourceLocation: sourceLocation)
}

/// Recordings made in code, in the order in which they are recorded.
public func given(
    _ recordings: [Recording], sourceLocation: SourceLocation = #_sourceLocation
) -> Story {
    let story = Story(recordings)
    for violation in story.violations {
        let other = violation.other.map { " (see \($0))" } ?? ""
        Issue.record(
            "\(violation.event) cannot be recorded: \(violation.message)\(other)",
            sourceLocation: sourceLocation)
    }
    return story
}

/// Every recording of a folder, or of one file, in the order in which a book records them.
///
/// - Throws: `UnreadableStory` with every problem of every file.
public func given(
    folder path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> Story {
    given(try recordings(folder: path), sourceLocation: sourceLocation)
}

/// Every recording of a folder, or of one file, in the order in which a book records them, for a book of
/// your own.
///
/// - Throws: `UnreadableStory` with every problem of every file.
public func recordings(folder path: String) throws -> [Recording] {
    let reading = Journal.read(paths: [path])
    guard reading.isSound else {
        throw UnreadableStory(problems: reading.unreadable + reading.problems)
    }
    return reading.recordings
}

/// Recordings as they would stand in files, in the order in which they are recorded.
///
/// - Throws: `UnreadableStory` with every problem of every text.
public func given(
    yaml texts: String..., sourceLocation: SourceLocation = #_sourceLocation
) throws -> Story {
    try given(yaml: texts, sourceLocation: sourceLocation)
}

/// Recordings as they would stand in files, in the order in which they are recorded.
///
/// - Throws: `UnreadableStory` with every problem of every text.
public func given(
    yaml texts: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws -> Story {
    given(try recordings(yaml: texts), sourceLocation: sourceLocation)
}

/// Recordings as they would stand in files, for a book of your own.
///
/// - Throws: `UnreadableStory` with every problem of every text.
public func recordings(yaml texts: [String]) throws -> [Recording] {
    var recordings: [Recording] = []
    var problems: [Problem] = []
    for (index, text) in texts.enumerated() {
        let (recording, found) = Journal.recording(yaml: text)
        recordings += [recording].compactMap(\.self)
        problems += found.map { $0.placed(in: "text \(index + 1)") }
    }
    guard problems.isEmpty else { throw UnreadableStory(problems: problems) }
    return recordings
}

/// Why a story could not be read: every problem at its place.
public struct UnreadableStory: Error, CustomStringConvertible {
    public let problems: [Problem]

    public var description: String { problems.map(\.description).joined(separator: "\n") }
}
