public import Notation
public import Terms

/// The agreement ends before its stated end, by a power, a breach or an agreement.
///
/// It ends from its effective day; what was in force before stays history. That it never was is `event-rescinded`.
public struct AgreementTerminated: EventPayload {
    public static let kind = EventKind.agreementTerminated

    public var by: PartyID?
    public var ground: String?
    /// Terms that go on all the same.
    public var surviving: [TermID]

    public init(by: PartyID? = nil, ground: String? = nil, surviving: [TermID] = []) {
        self.by = by
        self.ground = ground
        self.surviving = surviving
    }

    public static let codec = Codec<AgreementTerminated>.object(
        { AgreementTerminated(by: $0, ground: $1, surviving: $2) },
        .optional("by", \.by, PartyID.codec),
        .optional("ground", \.ground, .text),
        .optional("surviving", \.surviving, .list(of: TermID.codec), default: [])
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        state.check(surviving: surviving, by: event)
        state.endings.append(
            AgreementEnding(event: event, surviving: Set(surviving), successor: nil))
    }
}
