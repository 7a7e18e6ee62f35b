import Amendments
import Ledger
import Notation
public import Questions
import Terms

/// The agreements of a book as JSON, schema `deedbook/agreements/1`.
public enum AgreementsJSON {
    static let answer = JSONAnswer<AgreementPage>(
        "agreements", "the agreements of a book", command: "deedbook agreements --format json",
        .list("agreements", agreement, \.agreements),
        .member("hasMore", .flag, \.hasMore)
            .described("Whether others follow, beyond those asked for."))

    public static func render(_ page: AgreementPage) -> String { answer.text(of: page) }

    private static let agreement = Shape<AgreementSummary>.object(
        .member("id", .agreement, \.id),
        .member("title", .text, \.title),
        .member("zone", .text, \.zone),
        .list("parties", .text, \.parties),
        .member("events", .count, \.events),
        .nullable("lastInstrument", CauseJSON.instrument, \.lastInstrument))
}
