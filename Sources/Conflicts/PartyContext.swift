import Amendments
import Ledger
public import Terms

/// The terms around one party on a run of days on which none of them changes.
public struct PartyContext: Sendable {
    /// The party that gives or is bound, seen from which the rules look.
    public let party: PartyID
    /// The first of the days.
    public let day: Day
    /// The terms in force, or perhaps in force.
    public let termPeriods: [TermPeriod]
    /// Every run of days of the terms around the party, and which of them are of terms that are over.
    let bucket: [TermPeriod]
    let gone: [TermPlace: [Int]]
    /// What is known of names.
    public let vocabulary: ScopeVocabulary

    /// Terms that were in force before and are not, run by run.
    var former: [TermPeriod] { gone.values.joined().sorted().map { bucket[$0] } }

    /// Whether two terms have to be looked at: one of them has begun or changed on the first of the days.
    func isNew(_ one: TermPeriod, _ other: TermPeriod) -> Bool {
        one.days.from == day || other.days.from == day
    }

    /// How two terms compare; nil when one of them takes no ground.
    func proofs(_ first: TermPeriod, _ second: TermPeriod) -> Proofs? {
        Proofs(first, second, vocabulary)
    }

    /// The kinds by which one party grants something to another or undertakes something to it.
    static let grantKinds: Set<TermKind> = [
        .licenseGrant, .distribution, .hostingProvider, .exclusivity,
    ]
    /// The kinds by which one party must do something for another.
    static let dutyKinds: Set<TermKind> = commitmentKinds.union([
        .primaryProvider, .firstAvailability,
    ])
    /// The kinds by which one party takes from the other what the other supplies.
    static let commitmentKinds: Set<TermKind> = [.minimumCommitment, .volumeCommitment]

    /// What the party grants, surely or perhaps: of a supply, what it supplies, and what it buys.
    var grants: [TermPeriod] {
        (termPeriods.filter { Self.grantKinds.contains($0.term.kind) } + supplies)
            .filter { $0.isGranted(by: party) != .no }
    }

    /// Every supply, from the side of either party.
    private var supplies: [TermPeriod] {
        let supplies = termPeriods.filter { $0.term.kind == .supply }
        return supplies + supplies.map(\.otherSide)
    }

    /// What the party buys under supplies, seen as given by it.
    var purchases: [TermPeriod] {
        termPeriods.filter { $0.term.kind == .supply }.map(\.otherSide)
            .filter { $0.isGranted(by: party) != .no }
    }

    /// The party's grants that exclude others, surely or perhaps.
    var exclusiveGrants: [TermPeriod] {
        grants.filter { $0.termScope?.exclusivity != .known(.nonExclusive) }
    }

    /// What the party has to supply, surely or perhaps, as others committed themselves to it.
    var supplied: [TermPeriod] {
        termPeriods.filter {
            Self.commitmentKinds.contains($0.term.kind) && $0.isGranted(to: party) != .no
        }.map(\.otherSide)
    }

    /// The terms of some kinds by which the party is bound, surely or perhaps.
    func bound(by kinds: Set<TermKind>) -> [TermPeriod] {
        termPeriods.filter {
            kinds.contains($0.term.kind) && $0.isGranted(by: party) != .no
        }
    }
}
