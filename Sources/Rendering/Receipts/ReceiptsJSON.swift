import Amendments
public import EventStore
import Ledger
import Notation
import Terms

/// What was recorded as JSON, schema `deedbook/receipts/1`.
public enum ReceiptsJSON {
    static let answer = JSONAnswer<[Receipt]>(
        "receipts", "what was recorded, and where it stands in the book",
        command: "deedbook record FILE --format json",
        .list("receipts", receipt) { $0 })

    public static func render(_ receipts: [Receipt]) -> String { answer.text(of: receipts) }

    private static let receipt = Shape<Receipt>.object(
        .member("recording", .recording, \.key),
        .member("first", .position, \.first),
        .member("last", .position, \.last),
        .member("recordedAt", .instant, \.recordedAt),
        .member("isRepeated", .flag, \.isRepeated),
        .member("leavesRedactedBytes", .flag, \.leavesRedactedBytes).described(
            "True where bytes of what was redacted may still stand in a file of the book."))
}
