import Amendments
import Notation
public import Transparency

/// Evidence that was written to a file, as text.
public enum ProofText {
    public static func render(
        inclusion proof: ProofFile, file: String, options: TextOptions
    ) -> String {
        render(
            "Proof that event #\(proof.index + 1) is in the book", proof.proof.count,
            proof.checkpoint, file, "deedbook verify-proof \(file) --policy FILE", options)
    }

    public static func render(
        consistency proof: AddCheckpoint, from old: Checkpoint, file: String, options: TextOptions
    ) -> String {
        render(
            "Proof that the book continues the checkpoint of #\(old.size)", proof.proof.count,
            proof.checkpoint, file,
            "deedbook verify-proof \(file) --against OLDER --policy FILE", options)
    }

    private static func render(
        _ title: String, _ hashes: Int, _ checkpoint: SignedCheckpoint, _ file: String,
        _ command: String, _ options: TextOptions
    ) -> String {
        var page = TextPage(options)
        let width = CheckpointText.labelWidth
        let head = checkpoint.checkpoint
        page.paragraph(StyledText(title, .strong), hang: 2)
        page.row("book", StyledText(head.origin), labelWidth: width)
        page.row(
            "checkpoint", StyledText("of #\(head.size), root \(head.root.base64)"),
            labelWidth: width)
        page.row(
            "signed by",
            StyledText(CheckpointPhrase.list(CheckpointPhrase.signers(of: checkpoint))),
            labelWidth: width)
        page.row(
            "cosigned by",
            StyledText(CheckpointPhrase.list(CheckpointPhrase.cosigners(of: checkpoint))),
            labelWidth: width)
        page.row(
            "written to", StyledText("\(file), \(hashes == 1 ? "1 hash" : "\(hashes) hashes")"),
            labelWidth: width)
        page.row("check with", StyledText(command), labelWidth: width)
        return page.text
    }
}

/// Evidence as JSON, schemas `deedbook/inclusion/1` and `deedbook/consistency/1`.
public enum ProofJSON {
    static let inclusionAnswer = JSONAnswer<ProofFile>(
        "inclusion", "evidence that an event is in the book",
        command: "deedbook prove inclusion POSITION --format json",
        .member("position", .position) { Position($0.index + 1) },
        .member("index", .count, \.index),
        .list("proof", .hash, \.proof),
        .member("checkpoint", SignedCheckpointJSON.shape, \.checkpoint),
        .member("file", .text, \.encoded))

    static let consistencyAnswer = JSONAnswer<(proof: AddCheckpoint, old: Checkpoint)>(
        "consistency", "evidence that the book continues an older checkpoint",
        command: "deedbook prove consistency FILE --format json",
        .member("old", .object(SignedCheckpointJSON.head), \.old),
        .list("proof", .hash, \.proof.proof),
        .member("checkpoint", SignedCheckpointJSON.shape, \.proof.checkpoint),
        .member("file", .text, \.proof.encoded))

    public static func render(inclusion proof: ProofFile) -> String {
        inclusionAnswer.text(of: proof)
    }

    public static func render(consistency proof: AddCheckpoint, from old: Checkpoint) -> String {
        consistencyAnswer.text(of: (proof, old))
    }
}
