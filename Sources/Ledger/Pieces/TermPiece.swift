public import Amendments
public import Terms

/// A run of days on which one thing about one term is answered alike, as known at one time.
///
/// It says what the conformed copy of each of its days says of the term's status, or of one field, with
/// all disclosures counted. Where a term has no such field there is no piece. `same-as` stands as it
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
    public var answer: Answer
    /// The grade of the answer; for a status, that of the event behind it.
    public var grade: SourceGrade
    /// True where nothing is agreed and the answer is a report, and for what is reported beside an answer.
    public var isReported: Bool
    /// The event the answer comes from; for a status, the first of those behind it.
    public var governing: Position

    public var state: State { answer.state }

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

        /// The field that it is about; nil for what is of the term as a whole.
        public var field: FieldName? {
            switch self {
            case .status, .waiting: nil
            case .field(let name), .reports(let name), .places(let name): name
            }
        }

        private static let statusText = "#status"
        private static let waitingText = "#waiting"
        private static let reportsText = "#reports"
        private static let placesText = "#places"
    }

    public init(
        agreement: AgreementID, term: TermID, id: TermID, kind: TermKind, subject: Subject,
        days: DayRange, answer: Answer, grade: SourceGrade, isReported: Bool,
        governing: Position
    ) {
        self.agreement = agreement
        self.term = term
        self.id = id
        self.kind = kind
        self.subject = subject
        self.days = days
        self.answer = answer
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
        governing == other.governing && answer == other.answer && id == other.id
            && grade == other.grade && isReported == other.isReported
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
