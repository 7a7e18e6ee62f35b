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
    }

    private static func parts(of reason: Reason) -> (Word, [(String, Node)]) {
        switch reason {
        case .announced(let date): (.announced, [("date", .string(date.description))])
        case .conditionPending(let id): (.conditionPending, [("condition", .string(id.text))])
        case .conditionSatisfied(let id, let day):
            (
                .conditionSatisfied,
                [("condition", .string(id.text)), ("day", .string(day.description))]
            )
        case .rebased(let id): (.rebased, [("condition", .string(id.text))])
        case .orphan(let id): (.orphan, [("condition", .string(id.text))])
        case .convention(let name): (.convention, [("convention", .string(name))])
        case .imprecise(let first, let last):
            (
                .imprecise,
                [("first", .string(first.description)), ("last", .string(last.description))]
            )
        case .statedEnd(let bound): (.statedEnd, [("bound", .bound(bound))])
        case .removed(let event): (.removed, [("event", .string(event.description))])
        case .agreementEnded(let event):
            (.agreementEnded, [("event", .string(event.description))])
        case .ranOut(let term, let day):
            (.ranOut, [("term", .string(term.text)), ("day", .string(day.description))])
        case .runsOut(let term, let first, let last):
            (
                .runsOut,
                [
                    ("term", .string(term.text)), ("first", .string(first.description)),
                    ("last", .optional(last)),
                ]
            )
        case .renewed(let since, let period):
            (
                .renewed,
                [
                    ("day", .string(since.description)),
                    ("period", period.map { .string($0.description) } ?? .null),
                ]
            )
        case .notRenewed(let event): (.notRenewed, [("event", .string(event.description))])
        case .renewalNotKnown: (.renewalNotKnown, [])
        case .outlives(let event): (.outlives, [("event", .string(event.description))])
        case .neverBegan: (.neverBegan, [])
        case .suspended(let event): (.suspended, [("event", .string(event.description))])
        case .waived(let party, let event):
            (.waived, [("party", .string(party.text)), ("event", .string(event.description))])
        case .scheduled(let day): (.scheduled, [("day", .string(day.description))])
        case .fellBack(let field): (.fellBack, [("field", .string(field.rawValue))])
        case .betterReport(let value, let grade, let event):
            (
                .betterReport,
                [
                    ("value", ValueJSON.node(of: value)), ("grade", .string(grade.rawValue)),
                    ("event", .string(event.description)),
                ]
            )
        }
    }
}
