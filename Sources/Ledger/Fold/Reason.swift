public import Amendments
public import Terms

/// Whether a term holds on the day of the question.
public enum TermStatus: String, CaseIterable, Hashable, Sendable {
    case inForce = "in-force"
    case notYet = "not-yet"
    case ended
    case suspended
    /// The dates are too imprecise to say.
    case indeterminate
}

/// Why a status or a value is what it is.
public enum Reason: Hashable, Sendable {
    /// The effective day is not stated; it computes as the day announced.
    case announced(CivilDate)
    /// A condition it waits for, or that would end it, has not come about.
    case conditionPending(ConditionID)
    case conditionSatisfied(ConditionID, PossibleDay)
    /// A condition it waits for lapsed by that event: it never begins.
    case conditionLapsed(ConditionID, EventReference)
    /// A condition it named was removed; what is left of the bound governs.
    case rebased(ConditionID)
    /// It names nothing but removed conditions.
    case orphan(ConditionID)
    /// A bare year or month, read by the agreement's own convention.
    case convention(String)
    /// A date of it is stated as approximate or uncertain: the day may be another.
    case approximate(CivilDate)
    /// A bare year or month, and no convention: any day between these two.
    case imprecise(first: Day, last: Day)
    /// Its day is counted by a calendar that does not say which days are business days.
    case businessDaysUnknown(CalendarGap)
    /// Its stated end.
    case statedEnd(DateBound)
    case removed(EventReference)
    /// Exercised in whole, paid out or fulfilled: nothing is owed under it any more.
    case discharged(Discharge, EventReference)
    /// Terminated, superseded, or ended by a notice.
    case agreementEnded(EventReference)
    /// The agreement's own term is over; that term, and its last day.
    case ranOut(TermID, lastDay: PossibleDay)
    /// The agreement's own term ends with one of these days, which one is not known; nil where it may go on.
    case runsOut(TermID, first: Day, last: Day?)
    /// Its stated end has passed; it renews by itself from that day, by that period where one is stated,
    /// and no notice is on record, or one that came too late for that.
    case renewed(since: Day, CalendarDuration?, lateNotice: EventReference?)
    /// A notice in time, or what the parties had agreed by then, prevented the next renewal.
    case notRenewed(EventReference)
    /// Its stated end has passed, and whether it renews is not known.
    case renewalNotKnown
    /// The agreement is over by that event, and the term outlives it.
    case outlives(EventReference)
    /// Its first day is withheld: it may have begun by then, or not.
    case beginningWithheld
    /// Its first day is that of another term's field, which may have come by then, or not.
    case beginningReferred(TermID, FieldName)
    /// Its end is that of another term, or the day of another field; why that is not known, nil where it is.
    case endReferred(TermID, FieldName, ReferralGap?)
    /// What ended it came before its first day.
    case neverBegan
    case suspended(EventReference)
    case waived(PartyID, EventReference)
    /// The same, where it took effect, or ended, on one of these days and may not have by then.
    case perhapsWaived(PartyID, EventReference, PossibleDay)
    /// It had that id from one of these days on, which may not have come by then.
    case perhapsMoved(TermID, PossibleDay)
    /// A party that it names left the agreement by that event, on one of these days, and no one has come into its
    /// place: what the term still asks of it, or gives it, is not stated.
    case partyWithdrew(PartyID, EventReference, PossibleDay)
    /// An instrument that is known of by that event, and was not read, may have changed it.
    case notRead(EventReference)
    /// Readings of it compete, as that event says, and no one chose one.
    case readingsCompete(EventReference)
    /// It matured on one of these days; whether it is over is not stated.
    case matured(PossibleDay)
    /// The right could be used up to one of these days. No use or extension is on record, or what that event says: it was
    /// used in part, or it is spoken of after that day.
    case closed(PossibleDay, EventReference?)
    /// The last day on which the right may be used is withheld: it may have passed.
    case closingWithheld
    /// It is part of that term, such as a sublimit of a facility, which is over: whether it goes on is not stated.
    case wholeEnded(TermID)
    /// It is limited to some days of each year: whether it may be used on this one.
    case opening(Opening)
    /// It is what there was on one of these days, as of which it is stated; what there is since is not.
    case statedAsOf(PossibleDay)
    /// Stated, but not begun: it is scheduled.
    case scheduled(Day)
    /// The qualifier's own time is over, and it fell back to its weaker form.
    case fellBack(FieldName)
    /// The agreement is over by that event, and the value is the one that the named field states for the time after.
    case inRunOff(FieldName, EventReference)
    /// A report of a better grade than the evidence of what is agreed: what it says, and where.
    case betterReport(ValueState, SourceGrade, EventReference)
}

/// Why it is not known when something ends whose end is that of another term, or of another field.
public enum ReferralGap: String, CaseIterable, Hashable, Sendable {
    /// No end is stated there, or it is withheld.
    case notStated = "not-stated"
    /// There is no such term, as far as is known.
    case notOnRecord = "not-on-record"
    /// It is stated to be the end of this one in turn.
    case circular
    /// It had passed when it was stated to be the end of this one.
    case passedBefore = "passed-before"
    /// It has passed, and something was agreed of this one since.
    case spokenOf = "spoken-of"
}

/// Whether a right that is limited to some days of each year may be used on a day.
public enum Opening: Hashable, Sendable {
    /// It may, and that is the last day of the stretch.
    case open(through: Day)
    /// It may not; it opens on that day, nil where it does not, or that is not known.
    case closed(opens: Day?)
    case notKnown
}

extension Reason {
    /// The waiver that it states.
    package var waiver: EventReference? {
        switch self {
        case .waived(_, let event), .perhapsWaived(_, let event, _): event
        case .announced, .conditionPending, .conditionSatisfied, .conditionLapsed, .rebased,
            .orphan, .convention, .imprecise, .businessDaysUnknown, .statedEnd, .removed,
            .discharged, .agreementEnded, .ranOut, .runsOut, .renewed, .notRenewed,
            .renewalNotKnown, .outlives, .beginningWithheld, .neverBegan, .suspended, .perhapsMoved,
            .partyWithdrew,
            .approximate, .scheduled, .fellBack, .inRunOff, .notRead, .readingsCompete,
            .matured, .closed, .closingWithheld, .beginningReferred, .endReferred, .wholeEnded,
            .opening,
            .statedAsOf, .betterReport:
            nil
        }
    }
}
