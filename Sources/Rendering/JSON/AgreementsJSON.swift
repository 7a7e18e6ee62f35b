import Amendments
import Ledger
import Notation
public import Questions
import Terms

/// The agreements of a book as JSON, schema `deedbook/agreements/1`.
public enum AgreementsJSON {
    public static func render(_ page: AgreementPage) -> String {
        JSONDocument.text(
            "agreements",
            [
                ("agreements", .list(page.agreements.map(node(of:)))),
                ("hasMore", .boolean(page.hasMore)),
            ])
    }

    private static func node(of agreement: AgreementSummary) -> Node {
        .object([
            ("id", .string(agreement.id.text)),
            ("title", .string(agreement.title)),
            ("zone", .string(agreement.zone)),
            ("parties", .texts(agreement.parties)),
            ("events", .integer(agreement.events)),
            (
                "lastInstrument",
                agreement.lastInstrument.map { CauseJSON.instrument(of: $0) } ?? .null
            ),
        ])
    }
}
