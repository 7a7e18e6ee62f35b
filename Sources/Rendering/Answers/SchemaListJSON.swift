/// The answers that have a schema, as JSON, schema `deedbook/schemas/1`.
public enum SchemaListJSON {
    static let answer = JSONAnswer<[AnswerSchema]>(
        "schemas", "the answers that have a schema",
        command: "deedbook schema --list --format json",
        .whole("schemas", schema.list))

    public static func render(_ schemas: [AnswerSchema]) -> String { answer.text(of: schemas) }

    private static let schema = Shape<AnswerSchema>.object(
        .member("answer", .text, \.what),
        .member("version", .integer, \.version),
        .member("title", .text, \.title),
        .member("command", .text, \.command),
        .member("file", .text, \.fileName))
}
