import Amendments
import Ledger
import Notation
import Terms

/// What the JSON answers have in common.
///
/// Every answer is one object whose first member is `"schema": "deedbook/<what>/<version>"`. Members
/// keep their names, types and order within a version; new ones may be added. A member that has nothing
/// to say is null, never left out; a value's state is always a word. What is promised is published:
/// each answer has an `AnswerSchema` beside it.
enum JSONDocument {
    static func text(_ what: String, version: Int = 1, _ members: [(String, Node)]) -> String {
        let schema = Node.string("deedbook/\(what)/\(version)")
        return CanonicalJSON.prettyText(of: .object([("schema", schema)] + members))
    }
}

extension Node {
    static let null = Node(.null)

    static func optional(_ text: String?) -> Node { text.map { .string($0) } ?? .null }

    static func optional(_ day: Day?) -> Node { .optional(day?.description) }

    static func texts(_ texts: some Sequence<String>) -> Node { .list(texts.map { .string($0) }) }

    static func ids<Kind>(_ ids: some Sequence<Identifier<Kind>>) -> Node {
        .texts(ids.map(\.text))
    }

    static func bound(_ bound: DateBound?) -> Node {
        bound.map { DateBound.codec.encode($0) } ?? .null
    }
}
