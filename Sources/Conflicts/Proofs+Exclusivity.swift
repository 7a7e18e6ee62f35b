import Amendments
import Ledger
import Terms

// Whether a side excludes others, and whether its own exception leaves it binding.
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
        ofFirst coverage: Coverage<Exclusivity>, _ judge: (Exclusivity) -> Truth
    ) -> DimensionProof {
        let (result, why): (Truth, String)
        switch coverage {
        case .known(let word):
            result = judge(word)
            why =
                switch result {
                case .yes: "it keeps others out"
                case .no: "it does not keep this party out"
                case .unknown: "how many may hold it is not stated"
                }
        case .unknown(_, let reason): (result, why) = (.unknown, reason)
        }
        return DimensionProof(
            .exclusivity, Self.text(coverage), Self.text(its.exclusivity), result, why)
    }

    /// Whether the conditions under which either side does not bind leave both binding; of the first, as far as
    /// the settlement leaves that open.
    func exceptions(beside settlement: Settlement) -> [DimensionProof] {
        let isSaid = settlement.doubts.contains { $0.dimension == .exception }
        let own = settlement.resolution == nil && !isSaid ? Self.exception(of: first) : nil
        return [own, Self.exception(of: second)].compactMap(\.self)
    }

    /// What may come about, or has and may again, leaves open whether the term binds.
    private static func exception(of termPeriod: TermPeriod) -> DimensionProof? {
        guard let condition = termPeriod.exception else { return nil }
        func proof(_ result: Truth, _ why: String) -> DimensionProof {
            DimensionProof(.exception, "unless \(condition.id)", "", result, why)
        }
        switch condition.outcome {
        case .lapsed?, .waived?, .removed?: return proof(.yes, "\(condition.state): it binds")
        case .satisfied?, nil:
            if termPeriod.releases.contains(where: \.isException) {
                return proof(
                    .unknown, "it came about; nothing says whether it did for all of this")
            }
            if condition.outcome != nil {
                return proof(
                    .unknown, "it came about and is over; nothing says whether it did again")
            }
            let readings = condition.readings.count
            return readings > 1
                ? proof(
                    .unknown,
                    "nothing on record says that it came about, and it is read in \(readings) ways")
                : proof(.unknown, "nothing on record says whether it came about")
        }
    }
}
