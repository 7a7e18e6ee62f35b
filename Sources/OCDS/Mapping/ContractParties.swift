import Amendments
import Notation
import Terms

/// Who made a contract: its buyer and the suppliers of its award. Tenderers and other organizations of the process are
/// not parties to it.
struct ContractParties {
    private(set) var buyer: PartyID?
    /// The one supplier, or the group of several.
    private(set) var supplier: PartyID?
    private(set) var admitted: [PartyAdmitted] = []
    private(set) var group: GroupFormed?

    init() {}

    init(of contract: Node, in process: Node) {
        buyer = admit(process["buyer"], "buyer", in: process)
        let award = contract["awardID"]
        let awards = (process["awards"]?.items ?? []).filter { $0["id"] == award }
        let suppliers = (awards.first?["suppliers"]?.items ?? []).compactMap {
            admit($0, "supplier", in: process)
        }
        supplier = suppliers.first
        guard suppliers.count > 1 else { return }
        let names = suppliers.compactMap { id in admitted.first { $0.party == id }?.name }
        let group = GroupFormed(
            group: Self.groupID, name: "Suppliers: \(names.joined(separator: ", "))",
            members: suppliers.map { .init(party: $0) })
        self.group = group
        supplier = group.group
    }

    static let groupID: PartyID = "suppliers"

    /// The party that is referred to, with what `parties` says of it.
    private mutating func admit(
        _ reference: Node?, _ role: String, in process: Node
    ) -> PartyID? {
        guard let reference,
            let own = reference["id"]?.identifier ?? reference["name"]?.words,
            let id = OCDSIdentifier.party(own)
        else { return nil }
        if admitted.contains(where: { $0.party == id }) { return id }
        let party = process["parties"]?.items.first { $0["id"] == reference["id"] }
        let roles = (party?["roles"]?.items ?? []).compactMap(\.text)
        admitted.append(
            PartyAdmitted(
                party: id, name: party?["name"]?.words ?? reference["name"]?.words ?? own,
                role: roles.isEmpty ? role : roles.joined(separator: ", ")))
        return id
    }

    /// The organizations of a process that are parties to none of its contracts, by what they are.
    static func others(in process: Node, than admitted: Set<PartyID>) -> [String] {
        (process["parties"]?.items ?? []).compactMap { party in
            guard let own = party["id"]?.identifier, let id = OCDSIdentifier.party(own),
                !admitted.contains(id)
            else { return nil }
            let roles = (party["roles"]?.items ?? []).compactMap(\.text).joined(separator: ", ")
            return "\(party["name"]?.words ?? own)" + (roles.isEmpty ? "" : " (\(roles))")
        }
    }
}
