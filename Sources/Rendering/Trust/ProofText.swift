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
            proof.checkpoint, file, nil, options)
    }

    private static func render(
        _ title: String, _ hashes: Int, _ checkpoint: SignedCheckpoint, _ file: String,
        _ command: String?, _ options: TextOptions
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
        if let command { page.row("check with", StyledText(command), labelWidth: width) }
        return page.text
    }
}

/// Evidence as JSON, schemas `deedbook/inclusion/1` and `deedbook/consistency/1`.
public enum ProofJSON {
    public static func render(inclusion proof: ProofFile) -> String {
        JSONDocument.text(
            "inclusion",
            [
                ("position", .integer(proof.index + 1)),
                ("index", .integer(proof.index)),
                ("proof", .texts(proof.proof.map(\.base64))),
                ("checkpoint", CheckpointPhrase.node(of: proof.checkpoint)),
                ("file", .string(proof.encoded)),
            ])
    }

    public static func render(consistency proof: AddCheckpoint, from old: Checkpoint) -> String {
        JSONDocument.text(
            "consistency",
            [
                ("old", .object(CheckpointPhrase.members(of: old))),
                ("proof", .texts(proof.proof.map(\.base64))),
                ("checkpoint", CheckpointPhrase.node(of: proof.checkpoint)),
                ("file", .string(proof.encoded)),
            ])
    }
}
