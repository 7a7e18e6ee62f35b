import Notation

/// The only member of a map such as `{ through: 2030 }`, whose name says which case it is.
struct OneMember {
    let name: String
    let value: Node

    /// Reports and returns nil when `node` is not a map of exactly one of the `allowed` members.
    init?(_ node: Node, of what: String, allowed: [String], _ problems: inout Problems) {
        let hint = "expected a map with one of \(allowed.joined(separator: ", "))"
        guard case .object(let members) = node.content else {
            problems.report("\(node.excerpt) is not \(what)", hint: hint, at: node.mark)
            return nil
        }
        guard let member = members.first, members.count == 1 else {
            problems.report("\(what) has exactly one member", hint: hint, at: node.mark)
            return nil
        }
        guard allowed.contains(member.name) else {
            problems.report(
                "unknown member '\(member.name)' of \(what)",
                hint: Spelling.hint(
                    for: member.name, among: allowed,
                    else: "allowed here: \(allowed.joined(separator: ", "))"),
                at: member.mark ?? member.value.mark ?? node.mark)
            return nil
        }
        name = member.name
        value = member.value
    }
}
