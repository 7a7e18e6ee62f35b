/// The files that were written, as JSON, schema `deedbook/files/1`.
public enum FilesJSON {
    static let answer = JSONAnswer<[String]>(
        "files", "the files that were written",
        command: "deedbook schema --out FOLDER --format json",
        .whole("written", Shape.text.list))

    public static func render(_ paths: [String]) -> String { answer.text(of: paths) }
}
