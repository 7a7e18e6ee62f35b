public import Ledger
import Notation

/// What recordings would change, as JSON, schema `deedbook/preview/1`; nothing was written.
public enum PreviewJSON {
    static let answer = JSONAnswer<[Redline]>(
        "preview", "what recordings would change; nothing was written",
        command: "deedbook record FILE --dry-run --format json",
        .list("redlines", .object(RedlineJSON.members)) { $0 })

    public static func render(_ redlines: [Redline]) -> String { answer.text(of: redlines) }
}
