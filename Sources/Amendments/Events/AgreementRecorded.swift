public import Notation
import Terms

/// The agreement enters the book: its title, its time zone, and how it reads bare years and months.
///
/// Civil dates are days in `zone`; it decides which day "today" is. The zone is a name of the IANA time zone database.
public struct AgreementRecorded: EventPayload {
    public static let kind = EventKind.agreementRecorded

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
        .required("zone", \.zone, .text),
        .optional("conventions", \.conventions, Conventions.codec)
    )

    public func apply(to state: inout AgreementState, by event: RecordedEvent) {
        if state.title != nil {
            state.refuse(
                event, "agreement '\(state.id)' is already recorded", hint: "record it once")
        }
        state.title = title
        state.zone = zone
        state.conventions = conventions ?? Conventions()
    }
}
