import Amendments
import Ledger
public import Portfolio
import Terms

/// The terms that satisfy a predicate, and those that may: a row for each term.
public enum PortfolioRows {
    /// The fields that the predicate names have a column each, at the end.
    public static func of(_ portfolio: Portfolio) -> AnswerRows {
        let names = portfolio.predicate.fields
        let columns =
            ["match", "agreement", "term", "kind", "status", "sentence", "doubts"]
            + names.map(\.rawValue)
        let rows =
            portfolio.matches.map { row("certain", $0, [], names) }
            + portfolio.possible.map { row("possible", $0.term, $0.doubts, names) }
        return AnswerRows(columns, rows)
    }

    private static func row(
        _ match: String, _ term: KnownTerm, _ doubts: [Doubt], _ names: [FieldName]
    ) -> [String] {
        [
            match, term.agreement.text, term.id.text, term.kind.rawValue, term.status.rawValue,
            term.sentence, doubts.map(\.description).joined(separator: "; "),
        ] + names.map { term.fields[$0]?.displayText ?? "" }
    }
}
