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
        guard settlement.resolution == nil else { return settlement }
        if let resolution = precedence(proofs.first, proofs.second)
            ?? laterAmendment(proofs.first, proofs.second)
        {
            settlement.resolution = resolution
        }
        return settlement
    }

    /// What releases the other side from the first.
    static func releases(of proofs: Proofs) -> Settlement {
        var settlement = Settlement()
        for release in proofs.first.releases {
            let proof = DimensionProof(release.dimension, release.displayText, "", .unknown, "")
            switch proofs.reach(of: release) {
            case .nothing: continue
            case .whole: return Settlement(resolution: release.resolution)
            case .part: settlement.notes.append("\(release.displayText): settles a part of it only")
            case .unknown(let why): settlement.doubts.append(proof.because(why))
            }
        }
        return settlement
    }

    /// What may release anybody from a term alone: that it does so wholly is never known.
    static func doubts(of holding: Holding) -> [DimensionProof] {
        holding.releases.map {
            DimensionProof(
                $0.dimension, $0.displayText, "", .unknown, "how far it reaches is not stated")
        }
    }

    /// A clause goes before the order of instruments: the parties chose it.
    private static func precedence(_ first: Holding, _ second: Holding) -> Resolution? {
        guard first.agreement == second.agreement else { return nil }
        let sides = Set([first.term.identity, second.term.identity])
        return first.precedences.first { Set([$0.prevails, $0.yields]) == sides }
            .map { .precedence(of: $0.prevails, $0.event) }
    }

    /// Lex posterior, inside one agreement only.
    private static func laterAmendment(_ first: Holding, _ second: Holding) -> Resolution? {
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

extension DimensionProof {
    fileprivate func because(_ why: String) -> DimensionProof {
        DimensionProof(dimension, first, second, result, why)
    }
}

extension Holding {
    /// The event that began the term's present life.
    fileprivate var maker: RecordedEvent? { term.field(.starts)?.governing ?? term.causes.first }
}
