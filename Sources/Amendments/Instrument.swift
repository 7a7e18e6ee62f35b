public import Notation
public import Terms

/// The document behind a recording: an amendment, a restatement, a notice, a report.
public struct Instrument: Hashable, Sendable {
    public var kind: InstrumentKind
    public var title: String
    /// The instrument's own number, as in "Amendment No. 3"; it orders numbered instruments.
    public var number: Int?
    public var signed: SigningDate?
    /// When the instrument's events hold, unless an event says otherwise.
    public var effective: DateBound?
    /// The document's own name in its agreement, where several recordings are of it: it became known in parts.
    public var id: InstrumentID?

    public init(
        kind: InstrumentKind,
        title: String,
        number: Int? = nil,
        signed: SigningDate? = nil,
        effective: DateBound? = nil,
        id: InstrumentID? = nil
    ) {
        self.kind = kind
        self.title = title
        self.number = number
        self.signed = signed
        self.effective = effective
        self.id = id
    }

    public static let codec = Codec<Instrument>.object(
        { Instrument(kind: $0, title: $1, number: $2, signed: $3, effective: $4, id: $5) },
        .required("kind", \.kind, .choice("a kind of instrument")),
        .required("title", \.title, .text),
        .optional("number", \.number, .integer),
        .optional("signed", \.signed, SigningDate.codec),
        .optional("effective", \.effective, DateBound.codec),
        .optional("id", \.id, InstrumentID.codec)
    ).named("instrument")

    /// What can be read of an instrument: a word stands in for a kind or a title that cannot be.
    ///
    /// - Returns: also whether its days and its number, where it has them, are all read.
    package static func asFarAsRead(
        _ node: Node?, _ manner: Problems.Manner = .strict
    ) -> (instrument: Instrument, isPlaced: Bool) {
        var ignored = Problems(manner)
        var isPlaced = node != nil
        func member<Value>(_ name: String, _ codec: Codec<Value>) -> Value? {
            node?[name].flatMap { codec.decode($0, &ignored) }
        }
        func place<Value>(_ name: String, _ codec: Codec<Value>) -> Value? {
            let value = member(name, codec)
            if value == nil, node?[name] != nil { isPlaced = false }
            return value
        }
        let instrument = Instrument(
            kind: member("kind", .choice("a kind of instrument")) ?? .amendment,
            title: member("title", .text) ?? "unread", number: place("number", .integer),
            signed: place("signed", SigningDate.codec),
            effective: place("effective", DateBound.codec), id: place("id", InstrumentID.codec))
        return (instrument, isPlaced)
    }
}

/// What sort of document an instrument is.
public enum InstrumentKind: String, CaseIterable, Hashable, Sendable {
    case definitive, amendment, restatement, waiver, consent
    case sideLetter = "side-letter"
    case notice, memorandum
    case jointStatement = "joint-statement"
    case statement, filing, report, order, correction
}

/// The day an instrument was signed, or that the day is not known.
public enum SigningDate: Hashable, Sendable {
    case day(CivilDate)
    case unknown

    public static let codec = Codec<SigningDate>.scalar(
        "a date such as 2026-04-27, 2026-04 or 2026, or the word unknown",
        schema: .string,
        parse: { $0 == "unknown" ? .unknown : CivilDate($0).map(SigningDate.day) },
        write: {
            switch $0 {
            case .day(let date): date.description
            case .unknown: "unknown"
            }
        }
    ).forgiving(
        doubting: { CivilDate.doubted($0)?.map(SigningDate.day) },
        text: { text in
            text.lowercased() == "unknown"
                ? .one(.unknown) : CivilDate.understood(text)?.map(SigningDate.day)
        })
}
