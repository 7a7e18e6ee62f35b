import Notation
import Terms

/// Values and their states in JSON: the state is always a word, a value always names its type.
enum ValueJSON {
    /// Null stands for a field that is not there at all.
    static func node(_ state: ValueState?) -> Node { state.map { node(of: $0) } ?? .null }

    static func node(of state: ValueState) -> Node {
        switch state {
        case .stated(let value): object(.stated, members(of: value))
        case .between(let low, let high):
            object(
                .between,
                [("low", .object(members(of: low))), ("high", .object(members(of: high)))])
        case .redacted(let mark): object(.redacted, [("mark", .string(mark))])
        case .undisclosed: object(.undisclosed)
        case .unknown: object(.unknown)
        case .silent: object(.silent)
        case .none: object(.none)
        case .sameAs(let term, let field):
            object(.sameAs, [("term", .string(term.text)), ("field", .string(field.rawValue))])
        }
    }

    /// The words of the member `state`.
    enum State: String, CaseIterable {
        case stated, between, redacted, undisclosed, unknown, silent, none
        case sameAs = "same-as"
    }

    /// The words of the member `type`.
    enum Kind: String, CaseIterable {
        case text, choice, flag, count, money, rate, date, bound, duration, party, parties, tags
        case term, condition
    }

    private static func object(_ state: State, _ members: [(String, Node)] = []) -> Node {
        .object([("state", .string(state.rawValue))] + members)
    }

    private static func members(of value: Value) -> [(String, Node)] {
        let (type, node) = typed(value)
        return [
            ("type", .string(type.rawValue)), ("value", node), ("text", .string(value.displayText)),
        ]
    }

    private static func typed(_ value: Value) -> (type: Kind, node: Node) {
        switch value {
        case .text(let text): (.text, .string(text))
        case .choice(let word): (.choice, .string(word))
        case .flag(let flag): (.flag, .boolean(flag))
        case .count(let count): (.count, .integer(count))
        case .money(let money): (.money, Money.codec.encode(money))
        case .rate(let rate): (.rate, Rate.codec.encode(rate))
        case .date(let date): (.date, CivilDate.codec.encode(date))
        case .bound(let bound): (.bound, DateBound.codec.encode(bound))
        case .duration(let duration): (.duration, CalendarDuration.codec.encode(duration))
        case .party(let id): (.party, .string(id.text))
        case .parties(let ids): (.parties, .ids(ids))
        case .tags(let tags): (.tags, TagSet.codec.encode(tags))
        case .term(let id): (.term, .string(id.text))
        case .condition(let id): (.condition, .string(id.text))
        }
    }
}
