import Amendments
import Ledger
import Terms

// Whether a side shuts others out, and whether its own exception leaves it binding.
extension Proofs {
    /// Whether the first side keeps a grantee such as the second out.
    var shutsOut: DimensionProof {
        exclusivity(ofFirst: mine.exclusivity) { $0.shutsOut }
    }

    /// Whether both sides keep other grantees out.
    var bothShutOut: DimensionProof {
        let results = [mine.exclusivity, its.exclusivity].map { $0.content?.shutsOut ?? .unknown }
        return DimensionProof(
            .exclusivity, Self.text(mine.exclusivity), Self.text(its.exclusivity), results.all(),
            "each is to be the only one")
    }

    func exclusivity(
        ofFirst coverage: Coverage<Exclusivity>, _ judge: (Exclusivity) -> Overlap
    ) -> DimensionProof {
        let (result, why): (Overlap, String)
        switch coverage {
        case .known(let word):
            result = judge(word)
            why =
                switch result {
                case .overlap: "it keeps others out"
                case .disjoint: "it does not keep this party out"
                case .unknown: "how many may hold it is not stated"
                }
        case .unknown(_, let reason): (result, why) = (.unknown, reason)
        }
        return DimensionProof(
            .exclusivity, Self.text(coverage), Self.text(its.exclusivity), result, why)
    }

    /// Whether the conditions under which either side does not bind leave both binding.
    var exceptions: [DimensionProof] {
        [first, second].compactMap(Self.exception)
    }

    private static func exception(of holding: Holding) -> DimensionProof? {
        guard let condition = holding.exception else { return nil }
        func proof(_ result: Overlap, _ why: String) -> DimensionProof {
            DimensionProof(.exception, "unless \(condition.id)", "", result, why)
        }
        switch condition.outcome {
        // How far it reaches is for the settlement to say.
        case .satisfied? where holding.releases.contains(where: \.isException): return nil
        case .satisfied?:
            return proof(.unknown, "it came about and is over; nothing says whether it did again")
        case .lapsed?, .waived?, .removed?: return proof(.overlap, "\(condition.state): it binds")
        case nil where condition.readings.count > 1:
            return proof(
                .unknown,
                "nothing on record says that it came about, and it is read in "
                    + "\(condition.readings.count) ways")
        case nil: return proof(.unknown, "nothing on record says whether it came about")
        }
    }
}
