import Amendments
public import Ledger
import Terms

/// A conformed copy as rows: one for each term.
public enum TermRows {
    /// - Parameter showsAll: whether ended terms are rows too.
    public static func of(_ copy: ConformedCopy, showsAll: Bool) -> AnswerRows {
        AnswerRows(
            ["term", "kind", "status", "since", "next change", "why", "text"],
            copy.terms.filter { showsAll || $0.isLive }.map(row))
    }

    private static func row(for term: ConformedTerm) -> [String] {
        let why = term.reasons.map { ReasonPhrase.text(of: $0, status: term.status) }
        return [
            term.id.text, term.kind.rawValue, term.status.rawValue, term.since?.description ?? "",
            term.nextChange?.description ?? "", why.joined(separator: "; "),
            TermOverview.text(of: term).plainText,
        ]
    }
}
