public import Notation
public import Terms

/// The agreement enters the book: its title, its time zone, and how it reads bare years and months.
///
/// Civil dates are days in `zone`; it decides which day "today" is. The zone is a name of the IANA time zone database.
public struct AgreementRecorded: EventPayload {
    public static let kind = EventKind.agreementRecorded
    public static let traits: EventTraits = [.changesTerms]

    public var title: String
    public var zone: String
    public var conventions: Conventions?

    public init(title: String, zone: String, conventions: Conventions? = nil) {
        self.title = title
        self.zone = zone
        self.conventions = conventions
    }

    public static let codec = Codec<AgreementRecorded>.object(
        { AgreementRecorded(title: $0, zone: $1, conventions: $2) },
        .required("title", \.title, .text),
        .required("zone", \.zone, zoneName),
        .optional("conventions", \.conventions, Conventions.codec)
    )

    /// The spelling alone is checked: which zones there are changes, and a record must stay readable.
    private static let zoneName = Codec<String>.scalar(
        "a time zone such as America/Los_Angeles",
        schema: .pattern("^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+)*$"),
        parse: { isZoneName($0) ? $0 : nil }, write: { $0 })

    private static func isZoneName(_ text: String) -> Bool {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let isLetter = text.utf8.first.map { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A } ?? false
        return isLetter
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.allSatisfy { byte in
                        switch byte {
                        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x5F: true
                        case _: false
                        }
                    }
            }
    }

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        if state.title != nil {
            state.refuse(
                event, for: .record, "agreement '\(state.id)' is already recorded",
                hint: "record it once")
        }
        state.title = title
        state.zone = zone
        state.conventions = conventions ?? Conventions()
    }

    public var reach: EventReach { .everything }
    public var recordAct: RecordAct? { nil }
    public var concludes: Conclusion? { nil }
    public var namedTerms: [TermID] { [] }
    public var namedParties: [NamedParty] { [] }
    public var namedBounds: [DateBound] { [] }
    public var namedSources: [SourceID] { [] }
    public var givenFields: [GivenFields] { [] }
    public var movedTerms: [TermID: TermID] { [:] }
    public var lastsUntil: DateBound? { nil }
    public var effectInWords: String? { nil }

    /// The zone and the conventions stay: every day is read by them.
    public func redacted(_ mark: String) -> AgreementRecorded {
        AgreementRecorded(title: mark, zone: zone, conventions: conventions)
    }
}
