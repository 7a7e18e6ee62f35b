import Amendments
public import EventStore
import Ledger
import Notation
import Terms
public import Transparency

/// What a proof file proves, and what not.
public struct ProofReport: Hashable, Sendable {
    public var file: ProofFile
    public var contents: EntryContents
    public var verdict: TrustPolicy.Verdict
    /// Why it does not prove that the entry is in the tree, each in a sentence; empty where it does.
    public var flaws: [String]
    /// Why the key that the entry says its recording is signed with does not count; nil where it does, or there is none.
    /// Whether it made the signature only the whole recording shows.
    public var recorderRefusal: String?

    /// - Parameters:
    ///   - entry: the bytes that are to be shown in the tree.
    ///   - origin: that of the logs of the policy, where their keys have other names.
    public init(
        of file: ProofFile, entry: [UInt8], contents: EntryContents, by policy: TrustPolicy,
        of origin: String? = nil
    ) {
        self.file = file
        self.contents = contents
        verdict = policy.judge(file.checkpoint, of: origin)
        recorderRefusal = contents.signature.flatMap { signature in
            policy.judge(recorder: signature.key, at: contents.header.recordedAt)
                .refusal(of: signature.key)
                .map { "its recording is signed by \(signature.key.label), \($0)" }
        }
        flaws = []
        do { try file.verify(entry) } catch { flaws.append(error.description) }
        let place = contents.place
        if place.position.number != file.index + 1 {
            flaws.append(
                "the entry was written for \(place.position), the proof is of #\(file.index + 1)")
        }
        if !file.checkpoint.checkpoint.isOf(place.origin) {
            flaws.append(
                "the entry is of the book '\(place.origin)', the checkpoint of "
                    + "'\(file.checkpoint.checkpoint.origin)'")
        }
    }

    /// Whether everything that was asked is proved.
    public var isProved: Bool {
        flaws.isEmpty && recorderRefusal == nil && verdict.isAccepted
    }

    /// The event that the entry is of.
    var reference: EventReference {
        EventReference(recording: contents.header.key, ordinal: contents.place.ordinal)
    }

    var problems: [String] {
        flaws + [recorderRefusal].compactMap(\.self)
            + VerdictText.problems(of: verdict, on: file.checkpoint.checkpoint)
    }
}

/// What a proof file proves, as text.
public enum ProofReportText {
    public static func render(_ report: ProofReport, options: TextOptions) -> String {
        var page = TextPage(options)
        let (place, header) = (report.contents.place, report.contents.header)
        page.paragraph(
            StyledText("Proof of event \(place.position) of the book \(place.origin)", .strong),
            hang: 2)
        let instrument = header.instrument
        let number = instrument.number.map { " no. \($0)" } ?? ""
        row("event", "\(report.reference), \(report.contents.kind)", &page)
        row("instrument", "\(instrument.title) (\(instrument.kind.rawValue)\(number))", &page)
        row("agreement", place.agreement.text, &page)
        row("dates", RecordingText.dates(of: header), &page)
        row(
            "recorded",
            "\(header.recordedAt.toTheSecond) by \(header.recorder)"
                + (report.contents.signature.map {
                    ", with a signature by \(KeyPhrase.text(of: $0.key)) on the whole recording"
                } ?? ""), &page)
        row("sources", InstrumentPhrase.sources(header.sources), &page)
        row("payload", "its digest is proved: sha256:\(report.contents.payload.hexadecimal)", &page)
        page.gap()
        VerdictText.rows(report.verdict, of: report.file.checkpoint.checkpoint, to: &page)
        VerdictText.conclusion(report.problems, conclusion(of: report), to: &page)
        return page.text
    }

    private static func row(_ label: String, _ text: String, _ page: inout TextPage) {
        VerdictText.row(label, text, &page)
    }

    private static func conclusion(of report: ProofReport) -> String {
        guard report.isProved else { return "not proved" }
        return "proved: this event is in the book as its keeper signed it"
            + VerdictText.seen(by: report.verdict.witnesses)
    }
}

/// What a proof file proves as JSON, schema `deedbook/proof/1`.
public enum ProofReportJSON {
    static let answer = JSONAnswer<ProofReport>(
        "proof", "what a proof file proves", command: "deedbook verify-proof FILE --format json",
        .member("isProved", .flag, \.isProved),
        .list("problems", .text, \.problems),
        .member("origin", .text, \.contents.place.origin),
        .member("position", .position, \.contents.place.position),
        .member("event", .event, \.reference),
        .member("kind", .text, \.contents.kind),
        .member("agreement", .agreement, \.contents.place.agreement),
        .member("instrument", CauseJSON.instrument, \.contents.header),
        .member("disclosed", .date, \.contents.header.disclosed),
        .nullable("effective", .bound) { $0.contents.effective },
        .member("recorder", .text, \.contents.header.recorder),
        .member("recordedAt", .instant, \.contents.header.recordedAt),
        .member("payload", digest, \.contents.payload),
        .member("checkpoint", SignedCheckpointJSON.shape, \.file.checkpoint),
        .member("policy", VerdictJSON.shape, \.verdict))

    public static func render(_ report: ProofReport) -> String { answer.text(of: report) }

    private static let digest = Shape<TreeHash> {
        .pattern("^sha256:[0-9a-f]{64}$")
    } write: {
        .string("sha256:\($0.hexadecimal)")
    }
}
