import Amendments
import Notation
import Questions
import Terms

/// Documents that a book names, with what is kept of each.
enum DocumentLines {
    /// - Parameter recording: the recording that the page is about; what an event of it names is of it.
    static func write(
        _ report: DocumentReport, about recording: RecordingKey? = nil, to page: inout TextPage,
        indent: Int
    ) {
        for found in report.found {
            page.paragraph(
                StyledText(text(of: found, about: recording), found.isFinding ? .warning : .plain),
                indent: indent,
                hang: 2)
            guard let digest = found.document.sha256 else { continue }
            page.verbatim(StyledText("sha256 \(digest)"), indent: indent + 2)
        }
    }

    /// What it is, of which source, which event names it, and whether it is there.
    private static func text(
        of found: DocumentReport.Found, about recording: RecordingKey?
    ) -> String {
        let document = found.document
        let name = document.name.map { "\($0), source \(document.source)" }
        let title = name ?? "the document of source \(document.source)"
        let naming =
            document.event.recording == recording ? "" : ", named by \(document.event)"
        return "\(title)\(naming): \(words(for: found.state))"
    }

    private static func words(for state: DocumentState) -> String {
        switch state {
        case .present(let bytes): "present, \(QuestionHead.count(bytes, "byte"))"
        case .missing: "MISSING"
        case .altered(let bytes, let actual):
            "ALTERED, \(QuestionHead.count(bytes, "byte")) with the sha256 \(actual)"
        case .unreadable(let reason): "NOT READABLE, not checked: \(reason)"
        case .redacted: "redacted"
        }
    }
}

/// The same as JSON.
enum DocumentJSON {
    static let shape = Shape<DocumentReport.Found>.object(
        .member("event", .event, \.document.event),
        .member("recording", .recording, \.document.recording),
        .member("source", Shape(SourceID.codec), \.document.source),
        .nullable("name", .text, \.document.name),
        .nullable("sha256", digest, \.document.sha256).described("Null: redacted."),
        .member("state", .words) { word(for: $0.state) },
        .nullable("bytes", .count) { bytes(in: $0.state) }
            .described("Null: there is no file, or none that can be read."),
        .nullable("found", digest) { actual(in: $0.state) }
            .described("The hash of the file that is there, where it is another one.")
    ).named("document")

    private static let digest = Shape(DocumentDigest.codec)

    /// The words of `state`.
    private enum State: String, CaseIterable {
        case present, missing, altered, unreadable, redacted
    }

    private static func word(for state: DocumentState) -> State {
        switch state {
        case .present: .present
        case .missing: .missing
        case .altered: .altered
        case .unreadable: .unreadable
        case .redacted: .redacted
        }
    }

    private static func bytes(in state: DocumentState) -> Int? {
        switch state {
        case .present(let bytes), .altered(let bytes, _): bytes
        case .missing, .unreadable, .redacted: nil
        }
    }

    private static func actual(in state: DocumentState) -> DocumentDigest? {
        switch state {
        case .altered(_, let actual): actual
        case .present, .missing, .unreadable, .redacted: nil
        }
    }
}
