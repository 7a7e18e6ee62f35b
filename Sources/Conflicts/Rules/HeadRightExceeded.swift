import Amendments
import Ledger
import Terms

/// A right handed on that is wider or longer than the right it was made from.
///
/// Nobody gives what it does not have. Only rights whose products are named on both sides are compared:
/// else nothing says that the one was made from the other.
public struct HeadRightExceeded: ConflictRule {
    public let name = RuleName.headRightExceeded
    public let source = "film rights avails: a sale must be contained in the mandate (nemo dat)"
    public let summary = "a right handed on that is not contained in the right it was made from"

    public init() {}

    private static let kinds: Set<TermKind> = [.licenseGrant, .distribution]

    public func meetings(in scene: Scene) -> [Meeting] {
        let given = scene.holdings.filter {
            Self.kinds.contains($0.term.kind) && $0.isGranted(by: scene.party) == .overlap
        }
        return given.compactMap { sub in
            let live = heads(of: sub, among: scene.holdings, in: scene)
            let former = heads(of: sub, among: scene.former, in: scene)
            return meeting(of: sub, live: live, former: former, in: scene)
        }
    }

    private func heads(of sub: Holding, among all: [Holding], in scene: Scene) -> [Holding] {
        all.filter { head in
            guard Self.kinds.contains(head.term.kind), head.isGranted(to: scene.party) == .overlap,
                head.isGranted(by: scene.party) != .overlap,
                let proofs = Proofs(head, sub), case .known(let one) = proofs.mine.products,
                case .known(let other) = proofs.its.products, one != .all, other != .all
            else { return false }
            // A right given back to whom it came from is no right handed on.
            if let owner = proofs.mine.grantor.content, sub.isGranted(to: owner) != .disjoint {
                return false
            }
            return one.relation(to: other) == .overlapping
                && proofs.mine.act.relation(to: proofs.its.act) != .disjoint
        }
    }

    private func meeting(
        of sub: Holding, live: [Holding], former: [Holding], in scene: Scene
    ) -> Meeting? {
        if live.isEmpty {
            guard let last = former.max(by: { ($0.to ?? $0.from) < ($1.to ?? $1.from) }),
                last.to.map({ $0 > sub.liveSince }) ?? false || last.liveSince <= sub.liveSince
            else { return nil }
            let ended = last.to.map { "ended before \($0)" } ?? "ended"
            return found(
                sub, under: last,
                [
                    DimensionProof(
                        .interval, ended, "in force", .overlap,
                        "it outlives the right it was made from")
                ], in: scene)
        }
        let wanting = live.map { exceeded(by: sub, over: $0) }
        guard let best = wanting.indices.min(by: { wanting[$0].count < wanting[$1].count }),
            !wanting.contains(where: \.isEmpty)
        else { return nil }
        return found(sub, under: live[best], wanting[best], in: scene)
    }

    /// In what the right handed on goes beyond its head, or may.
    private func exceeded(by sub: Holding, over head: Holding) -> [DimensionProof] {
        guard let proofs = Proofs(head, sub) else { return [] }
        var found = Footprint.scopes.compactMap { dimension -> DimensionProof? in
            let (mine, its) = (proofs.mine.scope(dimension), proofs.its.scope(dimension))
            guard case .known(let one)? = mine, case .known(let other)? = its else {
                return DimensionProof(
                    dimension, Proofs.text(mine), Proofs.text(its), .unknown,
                    "whether it is contained is not known")
            }
            guard !one.contains(other) else { return nil }
            return DimensionProof(
                dimension, one.displayText, other.displayText, .overlap, "not contained")
        }
        if let exclusivity = exclusivityExceeded(proofs) { found.append(exclusivity) }
        if proofs.interval.result == .unknown { found.append(proofs.interval) }
        return found
    }

    /// Whether the right handed on shuts out more than its head does, or may; nil where it does not.
    private func exclusivityExceeded(_ proofs: Proofs) -> DimensionProof? {
        func proof(_ result: Overlap, _ why: String) -> DimensionProof {
            DimensionProof(
                .exclusivity, Proofs.text(proofs.mine.exclusivity),
                Proofs.text(proofs.its.exclusivity), result, why)
        }
        switch (proofs.mine.exclusivity.content, proofs.its.exclusivity.content) {
        case (_, .nonExclusive?), (.exclusive?, _), (.sole?, .sole?), (.sole?, .coExclusive?),
            (.coExclusive?, .coExclusive?), (.sole?, nil), (.coExclusive?, nil), (nil, nil):
            return nil
        case (.nonExclusive?, .exclusive?), (.nonExclusive?, .sole?):
            return proof(.overlap, "nobody can shut others out who is not alone")
        case (.sole?, .exclusive?):
            return proof(.overlap, "under a sole right the owner stays in")
        case (.coExclusive?, .exclusive?), (.coExclusive?, .sole?):
            return proof(.unknown, "who else holds the right it was made from is not told")
        case (.nonExclusive?, .coExclusive?):
            return proof(.unknown, "whom it shuts out depends on how many hold it")
        case (.nonExclusive?, nil):
            return proof(.unknown, "whether it shuts others out is not known")
        case (nil, .exclusive?), (nil, .sole?), (nil, .coExclusive?):
            return proof(
                .unknown, "whether the right it was made from shuts others out is not known")
        }
    }

    private func found(
        _ sub: Holding, under head: Holding, _ exceeded: [DimensionProof], in scene: Scene
    ) -> Meeting? {
        guard let proofs = Proofs(head, sub) else { return nil }
        // One dimension that is surely exceeded is enough; others that are not known add nothing.
        let certain = exceeded.filter { $0.result == .overlap }
        return Meeting(
            rule: name, sides: [head, sub],
            proofs: [proofs.act] + (certain.isEmpty ? exceeded : certain),
            resolution: Settlement.waiver(of: sub), partyInRisk: scene.party)
    }
}
