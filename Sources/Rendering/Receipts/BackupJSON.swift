public import Transparency

/// What a copy of the book holds, as JSON, schema `deedbook/backup/1`.
public enum BackupJSON {
    static let answer = JSONAnswer<(copy: String, head: Checkpoint, documents: Documents)>(
        "backup", "what a copy of the book holds", command: "deedbook backup FILE --format json",
        .member("copy", .text, \.copy),
        .all(of: SignedCheckpointJSON.head, \.head),
        .member("documents", documents, \.documents)
            .described("Files beside the copy; those that are missing or altered beside the book."))

    private static let documents = Shape<Documents>.object(
        .member("copied", .count, \.copied), .member("lacking", .count, \.lacking))

    /// How many documents of the book are beside the copy, and how many that it names are not.
    public typealias Documents = (copied: Int, lacking: Int)

    /// - Parameters:
    ///   - copy: the path of the copy.
    ///   - documents: what became of the documents that the book names.
    public static func render(
        _ copy: String, head: Checkpoint, _ documents: Documents
    ) -> String {
        answer.text(of: (copy, head, documents))
    }
}
