import Amendments
import Notation
public import Transparency

/// Checkpoints as text: what a book was at a size, who signed it, and who saw it.
public enum CheckpointText {
    /// One that was signed, or is about to be.
    ///
    /// - Parameter notes: what else was done, each with a label.
    public static func render(
        _ checkpoint: SignedCheckpoint, notes: [(label: String, text: String)] = [],
        options: TextOptions
    ) -> String {
        var page = TextPage(options)
        head(checkpoint.checkpoint, to: &page)
        signatures(of: checkpoint, to: &page, indent: 0)
        for note in notes {
            page.row(StyledText(note.label), StyledText(note.text), labelWidth: labelWidth)
        }
        return page.text
    }

    /// The tree as it is, which no one signed.
    public static func render(unsigned checkpoint: Checkpoint, options: TextOptions) -> String {
        var page = TextPage(options)
        head(checkpoint, to: &page)
        page.row(
            "signed by", "no one: give the book's private key with --key", labelWidth: labelWidth)
        return page.text
    }

    /// All that a book keeps, oldest first.
    public static func render(
        list checkpoints: [SignedCheckpoint], of origin: String, options: TextOptions
    ) -> String {
        var page = TextPage(options)
        guard !checkpoints.isEmpty else {
            page.paragraph(StyledText("the book \(origin) keeps no checkpoint yet"))
            return page.text
        }
        let count = QuestionHead.count(checkpoints.count, "checkpoint")
        page.paragraph(StyledText("\(count) of \(origin), oldest first", .strong), hang: 2)
        for checkpoint in checkpoints {
            page.gap()
            page.paragraph(
                StyledText("#\(checkpoint.checkpoint.size)", .strong)
                    + StyledText("  \(checkpoint.checkpoint.root.base64)", .faint),
                hang: 2)
            signatures(of: checkpoint, to: &page, indent: 2)
        }
        return page.text
    }

    static let labelWidth = 11

    private static func head(_ checkpoint: Checkpoint, to page: inout TextPage) {
        page.paragraph(
            StyledText("Checkpoint of \(checkpoint.origin) at #\(checkpoint.size)", .strong),
            hang: 2)
        page.row("root", StyledText(checkpoint.root.base64), labelWidth: labelWidth)
    }

    private static func signatures(
        of checkpoint: SignedCheckpoint, to page: inout TextPage, indent: Int
    ) {
        page.row(
            "signed by",
            StyledText(CheckpointPhrase.list(CheckpointPhrase.signers(of: checkpoint))),
            labelWidth: labelWidth, indent: indent)
        page.row(
            "cosigned by",
            StyledText(CheckpointPhrase.list(CheckpointPhrase.cosigners(of: checkpoint))),
            labelWidth: labelWidth, indent: indent)
    }
}

/// Checkpoints as JSON, schemas `deedbook/checkpoint/1` and `deedbook/checkpoints/1`.
public enum CheckpointJSON {
    typealias Note = (label: String, text: String)

    static let answer = JSONAnswer<
        (checkpoint: Checkpoint, signed: SignedCheckpoint?, notes: [Note])
    >(
        "checkpoint", "what the book is now, signed or not",
        command: "deedbook checkpoint --format json",
        .member("checkpoint", SignedCheckpointJSON.made) { ($0.checkpoint, $0.signed) },
        .list("notes", note, \.notes))

    static let listAnswer = JSONAnswer<(checkpoints: [SignedCheckpoint], origin: String)>(
        "checkpoints", "the checkpoints that a book keeps",
        command: "deedbook checkpoint --list --format json",
        .member("origin", .text, \.origin),
        .list("checkpoints", SignedCheckpointJSON.shape, \.checkpoints))

    /// - Parameter notes: what else was done, each with a label.
    public static func render(
        _ checkpoint: SignedCheckpoint, notes: [(label: String, text: String)] = []
    ) -> String {
        answer.text(of: (checkpoint.checkpoint, checkpoint, notes))
    }

    public static func render(unsigned checkpoint: Checkpoint) -> String {
        answer.text(of: (checkpoint, nil, []))
    }

    public static func render(list checkpoints: [SignedCheckpoint], of origin: String) -> String {
        listAnswer.text(of: (checkpoints, origin))
    }

    private static let note = Shape<Note>.object(
        .member("what", .text, \.label), .member("text", .text, \.text))
}
