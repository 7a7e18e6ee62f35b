import Ledger
import Notation
import Terms

/// Changes of a party that wait for a condition, or may not have come yet, in JSON.
enum OpenPartyJSON {
    static func node(of change: OpenPartyChange) -> Node {
        var (name, successor): (String?, String?) = (nil, nil)
        switch change.effect {
        case .admitted, .withdrew: break
        case .renamed(let other): name = other
        case .succeeded(let party): successor = party.text
        }
        let (first, last, bound, conditions): (Day?, Day?, DateBound?, [ConditionID])
        switch change.state {
        case .conditional(let upon, let waiting):
            (first, last, bound, conditions) = (nil, nil, upon, waiting)
        case .within(let early, let late):
            (first, last, bound, conditions) = (early, late, nil, [])
        }
        return .object([
            ("effect", .string(change.effect.word.rawValue)),
            ("name", .optional(name)),
            ("successor", .optional(successor)),
            ("bound", .bound(bound)),
            ("conditions", .list(conditions.map { .string($0.text) })),
            ("first", .optional(first)),
            ("last", .optional(last)),
            ("text", .string(PartyPhrase.text(of: change))),
            ("cause", CauseJSON.node(of: change.event)),
        ])
    }

    static let schema = Schema.reference(
        "open-party-change",
        to: .record([
            ("effect", .words(OpenPartyChange.Effect.Word.self)),
            ("name", .string.nullable.described("The name it would have.")),
            ("successor", .party.nullable.described("Who would come into its place.")),
            ("bound", .bound.nullable.described("Null: the day is past or near, and imprecise.")),
            ("conditions", .list(.condition).described("The conditions it waits for.")),
            ("first", .day.nullable.described("The first day on which it may have happened.")),
            ("last", .day.nullable.described("The last day on which it may have happened.")),
            ("text", .string), ("cause", CauseJSON.schema),
        ])
    ).described("A change of a party that is agreed and has not surely taken effect.")
}
