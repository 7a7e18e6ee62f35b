import Amendments
public import Questions

/// The recordings of a book as JSON, schema `deedbook/log/1`.
public enum LogJSON {
    static let answer = JSONAnswer<LogQuestion.Content>(
        "log",
        "the recordings of a book, oldest first; of an agreement, in the order of its instruments",
        command: "deedbook log --format json",
        .list("recordings", .object(RecordingJSON.head)) { content in
            content.log.recordings.map { ($0, content.signers[$0.header.key]) }
        },
        .member("leavesOutEarlier", .flag, \.log.leavesOutEarlier)
            .described("Whether there are earlier ones, beyond those asked for."))

    public static func render(_ answer: Answer<LogQuestion>) -> String {
        self.answer.text(of: answer.content)
    }
}
