public import Amendments
public import Terms

extension TermPiece {
    /// What a piece says.
    public enum Answer: Hashable, Sendable {
        case status(TermStatus)
        /// What the field reads.
        case value(ValueState)
        /// What it may read, where imprecise dates leave several answers, in the order of the conformed copy; nil
        /// where there may be no such field.
        case oneOf([ValueState?])
        /// What is reported beside the answer, best grade first.
        case reports([ReportedValue])
        case places([Place])
        case waiting([PendingChange])

        public var state: State {
            switch self {
            case .status(let status): State(of: status)
            case .value(let value): State(of: value)
            case .oneOf: .indeterminate
            case .reports: .reported
            case .places: .succeeded
            case .waiting: .conditional
            }
        }

        /// Equal where a store would write the same.
        public static func == (lhs: Answer, rhs: Answer) -> Bool {
            switch (lhs, rhs) {
            case (.status(let mine), .status(let its)): mine == its
            case (.value(let mine), .value(let its)): mine.isWritten(as: its)
            case (.oneOf(let mine), .oneOf(let its)):
                mine.count == its.count && zip(mine, its).allSatisfy { areAlike($0, $1) }
            case (.reports(let mine), .reports(let its)):
                mine == its && zip(mine, its).allSatisfy { areAlike($0.value, $1.value) }
            case (.places(let mine), .places(let its)): mine == its
            case (.waiting(let mine), .waiting(let its)):
                mine == its && zip(mine, its).allSatisfy { areAlike($0.effect, $1.effect) }
            case (.status, _), (.value, _), (.oneOf, _), (.reports, _), (.places, _), (.waiting, _):
                false
            }
        }

        private static func areAlike(_ mine: ValueState?, _ its: ValueState?) -> Bool {
            guard let mine, let its else { return mine == its }
            return mine.isWritten(as: its)
        }

        /// Of equal effects.
        private static func areAlike(
            _ mine: ConditionalChange.Effect, _ its: ConditionalChange.Effect
        ) -> Bool {
            guard case .waived(_, let extent) = mine, case .waived(_, let other) = its else {
                return areAlike(mine.value, its.value)
            }
            return extent.utf8.elementsEqual(other.utf8)
        }
    }

    /// Who has come into the place of a party that a field names, and by which other names the place was known
    /// before.
    public struct Place: Hashable, Sendable {
        public var party: PartyID
        /// In order of effect; empty where no one has.
        public var successors: [PartyID]
        /// False where an imprecise day leaves open whether the last of them has come into it yet.
        public var isCertain: Bool
        public var formerNames: [PartyID]
        /// Of a group, who is in it, or may be.
        public var members: [PartyID]
        /// Whether others may be in the group whom the record does not name.
        public var mayHaveOthers: Bool

        public init(
            party: PartyID, successors: [PartyID], isCertain: Bool, formerNames: [PartyID],
            members: [PartyID], mayHaveOthers: Bool
        ) {
            self.members = members
            self.mayHaveOthers = mayHaveOthers
            self.party = party
            self.successors = successors
            self.isCertain = isCertain
            self.formerNames = formerNames
        }
    }

    /// In which way it is answered: the states of a value, and those of a term.
    public enum State: String, CaseIterable, Hashable, Sendable {
        case stated, between, about, redacted, undisclosed, unknown, silent, none
        case sameAs = "same-as"
        /// Imprecise dates leave several answers.
        case indeterminate
        case inForce = "in-force"
        case notYet = "not-yet"
        case ended, suspended
        /// It waits for a condition.
        case conditional
        /// What is reported beside an answer.
        case reported
        /// Who came into the places of parties.
        case succeeded

        fileprivate init(of value: ValueState) {
            self =
                switch value {
                case .stated: .stated
                case .between: .between
                case .about: .about
                case .redacted: .redacted
                case .undisclosed: .undisclosed
                case .unknown: .unknown
                case .silent: .silent
                case .none: .none
                case .sameAs: .sameAs
                }
        }

        fileprivate init(of status: TermStatus) {
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
}

/// One report of a field.
public struct ReportedValue: Hashable, Sendable {
    public var value: ValueState
    public var grade: SourceGrade
    /// The event that reports it.
    public var governing: Position

    public init(value: ValueState, grade: SourceGrade, governing: Position) {
        self.value = value
        self.grade = grade
        self.governing = governing
    }

    /// `USD 90 [named-press]`.
    public var displayText: String { "\(value.displayText) [\(grade.rawValue)]" }
}

/// An agreed change that waits for a condition: of its event no more than where it is and how well it is known.
public struct PendingChange: Hashable, Sendable {
    public var effect: ConditionalChange.Effect
    /// When it would take effect.
    public var bound: DateBound
    /// The conditions it waits for.
    public var conditions: [ConditionID]
    /// When it would end again; nil for a standing change.
    public var lasts: DateBound?
    /// The event that agreed it.
    public var governing: Position
    /// The grade of that event.
    public var grade: SourceGrade

    public init(
        effect: ConditionalChange.Effect, bound: DateBound, conditions: [ConditionID],
        lasts: DateBound?, governing: Position, grade: SourceGrade
    ) {
        self.effect = effect
        self.bound = bound
        self.conditions = conditions
        self.lasts = lasts
        self.governing = governing
        self.grade = grade
    }

    /// Takes what a conformed copy says of the change.
    public init(_ change: ConditionalChange) {
        self.init(
            effect: change.effect, bound: change.bound, conditions: change.conditions,
            lasts: change.lasts, governing: change.event.position, grade: change.event.grade)
    }
}

extension ConformedField {
    /// Everything that others report beside the answer, best grade first.
    package var reportedValues: [ReportedValue] {
        competing.compactMap { report in
            guard let value = report.value, let event = report.event else { return nil }
            return ReportedValue(value: value, grade: report.grade, governing: event.position)
        }
    }
}
