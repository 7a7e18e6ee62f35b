import Amendments
import Ledger
import Terms

/// Shares of one thing that exceed all of it.
///
/// Only shares of the same base, in the same words, are added up: shares of revenue and royalties by who
/// pays, stakes by whose shares they are, requirements by who buys. What is not known adds nothing, so it cannot make a finding. Words
/// alone prove no base: a finding is certain only where the base is a name that a vocabulary defines. A rate
/// that alone is above 100 %, as in cost-plus, shows that its base is a measure and not a whole that is shared
/// out: no sum can exceed it.
///
/// Shares of what surely has nothing in common, such as sales of two territories, are not added up. Where one states what
/// it covers and another does not, or nothing relates the names, they are perhaps.
///
/// One stake may be recited in many agreements: of shares that one party may hold all, the largest alone counts
/// for certain. Stakes that are stated as of several days may never have been held together.
public struct CapacityExceeded: ConflictRule {
    public let name = RuleName.capacityExceeded
    public let source = "arithmetic: parts of one base cannot exceed it"
    public let summary = "shares of one base that add up to more than 100 %"

    public init() {}

    private static let kinds: Set<TermKind> = [.revenueShare, .royalty, .equityStake]

    public func findings(in context: PartyContext) -> [Finding] {
        var bases: [String: [(TermPeriod, Part)]] = [:]
        for termPeriod in context.bound(by: Self.kinds) + context.purchases
        where termPeriod.isGranted(by: context.party) == .yes {
            guard let part = Part(termPeriod) else { continue }
            bases[part.base, default: []].append((termPeriod, part))
        }
        return bases.sorted { $0.key < $1.key }.flatMap { base, parts in
            together(parts, in: context).compactMap { finding(of: $0, base: base, in: context) }
        }
    }

    private func finding(
        of parts: [(TermPeriod, Part)], base: String, in context: PartyContext
    ) -> Finding? {
        let sum = parts.reduce(.zero) { $0 + $1.1.most }
        let isMeasure = parts.contains { $0.1.least > .one }
        guard sum > .one, parts.count > 1, !isMeasure else { return nil }
        let sure = surely(parts)
        let texts = parts.map { $0.1.text }.joined(separator: " + ")
        let isMore = sure > .one
        let proof = DimensionProof(
            .amount, texts, "of \(base)", isMore ? .yes : .unknown,
            isMore
                ? "together more than 100 %"
                : "more than 100 % if none is stated twice, and what is reported or between holds")
        let termScopes = parts.compactMap(\.0.termScope)
        let isLive = termScopes.allSatisfy { $0.interval == .known(true) }
        let interval = DimensionProof(
            .interval, "in force", "", isLive ? .yes : .unknown, "on these days")
        let doubt = termScopes.compactMap(\.doubt).first
        let evidence = DimensionProof(
            .evidence, doubt == nil ? "instruments" : "not instruments alone", "",
            doubt == nil ? .yes : .unknown, doubt ?? "instruments state each")
        let limits = termScopes.compactMap(\.limits)
        let narrowed = DimensionProof(
            .limits, limits.first ?? "none", "", limits.isEmpty ? .yes : .unknown,
            limits.isEmpty ? "none is narrowed in words" : FieldReader.inWords)
        return Finding(
            rule: name, sides: parts.map(\.0),
            proofs: [proof, oneBase(base, of: parts, in: context), interval, narrowed, evidence]
                + [commonGround(parts, in: context)].compactMap(\.self)
                + parts.flatMap { Settlement.doubts(of: $0.0) },
            partyInRisk: context.party)
    }

    /// The shares in groups that have nothing in common with each other: in a group each may meet another.
    private func together(
        _ parts: [(TermPeriod, Part)], in context: PartyContext
    ) -> [[(TermPeriod, Part)]] {
        parts.reduce(into: []) { groups, part in
            var (far, joined) = ([[(TermPeriod, Part)]](), [(TermPeriod, Part)]())
            for group in groups {
                let isNear = group.contains { ground($0.0, part.0, in: context).result != .no }
                if isNear { joined += group } else { far.append(group) }
            }
            groups = far + [joined + [part]]
        }
    }

    /// Whether both are shares of something in common, by what either states that it covers.
    private func ground(_ one: TermPeriod, _ other: TermPeriod, in context: PartyContext)
        -> DimensionProof
    {
        context.proofs(one, other)?.statedScope
            ?? DimensionProof(.products, "all", "all", .yes, "neither is limited")
    }

    /// The one comparison of what they cover that leaves it open whether all have something in common.
    private func commonGround(_ parts: [(TermPeriod, Part)], in context: PartyContext)
        -> DimensionProof?
    {
        for (index, part) in parts.enumerated() {
            for other in parts[(index + 1)...] {
                let proof = ground(part.0, other.0, in: context)
                if proof.result == .yes { continue }
                return DimensionProof(
                    proof.dimension, proof.first, proof.second, .unknown,
                    proof.result == .no
                        ? "some of them have nothing in common" : proof.why)
            }
        }
        return nil
    }

    /// The least that the sum of the shares can be.
    private func surely(_ parts: [(TermPeriod, Part)]) -> Fraction {
        let certain = parts.filter(\.1.isCertain).sorted { $0.1.least > $1.1.least }
        let apart = certain.reduce(into: [(TermPeriod, Part)]()) { apart, part in
            if apart.allSatisfy({ $0.0.isHeldApart(from: part.0) }) { apart.append(part) }
        }
        return apart.reduce(.zero) { $0 + $1.1.least }
    }

    /// Whether all are shares of one thing, counted in one way.
    private func oneBase(
        _ base: String, of parts: [(TermPeriod, Part)], in context: PartyContext
    ) -> DimensionProof {
        let isNamed = Tag(base).map(context.vocabulary.defines) ?? false
        if Set(parts.compactMap(\.1.asOf)).count > 1 {
            return DimensionProof(
                .subject, base, "", .unknown, "the stakes are stated as of several days")
        }
        let ways = parts.map { FieldReader(term: $0.0.term).value(.basis) }
        let isOneWay = ways.allSatisfy { $0 == nil || $0?.content != nil } && Set(ways).count == 1
        let why =
            isNamed
            ? isOneWay
                ? "a name that a vocabulary defines"
                : "whether they are counted in one way is stated in words alone"
            : FieldReader.inWords
        return DimensionProof(
            .subject, base, "", isNamed && isOneWay ? .yes : .unknown, why)
    }

    /// One share, as far as it is known.
    private struct Part {
        let base: String
        let least: Fraction
        let most: Fraction
        /// False for a share that is only reported or contested.
        let isCertain: Bool
        /// When it is stated to be so, of a stake; nil for a share that is owed.
        let asOf: DateBound?
        let text: String

        init?(_ termPeriod: TermPeriod) {
            let name: FieldName =
                switch termPeriod.term.kind {
                case .equityStake: .percentage
                case .supply: .requirements
                case _: .rate
                }
            guard let field = termPeriod.term.field(name), !field.isIndeterminate else {
                return nil
            }
            let state = field.referred ?? field.value
            guard case .rate(let low)? = state.ends?.low, case .rate(let high)? = state.ends?.high,
                low.base == high.base
            else { return nil }
            (base, least, most) = (low.base, low.share, high.share)
            isCertain = !field.isReported && !field.isContested
            asOf = termPeriod.term.kind == .equityStake ? field.governing.effective : nil
            text = state.displayText
        }
    }
}

extension TermPeriod {
    /// Whether it is surely given to another party than a second one: one party may be meant twice.
    fileprivate func isHeldApart(from other: TermPeriod) -> Bool {
        guard let one = termScope?.grantee.content, let two = other.termScope?.grantee.content
        else { return false }
        return one.isSame(as: two) == .no
    }
}
