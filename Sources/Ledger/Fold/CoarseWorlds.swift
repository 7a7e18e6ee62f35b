import Amendments
import Terms

/// What may govern on which day, by what is sure of two steps at a time.
///
/// Lists all that any possible world has, and now and then more: what is left out is overtaken in every
/// world. For cells with so many imprecise days that the worlds cannot be looked at one by one.
struct CoarseWorlds {
    /// In the parties' order.
    private let steps: [CellStep]
    private let isSurelyThere: [Bool]

    init(of steps: [CellStep]) {
        self.steps = steps
        isSurelyThere = steps.indices.map { index in
            !steps.indices.contains { $0 > index && steps[$0].assertion.wipes != nil }
        }
    }

    /// The candidates of each day, by index; -1 for nothing.
    func candidates(on days: [Int]) -> [Set<Int>] {
        days.map { candidates(on: Day(number: $0)) }
    }

    private func candidates(on day: Day) -> Set<Int> {
        let begun = steps.indices.filter { steps[$0].begins.first <= day }
        let open = begun.filter { isSurelyOpen($0, on: day) }
        var found = Set(
            begun.filter { index in
                if open.contains(where: { $0 > index }) { return false }
                return steps[index].isStanding
                    ? open.isEmpty && !isSurelyOvertaken(index, on: day) : mayBeOpen(index, on: day)
            })
        let isCovered = begun.contains {
            steps[$0].isStanding && isSurelyThere[$0] && steps[$0].begins.sure <= day
        }
        if !isCovered, open.isEmpty { found.insert(-1) }
        return found
    }

    /// Whether another standing step has surely begun by that day, and surely not before this one.
    private func isSurelyOvertaken(_ index: Int, on day: Day) -> Bool {
        steps.indices.contains { other in
            steps[other].isStanding && isSurelyThere[other] && steps[other].begins.sure <= day
                && surely(other, follows: index, by: day)
        }
    }

    private func surely(_ other: Int, follows index: Int, by day: Day) -> Bool {
        let (own, next) = (steps[index].begins, steps[other].begins)
        let last = min(own.sure, day)
        if other > index { return next.first >= last || own == next }
        return other < index && next.first > last
    }

    private func isSurelyOpen(_ window: Int, on day: Day) -> Bool {
        let step = steps[window]
        guard !step.isStanding, isSurelyThere[window], step.begins.sure <= day,
            step.ends.map({ day < $0.first }) ?? true
        else { return false }
        return !steps.indices.contains {
            $0 > window && steps[$0].isStanding && steps[$0].begins.first <= day
                && steps[$0].begins.sure >= step.begins.first
        }
    }

    private func mayBeOpen(_ window: Int, on day: Day) -> Bool {
        let step = steps[window]
        guard step.ends.map({ day < $0.sure }) ?? true else { return false }
        return !steps.indices.contains {
            $0 > window && steps[$0].isStanding && isSurelyThere[$0]
                && steps[$0].begins.sure <= day && surely($0, follows: window, by: day)
        }
    }
}
