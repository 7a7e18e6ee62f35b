import Amendments
import Ledger
import Terms

/// What accrued under a term has come to its cap: from there nothing more is owed.
public struct CapReached: ConflictRule {
    public let name = RuleName.capReached
    public let source = "a cap is an immunity above its amount (Hohfeld)"
    public let summary = "what accrued under a term has reached its cap"

    public init() {}

    public func meeting(of holding: Holding) -> Meeting? {
        guard let field = holding.term.field(.cap), !holding.term.accrued.isEmpty else {
            return nil
        }
        // A cap that may not exist is no cap to reach.
        if field.value == .none || field.value == .unknown { return nil }
        let amounts = Amounts(holding.term)
        let proof: DimensionProof
        switch FieldReader(term: holding.term).value(.cap) {
        case .known(.money(let cap))?:
            guard let known = amounts.proof(against: cap) else { return nil }
            proof = known
        case .unknown(let said, _)?:
            if case .between(.money(let low), .money(let high)) = field.value {
                guard let known = amounts.proof(from: low, to: high) else { return nil }
                return Meeting(rule: name, sides: [holding], proofs: [known])
            }
            proof = DimensionProof(
                .amount, "cap: \(said)", "accrued: \(amounts.text)", .unknown,
                "what the cap comes to is not known")
        case .known?, nil: return nil
        }
        return Meeting(rule: name, sides: [holding], proofs: [proof])
    }

    /// What accrued, all together and in each period told.
    private struct Amounts {
        let total: [Money]
        let single: [Money]
        /// `aggregate`, `per-period`, or nil where the term does not say.
        let period: String?

        init(_ term: ConformedTerm) {
            total = term.accrued
            single = term.remarks.compactMap { remark in
                guard case .accrued(let money, _) = remark.content else { return nil }
                return money
            }
            period = FieldReader(term: term).value(.capPeriod)?.content?.displayText
        }

        var text: String { total.map(\.displayText).joined(separator: ", ") }

        /// Reached for certain only at the highest that the cap may be.
        func proof(from low: Money, to high: Money) -> DimensionProof? {
            if let sure = proof(against: high), sure.result == .overlap { return sure }
            guard proof(against: low) != nil else { return nil }
            return DimensionProof(
                .amount, "cap: between \(low.displayText) and \(high.displayText)",
                "accrued: \(text)", .unknown, "what the cap comes to is not known")
        }

        func proof(against cap: Money) -> DimensionProof? {
            let reachedOnce = single.contains {
                $0.currency == cap.currency && $0.amount >= cap.amount
            }
            let reachedInAll = total.contains {
                $0.currency == cap.currency && $0.amount >= cap.amount
            }
            let result: Overlap
            switch period {
            case "aggregate": result = reachedInAll ? .overlap : .disjoint
            case "per-period": result = reachedOnce ? .overlap : .disjoint
            case _: result = reachedOnce ? .overlap : (reachedInAll ? .unknown : .disjoint)
            }
            guard result != .disjoint else { return nil }
            return DimensionProof(
                .amount, "cap: \(cap.displayText)", "accrued: \(text)", result,
                result == .overlap ? "the cap is reached" : "over what time it counts is not told")
        }
    }
}
