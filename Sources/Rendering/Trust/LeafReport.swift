import Amendments
import Notation
public import Transparency

/// What a proof file of any log proves of bytes, whatever these say.
public struct LeafReport: Hashable, Sendable {
    public var file: ProofFile
    public var leaf: [UInt8]
    public var verdict: TrustPolicy.Verdict
    /// Why the bytes are not in the tree; nil where they are.
    public var flaw: ProofError?

    public init(of file: ProofFile, leaf: [UInt8], verdict: TrustPolicy.Verdict) {
        self.file = file
        self.leaf = leaf
        self.verdict = verdict
        do throws(ProofError) {
            try file.verify(leaf)
            flaw = nil
        } catch {
            flaw = error
        }
    }

    public var isProved: Bool { flaw == nil && verdict.isAccepted }

    var problems: [String] {
        [flaw?.description].compactMap(\.self)
            + VerdictText.problems(of: verdict, on: file.checkpoint.checkpoint)
    }
}

/// What a proof file of any log proves, as text.
public enum LeafReportText {
    public static func render(_ report: LeafReport, options: TextOptions) -> String {
        var page = TextPage(options)
        let head = report.file.checkpoint.checkpoint
        page.paragraph(
            StyledText("Proof of leaf \(report.file.index) of the log \(head.origin)", .strong),
            hang: 2)
        VerdictText.row(
            "leaf", "\(report.leaf.count) bytes, hash \(TreeHash.leaf(report.leaf).base64)", &page)
        let extensions = report.file.checkpoint.extensionLines.count
        if extensions > 0 {
            VerdictText.row(
                "not read",
                "\(QuestionHead.count(extensions, "line")) after the root, which cannot be checked",
                &page)
        }
        page.gap()
        VerdictText.rows(report.verdict, of: head, to: &page)
        VerdictText.conclusion(report.problems, conclusion(of: report), to: &page)
        return page.text
    }

    private static func conclusion(of report: LeafReport) -> String {
        guard report.isProved else { return "not proved" }
        return "proved: these bytes are leaf \(report.file.index) of the log as it was signed"
            + VerdictText.seen(by: report.verdict.witnesses)
    }
}

/// What a proof file of any log proves as JSON, schema `deedbook/leaf/1`.
public enum LeafReportJSON {
    static let answer = JSONAnswer<LeafReport>(
        "leaf", "what a proof file of any log proves",
        command: "deedbook verify-proof FILE --leaf FILE --format json",
        .member("isProved", .flag, \.isProved),
        .list("problems", .text, \.problems),
        .member("origin", .text, \.file.checkpoint.checkpoint.origin),
        .member("index", .count, \.file.index).described("From 0."),
        .member("leaf", .hash) { TreeHash.leaf($0.leaf) }
            .described("SHA-256 of a zero byte and the bytes."),
        .member("checkpoint", SignedCheckpointJSON.shape, \.file.checkpoint),
        .member("policy", VerdictJSON.shape, \.verdict))

    public static func render(_ report: LeafReport) -> String { answer.text(of: report) }
}
