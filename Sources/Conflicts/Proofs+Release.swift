import Amendments
import Terms

extension Proofs {
    /// How much of the ground that both sides take a release covers.
    enum Reach {
        case whole
        /// Something is surely left.
        case part
        case nothing
        case unknown(String)
    }

    /// How far a release of the first side reaches into what it has in common with the second.
    func reach(of release: Release) -> Reach {
        var open: [String] = []
        if case .waiver(let party, _) = release.manner {
            switch first.isGranted(to: party) {
            case .disjoint: return .nothing
            case .unknown: open.append("whether \(party) is the one protected is not known")
            case .overlap: break
            }
        }
        if !release.towards.isEmpty {
            switch isTowards(release.towards) {
            case .disjoint: return .nothing
            case .unknown: open.append("whether it is given towards this party is not known")
            case .overlap: break
            }
        }
        if let doubt = release.doubt { open.append(doubt) }
        var isPart = false
        for dimension in Footprint.scopes {
            switch cover(release.scope.tags(dimension), in: dimension) {
            case .nothing: return .nothing
            case .part: isPart = true
            case .unknown where release.scope.isEmpty:
                return .unknown(
                    "what it covers is stated in words alone, which settle nothing for certain")
            case .unknown: open.append("whether it covers these \(dimension.rawValue) is not known")
            case .whole: break
            }
        }
        if isPart { return .part }
        return open.first.map { .unknown($0) } ?? .whole
    }

    private func isTowards(_ parties: [PartyID]) -> Overlap {
        parties.map { second.isGranted(to: $0) }.reduce(.disjoint) { $0.or($1) }
    }

    /// How much of what both sides cover in a dimension lies in a scope; what nil covers is not known.
    private func cover(_ scope: TagSet?, in dimension: Dimension) -> ScopeVocabulary.Coverage {
        guard let scope else { return .unknown }
        let sides = [mine.scope(dimension)?.content, its.scope(dimension)?.content]
        let known = sides.compactMap(\.self)
        guard let one = known.first, let other = known.last else {
            return scope == .all ? .whole : .unknown
        }
        let coverage = vocabulary.covers(scope, one, other, in: Self.domain(of: dimension))
        // Of what one side alone states, only the whole and nothing are known.
        return known.count == 1 && coverage == .part ? .unknown : coverage
    }
}

extension ScopeExtent {
    func tags(_ dimension: Dimension) -> TagSet? {
        switch dimension {
        case .products: products
        case .fields: fields
        case .territories: territories
        case .channels: channels
        case .customers: customers
        case .grantor, .grantee, .act, .subject, .interval, .exclusivity, .limits, .exception,
            .waiver, .consent, .evidence, .process, .amount, .support, .value:
            nil
        }
    }
}
