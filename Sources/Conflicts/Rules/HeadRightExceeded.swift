import Amendments
import Ledger
import Terms

/// A right handed on that is wider or longer than the right it was made from.
///
/// No one gives what it does not have. That the one was made from the other, and from nothing else, no field
/// states: the grantor may hold more than is on record. So a finding is possible, never certain.
public struct HeadRightExceeded: ConflictRule {
    public let name = RuleName.headRightExceeded
    public let source = "film rights avails: a sale must be contained in the mandate (nemo dat)"
    public let summary = "a right handed on that is not contained in the right it was made from"

    public init() {}

    private static let kinds: Set<TermKind> = [.licenseGrant, .distribution]

    public func findings(in context: PartyContext) -> [Finding] {
        let given = context.termPeriods.filter {
            Self.kinds.contains($0.term.kind) && $0.isGranted(by: context.party) == .yes
        }
        guard !given.isEmpty else { return [] }
        let held = { (all: [TermPeriod]) in
            all.filter {
                Self.kinds.contains($0.term.kind) && $0.isGranted(to: context.party) == .yes
                    && $0.isGranted(by: context.party) != .yes
            }
        }
        let (live, former) = (held(context.termPeriods), held(context.former))
        guard !live.isEmpty || !former.isEmpty else { return [] }
        return given.compactMap { sub in
            let all = heads(of: sub, among: live, in: context)
            let ended = heads(of: sub, among: former, in: context)
            // Heads of the very products go before those that may have nothing to do with it.
            let near = all.filter(\.isNear)
            if !near.isEmpty { return exceeding(near + all.filter { !$0.isNear }) }
            let last = outlived(by: sub, ended.filter(\.isNear))
            return last ?? exceeding(all) ?? (all.isEmpty ? outlived(by: sub, ended) : nil)
        }
    }

    /// A right that another may have been made from.
    private struct Head {
        let proofs: Proofs
        /// Whether both surely name a product in common.
        let isNear: Bool

        /// The day on which the head's own run is over; where it is not, on which it began.
        var lastChange: Day { proofs.first.days.to ?? proofs.first.days.from }
    }

    private func heads(of sub: TermPeriod, among all: [TermPeriod], in context: PartyContext)
        -> [Head]
    {
        all.compactMap { head in
            guard let proofs = context.proofs(head, sub), proofs.act.result != .no,
                proofs.subject.result != .no
            else { return nil }
            // A right given back to whom it came from is no right handed on.
            if let owner = proofs.mine.grantor.content, sub.isGranted(to: owner.now) != .no {
                return nil
            }
            let products = proofs.scope(.products)
            guard products.result != .no else { return nil }
            let isNear =
                products.result == .yes && products.first != "all" && products.second != "all"
            return Head(proofs: proofs, isNear: isNear)
        }
    }

    private func exceeding(_ heads: [Head]) -> Finding? {
        let wanting = heads.map { exceeded($0.proofs) }
        guard let best = wanting.indices.min(by: { wanting[$0].count < wanting[$1].count }),
            !wanting.contains(where: \.isEmpty)
        else { return nil }
        return found(heads[best], wanting[best])
    }

    private func outlived(by sub: TermPeriod, _ former: [Head]) -> Finding? {
        let last = former.max { $0.lastChange < $1.lastChange }
        guard let last, let head = Optional(last.proofs.first),
            head.days.to.map({ $0 > sub.liveSince }) ?? false || head.liveSince <= sub.liveSince
        else { return nil }
        let ended = head.days.to.map { "ended before \($0)" } ?? "ended"
        let proof = DimensionProof(
            .interval, ended, "in force", .yes, "it outlives the right it was made from")
        return found(last, [proof])
    }

    /// In what the right handed on goes beyond its head, or may.
    private func exceeded(_ proofs: Proofs) -> [DimensionProof] {
        var found = TermScope.scopes.compactMap { exceeded(proofs, in: $0) }
        if let exclusivity = exclusivityExceeded(proofs) { found.append(exclusivity) }
        if proofs.interval.result == .unknown { found.append(proofs.interval) }
        return found
    }

    private func exceeded(_ proofs: Proofs, in dimension: Dimension) -> DimensionProof? {
        let (mine, its) = (proofs.mine.scope(dimension), proofs.its.scope(dimension))
        func proof(_ result: Truth, _ why: String) -> DimensionProof {
            DimensionProof(dimension, Proofs.text(mine), Proofs.text(its), result, why)
        }
        if mine == .known(.all) { return nil }
        guard case .known(let one)? = mine, case .known(let other)? = its else {
            return proof(.unknown, "whether it is contained is not known")
        }
        switch proofs.vocabulary.covers(one, other, other, in: Proofs.domain(of: dimension)) {
        case .whole: return nil
        case .part, .nothing: return proof(.yes, "not contained")
        case .unknown: return proof(.unknown, "nothing on record says that it is contained")
        }
    }

    /// Whether the right handed on excludes more than its head does, or may; nil where it does not.
    private func exclusivityExceeded(_ proofs: Proofs) -> DimensionProof? {
        func proof(_ result: Truth, _ why: String) -> DimensionProof {
            DimensionProof(
                .exclusivity, Proofs.text(proofs.mine.exclusivity),
                Proofs.text(proofs.its.exclusivity), result, why)
        }
        switch (proofs.mine.exclusivity.content, proofs.its.exclusivity.content) {
        case (_, .nonExclusive?), (.exclusive?, _), (.sole?, .sole?), (.sole?, .coExclusive?),
            (.coExclusive?, .coExclusive?):
            return nil
        case (.nonExclusive?, .exclusive?), (.nonExclusive?, .sole?):
            return proof(.yes, "one that is not the sole holder cannot exclude others")
        case (.sole?, .exclusive?):
            return proof(.yes, "under a sole right the owner stays in")
        case (.coExclusive?, .exclusive?), (.coExclusive?, .sole?):
            return proof(.unknown, "who else holds the right it was made from is not stated")
        case (.nonExclusive?, .coExclusive?):
            return proof(.unknown, "whom it excludes depends on how many hold it")
        case (.nonExclusive?, nil), (.sole?, nil), (.coExclusive?, nil):
            return proof(.unknown, "how far it excludes others is not known")
        case (nil, .exclusive?), (nil, .sole?), (nil, .coExclusive?), (nil, nil):
            return proof(
                .unknown, "whether the right it derives from excludes others is not known")
        }
    }

    private func found(_ head: Head, _ exceeded: [DimensionProof]) -> Finding? {
        // What is surely exceeded says it; others that are not known add nothing.
        let sure = exceeded.filter { $0.result == .yes }
        let proofs = head.proofs
        let source = DimensionProof(
            .support, "\(proofs.first.agreement) \(proofs.first.term.id)",
            "\(proofs.second.agreement) \(proofs.second.term.id)", .unknown,
            "no instrument says that the one was made from the other alone")
        return Finding(
            rule: name, sides: [proofs.first, proofs.second],
            proofs: [proofs.act, source] + (sure.isEmpty ? exceeded : sure)
                + Settlement.doubts(of: proofs.second),
            resolution: nil, partyInRisk: proofs.its.grantor.content?.now, isFaint: !head.isNear)
    }
}
