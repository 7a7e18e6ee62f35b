import Amendments
import Terms

/// Statements of one currency whose periods hang together by days that they share.
///
/// Nothing is known of a day's own amount but that it is nothing or more, and that the days of a period
/// add up to what is stated of it. So the amounts up to each day form a system of difference constraints,
/// whose least and greatest solutions are shortest paths (Bellman and Ford).
struct AccrualGroup: Sendable {
    let statements: [Accruals.Statement]
    /// The first day number; `Int.min` for none.
    let first: Int
    /// Days, by number, before which an amount is bounded, in order; the last is the end of all.
    private var cuts: [Int]
    private var least: [ExactDecimal]
    private var most: [ExactDecimal?]
    private let kind: Kind

    private enum Kind: Hashable {
        /// All statements are true together.
        case consistent
        case contradictory
        /// A period's days, or an amount, are not known: the statements bound little.
        case loose
    }

    struct Part {
        var least: ExactDecimal
        var most: ExactDecimal?
        var reasons: [AccrualReason]
    }

    /// - Parameter statements: in the order of their first days.
    static func groups(of statements: [Accruals.Statement]) -> [AccrualGroup] {
        var groups: [[Accruals.Statement]] = []
        var end = Int.min
        for statement in statements {
            if groups.isEmpty || statement.first >= end {
                groups.append([statement])
            } else {
                groups[groups.count - 1].append(statement)
            }
            end = max(end, statement.end)
        }
        return groups.map { AccrualGroup($0) }
    }

    private init(_ statements: [Accruals.Statement]) {
        self.statements = statements
        first = statements.map(\.first).min() ?? .min
        cuts = Set(statements.flatMap { [$0.first, $0.end] }).sorted()
        least = []
        most = []
        let isLoose = statements.contains { statement in
            statement.amount.map { $0.amount < ExactDecimal(0) && statements.count > 1 } ?? true
                || statement.isCut || (!statement.isPlaced && statements.count > 1)
        }
        guard !isLoose, let bounds = AccrualBounds(statements, cuts: cuts) else {
            kind = isLoose ? .loose : .contradictory
            return
        }
        kind = .consistent
        (least, most) = (bounds.least, bounds.most)
    }

    /// What accrued before a day, by number.
    func sum(by cut: Int) -> Part {
        switch kind {
        case .contradictory, .loose: return looseSum(by: cut)
        case .consistent: break
        }
        guard let before = cuts.lastIndex(where: { $0 <= cut }) else {
            return Part(least: ExactDecimal(0), most: ExactDecimal(0), reasons: [])
        }
        let after = cuts[before] == cut ? before : min(before + 1, cuts.count - 1)
        // A credit may have come before or after the day.
        var part = Part(least: least[before], most: most[after], reasons: [])
        if let most = part.most, most < part.least { (part.least, part.most) = (most, part.least) }
        if part.most != part.least { part.reasons = reasons(by: cut) }
        return part
    }

    /// One statement at least is true, and no amount counts that none states.
    private func looseSum(by cut: Int) -> Part {
        let zero = ExactDecimal(0)
        var ends: [(least: ExactDecimal, most: ExactDecimal?)] = []
        for statement in statements where statement.first < cut {
            guard let amount = statement.amount?.amount else {
                ends.append((zero, nil))
                continue
            }
            let isOver = statement.surelyOver <= cut && !statement.isCut
            ends.append((isOver ? amount : min(zero, amount), max(zero, amount)))
        }
        let credits = ends.map(\.least).filter { $0 < zero }
        let debts = ends.map(\.least).filter { $0 >= zero }
        // Statements that are not begun may be the true ones.
        let isWhole = ends.count == statements.count
        let sure =
            switch kind {
            case .contradictory: isWhole ? debts.min() ?? zero : zero
            case .consistent, .loose: debts.max() ?? zero
            }
        let least = credits.reduce(Optional(sure)) { sum, credit in
            sum.flatMap { $0.adding(credit) }
        }
        let most = ends.reduce(Optional(zero)) { sum, end in
            sum.flatMap { sum in end.most.flatMap { sum.adding($0) } }
        }
        return Part(
            least: least ?? zero, most: most, reasons: least == most ? [] : reasons(by: cut))
    }

    private func reasons(by cut: Int) -> [AccrualReason] {
        let begun = statements.filter { $0.first < cut }
        var reasons: [AccrualReason] = begun.compactMap { statement in
            statement.amount == nil
                ? .redacted(statement.period, statement.event.reference) : nil
        }
        reasons += begun.filter { !$0.isPlaced }.map { .uncertainPeriod($0.period) }
        if kind == .contradictory {
            return reasons + [.contradictory(Self.unique(statements.map(\.period)))]
        }
        reasons += begun.filter { $0.end > cut && $0.isPlaced }.compactMap { statement in
            statement.amount.map { .running(statement.period, $0) }
        }
        let crossing = begun.filter { one in
            begun.contains { other in
                (one.first < other.first && other.first < one.end && one.end < other.end)
                    || (other.first < one.first && one.first < other.end && other.end < one.end)
            }
        }
        if !crossing.isEmpty { reasons.append(.overlapping(Self.unique(crossing.map(\.period)))) }
        return reasons
    }

    private static func unique(_ periods: [DateRange]) -> [DateRange] {
        periods.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

/// The least and the most that may have accrued before each cut.
private struct AccrualBounds {
    private(set) var least: [ExactDecimal] = []
    private(set) var most: [ExactDecimal?] = []

    /// One bound: the amount before `to` is at most that before `from`, and `more`.
    private struct Edge {
        let from: Int
        let to: Int
        let more: ExactDecimal
    }

    /// Returns nil where the statements contradict each other, or have too many digits to add up.
    init?(_ statements: [Accruals.Statement], cuts: [Int]) {
        if statements.count == 1, let amount = statements.first?.amount?.amount {
            (least, most) = ([ExactDecimal(0), amount], [ExactDecimal(0), amount])
            return
        }
        let places = Dictionary(uniqueKeysWithValues: cuts.enumerated().map { ($1, $0) })
        var edges = (1..<cuts.count).map { Edge(from: $0, to: $0 - 1, more: ExactDecimal(0)) }
        for statement in statements {
            guard let amount = statement.amount?.amount, let from = places[statement.first],
                let to = places[statement.end]
            else { return nil }
            edges.append(Edge(from: from, to: to, more: amount))
            edges.append(Edge(from: to, to: from, more: -amount))
        }
        let back = edges.map { Edge(from: $0.to, to: $0.from, more: $0.more) }
        guard let up = Self.distances(edges, count: cuts.count),
            let down = Self.distances(back, count: cuts.count)
        else { return nil }
        most = up
        least = down.map { $0.map { -$0 } ?? ExactDecimal(0) }
    }

    /// How far each cut is from the first; nil for a circle that runs below nothing.
    private static func distances(_ edges: [Edge], count: Int) -> [ExactDecimal?]? {
        var distances = [ExactDecimal?](repeating: nil, count: count)
        distances[0] = ExactDecimal(0)
        // In both directions in turn, so that most systems settle in a few rounds.
        let turns = edges + edges.reversed()
        for _ in 0...count {
            var isSettled = true
            for edge in turns {
                guard let from = distances[edge.from] else { continue }
                guard let sum = from.adding(edge.more) else { return nil }
                if let known = distances[edge.to], known <= sum { continue }
                distances[edge.to] = sum
                isSettled = false
            }
            if isSettled { return distances }
        }
        return nil
    }
}
