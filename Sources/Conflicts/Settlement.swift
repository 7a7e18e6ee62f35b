import Amendments
import Ledger
import Terms

/// What becomes of a conflict by what the parties said since: a waiver by whom a term protects, the term's own
/// exception, a clause on precedence, or a later instrument, the last two of the same agreement.
///
/// A release settles what it surely covers, and nothing else. Where that is not known it makes the conflict
/// possible at most; where something is surely left, the conflict stands for the rest.
struct Settlement {
    var resolution: Resolution?
    /// What is not known of releases, as open dimensions.
    var doubts: [DimensionProof] = []
    var notes: [String] = []

    static let none = Settlement()

    /// What the protected side gave up towards the other, and what goes before both.
    static func of(_ proofs: Proofs) -> Settlement {
        var settlement = releases(of: proofs)
        settlement.settle(
            precedence(proofs.first, proofs.second) ?? laterAmendment(proofs.first, proofs.second))
        return settlement
    }

    /// Takes what releases the first side from the second, where that leaves nothing to collide with: a duty that is
    /// given up.
    mutating func release(fromSecondOf proofs: Proofs) {
        guard resolution == nil, let reversed = proofs.reversed else { return }
        let other = Settlement.releases(of: reversed)
        resolution = other.resolution
        doubts += other.doubts
        notes += other.notes
    }

    /// What releases the other side from the first: all that surely holds, together.
    static func releases(of proofs: Proofs) -> Settlement {
        let reaches = proofs.first.releases.compactMap(proofs.reach)
        let sure = reaches.filter(\.doubts.isEmpty).map(\.release)
        if !sure.isEmpty, !proofs.mayBeLeft(beside: sure) {
            return Settlement(resolution: .together(needed(of: sure, proofs).map(\.resolution)))
        }
        if proofs.isSurelyLeft(beside: reaches.map(\.release)) {
            return Settlement(
                notes: reaches.map {
                    "\($0.release.displayText): settles a part of it only"
                })
        }
        return Settlement(doubts: reaches.compactMap { doubt(about: $0, among: reaches) })
    }

    /// Of releases that cover the ground together, those without which they do not.
    private static func needed(of releases: [Release], _ proofs: Proofs) -> [Release] {
        releases.reduce(releases) { needed, release in
            let others = needed.filter { $0 != release }
            return others.isEmpty || proofs.mayBeLeft(beside: others) ? needed : others
        }
    }

    /// Why one release settles nothing for certain; nil where others alone leave that open.
    private static func doubt(
        about reach: Proofs.Reach, among all: [Proofs.Reach]
    ) -> DimensionProof? {
        let isOpen = { (reach: Proofs.Reach) in !reach.doubts.isEmpty || !reach.gaps.isEmpty }
        guard
            let why = reach.doubts.first ?? reach.gaps.first
                ?? (all.contains(where: isOpen) ? nil : "whether it covers all is not known")
        else { return nil }
        return DimensionProof(
            reach.release.dimension, reach.release.displayText, "", .unknown, why)
    }

    /// Takes a settlement by another event, where an instrument states it and nothing else settles it.
    mutating func settle(_ other: Resolution?) {
        guard resolution == nil, let other else { return }
        if let why = other.events.compactMap(\.evidenceDoubt).first {
            doubts.append(
                DimensionProof(
                    .evidence, other.events.map(\.recording.key.text).joined(separator: ", "), "",
                    .unknown, "what would settle it is \(why)"))
        } else {
            resolution = other
        }
    }

    /// What may release anybody from a term alone: that it does so wholly is never known.
    static func doubts(of termPeriod: TermPeriod) -> [DimensionProof] {
        termPeriod.releases.map {
            DimensionProof(
                $0.dimension, $0.displayText, "", .unknown, "how far it reaches is not stated")
        }
    }

    /// A clause goes before the order of instruments: the parties chose it.
    private static func precedence(_ first: TermPeriod, _ second: TermPeriod) -> Resolution? {
        guard first.agreement == second.agreement else { return nil }
        let sides = Set([first.term.identity, second.term.identity])
        return first.precedences.first { Set([$0.prevails, $0.yields]) == sides }
            .map { .precedence(of: $0.prevails, $0.event) }
    }

    /// Lex posterior, inside one agreement only.
    private static func laterAmendment(_ first: TermPeriod, _ second: TermPeriod) -> Resolution? {
        guard first.agreement == second.agreement, let one = first.maker, let other = second.maker,
            one.recording.key != other.recording.key
        else { return nil }
        let later = first.liveSince > second.liveSince ? one : other
        return .laterAmendment(later)
    }
}

extension Release {
    fileprivate var resolution: Resolution {
        let reach = scope.displayText
        switch manner {
        case .waiver(let party, let extent):
            return .waiver(by: party, extent: reach.isEmpty ? extent : "\(extent); \(reach)", event)
        case .exception(let condition): return .exception(condition, [event])
        }
    }
}

extension TermPeriod {
    /// The event that began the term's present life.
    fileprivate var maker: RecordedEvent? { term.field(.starts)?.governing ?? term.causes.first }
}
