public import Notation
public import Rendering

extension AnswerSchema {
    /// The schema of every JSON answer of the command line, by name.
    public static let all: [AnswerSchema] =
        (rendered + [
            BackupCommand.schema, CheckCommand.schema, KeygenCommand.schema,
            RebuildCommand.schema, SchemaCommand.filesSchema, SchemaCommand.listSchema,
        ]).sorted { $0.what < $1.what }

    /// One document for every answer: each is a definition of its own, what they share is there once.
    public static let bundle = Schema.any(
        of: all.map { .reference("\($0.what).\($0.version)", to: $0.schema) }
    ).document(
        id: "https://deedbook.dev/schemas/\(bundleName)", title: "A JSON answer of Deedbook")

    /// The name of the file of `bundle`.
    public static let bundleName = "answers.schema.json"

    /// The schema of the answer that is called so: `terms`, `terms/1` or `deedbook/terms/1`.
    static func named(_ name: String) -> AnswerSchema? {
        all.first { [$0.what, "\($0.what)/\($0.version)", $0.mark].contains(name) }
    }
}
