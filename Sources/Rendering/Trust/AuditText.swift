import Amendments
public import Audit
import EventStore
import Ledger
public import Questions
import Transparency

/// What an audit found, as text: every class with its outcome, then every fault on a line of its own.
public enum AuditText {
    /// - Parameter documents: what is kept of the documents that the book names; nil where that was not looked at.
    public static func render(
        _ report: AuditReport, documents: DocumentReport? = nil, options: TextOptions
    ) -> String {
        if !options.showsFields {
            return AuditOverview.render(report, documents, options: options)
        }
        var page = TextPage(options)
        head(report, to: &page)
        page.gap()
        for auditClass in Fault.Class.allCases {
            guard let outcome = report.outcomes[auditClass] else { continue }
            page.row(
                StyledText(auditClass.rawValue), text(of: outcome, auditClass, report),
                labelWidth: labelWidth)
        }
        if let documents, !documents.isEmpty {
            page.row(
                "documents",
                StyledText(
                    AuditPhrase.counts(of: documents), documents.isClean ? .plain : .warning),
                labelWidth: labelWidth)
            if !documents.findings.isEmpty { page.gap() }
            DocumentLines.write(
                DocumentReport(found: documents.findings), to: &page, indent: 0)
        }
        if !report.faults.isEmpty { page.gap() }
        for fault in report.faults {
            page.paragraph(StyledText(fault.description, .warning), hang: 2)
        }
        if !report.doubts.isEmpty { page.gap() }
        for doubt in report.doubts {
            page.paragraph(StyledText("doubtful: \(doubt)"), hang: 2)
        }
        evidence(report, to: &page)
        page.gap()
        page.paragraph(
            StyledText(AuditPhrase.conclusion(of: report, documents), .strong), hang: 2)
        return page.text
    }

    static let labelWidth = 12

    private static func head(_ report: AuditReport, to page: inout TextPage) {
        page.paragraph(StyledText(AuditPhrase.title(of: report), .strong), hang: 2)
        page.row(
            "events", StyledText(AuditPhrase.events(of: report)), labelWidth: labelWidth)
        if let recordings = AuditPhrase.recordings(of: report) {
            page.row("recordings", StyledText(recordings), labelWidth: labelWidth)
        }
        page.row("root", StyledText(report.head.root.base64), labelWidth: labelWidth)
        page.row(
            "checkpoints", StyledText(AuditPhrase.checkpoints(of: report)),
            labelWidth: labelWidth)
        guard let newest = report.newest else { return }
        page.row(
            "signed by",
            StyledText(CheckpointPhrase.list(CheckpointPhrase.signers(of: newest))),
            labelWidth: labelWidth)
        page.row(
            "cosigned by",
            StyledText(CheckpointPhrase.list(CheckpointPhrase.cosigners(of: newest))),
            labelWidth: labelWidth)
    }

    private static func text(
        of outcome: AuditReport.Outcome, _ auditClass: Fault.Class, _ report: AuditReport
    ) -> StyledText {
        switch outcome {
        case .passed: return StyledText("passed: \(AuditPhrase.meaning(of: auditClass, report))")
        case .failed(let count):
            let faults = QuestionHead.count(count, "fault")
            return StyledText("FAILED, \(faults)", .warning)
        case .notChecked(let reason): return StyledText("not checked: \(reason)")
        }
    }

    static func evidence(_ report: AuditReport, to page: inout TextPage) {
        guard !report.evidence.isEmpty else { return }
        page.gap()
        page.paragraph(
            report.evidence.count > 1
                ? "Keep these notes: no book can be true to both."
                : "Keep this note: the book is not true to it.")
        for checkpoint in report.evidence {
            page.gap()
            for line in checkpoint.encoded.split(separator: "\n", omittingEmptySubsequences: false)
            {
                page.verbatim(StyledText(String(line)), indent: line.isEmpty ? 0 : 2)
            }
        }
    }
}

/// Audits in words.
enum AuditPhrase {
    /// What a class says once it has passed.
    static func meaning(of auditClass: Fault.Class, _ report: AuditReport) -> String {
        if case .part = report.subject, let meaning = meaningInPart(of: auditClass) {
            return meaning
        }
        return switch auditClass {
        case .schema: "the file, its tables and its triggers"
        case .order: "positions, versions, whole recordings, time"
        case .contents: "entries, payloads, and the tree over them"
        case .projections: "what is derived from the entries"
        case .signatures: "of checkpoints and recorders"
        case .witness: "the quorum of the policy"
        case .rollback:
            report.isHeldToCheckpoint
                ? "the book continues the checkpoint from outside"
                : "the book continues what you read before"
        }
    }

    private static func meaningInPart(of auditClass: Fault.Class) -> String? {
        switch auditClass {
        case .order: "versions of the agreement, none left out before the last"
        case .contents: "entries, payloads, and a proof of each"
        case .signatures: "of the checkpoint, and of recorders"
        case .schema, .projections, .witness, .rollback: nil
        }
    }

    static func title(of report: AuditReport) -> String {
        switch report.subject {
        case .book: "Audit of the book \(report.origin)"
        case .export: "Audit of an export of the book \(report.origin)"
        case .part(let agreement):
            "Audit of an export of \(agreement), from the book \(report.origin)"
        }
    }

    private static func range(of report: AuditReport) -> String {
        if case .part = report.subject {
            return "\(report.eventsRead), of \(report.head.size) in the book"
        }
        return report.readFrom.number > 1
            ? "\(report.head.size); \(report.eventsRead) read, from \(report.readFrom) on; "
                + "not read before it" : "\(report.eventsRead), all read"
    }

    static func events(of report: AuditReport) -> String {
        var parts = [range(of: report)]
        if report.redactedEvents > 0 { parts.append("\(report.redactedEvents) redacted") }
        return parts.joined(separator: "; ")
    }

    /// How many are signed, and with a policy by whom.
    static func recordings(of report: AuditReport) -> String? {
        guard let counts = report.recordings else { return nil }
        guard counts.signed > 0 else { return "\(counts.total), none signed" }
        let signed =
            report.verdict == nil
            ? "\(counts.signed) signed"
            : "\(counts.pinned) signed with a key of the policy, \(counts.unpinned) with another"
        return "\(counts.total): \(signed), \(counts.unsigned) unsigned"
    }

    static func checkpoints(of report: AuditReport) -> String {
        guard let newest = report.newest?.checkpoint.size else { return "none" }
        let later = report.head.size - newest
        let since = later > 0 ? ", \(QuestionHead.count(later, "event")) before the end" : ""
        return "\(report.checkpoints), the newest of #\(newest)\(since)"
    }

    /// How many documents the book names, and what is kept of them.
    static func counts(of documents: DocumentReport) -> String {
        let counts = [
            (documents.present, "present"), (documents.missing, "missing"),
            (documents.altered, "altered"), (documents.unreadable, "unreadable"),
            (documents.redacted, "redacted"),
        ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
        let head =
            !documents.isClean
            ? "FAILED, " : documents.unreadable > 0 ? "not checked: " : "passed: "
        return "\(head)\(documents.found.count) named, \(counts.joined(separator: ", "))"
    }

    static func conclusion(of report: AuditReport, _ documents: DocumentReport?) -> String {
        let unread = documents?.unreadable ?? 0
        let unchecked =
            Fault.Class.allCases.filter {
                if case .notChecked = report.outcomes[$0] { true } else { false }
            }.map(\.rawValue) + (unread == 0 ? [] : [QuestionHead.count(unread, "document")])
        let rest = unchecked.isEmpty ? "" : "; not checked: \(unchecked.joined(separator: ", "))"
        let range = report.readFrom.number > 1 ? " from \(report.readFrom) on" : ""
        let doubts =
            report.doubts.isEmpty ? "" : "; \(QuestionHead.count(report.doubts.count, "doubt"))"
        let findings = documents?.found.count(where: \.isFault) ?? 0
        let parts = [
            report.isClean ? nil : QuestionHead.count(report.faults.count, "fault"),
            findings == 0
                ? nil : "\(QuestionHead.count(findings, "document")) missing or altered",
        ].compactMap(\.self)
        guard !parts.isEmpty else { return "nothing wrong\(range)\(doubts)\(rest)" }
        return "\(parts.joined(separator: "; "))\(doubts)\(rest)"
    }
}
