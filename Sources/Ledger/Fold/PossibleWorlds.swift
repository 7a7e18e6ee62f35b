import Amendments
import Terms

/// One cell where some days are known only to a month, a year or a window: what may govern on which day.
///
/// A *world* gives every imprecise day one of its days. It is possible where
///
/// - an amendment falls on or after the day its term was added,
/// - what is stated for the same imprecise date falls in the parties' order, as it does on one exact day,
/// - what hangs on the same condition, or on the same words of one instrument, falls on one day,
/// - what `was` says is what governed just before the amendment.
///
/// Each possible world is folded like any cell; what governs on a day in one of them is a candidate of
/// that day, and nothing else is. Only the order of days counts, so days that no comparison distinguishes
/// stand for each other. Where even so there are too many worlds to look at, some candidates may be
/// listed that no possible world has; never is one left out.
struct PossibleWorlds {
    private let steps: [CellStep]
    private var variables: [Variable] = []
    /// Pairs of variables of which the second never falls before the first.
    private var sequences: [(earlier: Int, later: Int)] = []
    /// The days on which the answer may change, in order.
    private var days: [Int] = []
    private let fold: WorldFold

    /// One day that is not known exactly, or is, shared by all that falls on it.
    private struct Variable {
        let first: Int
        let sure: Int
        /// The steps that begin on it.
        var begins: [Int] = []
        /// The temporary steps that are over from it on.
        var ends: [Int] = []
        /// Days that stand for all others in between.
        var values: [Int] = []

        var isExact: Bool { first == sure }
    }

    /// How much is looked at before the answer is taken from a coarser rule.
    private static let limit = (steps: 64, worlds: 1_000, work: 500_000)

    init(of steps: [CellStep]) {
        self.steps = steps.sorted { $0.order < $1.order }
        fold = WorldFold(of: self.steps)
        gather()
        chooseDays()
        sequence()
    }

    var timeline: CellTimeline {
        let found = enumerated() ?? CoarseWorlds(of: steps).candidates(on: days)
        let ordered = steps.indices.sorted { isListed($0, before: $1) }
        var timeline = CellTimeline()
        for (day, governing) in zip(days, found) {
            let candidates = ordered.filter(governing.contains).map { steps[$0].assertion }
            timeline.set(
                (governing.contains(-1) ? [nil] : []) + candidates,
                on: DayRange(from: Day(number: day)))
        }
        return timeline
    }

    /// Standing steps stand in the order of their days, then the windows in the parties' order.
    private func isListed(_ lhs: Int, before rhs: Int) -> Bool {
        func key(_ index: Int) -> (Int, Int, Int) {
            let step = steps[index]
            return step.isStanding ? (0, step.begins.first.number, index) : (1, index, 0)
        }
        return key(lhs) < key(rhs)
    }
}

// What is not known, and which days it may be.
extension PossibleWorlds {
    /// What two imprecise days must have in common to be one day.
    private enum Identity: Hashable {
        case condition(ConditionID, DayWindow)
        case instrument(RecordingKey, DateBound)
        case own(Int, isEnd: Bool)
    }

    private mutating func gather() {
        var found: [Identity: Int] = [:]
        func identity(_ index: Int, isEnd: Bool) -> Identity {
            let assertion = steps[index].assertion
            let window = isEnd ? steps[index].ends : steps[index].begins
            if case .upon(let id)? = isEnd ? assertion.lasts : assertion.begins, let window {
                return .condition(id, window)
            }
            return isEnd
                ? .own(index, isEnd: true)
                : .instrument(assertion.event.recording.key, assertion.begins)
        }
        func variable(_ identity: Identity, _ window: DayWindow) -> Int {
            if let known = found[identity] { return known }
            variables.append(
                Variable(first: window.first.number, sure: window.sure.number))
            found[identity] = variables.count - 1
            return variables.count - 1
        }
        for (index, step) in steps.enumerated() {
            let begin = variable(identity(index, isEnd: false), step.begins)
            variables[begin].begins.append(index)
            guard let ends = step.ends else { continue }
            let end = variable(identity(index, isEnd: true), ends)
            variables[end].ends.append(index)
        }
    }

    /// Between two days that are stated, as many days stand for all as there are variables to be put in
    /// order there, on each side of a day that is asked about.
    private mutating func chooseDays() {
        let stated = Set(variables.flatMap { [$0.first, $0.sure] }).sorted()
        var chosen = Set(stated)
        var open = stated
        for (low, high) in zip(stated, stated.dropFirst()) where high - low > 1 {
            let count = variables.count { $0.first <= low && high <= $0.sure }
            guard count > 0 else { continue }
            if high - low - 1 <= 2 * count + 1 {
                chosen.formUnion(low + 1..<high)
                open += Array(low + 1..<high)
            } else {
                let near = Array(low + 1...low + count) + Array(high - count..<high)
                chosen.formUnion(near + [low + count + 1])
                open += near
            }
        }
        days = chosen.union([Day.first.number]).filter { $0 <= Day.last.number }.sorted()
        for index in variables.indices {
            let (first, sure) = (variables[index].first, variables[index].sure)
            variables[index].values = open.filter { first <= $0 && $0 <= sure }.sorted()
        }
    }

    /// Which variables cannot fall before which others.
    private mutating func sequence() {
        var begins: [Int: Int] = [:]
        for (number, variable) in variables.enumerated() {
            for index in variable.begins { begins[index] = number }
        }
        let additions = steps.indices.filter { steps[$0].assertion.event.addsTerms }
        for index in steps.indices {
            guard let own = begins[index] else { continue }
            if !steps[index].assertion.event.addsTerms,
                let addition = additions.last(where: { $0 < index }) ?? additions.first,
                let base = begins[addition]
            {
                keep(base, before: own)
            }
            for other in 0..<index
            where steps[other].begins == steps[index].begins && !steps[index].begins.isExact {
                if let base = begins[other] { keep(base, before: own) }
            }
        }
    }

    private mutating func keep(_ earlier: Int, before later: Int) {
        guard earlier != later, variables[later].sure >= variables[earlier].first,
            !sequences.contains(where: { $0.earlier == earlier && $0.later == later })
        else { return }
        sequences.append((earlier, later))
    }
}

// Every possible world, one after the other.
extension PossibleWorlds {
    /// The candidates of each day, by index, -1 for nothing; nil where there are too many worlds.
    private func enumerated() -> [Set<Int>]? {
        guard steps.count <= Self.limit.steps else { return nil }
        return enumerated(heedingWas: steps.contains { $0.assertion.was != nil })
    }

    private func enumerated(heedingWas: Bool) -> [Set<Int>]? {
        var search = Search(
            found: Array(repeating: [], count: days.count),
            begins: Array(repeating: 0, count: steps.count),
            ends: Array(repeating: nil, count: steps.count),
            values: Array(repeating: 0, count: variables.count),
            worlds: min(
                Self.limit.worlds, Self.limit.work / max(1, days.count * steps.count)),
            nodes: 20 * Self.limit.worlds, heedsWas: heedingWas)
        visit(0, &search)
        if search.isOver { return nil }
        // Where no world agrees with every `was`, they are no help.
        if search.found.allSatisfy(\.isEmpty), heedingWas { return enumerated(heedingWas: false) }
        return search.found.contains { $0.isEmpty } ? nil : search.found
    }

    private struct Search {
        var found: [Set<Int>]
        var begins: [Int]
        var ends: [Int?]
        var values: [Int]
        var worlds: Int
        var nodes: Int
        let heedsWas: Bool

        var isOver: Bool { worlds < 0 || nodes < 0 }
    }

    private func visit(_ number: Int, _ search: inout Search) {
        guard number < variables.count else {
            if search.heedsWas, !fold.agreesWithWas(search.begins, search.ends) { return }
            search.worlds -= 1
            for (index, day) in days.enumerated() where !search.isOver {
                search.found[index].insert(fold.winner(on: day, search.begins, search.ends))
            }
            return
        }
        for value in variables[number].values {
            search.nodes -= 1
            if search.isOver { return }
            search.values[number] = value
            let isInOrder = sequences.allSatisfy { earlier, later in
                guard max(earlier, later) == number else { return true }
                return search.values[earlier] <= search.values[later]
            }
            guard isInOrder else { continue }
            for index in variables[number].begins { search.begins[index] = value }
            for index in variables[number].ends { search.ends[index] = value }
            visit(number + 1, &search)
        }
    }
}

/// The fold of one world, where every day is a number; steps are numbered in the parties' order.
private struct WorldFold {
    private let isStanding: [Bool]
    private let isOnward: [Bool]
    private let values: [ValueState]
    private let was: [ValueState?]

    init(of steps: [CellStep]) {
        isStanding = steps.map(\.isStanding)
        isOnward = steps.map { $0.assertion.wipes != nil }
        values = steps.map { $0.assertion.value ?? ValueState.none }
        was = steps.map(\.assertion.was)
    }

    /// What governs on a day, by its number; -1 for nothing.
    ///
    /// - Parameter limit: leaves out every step that does not stand before that one.
    func winner(on day: Int, _ begins: [Int], _ ends: [Int?], before limit: Int? = nil) -> Int {
        func counts(_ index: Int) -> Bool {
            limit.map { (begins[index], index) < (begins[$0], $0) } ?? true
        }
        func isWiped(_ index: Int) -> Bool {
            isOnward.indices.contains { later in
                later > index && isOnward[later] && begins[index] > begins[later] && counts(later)
            }
        }
        var top = -1
        for index in isStanding.indices.reversed()
        where !isStanding[index] && begins[index] <= day && counts(index) {
            if isOpen(index, on: day, begins, ends, counts, isWiped) { return index }
        }
        for index in isStanding.indices
        where isStanding[index] && begins[index] <= day && counts(index) {
            if top >= 0, begins[top] > begins[index] { continue }
            if !isWiped(index) { top = index }
        }
        return top
    }

    /// Whether a window that has begun is not over: neither by its own end nor by a later step.
    private func isOpen(
        _ window: Int, on day: Int, _ begins: [Int], _ ends: [Int?], _ counts: (Int) -> Bool,
        _ isWiped: (Int) -> Bool
    ) -> Bool {
        if let end = ends[window], day >= end { return false }
        for later in isStanding.indices.dropFirst(window + 1)
        where isStanding[later] && begins[later] <= day && counts(later) {
            if begins[later] >= begins[window], !isWiped(later) { return false }
        }
        // An onward step wipes a window that would begin after it, and ends one that it falls in.
        return !isOnward.indices.contains { later in
            guard later > window, isOnward[later], counts(later) else { return false }
            return begins[later] < begins[window]
                ? ends[window].map { $0 > begins[later] } ?? true : begins[later] <= day
        }
    }

    /// Whether what every amendment says was there just before it is what governed then.
    func agreesWithWas(_ begins: [Int], _ ends: [Int?]) -> Bool {
        was.indices.allSatisfy { index in
            guard let expected = was[index] else { return true }
            let before = winner(on: begins[index], begins, ends, before: index)
            return (before < 0 ? ValueState.none : values[before]) == expected
        }
    }
}

extension RecordedEvent {
    /// Whether the event adds terms, so that what amends them cannot hold before it.
    fileprivate var addsTerms: Bool {
        event.payload is TermAdded || event.payload is AgreementRestated
    }
}
