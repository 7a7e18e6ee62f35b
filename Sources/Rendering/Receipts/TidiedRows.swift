/// A value that `tidy` writes canonically.
public struct TidiedRow: Hashable, Sendable {
    public var file: String
    /// Where it stands, as line and column; nil where that is not known.
    public var place: String?
    public var written: String
    public var canonical: String

    public init(file: String, place: String?, written: String, canonical: String) {
        self.file = file
        self.place = place
        self.written = written
        self.canonical = canonical
    }
}

/// What `tidy` changes: as rows, and as JSON of the schema `deedbook/tidied/1`.
public enum TidiedRows {
    static let answer = JSONAnswer<[TidiedRow]>(
        "tidied", "the values of files that are written canonically",
        command: "deedbook tidy FILE --check --format json", .list("changes", change) { $0 })

    public static func json(_ changes: [TidiedRow]) -> String { answer.text(of: changes) }

    public static func of(_ changes: [TidiedRow]) -> AnswerRows {
        AnswerRows(
            ["file", "place", "written", "canonical"],
            changes.map { [$0.file, $0.place ?? "", $0.written, $0.canonical] })
    }

    private static let change = Shape<TidiedRow>.object(
        .member("file", .text, \.file),
        .nullable("place", .text, \.place).described("LINE:COLUMN; null: not known."),
        .member("written", .text, \.written),
        .member("canonical", .text, \.canonical))
}
