import Ledger
import Notation
import Terms

/// Changes of a party that wait for a condition, or may not have come yet, in JSON.
enum OpenPartyJSON {
    static let shape = Shape<OpenPartyChange>.object(
        .member("effect", .words, \.effect.word),
        .nullable("name", .text) { name(in: $0.effect) }.described("The name it would have."),
        .nullable("successor", .party) { successor(in: $0.effect) }
            .described("Who would come into its place."),
        .nullable("member", .party) { member(in: $0.effect) }
            .described("Who would join the group, or leave it."),
        .nullable("bound", .bound) { parts(of: $0.state).bound }
            .described("Null: the day is past or near, and imprecise."),
        .list("conditions", .condition) { parts(of: $0.state).conditions }
            .described("The conditions it waits for."),
        .nullable("first", .day) { parts(of: $0.state).first }
            .described("The first day on which it may have happened."),
        .nullable("last", .day) { parts(of: $0.state).last }
            .described("The last day on which it may have happened."),
        .member("text", .text) { PartyPhrase.text(of: $0) },
        .member("cause", CauseJSON.shape, \.event)
    ).named("open-party-change")
        .described("A change of a party that is agreed and has not surely taken effect.")

    private static func name(in effect: OpenPartyChange.Effect) -> String? {
        switch effect {
        case .renamed(let name): name
        case .admitted, .withdrew, .succeeded, .joined, .left: nil
        }
    }

    private static func successor(in effect: OpenPartyChange.Effect) -> PartyID? {
        switch effect {
        case .succeeded(let party): party
        case .admitted, .withdrew, .renamed, .joined, .left: nil
        }
    }

    private static func member(in effect: OpenPartyChange.Effect) -> PartyID? {
        switch effect {
        case .joined(let party), .left(let party): party
        case .admitted, .withdrew, .renamed, .succeeded: nil
        }
    }

    private static func parts(
        of state: OpenPartyChange.State
    ) -> (bound: DateBound?, conditions: [ConditionID], first: Day?, last: Day?) {
        switch state {
        case .conditional(let upon, let waiting): (upon, waiting, nil, nil)
        case .within(let early, let late): (nil, [], early, late)
        }
    }
}
