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
    public static func render(_ report: AuditReport) -> String {
        JSONDocument.text("verify", members(of: report))
    }

    /// Of an export, and of the book that was made of it.
    ///
    /// - Parameter book: the new book's path; nil where none was made.
    public static func render(
        _ report: AuditReport, of file: String, importedTo book: String?
    ) -> String {
        let agreement: Node =
            if case .part(let agreement) = report.subject {
                .string(agreement.text)
            } else { .null }
        return JSONDocument.text(
            "import",
            [("file", .string(file)), ("book", .optional(book)), ("agreement", agreement)]
                + members(of: report))
    }

    private static func members(of report: AuditReport) -> [(String, Node)] {
        CheckpointPhrase.members(of: report.head) + [
            ("isClean", .boolean(report.isClean)),
            ("eventsRead", .integer(report.eventsRead)),
            ("readFrom", .integer(report.readFrom.number)),
            ("signedRecordings", .integer(report.signedRecordings)),
            ("redactedEvents", .integer(report.redactedEvents)),
            ("checkpoints", .integer(report.checkpoints)),
            ("newest", report.newest.map(CheckpointPhrase.node) ?? .null),
            ("policy", report.verdict.map(VerdictPhrase.node) ?? .null),
            ("classes", .list(Fault.Class.allCases.map { node(of: $0, in: report) })),
            ("faults", .list(report.faults.map(node(of:)))),
            ("evidence", .texts(report.evidence.map(\.encoded))),
        ]
    }

    private static func node(of auditClass: Fault.Class, in report: AuditReport) -> Node {
        let (outcome, count, reason): (Outcome, Int, String?) =
            switch report.outcomes[auditClass] {
            case .passed?: (.passed, 0, nil)
            case .failed(let count)?: (.failed, count, nil)
            case .notChecked(let reason)?: (.notChecked, 0, reason)
            case nil: (.notChecked, 0, nil)
            }
        return .object([
            ("class", .string(auditClass.rawValue)),
            ("outcome", .string(outcome.rawValue)),
            ("faults", .integer(count)),
            ("reason", .optional(reason)),
        ])
    }

    /// How a class came out: the words of `outcome`.
    enum Outcome: String, CaseIterable {
        case passed, failed
        case notChecked = "not-checked"
    }

    private static func node(of fault: Fault) -> Node {
        .object([
            ("position", fault.position.map { .integer($0.number) } ?? .null),
            ("kind", .string(fault.kind.rawValue)),
            ("class", .string(fault.kind.auditClass.rawValue)),
            ("detail", .string(fault.detail)),
        ])
    }
}

/// What a policy says of a checkpoint, in words and JSON.
enum VerdictPhrase {
    static func node(of verdict: TrustPolicy.Verdict) -> Node {
        .object([
            ("isAccepted", .boolean(verdict.isAccepted)),
            ("signers", .list(verdict.signers.map { .object(KeyPhrase.members(of: $0)) })),
            (
                "witnesses",
                .list(
                    verdict.witnesses.map { seen in
                        .object(
                            [("witness", .string(seen.name))] + KeyPhrase.members(of: seen.key)
                                + [("cosignedAt", .string(CheckpointPhrase.instant(seen.time)))])
                    })
            ),
            ("quorum", .string(verdict.quorum.description)),
            ("isQuorumMet", .boolean(verdict.isQuorumMet)),
            ("forgeries", .texts(verdict.forgeries.map(\.label))),
        ])
    }
}
