/// An exit status and what it means.
public struct StatusRow: Hashable, Sendable {
    public var status: Int
    public var meaning: String

    public init(status: Int, meaning: String) {
        self.status = status
        self.meaning = meaning
    }
}

/// The exit statuses: as rows, and as JSON of the schema `deedbook/exit-statuses/1`.
public enum StatusRows {
    static let answer = JSONAnswer<[StatusRow]>(
        "exit-statuses", "the exit statuses, and what each means",
        command: "deedbook exit-status --format json",
        .list("statuses", status) { $0 })

    public static func json(_ statuses: [StatusRow]) -> String { answer.text(of: statuses) }

    public static func of(_ statuses: [StatusRow]) -> AnswerRows {
        AnswerRows(["status", "meaning"], statuses.map { [String($0.status), $0.meaning] })
    }

    private static let status = Shape<StatusRow>.object(
        .member("status", .count, \.status), .member("meaning", .text, \.meaning))
}
