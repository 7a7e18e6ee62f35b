import Amendments
public import Audit
import EventStore
import Ledger
import Notation
public import Questions
import Terms
import Transparency

/// What an audit found as JSON: of a book by the schema `deedbook/verify/1`, of an export
/// `deedbook/import/1`, which has the same members after three of its own.
public enum AuditJSON {
    static let answer = JSONAnswer<(report: AuditReport, documents: DocumentReport?)>(
        "verify", "what an audit of a book found", command: "deedbook verify --format json",
        .all(of: members, \.report),
        .nullable("documents", documents, \.documents)
            .described("Of the documents that the book names. Null: not looked at."))

    private static let documents = Shape<DocumentReport>.object(
        .member("named", .count, \.found.count),
        .member("present", .count, \.present),
        .member("missing", .count, \.missing),
        .member("altered", .count, \.altered),
        .member("unreadable", .count, \.unreadable)
            .described("Something is there that could not be read: not checked."),
        .member("redacted", .count, \.redacted),
        .list("findings", DocumentJSON.shape, \.findings))

    static let importAnswer = JSONAnswer<(report: AuditReport, file: String, book: String?)>(
        "import", "what an audit of an export found; the book made of it",
        command: "deedbook import FILE --format json",
        .member("file", .text, \.file),
        .nullable("book", .text, \.book).described("Null: none was made."),
        .nullable("agreement", .agreement) { part(of: $0.report) }
            .described("Null: a whole book."),
        .all(of: members, \.report))

    /// - Parameter documents: what is kept of the documents that the book names; nil where that was not looked at.
    public static func render(_ report: AuditReport, documents: DocumentReport?) -> String {
        answer.text(of: (report, documents))
    }

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
        .all(of: SignedCheckpointJSON.head, \.head),
        .member("isClean", .flag, \.isClean),
        .member("eventsRead", .count, \.eventsRead),
        .member("readFrom", .position, \.readFrom),
        .member("signedRecordings", .count, \.signedRecordings),
        .nullable("recordings", recordings, \.recordings)
            .described(
                "How many are signed with a key of the policy, otherwise, and not at all. Null: of a part."
            ),
        .member("redactedEvents", .count, \.redactedEvents),
        .member("checkpoints", .count, \.checkpoints),
        .nullable("newest", SignedCheckpointJSON.shape, \.newest),
        .nullable("policy", VerdictJSON.shape, \.verdict),
        .list("classes", result) { report in
            Fault.Class.allCases.map { ($0, report.outcomes[$0]) }
        },
        .list("faults", fault, \.faults),
        .list("doubts", doubt, \.doubts),
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

    private static let recordings = Shape<RecordingCounts>.object(
        .member("pinned", .count, \.pinned),
        .member("unpinned", .count, \.unpinned),
        .member("unsigned", .count, \.unsigned))

    private static let doubt = Shape<Doubt>.object(
        .member("position", .position, \.position),
        .member("kind", .words, \.kind),
        .member("detail", .text, \.detail))

    private static let fault = Shape<Fault>.object(
        .nullable("position", .position, \.position),
        .member("kind", .words, \.kind),
        .member("class", auditClass, \.kind.auditClass),
        .member("detail", .text, \.detail))
}
