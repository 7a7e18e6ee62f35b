public import Terms

/// The global sequence number of an event: dense, commit-ordered, from 1.
///
/// It is the *recorded* coordinate; clocks only decorate it.
public struct Position: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let number: Int

    public init(_ number: Int) { self.number = number }

    public static func < (lhs: Position, rhs: Position) -> Bool { lhs.number < rhs.number }

    /// `#17`, as people write it.
    public var description: String { "#\(number)" }
}

/// What a whole recording has in common: its instrument, sources, recorder and instant.
public struct RecordingHeader: Hashable, Sendable {
    public var key: RecordingKey
    public var agreement: AgreementID
    public var instrument: Instrument
    public var disclosed: CivilDate
    public var sources: [Source]
    /// Who recorded it.
    public var recorder: String
    /// When the book learned it, for display; order is by position.
    public var recordedAt: Instant

    public init(of recording: Recording, recorder: String, recordedAt: Instant) {
        self.init(
            key: recording.key, agreement: recording.agreement, instrument: recording.instrument,
            disclosed: recording.disclosed, sources: recording.sources, recorder: recorder,
            recordedAt: recordedAt)
    }

    public init(
        key: RecordingKey, agreement: AgreementID, instrument: Instrument, disclosed: CivilDate,
        sources: [Source], recorder: String, recordedAt: Instant
    ) {
        self.key = key
        self.agreement = agreement
        self.instrument = instrument
        self.disclosed = disclosed
        self.sources = sources
        self.recorder = recorder
        self.recordedAt = recordedAt
    }
}

extension RecordingHeader {
    /// When an event of this recording holds: its own word, else the instrument's, else "announced".
    public func effective(of event: Event) -> DateBound {
        event.effective ?? instrument.effective ?? .announced(disclosed)
    }
}

/// An event with its place in the book.
///
/// The fold copies events far more often than it looks into them, and holds them against each other: a copy is a
/// reference to what is said, which is copied where one changes it.
public struct RecordedEvent: Hashable, Sendable {
    @usableFromInline var contents: Contents

    /// What is said of it; never changed once another refers to it.
    @usableFromInline
    // Safety: a change is made in a copy of its own, unless no one else refers to it.
    final class Contents: @unchecked Sendable {
        @usableFromInline var position: Position
        @usableFromInline var agreement: AgreementID
        @usableFromInline var ordinal: Int
        @usableFromInline var recording: RecordingHeader
        @usableFromInline var event: Event
        @usableFromInline var isRedacted = false
        @usableFromInline var revisions: [EventReference] = []

        init(
            position: Position, agreement: AgreementID, ordinal: Int, recording: RecordingHeader,
            event: Event
        ) {
            self.position = position
            self.agreement = agreement
            self.ordinal = ordinal
            self.recording = recording
            self.event = event
        }

        init(_ other: Contents) {
            position = other.position
            agreement = other.agreement
            ordinal = other.ordinal
            recording = other.recording
            event = other.event
            isRedacted = other.isRedacted
            revisions = other.revisions
        }
    }

    public init(
        position: Position, agreement: AgreementID, ordinal: Int, recording: RecordingHeader,
        event: Event
    ) {
        contents = Contents(
            position: position, agreement: agreement, ordinal: ordinal, recording: recording,
            event: event)
    }

    @usableFromInline
    mutating func own() {
        if !isKnownUniquelyReferenced(&contents) { contents = Contents(contents) }
    }
}

extension RecordedEvent {
    @inlinable public var position: Position {
        _read { yield contents.position }
        _modify {
            own()
            yield &contents.position
        }
    }

    @inlinable public var agreement: AgreementID {
        _read { yield contents.agreement }
        _modify {
            own()
            yield &contents.agreement
        }
    }

    /// The place of this event in its recording, from 1.
    @inlinable public var ordinal: Int {
        _read { yield contents.ordinal }
        _modify {
            own()
            yield &contents.ordinal
        }
    }

    @inlinable public var recording: RecordingHeader {
        _read { yield contents.recording }
        _modify {
            own()
            yield &contents.recording
        }
    }

    @inlinable public var event: Event {
        _read { yield contents.event }
        _modify {
            own()
            yield &contents.event
        }
    }

    /// True when its payload was deleted for good: the fact that it exists is all that is left.
    @inlinable public var isRedacted: Bool {
        _read { yield contents.isRedacted }
        _modify {
            own()
            yield &contents.isRedacted
        }
    }

    /// The record events (corrections, moves) that made it read as it does, oldest first.
    @inlinable public var revisions: [EventReference] {
        _read { yield contents.revisions }
        _modify {
            own()
            yield &contents.revisions
        }
    }

    public var reference: EventReference {
        EventReference(recording: recording.key, ordinal: ordinal)
    }

    /// When it holds between the parties.
    public var effective: DateBound { recording.effective(of: event) }

    /// The sources it rests on.
    public var sources: [Source] {
        event.cites.isEmpty
            ? recording.sources : recording.sources.filter { event.cites.contains($0.id) }
    }

    /// The best grade among its sources.
    public var grade: SourceGrade { sources.map(\.grade).min() ?? .inference }

    public static func == (lhs: RecordedEvent, rhs: RecordedEvent) -> Bool {
        if lhs.contents === rhs.contents { return true }
        return lhs.position == rhs.position && lhs.revisions == rhs.revisions
            && lhs.isRedacted == rhs.isRedacted && lhs.recording.key == rhs.recording.key
            && lhs.event == rhs.event
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(position) }
}

extension Recording {
    /// Its events as they stand in a book from `first` on.
    public func events(from first: Position, under header: RecordingHeader) -> [RecordedEvent] {
        events.enumerated().map { index, event in
            RecordedEvent(
                position: Position(first.number + index), agreement: event.agreement ?? agreement,
                ordinal: index + 1, recording: header, event: event)
        }
    }
}
