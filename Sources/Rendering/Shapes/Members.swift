import Notation

/// The members of one value.
typealias WrittenMembers = [(String, Node)]

/// Members of an object, in their order: how each is named, written and described.
///
/// Some are of one of several sets (`one(of:)`), as the members of a value depend on its type; every set is described.
struct Members<Value>: Sendable {
    /// The sets of members that there may be; one, unless there is a choice.
    let sets: @Sendable () -> [[MemberDescription]]
    private let write: @Sendable (Value) -> WrittenMembers

    /// The members of a value.
    func callAsFunction(_ value: Value) -> WrittenMembers { write(value) }

    private init(
        _ name: String, isOptional: Bool = false, describe: @escaping @Sendable () -> Schema,
        write: @escaping @Sendable (Value) -> Node?
    ) {
        sets = { [[MemberDescription(name: name, schema: describe(), isOptional: isOptional)]] }
        self.write = { value in write(value).map { [(name, $0)] } ?? [] }
    }

    private init(
        sets: @escaping @Sendable () -> [[MemberDescription]],
        write: @escaping @Sendable (Value) -> WrittenMembers
    ) {
        self.sets = sets
        self.write = write
    }

    /// An object with these members, or one of several objects.
    var schema: Schema {
        let choices = sets().map { set in
            Schema.record(
                set.filter { !$0.isOptional }.map { ($0.name, $0.schema) },
                optional: set.filter(\.isOptional).map { ($0.name, $0.schema) })
        }
        return choices.count == 1 ? choices[0] : .any(of: choices)
    }

    /// The same, the schema of each with a sentence for people.
    func described(_ text: String) -> Members {
        Members { [sets] in
            sets().map { set in
                set.map { member in
                    MemberDescription(
                        name: member.name, schema: member.schema.described(text),
                        isOptional: member.isOptional)
                }
            }
        } write: { [write] in
            write($0)
        }
    }
}

// One member.
extension Members {
    static func member<Inner>(
        _ name: String, _ shape: Shape<Inner>, _ value: @escaping @Sendable (Value) -> Inner
    ) -> Members {
        Members(name, describe: shape.describe) { shape.write(value($0)) }
    }

    /// A member that is null where there is nothing to say.
    static func nullable<Inner>(
        _ name: String, _ shape: Shape<Inner>, _ value: @escaping @Sendable (Value) -> Inner?
    ) -> Members {
        member(name, shape.nullable, value)
    }

    /// A member that is a list; empty where there is nothing to say.
    static func list<Inner>(
        _ name: String, _ element: Shape<Inner>, _ values: @escaping @Sendable (Value) -> [Inner]
    ) -> Members {
        member(name, element.list, values)
    }

    /// A member that is left out where there is nothing to say.
    static func optional<Inner>(
        _ name: String, _ shape: Shape<Inner>, _ value: @escaping @Sendable (Value) -> Inner?
    ) -> Members {
        Members(name, isOptional: true, describe: shape.describe) { value($0).map(shape.write) }
    }

    /// A member that is the whole value.
    static func whole(_ name: String, _ shape: Shape<Value>) -> Members {
        member(name, shape) { $0 }
    }

    /// A member that always has the same text.
    static func constant(_ name: String, _ text: String) -> Members {
        Members(name) {
            .constant(text)
        } write: { _ in
            .string(text)
        }
    }
}

// Several.
extension Members {
    static func all(_ members: [Members]) -> Members {
        Members {
            members.reduce([[]]) { sets, next in
                let more = next.sets()
                return sets.flatMap { set in more.map { set + $0 } }
            }
        } write: { value in
            members.flatMap { $0(value) }
        }
    }

    static func all(_ members: Members...) -> Members { all(members) }

    /// The members of what such a value has.
    static func all<Inner>(
        of members: Members<Inner>, _ value: @escaping @Sendable (Value) -> Inner
    ) -> Members {
        Members(sets: members.sets) { members(value($0)) }
    }

    /// Members of several values side by side.
    static func each<each Part>(_ members: repeat Members<each Part>) -> Members
    where Value == (repeat each Part) {
        Members {
            var sets: [[MemberDescription]] = [[]]
            for more in repeat (each members).sets() {
                sets = sets.flatMap { set in more.map { set + $0 } }
            }
            return sets
        } write: { (value: (repeat each Part)) in
            var nodes: WrittenMembers = []
            for part in repeat (each members)(each value) { nodes += part }
            return nodes
        }
    }

    /// The members of one of several cases.
    ///
    /// - Parameters:
    ///   - cases: a struct of which every property is the `Members` of a case, in the order of the schema: what is
    ///     declared is thereby described.
    ///   - choose: the members of the case that a value is.
    static func one<Cases: Sendable>(
        of cases: Cases, _ choose: @escaping @Sendable (Cases, Value) -> WrittenMembers
    ) -> Members {
        Members {
            Mirror(reflecting: cases).children.flatMap { child in
                guard let members = child.value as? any DescribedMembers else {
                    preconditionFailure("\(child.label ?? "a case") has no members")
                }
                return members.sets()
            }
        } write: {
            choose(cases, $0)
        }
    }
}

/// A member as the schema states it.
struct MemberDescription: Sendable {
    let name: String
    let schema: Schema
    /// Whether it is left out where there is nothing to say, and so is not promised.
    let isOptional: Bool
}

/// Members of whatever type, as far as they are described.
private protocol DescribedMembers {
    var sets: @Sendable () -> [[MemberDescription]] { get }
}

extension Members: DescribedMembers {}
