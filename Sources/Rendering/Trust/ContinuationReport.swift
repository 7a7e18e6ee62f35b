import Notation
public import Transparency

/// What a consistency proof proves of two checkpoints, and what not.
public struct ContinuationReport: Hashable, Sendable {
    public var proof: AddCheckpoint
    /// The one that was kept, and what the policy says of it; its witnesses do not matter.
    public var older: SignedCheckpoint
    public var olderVerdict: TrustPolicy.Verdict
    /// The one that has to continue it.
    public var newer: SignedCheckpoint
    public var verdict: TrustPolicy.Verdict
    /// Why the proof does not show it; nil where it does.
    public var flaw: ConsistencyError?

    /// - Parameters:
    ///   - newer: nil for the one that the proof has with it.
    ///   - judge: what is said of each.
    public init(
        of proof: AddCheckpoint, from older: SignedCheckpoint, to newer: SignedCheckpoint?,
        by judge: (SignedCheckpoint) -> TrustPolicy.Verdict
    ) {
        let newer = newer ?? proof.checkpoint
        (self.proof, self.older, self.newer) = (proof, older, newer)
        (olderVerdict, verdict) = (judge(older), judge(newer))
        do throws(ConsistencyError) {
            try proof.verify(from: older.checkpoint, to: newer.checkpoint)
            flaw = nil
        } catch {
            flaw = error
        }
    }

    /// Whether a log of the policy signed the older one, too.
    public var isOlderSigned: Bool {
        !olderVerdict.signers.isEmpty && olderVerdict.forgeries.isEmpty
    }

    /// Whether the log signed two checkpoints that cannot both be true.
    public var isForked: Bool {
        guard case .forked? = flaw else { return false }
        return isOlderSigned && !verdict.signers.isEmpty
    }

    public var isProved: Bool { flaw == nil && isOlderSigned && verdict.isAccepted }

    var problems: [String] {
        var problems = [flaw?.description].compactMap(\.self)
        if olderVerdict.signers.isEmpty {
            problems.append(
                "no log of the policy signed the older checkpoint with a valid signature")
        }
        problems += olderVerdict.forgeries.map {
            "the signature of \(KeyPhrase.text(of: $0)) is not of the older checkpoint"
        }
        return problems + VerdictText.problems(of: verdict, on: newer.checkpoint)
    }
}

/// What a consistency proof proves, as text.
public enum ContinuationReportText {
    public static func render(_ report: ContinuationReport, options: TextOptions) -> String {
        var page = TextPage(options)
        let (older, newer) = (report.older.checkpoint, report.newer.checkpoint)
        page.paragraph(
            StyledText(
                "Proof that \(newer.origin) continues the checkpoint of #\(older.size)", .strong),
            hang: 2)
        VerdictText.row("older", "of #\(older.size), root \(older.root.base64)", &page)
        VerdictText.row(
            "signed by",
            CheckpointPhrase.list(report.olderVerdict.signers.map { KeyPhrase.text(of: $0) }), &page
        )
        page.gap()
        VerdictText.rows(report.verdict, of: newer, to: &page)
        VerdictText.conclusion(report.problems, conclusion(of: report), to: &page)
        return page.text
    }

    private static func conclusion(of report: ContinuationReport) -> String {
        guard report.isProved else { return "not proved" }
        let (older, newer) = (report.older.checkpoint.size, report.newer.checkpoint.size)
        return "proved: at #\(newer) nothing is changed or taken out of what was there at #\(older)"
            + VerdictText.seen(by: report.verdict.witnesses)
    }
}

/// What a consistency proof proves as JSON, schema `deedbook/continuation/1`.
public enum ContinuationReportJSON {
    static let answer = JSONAnswer<ContinuationReport>(
        "continuation", "what a consistency proof proves",
        command: "deedbook verify-proof FILE --against FILE --format json",
        .member("isProved", .flag, \.isProved),
        .member("isForked", .flag, \.isForked)
            .described("True: two checkpoints that cannot both be true are signed."),
        .list("problems", .text, \.problems),
        .member("older", SignedCheckpointJSON.shape, \.older),
        .list("proof", .hash, \.proof.proof),
        .member("checkpoint", SignedCheckpointJSON.shape, \.newer)
            .described("The newer one."),
        .member("policy", VerdictJSON.shape, \.verdict))

    public static func render(_ report: ContinuationReport) -> String { answer.text(of: report) }
}
