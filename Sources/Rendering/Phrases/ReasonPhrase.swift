import Amendments
import Ledger
import Terms

/// The reasons of a status or a value in words.
enum ReasonPhrase {
    /// - Parameter status: of the term; it decides whether a pending condition begins or ends it.
    static func text(of reason: Reason, status: TermStatus) -> String {
        switch reason {
        case .announced(let date): "effective day not stated; announced \(date)"
        case .conditionPending(let id):
            "\(status == .notYet ? "begins" : "ends") upon \(id), which is pending"
        case .conditionSatisfied(let id, let day):
            "condition \(id) was satisfied \(DayPhrase.possible(day))"
        case .conditionLapsed(let id, let event):
            "never begins: condition \(id) lapsed (\(event))"
        case .rebased(let id): "recalculated: condition \(id) was removed"
        case .orphan(let id): "orphan: it names only the removed condition \(id)"
        case .convention(let name): "by the agreement's convention \(name)"
        case .imprecise(let first, let last):
            "the day is only known to lie between \(first) and \(last)"
        case .businessDaysUnknown(let gap): "the day is not known: \(gap)"
        case .statedEnd(let bound): "it ran \(bound)"
        case .removed(let event):
            status == .indeterminate ? "perhaps removed by \(event)" : "removed by \(event)"
        case .discharged(let manner, let event):
            "\(status == .indeterminate ? "perhaps " : "")discharged: \(words(manner)) (\(event))"
        case .agreementEnded(let event): ending(event, status)
        case .ranOut(let term, let day):
            "the agreement ran out \(DayPhrase.possible(day)) (\(term))"
        case .runsOut(let term, let first, let last): runningOut(term, first, last, status)
        case .renewed(let since, let period, let late): renewal(since, period, late)
        case .notRenewed(let event): "not renewed (\(event))"
        case .renewalNotKnown: "whether it was renewed is not stated"
        case .outlives(let event): "continues after the agreement ended (\(event))"
        case .beginningWithheld: "its first day is withheld: whether it has begun is not known"
        case .neverBegan: "it never began"
        case .suspended(let event): "suspended by \(event)"
        case .waived(let party, let event): "right waived by \(party) (\(event))"
        case .perhapsWaived(let party, let event, let day):
            "right waived by \(party) (\(event)), or not, for the day lies \(DayPhrase.possible(day))"
        case .approximate(let date): "the date \(date) is not certain"
        case .perhapsMoved(let id, let day):
            "its id becomes \(id) \(DayPhrase.possible(day)), and may have already"
        case .partyWithdrew(let party, let event, let day):
            "\(party) left the agreement \(DayPhrase.possible(day)) (\(event)): what it owes or is owed since "
                + "is not stated"
        case .notRead(let event):
            "\(event.recording), which was not read, may change it (\(event))"
        case .readingsCompete(let event): "readings compete, and none is chosen (\(event))"
        case .matured(let day):
            "it matured \(DayPhrase.possible(day)); whether all of it was repaid is not stated"
        case .closed(let day, let event): closing(day, event)
        case .wholeEnded(let whole): "part of \(whole), which has ended: it may be over too"
        case .closingWithheld: "the last day to exercise it is withheld: it may have passed"
        case .beginningReferred(let term, let field): "its first day is that of \(term)/\(field)"
        case .endReferred(let term, let field, let gap): referral(term, field, gap, status)
        case .opening(let opening): text(of: opening)
        case .statedAsOf(let day): "stated as of \(known(day)), and not since"
        case .scheduled(let day): "scheduled to begin on \(day)"
        case .fellBack(let field): "fell back when \(field) passed"
        case .inRunOff(let field, let event):
            "as \(field) states, since the agreement ended (\(event))"
        case .betterReport(let value, let grade, let event):
            "a better-graded report says \(value.displayText) [\(grade.rawValue)] (\(event))"
        }
    }

    private static func runningOut(
        _ term: TermID, _ first: Day, _ last: Day?, _ status: TermStatus
    ) -> String {
        guard let last else {
            return "the agreement may have run out on \(first) or later (\(term))"
        }
        let days = PossibleDay(first: first, last: last)
        return status == .ended
            ? "the agreement ran out \(DayPhrase.possible(days)) (\(term))"
            : "the agreement runs out between \(first) and \(last) (\(term))"
    }

    private static func renewal(
        _ since: Day, _ period: CalendarDuration?, _ late: EventReference?
    ) -> String {
        "renewed automatically since \(since)"
            + (period.map { ", \($0.displayText) at a time" } ?? "")
            + (late.map { "; a notice came too late (\($0))" } ?? "; no notice on record")
    }

    private static func ending(_ event: EventReference, _ status: TermStatus) -> String {
        status == .indeterminate
            ? "the agreement may have been ended by \(event)"
            : "the agreement was ended by \(event)"
    }

    private static func known(_ day: PossibleDay) -> String {
        day.exact?.description ?? "a day \(DayPhrase.possible(day))"
    }

    private static func text(of opening: Opening) -> String {
        switch opening {
        case .open(let last): "may be exercised through \(last)"
        case .closed(let next?): "may not be exercised before \(next)"
        case .closed(nil): "may not be exercised now"
        case .notKnown: "whether it may be exercised now is not known"
        }
    }

    private static func closing(_ day: PossibleDay, _ event: EventReference?) -> String {
        let last = known(day)
        guard let event else {
            return "the last day to exercise it was \(last); no exercise or extension on record"
        }
        return
            "the last day to exercise it was \(last); whether it is over is not stated (\(event))"
    }

    private static func referral(
        _ term: TermID, _ field: FieldName, _ gap: ReferralGap?, _ status: TermStatus
    ) -> String {
        "its end \(status == .ended ? "was" : "is") that of \(term)/\(field)"
            + (gap.map { ", \(words($0))" } ?? "")
    }

    private static func words(_ gap: ReferralGap) -> String {
        switch gap {
        case .notStated: "which is not stated"
        case .notOnRecord: "which is not on record"
        case .circular: "which is stated to be this one"
        case .passedBefore: "which had passed before that was stated"
        case .spokenOf: "which has passed; something was agreed of it since"
        }
    }

    private static func words(_ manner: Discharge) -> String {
        switch manner {
        case .exercised: "exercised in whole"
        case .paid: "paid in full"
        case .fulfilled: "fulfilled"
        }
    }

    static func status(_ status: TermStatus) -> String {
        switch status {
        case .inForce: "in force"
        case .notYet: "not yet in force"
        case .ended: "ended"
        case .suspended: "suspended"
        case .indeterminate: "indeterminate"
        }
    }

    /// `in force since 2023-02-01; ends upon agi, which is pending; next change 2030-01-01`.
    static func status(of term: ConformedTerm) -> String {
        var parts = [status(term.status)]
        if let since = term.since { parts[0] += " since \(since)" }
        for reason in term.reasons {
            // The head of the answer says so of all terms at once.
            if case .notRead = reason { continue }
            let text = text(of: reason, status: term.status)
            if !parts.contains(text) { parts.append(text) }
        }
        if let next = term.nextChange { parts.append("next change \(next)") }
        return parts.joined(separator: "; ")
    }
}
