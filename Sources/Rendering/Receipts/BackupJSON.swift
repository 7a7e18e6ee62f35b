public import Transparency

/// What a copy of the book holds, as JSON, schema `deedbook/backup/1`.
public enum BackupJSON {
    static let answer = JSONAnswer<(copy: String, head: Checkpoint)>(
        "backup", "what a copy of the book holds", command: "deedbook backup FILE --format json",
        .member("copy", .text, \.copy),
        .all(of: SignedCheckpointJSON.head, \.head))

    /// - Parameter copy: the path of the copy.
    public static func render(_ copy: String, head: Checkpoint) -> String {
        answer.text(of: (copy, head))
    }
}
