import Amendments
public import Audit
import EventStore
import Ledger
import Notation
import Terms
import Transparency

/// What an audit found as JSON: of a book by the schema `deedbook/verify/1`, of an export
/// `deedbook/import/1`, which has the same members after three of its own.
public enum AuditJSON {
    static let answer = JSONAnswer<AuditReport>(
        "verify", "what an audit of a book found", command: "deedbook verify --format json",
        members)

    static let importAnswer = JSONAnswer<(report: AuditReport, file: String, book: String?)>(
        "import", "what an audit of an export found; the book made of it",
        command: "deedbook import FILE --format json",
        .member("file", .text, \.file),
        .nullable("book", .text, \.book).described("Null: none was made."),
        .nullable("agreement", .agreement) { part(of: $0.report) }
            .described("Null: a whole book."),
        .all(of: members, \.report))

    public static func render(_ report: AuditReport) -> String { answer.text(of: report) }

    /// Of an export, and of the book that was made of it.
    ///
    /// - Parameter book: the new book's path; nil where none was made.
    public static func render(
        _ report: AuditReport, of file: String, importedTo book: String?
    ) -> String {
        importAnswer.text(of: (report, file, book))
    }

    private static func part(of report: AuditReport) -> AgreementID? {
        guard case .part(let agreement) = report.subject else { return nil }
        return agreement
    }

    private static let members = Members<AuditReport>.all(
        .all(of: CheckpointPhrase.head, \.head),
        .member("isClean", .flag, \.isClean),
        .member("eventsRead", .count, \.eventsRead),
        .member("readFrom", .position, \.readFrom),
        .member("signedRecordings", .count, \.signedRecordings),
        .member("redactedEvents", .count, \.redactedEvents),
        .member("checkpoints", .count, \.checkpoints),
        .nullable("newest", CheckpointPhrase.shape, \.newest),
        .nullable("policy", VerdictPhrase.shape, \.verdict),
        .list("classes", result) { report in
            Fault.Class.allCases.map { ($0, report.outcomes[$0]) }
        },
        .list("faults", fault, \.faults),
        .list("evidence", .text) { $0.evidence.map(\.encoded) })

    private static let auditClass = Shape<Fault.Class>.words.named("audit-class")

    private static let result = Shape<(`class`: Fault.Class, outcome: AuditReport.Outcome?)>.object(
        .member("class", auditClass, \.class),
        .member("outcome", .words) { word(for: $0.outcome) },
        .member("faults", .count) { if case .failed(let count) = $0.outcome { count } else { 0 } },
        .nullable("reason", .text) {
            if case .notChecked(let reason) = $0.outcome { reason } else { nil }
        })

    /// How a class came out: the words of `outcome`.
    private enum Outcome: String, CaseIterable {
        case passed, failed
        case notChecked = "not-checked"
    }

    private static func word(for outcome: AuditReport.Outcome?) -> Outcome {
        switch outcome {
        case .passed?: .passed
        case .failed?: .failed
        case .notChecked?, nil: .notChecked
        }
    }

    private static let fault = Shape<Fault>.object(
        .nullable("position", .position, \.position),
        .member("kind", .words, \.kind),
        .member("class", auditClass, \.kind.auditClass),
        .member("detail", .text, \.detail))
}

/// What a policy says of a checkpoint, in words and JSON.
enum VerdictPhrase {
    static let shape = Shape<TrustPolicy.Verdict>.object(
        .member("isAccepted", .flag, \.isAccepted),
        .list("signers", .object(KeyPhrase.members), \.signers),
        .list("witnesses", witness) { $0.witnesses.map { ($0.name, $0.key, $0.time) } },
        .member("quorum", .text, \.quorum.description),
        .member("isQuorumMet", .flag, \.isQuorumMet),
        .list("forgeries", .text) { $0.forgeries.map(\.label) }
    ).named("verdict")

    private static let witness = Shape<(name: String, key: VerifierKey, time: UInt64)>.object(
        .member("witness", .text, \.name),
        .all(of: KeyPhrase.members, \.key),
        .member("cosignedAt", .text) { CheckpointPhrase.instant($0.time) })
}
