import Amendments
import Ledger
public import Questions
import Terms

/// The events of one recording as rows: where each stands, what it is, and what it says.
public enum RecordingRows {
    public static func of(_ answer: Answer<ShowQuestion>) -> AnswerRows {
        AnswerRows(
            ["position", "event", "agreement", "kind", "text", "redacted by"],
            answer.content.recording.events.map { event in
                [
                    event.position.description, event.reference.description, event.agreement.text,
                    event.event.kind.rawValue, text(of: event),
                    answer.content.redactions[event.position]?.description ?? "",
                ]
            })
    }

    /// As it was written, or what a redaction left.
    private static func text(of event: RecordedEvent) -> String {
        if event.isRedacted { return "payload redacted" }
        return NodeLines.lines(of: event.event.body).map(\.text).joined(separator: "; ")
    }
}
