import Amendments
public import Ledger
import Terms

/// A redline as rows: one for each line, with the events that caused it.
public enum RedlineRows {
    public static func of(_ redline: Redline) -> AnswerRows {
        AnswerRows(
            ["subject", "part", "class", "phase", "reported", "before", "after", "events"],
            redline.lines.map(row))
    }

    private static func row(for line: RedlineLine) -> [String] {
        let events = line.causes.map(\.reference.description).joined(separator: "; ")
        return [
            line.path.subject.label, line.path.facet, line.classification.rawValue,
            line.phase.rawValue, line.isReported ? "yes" : "no", line.before?.displayText ?? "",
            line.after?.displayText ?? "", events,
        ]
    }
}
