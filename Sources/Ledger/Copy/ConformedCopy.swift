public import Amendments
public import Terms

/// The terms of an agreement from one vantage, with the instruments that made each.
///
/// A lawyer's *conformed copy*: unofficial, made from the events, the same bytes for the same events.
public struct ConformedCopy: Hashable, Sendable {
    public var agreement: AgreementID
    public var title: String
    public var zone: String
    /// What was asked.
    public var vantage: Vantage
    /// What the answer rests on.
    public var resolved: ResolvedPoint
    public var parties: [ConformedParty]
    public var terms: [ConformedTerm]
    public var conditions: [ConformedCondition]
    public var disputes: [ConformedDispute]
    public var expectations: [ConformedExpectation]

    /// The term with that id, present or former.
    public func term(_ id: TermID) -> ConformedTerm? {
        terms.first { $0.id == id || $0.identity == id }
    }

    public func condition(_ id: ConditionID) -> ConformedCondition? {
        conditions.first { $0.id == id }
    }

    public func dispute(_ id: DisputeID) -> ConformedDispute? { disputes.first { $0.id == id } }
}

/// Everything of a conformed copy but its terms.
struct CopyContext {
    var parties: [ConformedParty]
    var conditions: [ConformedCondition]
    var disputes: [ConformedDispute]
    var expectations: [ConformedExpectation]
}

/// The point an answer rests on, which may lie before the one asked for.
public struct ResolvedPoint: Hashable, Sendable {
    /// The last position that counted, at the end of a whole recording; nil in an empty book.
    public var position: Position?
    /// The last instrument whose effect had begun on the day of the question.
    public var governing: RecordingHeader?
    /// When what it changed last by that day took effect.
    public var governingSince: DateBound?
    /// Recordings of this agreement that the vantage hides: disclosed later.
    public var hiddenByDisclosure: Int
    /// Recordings of this agreement that the vantage hides: recorded later; nil where they are not counted.
    public var hiddenByPosition: Int?
    /// Recordings of this agreement that the answer rests on and that no one made yet.
    public var drafts: [RecordingHeader]

    package init(
        position: Position?, governing: RecordingHeader?, hiddenByDisclosure: Int,
        hiddenByPosition: Int?, drafts: [RecordingHeader] = []
    ) {
        self.position = position
        self.governing = governing
        self.hiddenByDisclosure = hiddenByDisclosure
        self.hiddenByPosition = hiddenByPosition
        self.drafts = drafts
    }
}

/// A party as it stands on the day of the question.
public struct ConformedParty: Hashable, Sendable {
    public var id: PartyID
    public var name: String
    public var role: String?
    /// Who came into its place since it last became a party, in order of effect.
    public var successors: [PartyID]
    /// Whether it left since it last became a party.
    public var hasWithdrawn: Bool
    /// What is agreed of it and waits for a condition, or may not have come yet, in the parties' order.
    public var open: [OpenPartyChange]
    public var causes: [RecordedEvent]
    /// Of a group, who is in it, may be, or was, in the order of joining; nil for no group.
    public var members: [ConformedMember]?
    /// Whether others may be in the group whom the record does not name.
    public var mayHaveOthers = false

    /// Who stands in its place; nil while it does itself.
    public var successor: PartyID? { successors.last }
}

/// A member of a group on the day of the question.
public struct ConformedMember: Hashable, Sendable {
    public var party: PartyID
    public var role: String?
    public var standing: MemberStanding
    /// By which it joined, or left.
    public var cause: RecordedEvent
}

/// One term as it stands on the day of the question.
public struct ConformedTerm: Hashable, Sendable {
    /// The id under which it was first added.
    public var identity: TermID
    /// Its id on the day of the question.
    public var id: TermID
    /// The event that gave it that id; nil while it has its first.
    public var renamedBy: RecordedEvent?
    public var kind: TermKind
    public var status: TermStatus
    public var reasons: [Reason]
    /// The events behind the status.
    public var causes: [RecordedEvent]
    /// The first day of the run of days on which it has this status.
    public var since: Day?
    /// The next day on which something about it is known to change.
    public var nextChange: Day?
    /// In the order of the kind's fields.
    public var fields: [ConformedField]
    /// What was said of it, or done under it, by the day of the question, in order.
    public var remarks: [Remark]
    /// What had accrued under it by the end of the day, by currency: what instruments state, then with
    /// reports.
    public var accrued: [AccruedSum]
    /// The instruments that were silent on the whole term since it last changed or was restated.
    public var silentSince: [RecordedEvent]
    /// The instruments that restated the whole term since it last changed.
    public var reaffirmedBy: [RecordedEvent]
    /// Agreed changes that wait for a condition, of the term itself or of a field that it does not have; those
    /// of its fields stand with the fields.
    public var conditional: [ConditionalChange] = []
    /// Of what was said of it, by event: the days of which it holds from one, where that may not have come yet.
    public var openDays: [EventReference: PossibleDay] = [:]
    /// False for a term that no one could know of on the day of the question: it was agreed and disclosed later.
    public var isForeseeable: Bool

    public func field(_ name: FieldName) -> ConformedField? { fields.first { $0.name == name } }

    /// Every agreed change of the term or its fields that waits for a condition.
    public var conditionalChanges: [ConditionalChange] {
        fields.flatMap(\.conditional) + conditional
    }

    /// True for a term that is yet to begin and that the parties agreed, or made known, after the day of the question.
    public var isAgreedLater: Bool { status == .notYet && !isForeseeable }

    /// True when it has fields to show: it is in force, scheduled, suspended or undecided.
    public var isLive: Bool { status != .ended && !isAgreedLater }

    /// How what is agreed reads in a sentence; where imprecise dates leave several values, with all of them.
    public var sentence: String {
        kind.definition.sentence(
            with: words,
            saying: { name in
                self.field(name).flatMap { $0.isIndeterminate ? nil : $0.agreed }
            })
    }

    /// A field as the sentence says it.
    private func words(_ name: FieldName) -> String? {
        guard let field = self.field(name), let value = field.agreed else { return nil }
        let values =
            field.isIndeterminate ? field.candidates.compactMap(\.value) : [value]
        let texts = values.compactMap { value -> String? in
            switch value {
            case .stated, .between, .about: field.places.shortText(of: value)
            case .redacted, .undisclosed, .unknown, .silent, .none, .sameAs: nil
            }
        }
        // Of several values none is picked: where each has words, all of them stand.
        guard texts.count == values.count else { return nil }
        let different: [String] = texts.reduce(into: []) {
            if !$0.contains($1) { $0.append($1) }
        }
        return different.joined(separator: " or ")
    }
}

/// One field as it stands on a day: what is agreed, and what is reported beside it.
///
/// A report never takes the place of what is agreed, whatever its grade. Where nothing is agreed, `agreed`
/// is nil, `isReported` is true, and `value` is the best graded report.
public struct ConformedField: Hashable, Sendable {
    public var name: FieldName
    /// The agreed value, which may be withheld; where nothing is agreed, what the best graded report says.
    public var value: ValueState
    /// What the field reads as, where its value refers to another term's field.
    public var referred: ValueState?
    /// How well the value is known: the grade of its own evidence.
    public var grade: SourceGrade
    /// The event the value comes from.
    public var governing: RecordedEvent
    /// True where nothing is agreed, and the value is a report.
    public var isReported: Bool
    /// Every value that may be agreed, where imprecise dates leave several; empty otherwise.
    public var candidates: [Candidate]
    /// The reports beside the value, best grade first.
    public var competing: [Candidate]
    /// True when a report whose evidence is no worse than the value's contradicts it. The value stands, and
    /// both are shown.
    public var isContested: Bool
    public var reasons: [Reason]
    /// The instruments that were silent on this very field since the answer was given.
    public var silentSince: [RecordedEvent]
    /// The instruments that restated this very field since the answer was given.
    public var reaffirmedBy: [RecordedEvent]
    /// Events beside `governing` that made it read as it does: conditions that came about or were removed,
    /// successions of parties.
    public var furtherCauses: [RecordedEvent]
    /// Of the parties it names, those in whose place others stand by now. The value names them as agreed.
    public var places: [PartyPlace]
    /// Of the parties it names, by which other names their places were known before, the last first.
    public var formerNames: [PartyID: [PartyID]] = [:]
    /// Agreed changes of the field that wait for a condition, in the parties' order.
    public var conditional: [ConditionalChange] = []

    /// One asserted value with the event that asserts it.
    public struct Candidate: Hashable, Sendable {
        /// nil: the term may not have the field.
        public var value: ValueState?
        public var event: RecordedEvent?
        public var grade: SourceGrade
        public var isReported: Bool
    }

    public var isIndeterminate: Bool { !candidates.isEmpty }

    /// What the parties agreed; nil where they agreed nothing.
    public var agreed: ValueState? { isReported ? nil : value }

    /// Everything that is reported of it, best grade first.
    public var reports: [Candidate] {
        guard isReported else { return competing }
        return [Candidate(value: value, event: governing, grade: grade, isReported: true)]
            + competing
    }

    /// What is agreed, and who stands in it: a field that says the same has not changed, whatever is reported.
    var says: [ValueState?] {
        [agreed] + candidates.map(\.value)
            + places.filter { !$0.successors.isEmpty }
            .map { .stated(.party($0.holder)) }
    }

    /// The value as people read it: `c, successor of a` where c stands in the place of a.
    public var displayText: String { places.text(of: value) }

    /// Who stands in the place of a party that the field names, or may.
    public func holder(of party: PartyID) -> PartyID { places.holder(of: party) }
}

/// A condition as it stands on the day of the question.
public struct ConformedCondition: Hashable, Sendable {
    public var id: ConditionID
    public var text: String
    public var decidedBy: [String]
    public var readings: [ConditionReading]
    /// What surely became of it by then; nil: pending, or not known.
    public var outcome: ConditionRecord.Manner?
    public var since: PossibleDay?
    /// The states it may be in; nil where there is one.
    public var doubt: StateDoubt?
    public var causes: [RecordedEvent]

    public var state: String { doubt?.word ?? outcome?.rawValue ?? "pending" }
}

/// Several states of which one is meant, because a day is known only to a month, a year or a window.
public struct StateDoubt: Hashable, Sendable {
    /// The states it may be in, the earlier first.
    public var states: [String]
    /// The first day on which it may have changed.
    public var first: Day
    /// The last day on which it may have changed.
    public var last: Day

    /// The one word for all of them.
    var word: String { TermStatus.indeterminate.rawValue }
}

/// A dispute as it stands on the day of the question.
public struct ConformedDispute: Hashable, Sendable {
    public var id: DisputeID
    public var by: [PartyID]
    public var against: [PartyID]
    public var about: [TermID]
    public var stage: DisputeRecord.Stage
    public var forum: String?
    public var resolution: DisputeRecord.Resolution?
    /// The states it may be in; nil where there is one.
    public var doubt: StateDoubt?
    public var causes: [RecordedEvent]

    /// The stage, or how it ended. Mooted says that nothing was released, or that this is not known.
    public var state: String { doubt?.word ?? resolution.map(Self.state) ?? stage.rawValue }

    static func state(_ resolution: DisputeRecord.Resolution) -> String {
        "\(resolution.manner.rawValue), \(words[resolution.released] ?? "")"
    }

    private static let words: [Truth: String] = [
        .yes: "past claims released", .no: "past claims not released",
        .unknown: "not released as far as known",
    ]
}

/// What someone expects; never in force.
public struct ConformedExpectation: Hashable, Sendable {
    public var id: ExpectationID
    public var text: String
    public var by: String?
    public var window: DateBound
    /// What surely became of it by then; nil: it is expected, or nothing is known.
    public var outcome: ExpectationRecord.Manner?
    /// The states it may be in; nil where there is one.
    public var doubt: StateDoubt?
    public var causes: [RecordedEvent]

    /// Whether it surely came true by then.
    public var isMet: Bool { outcome == .met }

    public var state: String { doubt?.word ?? outcome?.rawValue ?? "expected" }
}
