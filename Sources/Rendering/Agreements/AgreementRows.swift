import Amendments
import Ledger
public import Questions
import Terms

/// The agreements of a book as rows.
public enum AgreementRows {
    public static func of(_ page: AgreementPage) -> AnswerRows {
        AnswerRows(
            ["agreement", "title", "zone", "parties", "events", "last document", "disclosed"],
            page.agreements.map(row))
    }

    private static func row(for agreement: AgreementSummary) -> [String] {
        let last = agreement.lastInstrument
        return [
            agreement.id.text, agreement.title, agreement.zone,
            agreement.parties.joined(separator: "; "), String(agreement.events),
            last?.instrument.title ?? "", last?.disclosed.description ?? "",
        ]
    }
}
