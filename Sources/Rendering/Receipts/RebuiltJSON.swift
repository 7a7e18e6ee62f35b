/// How many agreements were read to make tables again, as JSON, schema `deedbook/rebuild/1`.
public enum RebuiltJSON {
    static let answer = JSONAnswer<Int>(
        "rebuild", "how many agreements were read to make tables again",
        command: "deedbook rebuild --format json",
        .whole("agreements", .integer))

    public static func render(_ agreements: Int) -> String { answer.text(of: agreements) }
}
