import Ledger
import Notation
import Terms

/// Agreed changes that wait for a condition, in JSON.
enum ConditionalJSON {
    static func list(_ changes: [ConditionalChange]) -> Node { .list(changes.map(node(of:))) }

    private static func node(of change: ConditionalChange) -> Node {
        .object([
            ("effect", .string(change.effect.word.rawValue)),
            ("field", .optional(change.effect.field?.rawValue)),
            ("value", ValueJSON.node(change.effect.value)),
            ("bound", .bound(change.bound)),
            ("conditions", .list(change.conditions.map { .string($0.text) })),
            ("lasts", .bound(change.lasts)),
            ("text", .string(ConditionalPhrase.text(of: change))),
            ("cause", CauseJSON.node(of: change.event)),
        ])
    }

    static let schema = Schema.reference(
        "conditional-change",
        to: .record(members + [("cause", CauseJSON.schema)])
    ).described("A change that is agreed and waits for a condition; it is not in force.")

    static let members: [(String, Schema)] = [
        ("effect", .words(ConditionalChange.Effect.Word.self)),
        ("field", .fieldName.nullable.described("Null: the term itself changes.")),
        ("value", ValueJSON.schema.nullable.described("What the field would read.")),
        ("bound", .bound.described("When it would take effect.")),
        ("conditions", .list(.condition).described("The conditions it waits for.")),
        ("lasts", .bound.nullable.described("When it would end again.")),
        ("text", .string),
    ]
}
