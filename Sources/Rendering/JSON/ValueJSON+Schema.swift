import Notation
import Terms

extension ValueJSON {
    /// A value's state: the word first, then what that state has.
    static let schema = Schema.reference(
        "value",
        to: .any(of: State.allCases.flatMap(choices))
            .described("What is said of a field; `state` tells which members there are."))

    private static func choices(for state: State) -> [Schema] {
        let word = ("state", Schema.constant(state.rawValue))
        return switch state {
        case .stated: Kind.allCases.map { .record([word] + members(of: $0)) }
        case .between: [.record([word, ("low", typed), ("high", typed)])]
        case .redacted: [.record([word, ("mark", .string)])]
        case .undisclosed, .unknown, .silent, .none: [.record([word])]
        case .sameAs: [.record([word, ("term", .term), ("field", .fieldName)])]
        }
    }

    /// A value with its type, without a state.
    private static let typed = Schema.reference(
        "typed-value", to: .any(of: Kind.allCases.map { .record(members(of: $0)) }))

    private static func members(of kind: Kind) -> [(String, Schema)] {
        [("type", .constant(kind.rawValue)), ("value", content(of: kind)), ("text", .string)]
    }

    private static func content(of kind: Kind) -> Schema {
        switch kind {
        case .text, .choice: .string
        case .flag: .boolean
        case .count: .integer
        case .money: .reference("money", to: Money.codec.schema)
        case .rate: .reference("rate", to: Rate.codec.schema)
        case .date: .date
        case .bound: .bound
        case .duration: .duration
        case .party: .party
        case .parties: .list(.party)
        case .tags: .reference("tags", to: TagSet.codec.schema)
        case .term: .term
        case .condition: .condition
        }
    }
}
