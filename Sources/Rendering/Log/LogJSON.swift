import Amendments
public import Questions

/// The recordings of a book as JSON, schema `deedbook/log/1`.
public enum LogJSON {
    static let answer = JSONAnswer<Answer<LogQuestion>>(
        "log",
        "the recordings of a book, oldest first; of an agreement, in the order of its instruments",
        command: "deedbook log --format json",
        .list("recordings", .object(RecordingJSON.head)) { answer in
            let content = answer.content
            return content.log.recordings.map { ($0, content.signers[$0.header.key]) }
        },
        .nullable("since", .day, \.question.filter.since)
            .described("Only what was disclosed on that day or later; null for all."),
        .nullable("text", .text, \.question.filter.text)
            .described("Only recordings in which it occurs, in any case; null for all."),
        .member("leavesOutEarlier", .flag, \.content.log.leavesOutEarlier)
            .described("Whether there are earlier ones, beyond those asked for."))

    public static func render(_ answer: Answer<LogQuestion>) -> String {
        self.answer.text(of: answer)
    }
}
