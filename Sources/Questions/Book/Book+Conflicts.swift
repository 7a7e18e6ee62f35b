import Amendments
public import Conflicts
public import EventStore
public import Ledger
public import Terms

extension Book {
    /// The conflicts on some days, as known from a vantage; of every agreement where none is named.
    ///
    /// Throws `unknownAgreement` for one that no one recorded, and `beyondHead` for a position that
    /// no one recorded yet.
    ///
    /// - Parameters:
    ///   - asked: the agreements asked about; none for the whole book.
    ///   - vantage: what counts; its day does not matter.
    ///   - range: the days asked about.
    ///   - rules: only findings of these; empty for every rule.
    public func conflicts(
        of asked: [AgreementID], from vantage: Vantage, over range: ClosedRange<Day>,
        rules: Set<RuleName> = []
    ) async throws(DeedbookError) -> ConflictReport {
        // One agreement is held against all others with which it has a party in common; several, against each
        // other. What vocabularies say of names may stand in any agreement.
        var ground: Set<CommonGround> = []
        for agreement in asked {
            let view = try await view(of: agreement, from: vantage)
            if asked.count == 1 { ground = view.commonGround.subtracting([.vocabulary]) }
        }
        let near =
            asked.isEmpty
            ? try await agreements(at: vantage.recordedAt)
            : try await neighbours(on: ground.union([.vocabulary]), at: vantage.recordedAt)
        var views: [AgreementView] = []
        var vocabularies: [AgreementView] = []
        for agreement in Set(near + asked).sorted() {
            let view = try await view(of: agreement, from: vantage)
            if asked.isEmpty || asked.contains(agreement) {
                views.append(view)
                continue
            }
            let own = view.commonGround
            if !own.isDisjoint(with: ground) {
                views.append(view)
            } else if own.contains(.vocabulary) {
                vocabularies.append(view)
            }
        }
        return ConflictReport(
            views, asked: asked, over: range, rules: rules, vocabularies: vocabularies)
    }

    /// The agreements of the book as it was at a position that may have something of some ground, among others.
    private func neighbours(
        on ground: Set<CommonGround>, at position: Position?
    ) async throws(DeedbookError) -> [AgreementID] {
        let end = try await resolve(position)
        guard let store = store as? any NeighbourStore,
            let near = try await store.neighbours(on: ground)
        else { return try await agreements(at: position) }
        return near.filter { $0.begins <= end }.map(\.id)
    }
}
