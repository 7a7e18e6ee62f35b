import Audit
import EventStore
import Questions

/// An audit on one screen: whether anything is wrong, and what; then what was read, and what was not checked and why.
enum AuditOverview {
    static func render(
        _ report: AuditReport, _ documents: DocumentReport?, options: TextOptions
    ) -> String {
        var page = TextPage(options)
        page.paragraph(StyledText(AuditPhrase.title(of: report), .strong), hang: 2)
        page.paragraph(
            StyledText(AuditPhrase.conclusion(of: report, documents), .strong), hang: 2)
        page.gap()
        faults(of: report, documents, to: &page)
        row("events", AuditPhrase.events(of: report), to: &page)
        if let recordings = AuditPhrase.recordings(of: report) {
            row("recordings", recordings, to: &page)
        }
        row("checkpoints", AuditPhrase.checkpoints(of: report), to: &page)
        if let documents, !documents.isEmpty {
            row("documents", AuditPhrase.counts(of: documents), to: &page)
        }
        outcomes(of: report, to: &page)
        AuditText.evidence(report, to: &page)
        page.gap()
        page.notShown([])
        return page.text
    }

    private static func row(_ label: String, _ text: String, to page: inout TextPage) {
        page.row(StyledText(label, .faint), StyledText(text), labelWidth: AuditText.labelWidth)
    }

    /// Up to how many faults, and how many doubts, are shown.
    private static let faultsShown = 8

    /// What is wrong, the first of it, and what is doubtful.
    private static func faults(
        of report: AuditReport, _ documents: DocumentReport?, to page: inout TextPage
    ) {
        let faults = report.faults.map { StyledText($0.description, .warning) }
        let doubts = report.doubts.map { StyledText("doubtful: \($0)") }
        for (all, noun) in [(faults, "fault"), (doubts, "doubt")] {
            for line in all.prefix(faultsShown) { page.paragraph(line, hang: 2) }
            if all.count > faultsShown {
                let more = QuestionHead.count(all.count - faultsShown, "further \(noun)")
                page.paragraph(StyledText("\(more) (--full)", .faint))
            }
        }
        if let documents {
            DocumentLines.write(
                DocumentReport(found: documents.findings), to: &page, indent: 0)
        }
        page.gap()
    }

    /// The classes by their outcome; why one was not checked.
    private static func outcomes(of report: AuditReport, to page: inout TextPage) {
        var (passed, failed, unchecked) = ([String](), [String](), [String]())
        for auditClass in Fault.Class.allCases {
            guard let outcome = report.outcomes[auditClass] else { continue }
            switch outcome {
            case .passed: passed.append(auditClass.rawValue)
            case .failed(let count):
                failed.append("\(auditClass.rawValue) (\(QuestionHead.count(count, "fault")))")
            case .notChecked(let reason): unchecked.append("\(auditClass.rawValue): \(reason)")
            }
        }
        if !failed.isEmpty { row("failed", failed.joined(separator: ", "), to: &page) }
        if !passed.isEmpty { row("passed", passed.joined(separator: ", "), to: &page) }
        for (index, text) in unchecked.enumerated() {
            row(index == 0 ? "not checked" : "", text, to: &page)
        }
    }
}
