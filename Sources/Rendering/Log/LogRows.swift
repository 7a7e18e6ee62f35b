import Amendments
import Ledger
public import Questions
import Terms

/// The recordings of a book as rows.
public enum LogRows {
    public static func of(_ answer: Answer<LogQuestion>, order: LogText.Order) -> AnswerRows {
        let recordings = answer.content.log.recordings
        return AnswerRows(
            [
                "position", "recording", "agreement", "kind", "number", "title", "disclosed",
                "events", "recorder", "recorded at",
            ],
            (order == .newestFirst ? recordings.reversed() : recordings).map(row))
    }

    private static func row(for recording: LoggedRecording) -> [String] {
        let header = recording.header
        let number = header.instrument.number.map { String($0) } ?? ""
        return [
            recording.last.description, header.key.text, header.agreement.text,
            header.instrument.kind.rawValue, number, header.instrument.title,
            header.disclosed.description, String(recording.events.count), header.recorder,
            header.recordedAt.toTheSecond,
        ]
    }
}
