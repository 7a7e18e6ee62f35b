public import Amendments
public import EventStore
public import Ledger
public import Terms

/// The terms of every agreement that satisfy a predicate at a vantage, apart from those that may.
public struct Portfolio: Hashable, Sendable {
    /// What was asked, with what was added to it.
    public var predicate: TermPredicate
    /// As it was given.
    public var asked: TermPredicate
    public var vantage: Vantage
    /// True where each agreement was asked about the day that is today in its own zone, which may be the day before
    /// that of the vantage, or the day after.
    public var isOfToday = false
    /// The position the answer rests on.
    public var position: Position
    /// Known to satisfy it, by agreement, then term.
    public var matches: [KnownTerm]
    /// What is known leaves it open, by agreement, then term.
    public var possible: [Possible]
    /// The instruments that may have changed terms by then or added some, and were not read, of the agreements that the
    /// answer covers: by them a term that does not match may match, or one that is not on record. By agreement, then in
    /// the parties' order.
    public var notRead: [NotRead] = []

    /// An instrument that is known of and was not read.
    public struct NotRead: Hashable, Sendable {
        public var agreement: AgreementID
        public var event: EventReference

        package init(_ agreement: AgreementID, _ event: EventReference) {
            self.agreement = agreement
            self.event = event
        }
    }

    /// The agreements that the answer covers: those that the predicate names, else those of which a term matches or may.
    package var covered: Set<AgreementID> {
        predicate.agreements
            ?? Set(matches.map(\.agreement)).union(possible.map(\.term.agreement))
    }

    /// A term that may satisfy a predicate.
    public struct Possible: Hashable, Sendable {
        public var term: KnownTerm
        public var doubts: [Doubt]
    }
}

/// A store that finds terms without reading events.
///
/// It counts all disclosures, as its pieces do.
public protocol PortfolioStore: EventStore {
    /// Every term that satisfies a predicate or may, and possibly others, as known at a position.
    ///
    /// - Parameters:
    ///   - predicate: what a term has to satisfy.
    ///   - day: the day whose terms are asked for.
    ///   - position: nil for the head; one inside a recording reads what stood before it.
    /// - Returns: nil where the pieces do not reach the head, or the position lies beyond it: events must be
    ///   asked instead.
    func knownTerms(
        for predicate: TermPredicate, on day: Day, at position: Position?
    ) async throws(DeedbookError) -> KnownTerms?
}

/// What a store found, and the position it found it at.
public struct KnownTerms: Sendable {
    public var position: Position
    public var terms: [KnownTerm]

    public init(position: Position, terms: [KnownTerm]) {
        self.position = position
        self.terms = terms
    }
}

extension Portfolio {
    /// Parts the terms into those that satisfy the predicate and those that may.
    ///
    /// - Parameter bounds: how agreements read dates and conditions, as far as that is known.
    package init(
        _ asked: TermPredicate, from vantage: Vantage, at position: Position,
        among held: [KnownTerm], bounds: [AgreementID: BoundReader] = [:]
    ) {
        self.asked = asked
        predicate = asked.complete
        self.vantage = vantage
        self.position = position
        matches = []
        possible = []
        for term in held.map(asked.withOccurrences) {
            switch predicate.verdict(on: term, bounds: bounds[term.agreement]) {
            case .yes: matches.append(term)
            case .no:
                let doubts = predicate.conditionalDoubts(
                    on: term, bounds: bounds[term.agreement])
                if !doubts.isEmpty { possible.append(Possible(term: term, doubts: doubts)) }
            case .maybe(let doubts): possible.append(Possible(term: term, doubts: doubts))
            }
        }
        sort()
    }

    /// Moves matches of which something makes it doubtful that they are any to those that may be.
    ///
    /// - Parameter reasons: why fields of a term may read otherwise than the record has them; none for a term of which
    ///   they surely do not.
    package mutating func doubt(_ reasons: (KnownTerm) -> [(FieldName, String)]) {
        var sure: [KnownTerm] = []
        for term in matches {
            let doubts = reasons(term).map { Doubt($0.0, $0.1) }
            if doubts.isEmpty {
                sure.append(term)
            } else {
                possible.append(Possible(term: term, doubts: doubts))
            }
        }
        matches = sure
        sort()
    }

    /// By agreement, then term.
    mutating func sort() {
        matches.sort { $0.key < $1.key }
        possible.sort { $0.term.key < $1.term.key }
    }
}

extension KnownTerm {
    fileprivate var key: (AgreementID, TermID) { (agreement, identity) }
}
