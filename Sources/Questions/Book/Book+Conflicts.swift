import Amendments
public import Conflicts
public import EventStore
public import Ledger
public import Terms

extension Book {
    /// The conflicts on some days, as known from a vantage; of every agreement where none is named.
    ///
    /// Throws `unknownAgreement` for one that nobody recorded, and `beyondHead` for a position that
    /// nobody recorded yet.
    ///
    /// - Parameters:
    ///   - vantage: what counts; its day does not matter.
    ///   - range: the days asked about.
    ///   - rules: only findings of these; empty for every rule.
    public func conflicts(
        of asked: [AgreementID], from vantage: Vantage, over range: ClosedRange<Day>,
        rules: Set<RuleName> = []
    ) async throws(DeedbookError) -> ConflictReport {
        let all = try await agreements(at: vantage.recordedAt)
        for agreement in asked where !all.contains(agreement) {
            throw .unknownAgreement(agreement, known: all)
        }
        // One agreement is held against the whole book; several, against each other. What vocabularies say of
        // names may stand in any agreement.
        var views: [AgreementView] = []
        var vocabularies: [AgreementView] = []
        for agreement in all {
            let view = try await view(of: agreement, from: vantage)
            if asked.count < 2 || asked.contains(agreement) {
                views.append(view)
            } else if !view.reading.state.scopes.isEmpty {
                vocabularies.append(view)
            }
        }
        return ConflictReport(
            views, asked: asked, over: range, rules: rules, vocabularies: vocabularies)
    }
}
