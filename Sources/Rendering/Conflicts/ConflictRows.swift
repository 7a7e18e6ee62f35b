import Amendments
public import Conflicts
import Ledger
import Terms

/// Findings as rows: one for each stretch of days.
public enum ConflictRows {
    /// - Parameter showsAll: whether findings of which too little is known are rows too.
    public static func of(_ report: ConflictReport, showsAll: Bool) -> AnswerRows {
        AnswerRows(
            [
                "certainty", "nature", "rule", "from", "through", "agreement", "term",
                "other agreement", "other term", "party in risk", "not known",
            ],
            (report.conflicts + (showsAll ? report.faint : [])).map(row))
    }

    private static func row(for conflict: Conflict) -> [String] {
        let sides = conflict.sides.map { [$0.agreement.text, $0.term.text] }
        let none = ["", ""]
        let what: [String] = [
            conflict.certainty.rawValue, conflict.rule.nature.rawValue, conflict.rule.rawValue,
            conflict.days.from.description, conflict.days.through?.description ?? "",
        ]
        let open = conflict.openDimensions.map(\.rawValue).sorted().joined(separator: "; ")
        return what + (sides.first ?? none) + (sides.dropFirst().first ?? none)
            + [conflict.partyInRisk?.text ?? "", open]
    }
}
