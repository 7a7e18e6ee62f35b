import Amendments
public import Deadlines
import Ledger
import Notation
import Terms

/// A calendar of deadlines as JSON, schema `deedbook/calendar/1`; days are inclusive.
public enum CalendarJSON {
    public static func render(_ calendar: DeadlineCalendar) -> String {
        JSONDocument.text(
            "calendar",
            [
                ("from", .string(calendar.span.lowerBound.description)),
                ("through", .string(calendar.span.upperBound.description)),
                ("agreements", .list(calendar.agreements.map(node))),
                ("deadlines", .list(calendar.deadlines.map(node))),
            ])
    }

    private static func node(_ agreement: DeadlineCalendar.Agreement) -> Node {
        .object(
            [
                ("agreement", .string(agreement.id.text)),
                ("title", .string(agreement.title)),
                ("zone", .string(agreement.zone)),
            ] + QuestionJSON.members(agreement.vantage, agreement.resolved))
    }

    private static func node(_ deadline: Deadline) -> Node {
        let days = deadline.when.days
        return .object([
            ("key", .string(deadline.key)),
            ("agreement", .string(deadline.agreement.text)),
            ("term", .optional(deadline.term?.text)),
            ("kind", .optional(deadline.kind?.rawValue)),
            ("what", .string(deadline.what.rawValue)),
            ("first", .optional(days?.first)),
            ("last", .optional(days?.last)),
            ("upon", conditions(deadline.when)),
            ("when", .string(DeadlinePhrase.when(deadline.when))),
            ("isTentative", .boolean(deadline.isTentative)),
            ("text", .string(DeadlinePhrase.what(deadline))),
            ("values", .list(deadline.values.map(node))),
            ("renewedThrough", .optional(deadline.through)),
            ("actor", .optional(deadline.actor?.text)),
            ("basis", .texts(deadline.basis.map(DeadlinePhrase.text))),
            ("causes", CauseJSON.list(deadline.causes)),
        ])
    }

    private static func conditions(_ when: Deadline.When) -> Node {
        guard case .upon(let conditions) = when else { return .list([]) }
        return .ids(conditions)
    }

    private static func node(_ value: Deadline.FieldValue) -> Node {
        .object([
            ("field", .string(value.name.rawValue)),
            ("value", ValueJSON.node(value.value)),
        ])
    }
}
