import Ledger
import Terms

extension PaymentSpan.Accrual {
    /// What tiers say on a day; nil where figures of that base, or in that currency, are not what they count.
    ///
    /// Where it is not stated what the steps are counted over, or what their rates apply to, it is one of the ways.
    init?(
        _ tiers: Tiers, _ base: String?, _ currency: Currency,
        _ knowledge: PaymentSpanReader.Knowledge
    ) {
        guard base == nil || tiers.base == base || tiers.by == base,
            tiers.currency.map({ $0 == currency }) ?? true,
            let shares = tiers.shares
        else { return nil }
        switch tiers.measure {
        case .time:
            let possible = shares[
                tiers.possibleSteps(on: knowledge.day, since: knowledge.beginning)]
            guard let low = possible.min(), let high = possible.max() else { return nil }
            self = .share(Extent(low, high))
        case .figures(let counted, let applies):
            guard let ends = tiers.ends else { return nil }
            let ways = (counted.map { [$0] } ?? Tiers.Counted.allCases).flatMap { counted in
                (applies.map { [$0] } ?? Tiers.Application.allCases).map { applies in
                    PaymentSpan.Accrual.tiers(
                        TieredShare(
                            ends: ends, shares: shares, applies: applies, counted: counted,
                            by: tiers.by))
                }
            }
            self = ways.count == 1 ? ways[0] : .oneOf(ways)
        }
    }
}

extension Tiers {
    /// What is paid for one unit of a figure in each step; nil where a price has more digits than are counted.
    fileprivate var shares: [Fraction]? {
        let shares = steps.compactMap { step -> Fraction? in
            switch step.price {
            case .rate(let rate): rate.share
            case .unitPrice(let price): MinorUnits.share(price)
            }
        }
        return shares.count == steps.count ? shares : nil
    }

    /// The upper ends in the units of figures; nil where one has more digits than are counted.
    fileprivate var ends: [Fraction]? {
        let ends = steps.dropLast().compactMap { step -> Fraction? in
            switch step.upTo {
            case .money(let money)?: MinorUnits.of(money).map { Fraction($0) }
            case .quantity(let number)?: MinorUnits.quantity(number).map { Fraction($0) }
            case .time?, nil: nil
            }
        }
        return ends.count == steps.count - 1 ? ends : nil
    }

    /// The steps by time that a day may lie in.
    fileprivate func possibleSteps(on day: Day, since beginning: DayWindow?) -> ClosedRange<Int> {
        guard let beginning else { return 0...steps.count - 1 }
        // The later it began, the earlier the step.
        let (first, last) = (
            step(on: day, since: beginning.sure), step(on: day, since: beginning.first)
        )
        return min(first, last)...last
    }

    private func step(on day: Day, since start: Day) -> Int {
        steps.firstIndex { step in
            guard case .time(let length)? = step.upTo else { return true }
            return day < length.reached(from: start)
        } ?? steps.count - 1
    }

    /// What is not stated of them; nil where nothing is missing.
    var openness: String? {
        guard case .figures(let counted, let applies) = measure else { return nil }
        let missing = [
            counted == nil ? "over what they are counted" : nil,
            applies == nil ? "whether a step's rate applies to all" : nil,
        ].compactMap(\.self)
        return missing.isEmpty ? nil : "\(missing.joined(separator: " and ")) is not stated"
    }
}
