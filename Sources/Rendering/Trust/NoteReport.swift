import Amendments
import Notation
public import Transparency

/// Who signed a note (c2sp.org/signed-note).
public struct NoteReport: Hashable, Sendable {
    public var note: SignedNote
    public var verdict: TrustPolicy.Verdict
    /// What its text is, where it was read as that: an answer by a policy is about a checkpoint.
    public var checkpoint: Checkpoint?

    /// - Parameter checkpoint: nil where the text means nothing to the reader.
    public init(of note: SignedNote, as checkpoint: Checkpoint?, verdict: TrustPolicy.Verdict) {
        self.note = note
        self.checkpoint = checkpoint
        self.verdict = verdict
    }

    public var isVerified: Bool { verdict.isAccepted }

    var problems: [String] {
        if let checkpoint { return VerdictText.problems(of: verdict, on: checkpoint) }
        let forgeries = verdict.forgeries.map {
            "the signature of \(KeyPhrase.text(of: $0)) is not of this text"
        }
        guard verdict.signers.isEmpty, forgeries.isEmpty else { return forgeries }
        return ["none of the keys given signed it"]
    }
}

/// Who signed a note, as text: its own comes first, line by line.
public enum NoteReportText {
    public static func render(_ report: NoteReport, options: TextOptions) -> String {
        var page = TextPage(options)
        page.paragraph(StyledText("Signed note", .strong), hang: 2)
        for line in report.note.text.split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast()
        {
            page.paragraph(StyledText(line.isEmpty ? "|" : "| \(line)"), hang: 2)
        }
        page.gap()
        if let checkpoint = report.checkpoint {
            VerdictText.rows(report.verdict, of: checkpoint, to: &page)
        } else {
            VerdictText.row(
                "signed by",
                CheckpointPhrase.list(report.verdict.signers.map { KeyPhrase.text(of: $0) }), &page)
        }
        let others = report.others.map { KeyPhrase.text(of: $0) }
        if !others.isEmpty {
            VerdictText.row("not checked", others.joined(separator: ", "), &page)
        }
        VerdictText.conclusion(report.problems, conclusion(of: report), to: &page)
        return page.text
    }

    private static func conclusion(of report: NoteReport) -> String {
        guard report.isVerified else { return "not verified" }
        let signers = report.verdict.signers.map { KeyPhrase.text(of: $0) }
        return "verified: this text was signed by \(signers.joined(separator: ", "))"
            + VerdictText.seen(by: report.verdict.witnesses)
    }
}

/// Who signed a note as JSON, schema `deedbook/note/1`.
public enum NoteReportJSON {
    static let answer = JSONAnswer<NoteReport>(
        "note", "who signed a note", command: "deedbook verify-proof NOTE --key VKEY --format json",
        .member("isVerified", .flag, \.isVerified),
        .list("problems", .text, \.problems),
        .member("note", .text, \.note.encoded),
        .nullable("checkpoint", .object(SignedCheckpointJSON.head), \.checkpoint)
            .described("Null where it was not read as one."),
        .member("policy", VerdictJSON.shape, \.verdict))

    public static func render(_ report: NoteReport) -> String { answer.text(of: report) }
}

extension NoteReport {
    /// Signatures of keys that no one gave.
    fileprivate var others: [NoteSignature] {
        let known =
            verdict.signers + verdict.misnamed + verdict.forgeries + verdict.witnesses.map(\.key)
        return note.signatures.filter { signature in !known.contains { $0.made(signature) } }
    }
}
