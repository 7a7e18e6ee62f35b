import Amendments
import EventStore
import Ledger
import Notation
import Terms

extension Book {
    /// The party that is meant, in whatever agreement: by its id but for case and marks, else by a name that it has or
    /// had, else by how one begins.
    ///
    /// Where the store has an index of parties an id is looked for there; names are read of every agreement.
    ///
    /// - Throws: `ambiguousName` where several parties have the name; `unknownName`.
    func party(named name: String) async throws(DeedbookError) -> PartyID {
        let pattern = NamePattern(name)
        if let id: PartyID = pattern.id(), let store = store as? any NeighbourStore,
            let having = try await store.neighbours(on: [.party(id)]), !having.isEmpty
        {
            return id
        }
        let parties = try await partyNames()
        if let id: PartyID = pattern.id(), parties[id] != nil { return id }
        let asked = NameWords(name)
        let same = parties.filter { $0.value.contains(asked) }.keys.sorted()
        let beginning = parties.filter { $0.value.contains(where: asked.begins) }.keys.sorted()
        if let one = try pattern.one(of: same.isEmpty ? beginning : same, .party) { return one }
        throw .unknownName(
            name, .party, nearest: Spelling.nearest(to: name, among: parties.keys.map(\.text)))
    }

    /// Every party of the book with the names that it has had.
    func partyNames() async throws(DeedbookError) -> [PartyID: Set<NameWords>] {
        var parties: [PartyID: Set<NameWords>] = [:]
        for head in try await agreementHeads() {
            let state = try await state(
                of: head.id,
                from: [.partyAdmitted, .groupFormed, .partyRenamed, .partySucceeded])
            for party in state.parties.values {
                parties[party.id, default: []].formUnion(party.names.map { NameWords($0.name) })
            }
        }
        return parties
    }
}
