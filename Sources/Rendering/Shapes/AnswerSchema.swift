public import Notation

/// The JSON Schema (2020-12) of one kind of JSON answer, in one version.
///
/// Within a version members keep their names and types and are in every answer, null where they have
/// nothing to say; only `drafts` is left out where no one asked with drafts. No word of a closed list is
/// taken away or means something else. Members and words may be added: a reader lets members be that it
/// does not know, and so objects are open here. Anything else is a new version.
public struct AnswerSchema: Sendable {
    /// What the answer is, as in its member `schema`: `terms` in `deedbook/terms/1`.
    public var what: String
    public var version: Int
    /// In a sentence without its end, what the answer says.
    public var title: String
    /// A command line that gives it.
    public var command: String
    let describe: @Sendable () -> Schema

    public var schema: Schema { describe() }

    /// What an answer's member `schema` says.
    public var mark: String { "deedbook/\(what)/\(version)" }

    /// The name of its file: `terms.1.schema.json`.
    public var fileName: String { "\(what).\(version).schema.json" }

    /// The whole document.
    public var document: Node {
        schema.document(
            id: "https://deedbook.dev/schemas/answers/\(fileName)",
            title: "\(mark): \(title)")
    }
}
