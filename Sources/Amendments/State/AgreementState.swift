public import Notation
public import Terms

/// What the events of one agreement add up to, before anyone asks about a day.
///
/// Events are applied in the order of their positions; each only adds what it says. Which assertion
/// governs on which day is worked out by the reader (module Ledger), so applying an event costs the
/// same however long the history is.
public struct AgreementState: Sendable {
    public let id: AgreementID
    public var title: String?
    /// The IANA name of the agreement's governing time zone.
    public var zone: String?
    public var conventions = Conventions()
    public var parties: [PartyID: PartyRecord] = [:]
    /// By the id under which the term was first added.
    public private(set) var terms: [TermID: TermRecord] = [:]
    private var identities: [TermID: TermID] = [:]
    public var conditions: [ConditionID: ConditionRecord] = [:]
    public var disputes: [DisputeID: DisputeRecord] = [:]
    public var expectations: [ExpectationID: ExpectationRecord] = [:]
    /// What its vocabularies say of names, in the order of positions.
    public var scopes: [ScopeRecord] = []
    /// The calendars by which its business days are counted.
    public var calendars = BusinessCalendars()
    /// The events that define those of its own, as they stand.
    public var calendarEvents: [CalendarID: RecordedEvent] = [:]
    /// Events that end the agreement as a whole.
    public var endings: [AgreementEnding] = []
    /// Events that state the whole text anew.
    public var restatements: [AgreementRestatement] = []
    /// Instruments that are known of, of which this is all that was recorded when it was.
    public var unread: [UnreadInstrument] = []
    /// The last position at which each recording says something of an instrument that has an id.
    private var parts: [InstrumentID: [RecordingKey: Position]] = [:]
    /// What sources say of instruments: their dates and what they are.
    public var instrumentReports: [RecordingKey: [FieldName: [Report]]] = [:]
    /// Every instrument seen, in the order of its first event.
    public private(set) var instruments: [RecordingHeader] = []
    private var instrumentKeys: Set<RecordingKey> = []
    /// The amendments of one term meet in this many places; what cannot hold is kept here.
    public private(set) var violations: [Violation] = []

    public init(id: AgreementID) { self.id = id }

    /// Adds what `event` says.
    public mutating func apply(_ event: RecordedEvent) {
        note(event.recording)
        if let id = event.recording.instrument.id, event.event.kind != .instrumentNoted {
            parts[id, default: [:]][event.recording.key] = event.position
        }
        event.event.payload.apply(to: &self, by: event)
    }

    /// Adds an instrument, and nothing of what it says.
    package mutating func note(_ instrument: RecordingHeader) {
        if instrumentKeys.insert(instrument.key).inserted { instruments.append(instrument) }
    }

    /// Whether a later part of the same instrument says what was in it: one of which nothing is noted as not read.
    package func wasRead(_ unread: UnreadInstrument) -> Bool {
        guard let id = unread.event.recording.instrument.id else { return false }
        let noted = Set(self.unread.map(\.event.recording.key))
        return (parts[id] ?? [:]).contains { key, position in
            !noted.contains(key) && position > unread.event.position
        }
    }

    /// Notes that `event` cannot hold.
    public mutating func refuse(
        _ event: RecordedEvent, for ground: Violation.Ground, _ message: String,
        hint: String? = nil
    ) {
        violations.append(
            Violation(
                message: message, hint: hint, ground: ground, event: event.reference,
                mark: event.event.mark))
    }
}

extension AgreementState {
    /// The id under which the term with that id, present or former, was first added.
    public func identity(of id: TermID) -> TermID? { identities[id] }

    /// The term with that id, present or former.
    public func term(_ id: TermID) -> TermRecord? { identities[id].flatMap { terms[$0] } }

    /// Changes the term that `event` names; a term no one added is a violation.
    mutating func change(
        _ id: TermID, by event: RecordedEvent, _ body: (inout TermRecord) -> Void
    ) {
        guard let identity = identities[id] else {
            refuse(
                event, for: .named(id.text), "unknown term '\(id)'",
                hint: terms.isEmpty
                    ? "\(self.id) has no terms yet; add one with term-added"
                    : "did you mean \(nearest(to: id))? A new term starts with term-added")
            return
        }
        if var term = terms.removeValue(forKey: identity) {
            body(&term)
            terms[identity] = term
        }
    }

    mutating func insert(_ term: TermRecord) {
        terms[term.identity] = term
        identities[term.identity] = term.identity
    }

    mutating func alias(_ id: TermID, to identity: TermID) { identities[id] = identity }

    /// Types `raw` for a term as far as it can be read, keeping what is wrong as violations.
    mutating func typed(
        _ raw: RawFields, for kind: TermKind, requireAll: Bool, by event: RecordedEvent
    ) -> FieldValues {
        var problems = Problems()
        let values = raw.typed(for: kind, requireAll: requireAll, &problems)
        for problem in problems.all {
            violations.append(
                Violation(
                    message: problem.message, hint: problem.hint, ground: .itself,
                    event: event.reference, mark: problem.mark ?? event.event.mark))
        }
        return values
    }

    /// The three closest ids; where much is wrong already, the first of all, for looking costs as much as there
    /// are terms.
    private func nearest(to id: TermID) -> String {
        guard violations.count < 50 else {
            return terms.keys.min().map { "'\($0)'" } ?? "another"
        }
        return id.nearest(among: terms.keys, atMost: 3).map { "'\($0)'" }.joined(separator: ", ")
    }
}

/// How the agreement itself says that a bare year or month is to be read.
public struct Conventions: Hashable, Sendable {
    /// A bare year as an end means its last calendar day.
    public var throughYear: YearConvention?
    /// A bare month as an end means its last calendar day.
    public var throughMonth: MonthConvention?

    public init(throughYear: YearConvention? = nil, throughMonth: MonthConvention? = nil) {
        self.throughYear = throughYear
        self.throughMonth = throughMonth
    }

    public enum YearConvention: String, CaseIterable, Hashable, Sendable {
        case endOfCalendarYear = "end-of-calendar-year"
    }

    public enum MonthConvention: String, CaseIterable, Hashable, Sendable {
        case endOfCalendarMonth = "end-of-calendar-month"
    }

    public static let codec = Codec<Conventions>.object(
        { Conventions(throughYear: $0, throughMonth: $1) },
        .optional("through-year", \.throughYear, .choice("a convention for years")),
        .optional("through-month", \.throughMonth, .choice("a convention for months"))
    )
}

/// A reason why an event cannot hold, in words for the person who wrote it.
public struct Violation: Hashable, Sendable {
    public var message: String
    public var hint: String?
    /// What the reason rests on.
    public var ground: Ground
    /// The event that cannot hold.
    public var event: EventReference
    /// The event that stands in its way, when there is one.
    public var other: EventReference?
    /// Where the event is written, when it came from a file.
    public var mark: Mark?

    /// What a reason rests on: what it would not be without.
    public enum Ground: Hashable, Sendable {
        /// The event by itself, whatever else is recorded.
        case itself
        /// That something it names, by that id, is not there, or is not what the event takes it for.
        case named(String)
        /// What else is recorded of the agreement, on whatever day.
        case record
        /// The days on which things hold.
        case days
    }

    public init(
        message: String, hint: String? = nil, ground: Ground, event: EventReference,
        other: EventReference? = nil, mark: Mark? = nil
    ) {
        self.message = message
        self.hint = hint
        self.ground = ground
        self.event = event
        self.other = other
        self.mark = mark
    }
}
