import Amendments
public import EventStore
import Ledger
import Notation
import Terms

/// What was recorded as JSON, schema `deedbook/receipts/1`.
public enum ReceiptsJSON {
    public static func render(_ receipts: [Receipt]) -> String {
        JSONDocument.text("receipts", [("receipts", .list(receipts.map(node(of:))))])
    }

    private static func node(of receipt: Receipt) -> Node {
        .object([
            ("recording", .string(receipt.key.text)),
            ("first", .integer(receipt.first.number)),
            ("last", .integer(receipt.last.number)),
            ("recordedAt", .string(receipt.recordedAt.description)),
            ("isRepeated", .boolean(receipt.isRepeated)),
            ("leavesRedactedBytes", .boolean(receipt.leavesRedactedBytes)),
        ])
    }
}
