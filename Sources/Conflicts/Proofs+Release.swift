import Amendments
import Terms

// How far what releases others from the first side reaches into the ground that both sides take.
extension Proofs {
    /// A release that reaches into that ground, or may.
    struct Reach {
        let release: Release
        /// Why it may not hold towards the other side.
        let doubts: [String]
        /// Why it is not known how much it covers.
        let gaps: [String]
    }

    /// How far a release reaches; nil where it surely does not.
    func reach(of release: Release) -> Reach? {
        guard let doubts = doubts(of: release) else { return nil }
        var gaps: [String] = []
        for dimension in TermScope.scopes {
            switch cover(release.scope.tags(dimension), in: dimension) {
            case .nothing: return nil
            case .unknown: gaps.append("whether it covers these \(dimension.rawValue) is not known")
            case .whole, .part: break
            }
        }
        if release.scope.isEmpty {
            gaps = ["what it covers is stated in words alone, which settle nothing for certain"]
        }
        return Reach(release: release, doubts: doubts, gaps: gaps)
    }

    /// Why a release may not hold towards the other side; nil where it surely does not.
    private func doubts(of release: Release) -> [String]? {
        var doubts: [String] = []
        if case .waiver(let party, _) = release.manner {
            switch first.isGranted(to: party) {
            case .no: return nil
            case .unknown: doubts.append("whether \(party) is the one protected is not known")
            case .yes: break
            }
        }
        if !release.towards.isEmpty {
            switch isTowards(release.towards) {
            case .no: return nil
            case .unknown: doubts.append("whether it is given towards this party is not known")
            case .yes: break
            }
        }
        return doubts + [release.doubt].compactMap(\.self)
    }

    /// Who owes the first side is released by what is given towards it, no matter whom the other side is for.
    private func isTowards(_ parties: [PartyID]) -> Truth {
        parties.flatMap { [second.isGranted(to: $0), first.isGranted(by: $0)] }
            .reduce(.no) { $0.or($1) }
    }

    /// How much of what both sides cover in a dimension lies in a scope; what nil covers is not known.
    private func cover(_ scope: TagSet?, in dimension: Dimension) -> ScopeVocabulary.Coverage {
        guard let scope else { return .unknown }
        let known = known(in: dimension)
        guard let one = known.first, let other = known.last else {
            return scope == .all ? .whole : .unknown
        }
        let coverage = vocabulary.covers(scope, one, other, in: Self.domain(of: dimension))
        // Of what one side alone states, only the whole and nothing are known.
        return known.count == 1 && coverage == .part ? .unknown : coverage
    }

    /// What the sides state in a dimension, in names.
    private func known(in dimension: Dimension) -> [TagSet] {
        [mine.scope(dimension)?.content, its.scope(dimension)?.content].compactMap(\.self)
    }
}

extension Proofs {
    /// Whether anything of the common ground may lie outside all of some releases.
    func mayBeLeft(beside releases: [Release]) -> Bool {
        isLeft(beside: releases[...], [:]) { dimension, scopes in
            guard let scopes else { return true }
            return vocabulary.mayLie(
                in: known(in: dimension), outside: scopes, domain: Self.domain(of: dimension))
        }
    }

    /// Whether something of it surely does.
    func isSurelyLeft(beside releases: [Release]) -> Bool {
        isLeft(beside: releases[...], [:]) { dimension, scopes in
            let known = known(in: dimension)
            guard let scopes, known.count == 2 else { return false }
            return vocabulary.surelyLies(
                in: known, outside: scopes, domain: Self.domain(of: dimension))
        }
    }

    /// What is outside all of them is outside each in one dimension at least: every choice of dimensions is
    /// tried until one leaves something in all of them.
    ///
    /// - Parameters:
    ///   - chosen: the scopes that it is outside of so far, by dimension.
    ///   - leaves: whether a dimension leaves anything outside some scopes, nil standing for one that is not
    ///     stated.
    private func isLeft(
        beside releases: ArraySlice<Release>, _ chosen: [Dimension: [TagSet]],
        _ leaves: (Dimension, [TagSet]?) -> Bool
    ) -> Bool {
        guard let release = releases.first else { return true }
        let rest = releases.dropFirst()
        func isOutside(_ dimension: Dimension) -> Bool {
            release.scope.tags(dimension).map { chosen[dimension]?.contains($0) ?? false } ?? false
        }
        if TermScope.scopes.contains(where: isOutside) {
            return isLeft(beside: rest, chosen, leaves)
        }
        return TermScope.scopes.contains { dimension in
            guard let scope = release.scope.tags(dimension) else {
                return leaves(dimension, nil) && isLeft(beside: rest, chosen, leaves)
            }
            let scopes = (chosen[dimension] ?? []) + [scope]
            guard leaves(dimension, scopes) else { return false }
            return isLeft(
                beside: rest, chosen.merging([dimension: scopes]) { $1 }, leaves)
        }
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
