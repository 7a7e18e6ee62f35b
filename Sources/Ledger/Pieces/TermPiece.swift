public import Amendments
public import Terms

/// A run of days on which one thing about one term is answered alike, as known at one time.
///
/// It says what the conformed copy of each of its days says of the term's status, or of one field, with
/// everything disclosed counted. Where a term has no such field there is no piece. `same-as` stands as it
/// is written: what it refers to has pieces of its own.
public struct TermPiece: Hashable, Sendable {
    public var agreement: AgreementID
    /// The id under which the term was first added.
    public var term: TermID
    /// The term's id on these days.
    public var id: TermID
    public var kind: TermKind
    public var subject: Subject
    public var days: DayRange
    public var state: State
    /// The state of the value as its field writes it, in canonical JSON; the list of them all, in the
    /// order of the conformed copy and `null` where there may be none, where it is indeterminate; nil for
    /// a status.
    public var value: String?
    /// The grade of the answer; for a status, that of the event behind it.
    public var grade: SourceGrade
    /// True where nothing is agreed and the answer is a report, and for what is reported beside an answer.
    public var isReported: Bool
    /// The event the answer comes from; for a status, the first of those behind it.
    public var governing: Position

    /// What of a term is answered.
    public enum Subject: Hashable, Sendable {
        case status
        /// The agreed changes that wait for a condition; no piece where there are none.
        case waiting
        case field(FieldName)
        /// What is reported of a field beside its answer.
        case reports(FieldName)
        /// Who has come into the place of the parties that a field names.
        case places(FieldName)

        /// The field's name, and behind `#`, which no name has, what of it; `#status` for the status, `#waiting`
        /// for what waits.
        public var text: String {
            switch self {
            case .status: Self.statusText
            case .waiting: Self.waitingText
            case .field(let name): name.rawValue
            case .reports(let name): name.rawValue + Self.reportsText
            case .places(let name): name.rawValue + Self.placesText
            }
        }

        /// Returns nil for a text that is neither.
        public init?(_ text: String) {
            if text == Self.statusText {
                self = .status
            } else if text == Self.waitingText {
                self = .waiting
            } else if text.hasSuffix(Self.reportsText),
                let name = FieldName(rawValue: String(text.dropLast(Self.reportsText.count)))
            {
                self = .reports(name)
            } else if text.hasSuffix(Self.placesText),
                let name = FieldName(rawValue: String(text.dropLast(Self.placesText.count)))
            {
                self = .places(name)
            } else if let name = FieldName(rawValue: text) {
                self = .field(name)
            } else {
                return nil
            }
        }

        private static let statusText = "#status"
        private static let waitingText = "#waiting"
        private static let reportsText = "#reports"
        private static let placesText = "#places"
    }

    /// In which way it is answered: the states of a value, and those of a term.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case stated, between, redacted, undisclosed, unknown, silent, none
        case sameAs = "same-as"
        /// Imprecise dates leave several answers.
        case indeterminate
        case inForce = "in-force"
        case notYet = "not-yet"
        case ended, suspended
        /// It waits for a condition.
        case conditional
        /// What is reported: a list of objects of `value`, `grade` and `governing`, best grade first.
        case reported
        /// Who came into a place: a list of objects of `party`, `successors` and `certain`.
        case succeeded

        init(of value: ValueState) {
            self =
                switch value {
                case .stated: .stated
                case .between: .between
                case .redacted: .redacted
                case .undisclosed: .undisclosed
                case .unknown: .unknown
                case .silent: .silent
                case .none: .none
                case .sameAs: .sameAs
                }
        }

        init(of status: TermStatus) {
            self =
                switch status {
                case .inForce: .inForce
                case .notYet: .notYet
                case .ended: .ended
                case .suspended: .suspended
                case .indeterminate: .indeterminate
                }
        }
    }

    public init(
        agreement: AgreementID, term: TermID, id: TermID, kind: TermKind, subject: Subject,
        days: DayRange, state: State, value: String?, grade: SourceGrade, isReported: Bool,
        governing: Position
    ) {
        self.agreement = agreement
        self.term = term
        self.id = id
        self.kind = kind
        self.subject = subject
        self.days = days
        self.state = state
        self.value = value
        self.grade = grade
        self.isReported = isReported
        self.governing = governing
    }

    /// The same on other days.
    func on(_ days: DayRange) -> TermPiece {
        var piece = self
        piece.days = days
        return piece
    }

    /// Whether it gives the same answer about the same thing, be it of other days.
    func agrees(with other: TermPiece) -> Bool {
        governing == other.governing && state == other.state && value == other.value
            && id == other.id && grade == other.grade && isReported == other.isReported
            && subject == other.subject && term == other.term && agreement == other.agreement
    }
}

/// A piece with the positions at which the book said so.
public struct RecordedPiece: Hashable, Sendable {
    public var piece: TermPiece
    /// The end of the recording that brought it: positions inside a recording see none of it.
    public var from: Position
    /// The end of the recording that changed it; nil while it stands.
    public var to: Position?

    public init(_ piece: TermPiece, from: Position, to: Position?) {
        self.piece = piece
        self.from = from
        self.to = to
    }

    /// Whether the book said so at that position.
    public func isKnown(at position: Position) -> Bool {
        from <= position && (to.map { position < $0 } ?? true)
    }
}
