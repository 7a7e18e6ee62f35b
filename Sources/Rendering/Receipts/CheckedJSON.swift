public import Notation

/// That every file is right, as JSON, schema `deedbook/check/1`.
public enum CheckedJSON {
    static let answer = JSONAnswer<(recordings: Int, book: String?, remarks: [Problem])>(
        "check", "that every file is right", command: "deedbook check FILE --format json",
        .member("recordings", .integer, \.recordings),
        .nullable("book", .text, \.book).described("Null: there is no book."),
        .member("problems", .integer) { _ in 0 }
            .described("Always 0: a problem is an error, not an answer."),
        .list("remarks", remark, \.remarks)
            .described("What is nothing wrong, and to know: calendars that are not defined."))

    private static let remark = Shape<Problem>.object(
        .nullable("file", .text, \.file),
        .nullable("line", .integer) { $0.mark?.line },
        .nullable("column", .integer) { $0.mark?.column },
        .member("message", .text, \.sentence),
        .nullable("hint", .text, \.hint))

    /// - Parameters:
    ///   - book: the path of the book they were checked against; nil where there is none.
    ///   - remarks: what is said beside.
    public static func render(
        _ recordings: Int, with book: String?, remarks: [Problem]
    ) -> String {
        answer.text(of: (recordings, book, remarks))
    }
}
