import Terms

/// What is paid for figures by how much of them there is, in numbers.
public struct TieredShare: Hashable, Sendable {
    /// The upper ends of all steps but the last, in the units of figures, from the lowest up.
    let ends: [Fraction]
    /// What is paid for one unit of a figure in each step.
    let shares: [Fraction]
    let applies: Tiers.Application
    let counted: Tiers.Counted
    /// What is counted, where that is not what is paid for; nil where it is.
    let by: String?

    /// The amount of all up to a number of units.
    private func total(_ count: Fraction) -> Fraction {
        switch applies {
        case .whole: return count * share(reaching: count)
        case .marginal:
            var (sum, start) = (Fraction.zero, Fraction.zero)
            for (index, share) in shares.enumerated() {
                let end = index < ends.count ? min(ends[index], count) : count
                guard end > start else { break }
                sum += (end - start) * share
                start = end
            }
            return sum
        }
    }

    private func share(reaching count: Fraction) -> Fraction {
        shares[ends.firstIndex { count <= $0 } ?? ends.count]
    }

    /// The amount of some more units.
    ///
    /// - Parameter before: how many were counted before them; where that is not known, the answer holds what every
    ///   such number gives.
    func accrued(_ more: Fraction, after before: Extent<Fraction>) -> Extent<Fraction> {
        if before.isExact { return Extent(total(before.low + more) - total(before.low)) }
        let most = before.high.map { $0 + more }
        // The steps that some of the units may lie in, and the ends that they may pass.
        let first = ends.firstIndex { before.low < $0 } ?? ends.count
        let last = most.flatMap { most in ends.firstIndex { most <= $0 } } ?? ends.count
        let reached = shares[first...max(first, last)]
        var (low, high) = (more * (reached.min() ?? .zero), more * (reached.max() ?? .zero))
        if applies == .whole {
            for index in first..<max(first, last) {
                let jump = ends[index] * (shares[index + 1] - shares[index])
                if jump < .zero { low += jump } else { high += jump }
            }
        }
        return Extent(low, high)
    }
}

extension TieredShare {
    /// What is owed on some money under steps that go by a count of something else.
    ///
    /// How the money of one figure falls on what is counted in it is not known: where that lies in several steps, the
    /// answer holds every way.
    ///
    /// - Parameters:
    ///   - more: how many are counted with it; nil where no figure says so.
    ///   - before: how many were counted before them.
    ///   - earlier: the money that was counted before, of which a rate of the whole takes or gives.
    func accrued(
        on money: Fraction, counting more: Fraction?, after before: Extent<Fraction>,
        _ earlier: Extent<Fraction>
    ) -> Extent<Fraction> {
        let after = more.map { before.plus(Extent($0)) } ?? Extent(before.low, nil)
        switch applies {
        case .marginal:
            let reached = shares[reachedSteps(from: before, to: after)]
            return Extent(
                money * (reached.min() ?? .zero), money * (reached.max() ?? .zero))
        case .whole:
            let now = shares[step(reaching: after.low)...step(reachingAtMost: after)]
            let then = shares[step(reaching: before.low)...step(reachingAtMost: before)]
            let changes = now.flatMap { now in then.map { now - $0 } }
            let (fall, rise) = (changes.min() ?? .zero, changes.max() ?? .zero)
            // What was counted before is counted anew at the rate that is reached.
            let least: Fraction? =
                fall < .zero ? earlier.high.map { $0 * fall } : earlier.low * fall
            let most: Fraction? = rise > .zero ? earlier.high.map { $0 * rise } : earlier.low * rise
            return Extent(
                least.map { money * (now.min() ?? .zero) + $0 } ?? .zero,
                most.map { money * (now.max() ?? .zero) + $0 })
        }
    }

    /// The steps in which what is counted from one number to another may lie.
    private func reachedSteps(
        from before: Extent<Fraction>, to after: Extent<Fraction>
    ) -> ClosedRange<Int> {
        let first = ends.firstIndex { before.low < $0 } ?? ends.count
        return first...max(first, step(reachingAtMost: after))
    }

    private func step(reaching count: Fraction) -> Int {
        ends.firstIndex { count <= $0 } ?? ends.count
    }

    private func step(reachingAtMost count: Extent<Fraction>) -> Int {
        count.high.map { step(reaching: $0) } ?? ends.count
    }
}

/// How many units of figures were counted so far.
struct FigureCount: Hashable {
    /// In the period.
    var inPeriod: Extent<Fraction>
    /// From the first day of the term's life on.
    var inAll: Extent<Fraction>

    subscript(counted: Tiers.Counted) -> Extent<Fraction> {
        switch counted {
        case .perPeriod: inPeriod
        case .aggregate: inAll
        }
    }

    /// - Parameter isCounted: not known where it is open whether the term holds for them.
    mutating func add(_ units: Fraction, isCounted: Truth) {
        let more: Extent<Fraction> =
            switch isCounted {
            case .yes: Extent(units)
            case .unknown: Extent(.zero, units)
            case .no: .zero
            }
        inPeriod = inPeriod.plus(more)
        inAll = inAll.plus(more)
    }
}
