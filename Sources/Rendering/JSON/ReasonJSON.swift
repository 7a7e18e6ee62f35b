import Ledger
import Notation
import Terms

/// Reasons in JSON: a word that programs can switch over, its subjects, and the sentence for people.
enum ReasonJSON {
    static func list(_ reasons: [Reason], status: TermStatus) -> Node {
        .list(reasons.map { node(of: $0, status: status) })
    }

    static func node(of reason: Reason, status: TermStatus) -> Node {
        let (word, members) = parts(of: reason)
        let text = ReasonPhrase.text(of: reason, status: status)
        return .object(
            [("reason", .string(word.rawValue))] + members + [("text", .string(text))])
    }

    /// The words of the member `reason`.
    enum Word: String, CaseIterable {
        case announced, rebased, orphan, convention, imprecise, removed, suspended, waived,
            scheduled
        case conditionPending = "condition-pending"
        case conditionSatisfied = "condition-satisfied"
        case statedEnd = "stated-end"
        case agreementEnded = "agreement-ended"
        case ranOut = "ran-out"
        case runsOut = "runs-out"
        case renewed
        case notRenewed = "not-renewed"
        case renewalNotKnown = "renewal-not-known"
        case outlives
        case neverBegan = "never-began"
        case fellBack = "fell-back"
        case betterReport = "better-report"
        case conditionLapsed = "condition-lapsed"
        case perhapsWaived = "perhaps-waived"
        case approximate
        case perhapsMoved = "perhaps-moved"
        case partyWithdrew = "party-withdrew"
    }

    private static func parts(of reason: Reason) -> (Word, [(String, Node)]) {
        switch reason {
        case .announced(let date): (.announced, [("date", .string(date.description))])
        case .conditionPending(let id): (.conditionPending, [member(id)])
        case .conditionSatisfied(let id, let day):
            (.conditionSatisfied, [member(id)] + PossibleDayJSON.members(day))
        case .conditionLapsed(let id, let event):
            (.conditionLapsed, [member(id), member(event)])
        case .rebased(let id): (.rebased, [member(id)])
        case .orphan(let id): (.orphan, [member(id)])
        case .convention(let name): (.convention, [("convention", .string(name))])
        case .imprecise(let first, let last):
            (.imprecise, [("first", .optional(first)), ("last", .optional(last))])
        case .statedEnd(let bound): (.statedEnd, [("bound", .bound(bound))])
        case .removed(let event): (.removed, [member(event)])
        case .agreementEnded(let event):
            (.agreementEnded, [member(event)])
        case .ranOut(let term, let day):
            (.ranOut, [member(term)] + PossibleDayJSON.members(day))
        case .runsOut(let term, let first, let last):
            (.runsOut, [member(term), ("first", .optional(first)), ("last", .optional(last))])
        case .renewed(let since, let period, let late):
            (.renewed, renewal(since: since, period, lateNotice: late))
        case .notRenewed(let event): (.notRenewed, [member(event)])
        case .renewalNotKnown: (.renewalNotKnown, [])
        case .outlives(let event): (.outlives, [member(event)])
        case .neverBegan: (.neverBegan, [])
        case .suspended(let event): (.suspended, [member(event)])
        case .waived(let party, let event):
            (.waived, [member(party), member(event)])
        case .perhapsWaived(let party, let event, let day):
            (.perhapsWaived, [member(party), member(event)] + PossibleDayJSON.members(day))
        case .approximate(let date): (.approximate, [("date", .string(date.description))])
        case .perhapsMoved(let id, let day):
            (.perhapsMoved, [member(id)] + PossibleDayJSON.members(day))
        case .partyWithdrew(let party, let event, let day):
            (.partyWithdrew, [member(party), member(event)] + PossibleDayJSON.members(day))
        case .scheduled(let day): (.scheduled, [("day", .string(day.description))])
        case .fellBack(let field): (.fellBack, [("field", .string(field.rawValue))])
        case .betterReport(let value, let grade, let event):
            (
                .betterReport,
                [
                    ("value", ValueJSON.node(of: value)), ("grade", .string(grade.rawValue)),
                    member(event),
                ]
            )
        }
    }

    private static func renewal(
        since: Day, _ period: CalendarDuration?, lateNotice: EventReference?
    ) -> [(String, Node)] {
        [
            ("day", .optional(since)), ("period", .optional(period?.description)),
            ("lateNotice", .optional(lateNotice?.description)),
        ]
    }

    private static func member(_ term: TermID) -> (String, Node) { ("term", .string(term.text)) }

    private static func member(_ event: EventReference) -> (String, Node) {
        ("event", .string(event.description))
    }

    private static func member(_ id: ConditionID) -> (String, Node) {
        ("condition", .string(id.text))
    }

    private static func member(_ id: PartyID) -> (String, Node) { ("party", .string(id.text)) }
}
