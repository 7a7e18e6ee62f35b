import Amendments
public import Ledger
import Terms

/// A redline as rows: one for each line, with the events that caused it.
public enum RedlineRows {
    public static func of(_ redline: Redline) -> AnswerRows {
        AnswerRows(columns, redline.lines.map(row))
    }

    /// What one recording changed, in each of the agreements that it touches.
    public static func of(_ redlines: [Redline]) -> AnswerRows {
        AnswerRows(
            ["agreement"] + columns,
            redlines.flatMap { redline in
                redline.lines.map { [redline.after.agreement.text] + row(for: $0) }
            })
    }

    private static let columns = [
        "subject", "part", "class", "phase", "reported", "before", "after", "events",
    ]

    private static func row(for line: RedlineLine) -> [String] {
        let events = line.causes.map(\.reference.description).joined(separator: "; ")
        return [
            line.path.subject.label, line.path.facet, line.classification.rawValue,
            line.phase.rawValue, line.isReported ? "yes" : "no", line.before?.displayText ?? "",
            line.after?.displayText ?? "", events,
        ]
    }
}
