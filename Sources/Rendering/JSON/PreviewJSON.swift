public import Ledger
import Notation

/// What recordings would change, as JSON, schema `deedbook/preview/1`; nothing was written.
public enum PreviewJSON {
    public static func render(_ redlines: [Redline]) -> String {
        JSONDocument.text(
            "preview",
            [("redlines", .list(redlines.map { .object(RedlineJSON.members(of: $0)) }))])
    }
}
