public import Notation
public import Terms

/// The day from which an event, or a whole recording, holds is moved.
///
/// Of several moves of one target the last *published* governs, however they arrive.
public struct EffectiveDateMoved: EventPayload {
    public static let kind = EventKind.effectiveDateMoved
    public static let traits: EventTraits = [.corrects, .actsOnRecord]

    /// What is moved.
    public var target: RecordTarget
    public var to: DateBound

    public init(target: RecordTarget, to: DateBound) {
        self.target = target
        self.to = to
    }

    public static let codec = Codec<Members>.object(
        { Members(event: $0, recording: $1, to: $2) },
        .optional("event", \.event, EventReference.codec),
        .optional("recording", \.recording, RecordingKey.codec),
        .required("to", \.to, DateBound.codec)
    ).map(
        { members, mark, problems in
            switch (members.event, members.recording) {
            case (let event?, nil):
                return EffectiveDateMoved(target: .event(event), to: members.to)
            case (nil, let key?):
                return EffectiveDateMoved(target: .recording(key), to: members.to)
            case (nil, nil), (.some, .some):
                problems.report(
                    "one event or one recording is moved",
                    hint: "give `event` or `recording`", at: mark)
                return nil
            }
        },
        { payload in
            switch payload.target {
            case .event(let event): Members(event: event, recording: nil, to: payload.to)
            case .recording(let key): Members(event: nil, recording: key, to: payload.to)
            }
        })

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        // A record event acts on its target before the fold.
    }

    public var reach: EventReach { .record(target) }
    public var recordAct: RecordAct? { .moves(target, to: to) }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    // It is read as the effective day of what is moved.
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    public func redacted(_ mark: String) -> EffectiveDateMoved { self }

    /// The members as written, before the rule that exactly one target is given.
    public struct Members: Hashable, Sendable {
        let event: EventReference?
        let recording: RecordingKey?
        let to: DateBound
    }
}
