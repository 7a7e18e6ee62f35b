public import Amendments
public import Ledger
public import Terms

/// One thing that falls on a day, in a window of days, or upon something that has no day yet.
public struct Deadline: Hashable, Sendable {
    /// The same in every run, when its day moves, and when another event governs it; given by `AgreementScan`.
    public var key = ""
    public var agreement: AgreementID
    /// The id under which the term was first added, the expectation's id, or `agreement`.
    public var subject: String
    /// The term's id on that day; nil for what concerns the agreement as a whole.
    public var term: TermID?
    public var kind: TermKind?
    public var what: What
    public var when: When
    /// The fields it changes, with what they read from then on; the amount of a payment.
    public var values: [FieldValue]
    /// The last day of what begins on it, such as a renewed term.
    public var through: Day?
    /// Who has to act, or may.
    public var actor: PartyID?
    /// How its day was worked out, step by step.
    public var basis: [Basis]
    /// The events it rests on.
    public var causes: [RecordedEvent]
    /// True where the day is not certain: imprecise, approximate, or resting on what has not happened.
    public var isTentative: Bool
    /// Which of a sequence it is, from 1, such as the second renewal.
    public var number: Int

    /// One field and what it reads.
    public struct FieldValue: Hashable, Sendable {
        public var name: FieldName
        /// nil: no longer part of the term.
        public var value: ValueState?
    }

    /// What happens; readers of JSON distinguish each.
    public enum What: String, Hashable, Sendable, CaseIterable {
        case begins, ends, renews, opens, closes, payment, period, reverts, expected, adjusts
        case notice = "notice-due"
        case renewalDue = "renewal-due"
        case noticeTakesEffect = "notice-takes-effect"
        case response = "response-due"
        case exclusivityEnds = "exclusivity-ends"
        case takesEffect = "takes-effect"
        case dutyEnds = "duty-ends"
        case suspensionBegins = "suspension-begins"
        case suspensionEnds = "suspension-ends"
        case waiverEnds = "waiver-ends"
        case agreementEnds = "agreement-ends"
        case waiverBegins = "waiver-begins"
        case moves
        case partyJoins = "party-joins"
        case partyRenamed = "party-renamed"
        case partySucceeded = "party-succeeded"
        case partyWithdraws = "party-withdraws"
        case memberJoins = "member-joins"
        case memberLeaves = "member-leaves"
        case availabilityEnds = "availability-ends"
        case closing, due, matures, release, vests
        case longStop = "long-stop"
        case purchaseExclusivityEnds = "purchase-exclusivity-ends"
    }

    /// When it happens, as precisely as that is known and no more.
    public enum When: Hashable, Sendable {
        case on(Day)
        /// On one of these days, both included; nil where that side is not known.
        case within(first: Day?, last: Day?)
        /// Once these conditions are satisfied.
        case upon([ConditionID])
        /// The agreement states a day that is withheld.
        case withheld(FieldName)
        /// That long after the agreement's end, of which no day is known.
        case afterEnd(CalendarDuration)

        /// The first and the last day it may fall on; nil where it has no day at all.
        public var days: (first: Day?, last: Day?)? {
            switch self {
            case .on(let day): (day, day)
            case .within(let first, let last): (first, last)
            case .upon, .withheld, .afterEnd: nil
            }
        }
    }

    /// What a calendar program knows it by: what waits for a condition is a to-do, and another thing than the
    /// event that it becomes once it has a day.
    public var entryKey: String { isWaiting ? "\(key)/upon" : key }

    /// Whether it waits for conditions, and has no day before.
    public var isWaiting: Bool {
        switch when {
        case .upon: true
        case .on, .within, .withheld, .afterEnd: false
        }
    }

    /// What it is about and what happens, without a number: the same whatever its day is, and, but for what a single
    /// event brings about, whichever event governs.
    var name: String {
        let event = what.isOfOneEvent ? causes.first?.reference.description : nil
        return [agreement.text, subject, what.rawValue, event].compactMap(\.self)
            .joined(separator: "/")
    }
}

extension Deadline.What {
    /// Whether something begins with it, which a lapsed condition prevents.
    var isStart: Bool {
        switch self {
        case .begins, .opens, .renews, .adjusts, .takesEffect, .noticeTakesEffect,
            .suspensionBegins,
            .waiverBegins, .moves, .partyJoins, .partyRenamed, .partySucceeded, .partyWithdraws,
            .memberJoins, .memberLeaves, .agreementEnds, .closing, .matures, .release, .vests:
            true
        case .ends, .closes, .payment, .period, .reverts, .expected, .notice, .renewalDue,
            .response, .exclusivityEnds, .dutyEnds, .suspensionEnds, .waiverEnds,
            .availabilityEnds, .due, .longStop, .purchaseExclusivityEnds:
            false
        }
    }

    /// Whether a single event brings it about, so that another event means another deadline.
    fileprivate var isOfOneEvent: Bool {
        switch self {
        case .takesEffect, .reverts, .noticeTakesEffect, .response, .suspensionBegins,
            .suspensionEnds, .waiverBegins, .waiverEnds, .moves, .partyJoins,
            .partyRenamed, .partySucceeded, .partyWithdraws, .memberJoins, .memberLeaves:
            true
        case .begins, .ends, .renews, .opens, .closes, .payment, .period, .expected, .adjusts,
            .notice,
            .renewalDue, .exclusivityEnds, .dutyEnds, .agreementEnds, .availabilityEnds, .closing,
            .due,
            .matures, .release, .vests, .longStop, .purchaseExclusivityEnds:
            false
        }
    }
}

/// One step of how a day was worked out.
public enum Basis: Hashable, Sendable {
    /// What a field says.
    case field(FieldName, ValueState)
    /// When an event holds.
    case effective(DateBound)
    /// Until when what an event says holds.
    case lasts(DateBound)
    /// The agreement's convention that settles a bare year or month.
    case convention(String)
    /// No finer date is stated than that.
    case imprecise(CivilDate)
    /// Its days are counted by a calendar that does not say which days are business days.
    case businessDaysUnknown(CalendarGap)
    /// What became of a condition.
    case outcome(ConditionID, ConditionRecord.Manner)
    /// The day holds only while none of these conditions is satisfied first.
    case unlessBefore([ConditionID])
    /// That long before the last day, or the window of last days, of the running term.
    case before(Lapse, first: Day, last: Day)
    /// That long after a day.
    case after(Lapse, PossibleDay)
    /// The agreement's own end, as that term states it.
    case agreementEnd(TermID)
    /// So many renewals of that length each, counted at once from the first day after the stated end.
    case renewals(Int, CalendarDuration, from: Day)
    /// It renews by itself unless notice is given in time.
    case unlessNoticed
    /// It rests on no notice before earlier renewals.
    case earlierRenewals(Int)
    /// It goes on only if the parties agree.
    case unlessAgreed
    /// Whether it is renewed is not known.
    case renewalNotKnown(ValueState?)
    /// It renews, but for how long is not known.
    case periodNotKnown(ValueState?)
    /// Notice was given on that day, against the renewal.
    case noticeGiven(by: PartyID, on: PossibleDay)
    /// The numbered period of that length, counted at once from the first day of the term.
    case period(Int, CalendarDuration, from: Day)
    /// The numbered period of that length since the term began, which begins on that day; the term states a day on which
    /// one of them begins.
    case regularPeriod(Int, CalendarDuration, from: Day)
    /// The agreement states the period, but no day on which it is paid.
    case payDayNotStated
    /// It is owed once.
    case once
    /// Someone's expectation, never in force.
    case expectation(String)
    /// An instrument that was not read may have changed what the day is worked out from.
    case notRead(EventReference)
}
