public import Notation

/// Where something begins or ends, as far as the parties said.
///
/// A bound is what was agreed, not yet a day: a year stays a year, and a condition a condition.
public indirect enum DateBound: Hashable, Sendable {
    /// On that date.
    case on(CivilDate)
    /// From that date on, the date included.
    case from(CivilDate)
    /// Up to the end of that date, the date included.
    case through(CivilDate)
    /// Up to the start of that date, the date left out.
    case until(CivilDate)
    /// Made known on that date; the effective day itself is not stated.
    case announced(CivilDate)
    /// Expected at some time in that range; an expectation is never in force.
    case soft(DateRange)
    /// When that condition is satisfied.
    case upon(ConditionID)
    /// Whichever of these comes first.
    case firstOf([DateBound])
    /// Whichever of these comes last.
    case lastOf([DateBound])
    /// Stated to have no end.
    case open

    /// Every condition the bound waits for, at any depth.
    public var conditions: Set<ConditionID> {
        switch self {
        case .upon(let condition): [condition]
        case .firstOf(let bounds), .lastOf(let bounds):
            bounds.reduce(into: []) { $0.formUnion($1.conditions) }
        case .on, .from, .through, .until, .announced, .soft, .open: []
        }
    }
}

extension DateBound: CustomStringConvertible {
    /// The bound as people write it: `through 2030`, `before 2033-01-01`, `upon agi`.
    public var description: String {
        switch self {
        case .on(let date): "on \(date)"
        case .from(let date): "from \(date)"
        case .through(let date): "through \(date)"
        case .until(let date): "before \(date)"
        case .announced(let date): "announced \(date) (effective day not stated)"
        case .soft(let range): "expected \(range)"
        case .upon(let condition): "upon \(condition)"
        case .firstOf(let bounds): "the first of: \(Self.listing(bounds))"
        case .lastOf(let bounds): "the last of: \(Self.listing(bounds))"
        case .open: "no end stated"
        }
    }

    private static func listing(_ bounds: [DateBound]) -> String {
        bounds.map(\.nestedDescription).joined(separator: ", ")
    }

    private var nestedDescription: String {
        switch self {
        case .firstOf, .lastOf: "(\(description))"
        case .on, .from, .through, .until, .announced, .soft, .upon, .open: description
        }
    }
}

extension DateBound {
    /// A map of one member, as `{ through: 2030 }`, or the word `open`.
    ///
    /// An empty `first-of` or `last-of` is written, but refused when read.
    public static let codec: Codec<DateBound> = definition(
        of: .list(of: .recursive("bound") { codec }, atLeast: 1)
    )
    .named("bound")

    private static func definition(of list: Codec<[DateBound]>) -> Codec<DateBound> {
        let members: [(String, Schema)] = [
            ("on", CivilDate.codec.schema),
            ("from", CivilDate.codec.schema),
            ("through", CivilDate.codec.schema),
            ("until", CivilDate.codec.schema),
            ("announced", CivilDate.codec.schema),
            ("soft", DateRange.codec.schema),
            ("upon", ConditionID.codec.schema),
            ("first-of", list.schema),
            ("last-of", list.schema),
        ]
        let names = members.map(\.0)
        return Codec(
            schema: .any(of: [.oneMember(members), .enumeration([openWord])])
        ) { node, problems in
            if node.text == openWord { return .open }
            guard let member = OneMember(node, of: "a bound", allowed: names, &problems) else {
                return nil
            }
            return problems.within(member.name) { read(member, list, &$0) }
        } encode: {
            node(of: $0, list)
        }
    }

    private static let openWord = "open"
    private static let condition = ConditionID.codec

    private static func read(
        _ member: OneMember, _ list: Codec<[DateBound]>, _ problems: inout Problems
    ) -> DateBound? {
        func date(_ make: (CivilDate) -> DateBound) -> DateBound? {
            CivilDate.codec.decode(member.value, &problems).map(make)
        }
        return switch member.name {
        case "on": date(DateBound.on)
        case "from": date(DateBound.from)
        case "through": date(DateBound.through)
        case "until": date(DateBound.until)
        case "announced": date(DateBound.announced)
        case "soft": DateRange.codec.decode(member.value, &problems).map(DateBound.soft)
        case "upon": condition.decode(member.value, &problems).map(DateBound.upon)
        case "first-of": list.decode(member.value, &problems).map(DateBound.firstOf)
        case "last-of": list.decode(member.value, &problems).map(DateBound.lastOf)
        case _: nil
        }
    }

    private static func node(of bound: DateBound, _ list: Codec<[DateBound]>) -> Node {
        switch bound {
        case .on(let date): .object([("on", CivilDate.codec.encode(date))])
        case .from(let date): .object([("from", CivilDate.codec.encode(date))])
        case .through(let date): .object([("through", CivilDate.codec.encode(date))])
        case .until(let date): .object([("until", CivilDate.codec.encode(date))])
        case .announced(let date): .object([("announced", CivilDate.codec.encode(date))])
        case .soft(let range): .object([("soft", DateRange.codec.encode(range))])
        case .upon(let id): .object([("upon", condition.encode(id))])
        case .firstOf(let bounds): .object([("first-of", list.encode(bounds))])
        case .lastOf(let bounds): .object([("last-of", list.encode(bounds))])
        case .open: .string(openWord)
        }
    }
}
