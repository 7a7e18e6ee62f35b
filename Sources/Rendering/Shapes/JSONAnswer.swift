import Notation

/// One kind of JSON answer, in one version: how it is written, and its schema.
///
/// Every answer is one object whose first member is `"schema": "deedbook/<what>/<version>"`; what holds of every one
/// is stated by `AnswerSchema`.
struct JSONAnswer<Content>: Sendable {
    let schema: AnswerSchema
    private let members: Members<Content>

    /// - Parameters:
    ///   - title: in a sentence without its end, what the answer says.
    ///   - command: a command line that gives it.
    ///   - members: those beside `schema`, in their order.
    init(
        _ what: String, version: Int = 1, _ title: String, command: String,
        _ members: Members<Content>...
    ) {
        let mark = Members<Content>.constant("schema", "deedbook/\(what)/\(version)")
        let all = Members.all([mark] + members)
        self.members = all
        schema = AnswerSchema(
            what: what, version: version, title: title, command: command,
            describe: { all.schema })
    }

    /// The answer, in lines.
    func text(of content: Content) -> String {
        CanonicalJSON.prettyText(of: .object(members(content)))
    }
}
