import Ledger
import Notation
import Terms

/// Agreed changes that wait for a condition, in JSON.
enum ConditionalJSON {
    static func list(_ changes: [ConditionalChange]) -> Node { .list(changes.map(node(of:))) }

    private static func node(of change: ConditionalChange) -> Node {
        .object([
            ("effect", .string(word(for: change.effect).rawValue)),
            ("field", .optional(change.effect.field?.rawValue)),
            ("value", ValueJSON.node(change.effect.value)),
            ("bound", .bound(change.bound)),
            ("conditions", .list(change.conditions.map { .string($0.text) })),
            ("lasts", .bound(change.lasts)),
            ("text", .string(ConditionalPhrase.text(of: change))),
            ("cause", CauseJSON.node(of: change.event)),
        ])
    }

    /// The words of the member `effect`.
    enum Word: String, CaseIterable {
        case sets, reverts, removed, suspended, resumed
        case agreementEnded = "agreement-ended"
    }

    private static func word(for effect: ConditionalChange.Effect) -> Word {
        switch effect {
        case .sets: .sets
        case .reverts: .reverts
        case .removed: .removed
        case .suspended: .suspended
        case .resumed: .resumed
        case .agreementEnded: .agreementEnded
        }
    }

    static let schema = Schema.reference(
        "conditional-change",
        to: .record([
            ("effect", .words(Word.self)),
            ("field", .fieldName.nullable.described("Null: the term itself changes.")),
            ("value", ValueJSON.schema.nullable.described("What the field would read.")),
            ("bound", .bound.described("When it would take effect.")),
            ("conditions", .list(.condition).described("The conditions it waits for.")),
            ("lasts", .bound.nullable.described("When it would end again.")),
            ("text", .string),
            ("cause", CauseJSON.schema),
        ]).described("A change that is agreed and waits for a condition; it is not in force."))
}
