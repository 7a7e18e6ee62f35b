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

    /// What accrued, all together and in each period stated.
    private struct Amounts {
        let sums: [AccruedSum]
        /// What is stated of single periods, where nothing contradicts it.
        let single: [Money]
        /// `aggregate`, `per-period`, or nil where the term does not say.
        let period: String?
        /// Whether the periods are counted anew by the term's own length.
        let isCounted: Bool

        init(_ term: ConformedTerm) {
            sums = term.accrued
            let contradicted = term.accrued.flatMap(\.reasons).flatMap { reason in
                if case .contradictory(let periods) = reason { periods } else { [DateRange]() }
            }
            single = term.remarks.compactMap { remark in
                guard case .accrued(let money, let period) = remark.content,
                    !remark.event.isRedacted, !contradicted.contains(period),
                    remark.event.recording.instrument.kind != .report,
                    !term.accrued.flatMap(\.reasons).contains(.running(period, money))
                else { return nil }
                return money
            }
            period = FieldReader(term: term).value(.capPeriod)?.content?.displayText
            isCounted = term.field(.per) != nil
        }

        var text: String {
            sums.map { $0.displayText + ($0.isReported ? " (with reports)" : "") }
                .joined(separator: ", ")
        }

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
            let (inAll, why) = total(against: cap)
            let overWhat = "over what time it counts is not stated"
            let (result, reason): (Overlap, String) =
                switch period {
                case "aggregate": (inAll, why)
                case "per-period" where isCounted && inAll != .disjoint: (.unknown, overWhat)
                case "per-period": (reachedOnce ? .overlap : .disjoint, why)
                case _ where reachedOnce && !isCounted: (.overlap, why)
                case _ where inAll == .overlap: (.unknown, overWhat)
                case _: (inAll, why)
                }
            guard result != .disjoint else { return nil }
            return DimensionProof(
                .amount, "cap: \(cap.displayText)", "accrued: \(text)", result,
                result == .overlap ? "the cap is reached" : reason)
        }

        /// Whether all that accrued comes to the cap, and why that is not known.
        private func total(against cap: Money) -> (Overlap, String) {
            let sums = sums.filter { $0.currency == cap.currency }
            if sums.contains(where: { !$0.isReported && $0.least.amount >= cap.amount }) {
                return (.overlap, "the cap is reached")
            }
            let mayReach = sums.filter { sum in
                // While a period runs, what it comes to is not yet held against the cap.
                let most = sum.isOnlyRunning ? sum.least : sum.most
                return most.map { $0.amount >= cap.amount } ?? true
            }
            guard let sum = mayReach.first else { return (.disjoint, "") }
            return (
                .unknown,
                sum.isReported
                    ? "the sum rests on reports" : "what accrued is known as a range only"
            )
        }
    }
}

extension AccruedSum {
    fileprivate var isOnlyRunning: Bool {
        !reasons.isEmpty
            && reasons.allSatisfy { if case .running = $0 { true } else { false } }
    }
}
