public import Amendments
public import Ledger
public import Terms

/// The terms of every agreement that satisfy a predicate at a vantage, apart from those that may.
public struct Portfolio: Hashable, Sendable {
    /// What was asked, with what was added to it.
    public var predicate: TermPredicate
    /// As it was given.
    public var asked: TermPredicate
    public var vantage: Vantage
    /// The position the answer rests on.
    public var position: Position
    /// Known to satisfy it, by agreement, then term.
    public var matches: [HeldTerm]
    /// What is known leaves it open, by agreement, then term.
    public var possible: [Possible]

    /// A term that may satisfy a predicate.
    public struct Possible: Hashable, Sendable {
        public var term: HeldTerm
        public var doubts: [Doubt]
    }
}

/// A store that finds terms without reading events.
///
/// It counts everything disclosed, as its pieces do.
public protocol PortfolioStore: EventStore {
    /// Every term that satisfies a predicate or may, and possibly others, as known at a position.
    ///
    /// - Parameter position: nil for the head; one inside a recording reads what stood before it.
    /// - Returns: nil where the pieces do not reach the head, or the position lies beyond it: events must be
    ///   asked instead.
    func heldTerms(
        for predicate: TermPredicate, on day: Day, at position: Position?
    ) async throws(EventStoreError) -> HeldTerms?

    /// Makes the pieces again from the events, and puts them in the place of the old ones at once.
    ///
    /// - Parameter progress: is told how many agreements are done, of how many.
    /// - Returns: false where the task was cancelled, which leaves the old ones.
    func rebuildPieces(
        progress: @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws(EventStoreError) -> Bool
}

/// What a store found, and the position it found it at.
public struct HeldTerms: Sendable {
    public var position: Position
    public var terms: [HeldTerm]

    public init(position: Position, terms: [HeldTerm]) {
        self.position = position
        self.terms = terms
    }
}

extension Book {
    /// Finds the terms that satisfy a predicate: from pieces where the store keeps them and the vantage
    /// counts everything disclosed, else from the conformed copy of every agreement.
    public func find(
        _ predicate: TermPredicate, from vantage: Vantage
    ) async throws(LedgerError) -> Portfolio {
        guard vantage.disclosedBy == nil, let store = store as? any PortfolioStore else {
            return try await findByReading(predicate, from: vantage)
        }
        let held: HeldTerms?
        do throws(EventStoreError) {
            held = try await store.heldTerms(
                for: predicate.complete, on: vantage.on, at: vantage.recordedAt)
        } catch { throw .store(error) }
        guard let held else { return try await findByReading(predicate, from: vantage) }
        return Portfolio(predicate, from: vantage, at: held.position, among: held.terms)
    }

    /// Finds them by reading every event: what `find` answers too, slowly.
    public func findByReading(
        _ predicate: TermPredicate, from vantage: Vantage
    ) async throws(LedgerError) -> Portfolio {
        let position = try await resolve(vantage.recordedAt)
        var held: [HeldTerm] = []
        for agreement in try await head().versions.keys.sorted() {
            let copy = try await conformedCopy(of: agreement, from: vantage)
            held += copy.terms.map { HeldTerm($0, in: agreement) }
        }
        return Portfolio(predicate, from: vantage, at: position, among: held)
    }
}

extension Portfolio {
    /// Parts the terms into those that satisfy the predicate and those that may.
    public init(
        _ asked: TermPredicate, from vantage: Vantage, at position: Position, among held: [HeldTerm]
    ) {
        self.asked = asked
        predicate = asked.complete
        self.vantage = vantage
        self.position = position
        matches = []
        possible = []
        for term in held {
            switch predicate.verdict(on: term) {
            case .yes: matches.append(term)
            case .no:
                let doubts = predicate.conditionalDoubts(on: term)
                if !doubts.isEmpty { possible.append(Possible(term: term, doubts: doubts)) }
            case .maybe(let doubts): possible.append(Possible(term: term, doubts: doubts))
            }
        }
        matches.sort { $0.key < $1.key }
        possible.sort { $0.term.key < $1.term.key }
    }
}

extension HeldTerm {
    fileprivate var key: (AgreementID, TermID) { (agreement, identity) }
}
