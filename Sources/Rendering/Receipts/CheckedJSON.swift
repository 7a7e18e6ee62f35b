/// That every file is right, as JSON, schema `deedbook/check/1`.
public enum CheckedJSON {
    static let answer = JSONAnswer<(recordings: Int, book: String?)>(
        "check", "that every file is right", command: "deedbook check FILE --format json",
        .member("recordings", .integer, \.recordings),
        .nullable("book", .text, \.book).described("Null: there is no book."),
        .member("problems", .integer) { _ in 0 }
            .described("Always 0: a problem is an error, not an answer."))

    /// - Parameter book: the path of the book they were checked against; nil where there is none.
    public static func render(_ recordings: Int, with book: String?) -> String {
        answer.text(of: (recordings, book))
    }
}
