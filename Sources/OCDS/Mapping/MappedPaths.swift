import Notation

/// Which values of a release have a place in the record, and how many have none.
struct MappedPaths {
    /// The values that have none, by the members that lead to them; counted once for each release.
    private(set) var unmapped: [String: Int] = [:]

    mutating func count(_ release: Node) { count(release, at: []) }

    private mutating func count(_ node: Node, at path: [String]) {
        switch node.content {
        case .object(let members):
            for member in members { count(member.value, at: path + [member.name]) }
        case .list(let items):
            for item in items { count(item, at: path) }
        case .plain, .string, .integer, .boolean:
            guard let shown = Self.shown(path) else { return }
            unmapped[shown, default: 0] += 1
        case .null: break
        }
    }

    /// The shortest path under which nothing has a place; nil for a value that has one.
    private static func shown(_ path: [String]) -> String? {
        if leaves.contains(path) { return nil }
        let length = (1...max(1, path.count)).first { !inner.contains(Array(path.prefix($0))) }
        return path.prefix(length ?? path.count).joined(separator: "/")
    }

    private static let leaves = Set(
        mapped.flatMap { prefix, names in
            names.split(separator: " ").map { name in
                (prefix.isEmpty ? [] : prefix.split(separator: "/").map(String.init))
                    + [String(name)]
            }
        })

    /// The members on the way to them.
    private static let inner = Set(
        leaves.flatMap { path in path.indices.dropFirst().map { Array(path.prefix($0)) } })

    private static let document = "id title url datePublished"
    private static let milestone = "id title dueDate dateMet status"
    private static let amendment = "id date rationale description amendsReleaseID releaseID"

    private static let transactions = "contracts/implementation/transactions"

    private static let mapped = [
        "": "ocid id date tag",
        "buyer": "id name",
        "parties": "id name roles",
        "awards": "id",
        "awards/suppliers": "id name",
        "contracts": "id awardID title description status dateSigned",
        "contracts/value": "amount currency",
        "contracts/period": "startDate endDate",
        "contracts/amendments": amendment,
        "contracts/amendment": amendment,
        "contracts/milestones": milestone,
        "contracts/documents": document,
        "contracts/implementation/milestones": milestone,
        "contracts/implementation/documents": document,
        transactions: "id date",
        "\(transactions)/value": "amount currency",
        "\(transactions)/amount": "amount currency",
        "\(transactions)/payer": "id name",
        "\(transactions)/payee": "id name",
        "\(transactions)/providerOrganization": "scheme id legalName",
        "\(transactions)/receiverOrganization": "scheme id legalName",
    ]
}
