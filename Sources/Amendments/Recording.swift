public import Notation
public import Terms

/// One instrument's events, appended together or not at all.
///
/// `key` makes the append idempotent: the same key with the same content is recorded once.
public struct Recording: Hashable, Sendable {
    public var key: RecordingKey
    /// The agreement its events belong to, unless an event names its own.
    public var agreement: AgreementID
    public var instrument: Instrument
    /// When the facts became public, or known to the reader's side.
    public var disclosed: CivilDate
    public var sources: [Source]
    public var events: [Event]

    public init(
        key: RecordingKey,
        agreement: AgreementID,
        instrument: Instrument,
        disclosed: CivilDate,
        sources: [Source],
        events: [Event]
    ) {
        self.key = key
        self.agreement = agreement
        self.instrument = instrument
        self.disclosed = disclosed
        self.sources = sources
        self.events = events
    }

    /// The agreements this recording touches, in the order of their first event.
    public var agreements: [AgreementID] {
        var seen: [AgreementID] = []
        for event in events {
            let id = event.agreement ?? agreement
            if !seen.contains(id) { seen.append(id) }
        }
        return seen
    }

    public static let codec = Codec<Recording>.object(
        {
            Recording(
                key: $0, agreement: $1, instrument: $2, disclosed: $3, written: $4, events: $5)
        },
        .required("recording", \.key, RecordingKey.codec),
        .required("agreement", \.agreement, AgreementID.codec),
        .required("instrument", \.instrument, Instrument.codec),
        .required("disclosed", \.disclosed, CivilDate.codec),
        .required("sources", \.writtenSources, WrittenSource.listCodec),
        .required("events", \.events, .list(of: Event.codec, atLeast: 1))
    ).checked { recording, problems in
        recording.reportUnknownCitations(&problems)
    }

    /// - Parameter written: the sources; each document of one is one more event, after the others.
    private init(
        key: RecordingKey, agreement: AgreementID, instrument: Instrument, disclosed: CivilDate,
        written: [WrittenSource], events: [Event]
    ) {
        self.init(
            key: key, agreement: agreement, instrument: instrument, disclosed: disclosed,
            sources: written.map(\.source), events: events + written.compactMap(\.attachment))
    }

    /// The sources as they are written again: what document each was read from is among the events.
    private var writtenSources: [WrittenSource] { sources.map { WrittenSource(source: $0) } }

    /// Reports every source that is cited and not there.
    package func reportUnknownCitations(_ problems: inout Problems) {
        let known = Set(sources.map(\.id))
        let hint = "sources of this file: \(sources.map(\.id.text).firstFew)"
        for event in events {
            for id in event.allCites where !known.contains(id) {
                problems.report(
                    "'\(id)' is cited, but no source has that id",
                    hint: hint, at: event.mark)
            }
        }
    }
}

extension Event {
    /// What the event cites, also inside its payload.
    fileprivate var allCites: [SourceID] { cites + payload.namedSources }
}
