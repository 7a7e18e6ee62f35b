import Amendments
import EventStore
public import Ledger
import Notation
public import Questions
import Terms

/// One recording as text: its instrument, its sources, and every event as it was written.
public enum RecordingText {
    static let labelWidth = 10

    /// - Parameter documents: what is kept of the documents of its sources.
    public static func render(
        _ answer: Answer<ShowQuestion>, _ documents: DocumentReport, options: TextOptions
    ) -> String {
        let (shown, recording) = (answer.content, answer.content.recording)
        var page = TextPage(options)
        head(recording, shown.signers[recording.header.key], to: &page)
        write(shown.reports, to: &page)
        page.gap()
        page.paragraph(StyledText("Sources", .strong))
        SourceLines.write(recording.header.sources, to: &page, indent: 2)
        page.gap()
        if !documents.isEmpty {
            page.paragraph(StyledText("Documents", .strong))
            DocumentLines.write(
                documents, about: recording.header.key, to: &page, indent: 2)
            page.gap()
        }
        page.paragraph(StyledText("Events", .strong))
        for event in recording.events {
            write(event, in: recording, shown.redactions[event.position], to: &page)
        }
        return page.text
    }

    /// The instrument, and what it changed in each agreement that it touches.
    public static func render(
        _ answer: Answer<ShowQuestion>, _ documents: DocumentReport, changing redlines: [Redline],
        options: TextOptions
    ) -> String {
        let (shown, recording) = (answer.content, answer.content.recording)
        var page = TextPage(options)
        head(recording, shown.signers[recording.header.key], to: &page)
        page.row(
            "sources", StyledText(InstrumentPhrase.bestSource(of: recording.header.sources)),
            labelWidth: labelWidth, indent: 2)
        if !documents.isEmpty {
            page.paragraph("documents", indent: 2)
            DocumentLines.write(documents, about: recording.header.key, to: &page, indent: 4)
        }
        for redline in redlines {
            page.gap()
            if redlines.count > 1 {
                let after = redline.after
                page.paragraph(
                    StyledText(QuestionHead.title(after.title, after.agreement), .strong), hang: 2)
            }
            RedlineText.body(redline, options, to: &page)
        }
        page.gap()
        page.notShown(
            ["its events and sources, and what others say of it (--events)"],
            options: options)
        return page.text
    }

    /// The recording's key, positions, instrument and dates.
    static func head(
        _ recording: LoggedRecording, _ signer: RecordingSigner?, to page: inout TextPage
    ) {
        let header = recording.header
        let positions =
            recording.first == recording.last
            ? recording.first.description : "\(recording.first) to \(recording.last)"
        page.paragraph(
            StyledText(header.key.text, .strong) + StyledText("  \(positions)", .faint), hang: 2)
        let instrument = header.instrument
        let number = instrument.number.map { " no. \($0)" } ?? ""
        page.row(
            "instrument", StyledText("\(instrument.title) (\(instrument.kind.rawValue)\(number))"),
            labelWidth: labelWidth, indent: 2)
        page.row(
            "agreement", StyledText(agreements(of: recording)), labelWidth: labelWidth, indent: 2)
        page.row("dates", StyledText(dates(of: header)), labelWidth: labelWidth, indent: 2)
        page.row(
            "recorded",
            StyledText(
                "\(header.recordedAt.toTheSecond) by \(header.recorder)"
                    + (signer.map { ", \(SignerPhrase.text(of: $0))" } ?? "")),
            labelWidth: labelWidth, indent: 2)
    }

    private static func agreements(of recording: LoggedRecording) -> String {
        let others = Set(recording.events.map(\.agreement)).subtracting([recording.header.agreement]
        )
        return ([recording.header.agreement] + others.sorted()).map(\.text).joined(separator: ", ")
    }

    static func dates(of header: RecordingHeader) -> String {
        let instrument = header.instrument
        let effective = instrument.effective ?? .announced(header.disclosed)
        var parts = [InstrumentPhrase.effective(effective), "disclosed \(header.disclosed)"]
        switch instrument.signed {
        case .day(let day)?: parts.insert("signed \(day)", at: 0)
        case .unknown?: parts.insert("day of signing unknown", at: 0)
        case nil: break
        }
        return parts.joined(separator: "; ")
    }

    private static func write(_ reports: InstrumentReports, to page: inout TextPage) {
        guard !reports.isEmpty else { return }
        page.gap()
        page.paragraph(StyledText("What sources say of this instrument", .strong))
        for (field, reports) in reports.sorted(by: { $0.key < $1.key }) {
            for report in reports {
                let state = report.withdrawal == nil ? "" : ", withdrawn since"
                page.row(
                    StyledText(field.rawValue),
                    StyledText(
                        "\(report.value.displayText) [\(report.event.grade.rawValue)]\(state), "
                            + InstrumentPhrase.title(of: report.event)),
                    labelWidth: 12, indent: 2)
            }
        }
    }

    private static func write(
        _ event: RecordedEvent, in recording: LoggedRecording, _ redaction: Position?,
        to page: inout TextPage
    ) {
        page.gap()
        var head =
            "\(event.position) #\(event.ordinal) of the recording, \(event.event.kind.rawValue)"
        if event.agreement != recording.header.agreement { head += ", of \(event.agreement)" }
        page.paragraph(StyledText(head), indent: 2, hang: 2)
        if event.isRedacted {
            page.paragraph("payload redacted", indent: 4)
            return
        }
        if let redaction {
            page.paragraph(
                "payload redacted by \(redaction), gone for good; what it was about:", indent: 4,
                hang: 2)
        }
        for line in NodeLines.lines(of: event.event.body) {
            page.paragraph(StyledText(line.text), indent: 4 + 2 * line.depth, hang: 2)
        }
    }
}
