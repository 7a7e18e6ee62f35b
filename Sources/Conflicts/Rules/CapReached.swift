import Amendments
import Ledger
import Terms

/// What accrued under a term has reached its cap: from there nothing more is owed.
///
/// Certain where it is so by what is surely known alone: amounts and caps that instruments state, for days that
/// are not approximate.
public struct CapReached: ConflictRule {
    public let name = RuleName.capReached
    public let source = "a cap is an immunity above its amount (Hohfeld)"
    public let summary = "what accrued under a term has reached its cap"

    public init() {}

    public func finding(of termPeriod: TermPeriod, in runs: [TermPeriod]) -> Finding? {
        guard !termPeriod.term.accrued.isEmpty else { return nil }
        let found = Cap.all(of: termPeriod).compactMap { finding(of: termPeriod, in: runs, at: $0) }
        return found.first { $0.certainty == .certain } ?? found.first
    }

    private func finding(of termPeriod: TermPeriod, in runs: [TermPeriod], at cap: Cap) -> Finding?
    {
        let stated = CapAccount(
            cap, of: termPeriod, in: runs, accrued: Accrued(statedOf: termPeriod))
        let (result, why) = stated.isReached
        guard result != .no else { return nil }
        let amount = DimensionProof(
            .amount, "\(cap.label): \(cap.text)",
            "accrued: \(Self.text(of: termPeriod.term.accrued))",
            result,
            why)
        let sure = CapAccount(cap, of: termPeriod, in: runs, accrued: Accrued(sureOf: termPeriod))
        let doubts =
            sure.isReached.0 == .yes
            ? [] : doubts(of: [cap] + runs.flatMap(Cap.all), and: termPeriod)
        return Finding(
            rule: name, sides: [termPeriod],
            proofs: [amount] + doubts + narrowing(of: termPeriod)
                + Settlement.doubts(of: termPeriod)
                + cap.openings.map {
                    DimensionProof(.amount, "\(cap.label): \(cap.text)", "", .unknown, $0)
                })
    }

    private static func text(of sums: [AccruedSum]) -> String {
        sums.map { $0.displayText + ($0.isReported ? " (with reports)" : "") }
            .joined(separator: ", ")
    }

    /// Why what is stated of caps and of what accrued is not surely known.
    private func doubts(of caps: [Cap], and termPeriod: TermPeriod) -> [DimensionProof] {
        let statements = Accrued(statedOf: termPeriod).statements
        let evidence = (caps.map(\.doubt) + statements.map(\.doubt)).compactMap(\.self).first
        let period = statements.map(\.period).first { !$0.isPlaced }
        return [
            evidence.map {
                DimensionProof(.evidence, "not instruments alone", "", .unknown, $0)
            },
            period.map {
                DimensionProof(
                    .interval, "period \($0)", "", .unknown,
                    "its days are stated as approximate or uncertain, or not at all")
            },
        ].compactMap(\.self)
    }

    private func narrowing(of termPeriod: TermPeriod) -> [DimensionProof] {
        [termPeriod.termScope?.limits].compactMap(\.self).map {
            DimensionProof(.limits, $0, "", .unknown, FieldReader.inWords)
        }
    }
}

extension Cap {
    fileprivate var label: String {
        switch source {
        case .field: "cap"
        case .term(let id): "cap \(id)"
        }
    }
}

/// What accrued under a term by the end of a run of days.
private struct Accrued {
    let sums: [AccruedSum]
    /// What is stated of single periods that are over, where nothing contradicts it.
    let statements: [Statement]
    /// Whether nothing counts but what is surely known.
    let isSure: Bool

    struct Statement {
        let amount: Money
        let period: DateRange
        let doubt: String?
    }

    init(statedOf termPeriod: TermPeriod) {
        isSure = false
        sums = termPeriod.term.accrued
        let reasons = sums.flatMap(\.reasons)
        let contradicted = reasons.flatMap { reason in
            if case .contradictory(let periods) = reason { periods } else { [DateRange]() }
        }
        statements = termPeriod.term.remarks.compactMap { remark in
            guard case .accrued(let money, let period) = remark.content,
                !remark.event.isRedacted, !contradicted.contains(period),
                remark.event.recording.instrument.kind != .report,
                !reasons.contains(.running(period, money))
            else { return nil }
            return Statement(amount: money, period: period, doubt: remark.event.evidenceDoubt)
        }
    }

    init(sureOf termPeriod: TermPeriod) {
        isSure = true
        sums = termPeriod.sureAccruals
        statements = Accrued(statedOf: termPeriod).statements.filter {
            $0.doubt == nil && $0.period.isPlaced
        }
    }
}

/// What accrued held against a cap.
private struct CapAccount {
    private let cap: Cap
    private let termPeriod: TermPeriod
    private let runs: [TermPeriod]
    private let accrued: Accrued

    init(_ cap: Cap, of termPeriod: TermPeriod, in runs: [TermPeriod], accrued: Accrued) {
        self.cap = cap
        self.termPeriod = termPeriod
        self.runs = runs
        self.accrued = accrued
    }

    private static let capUnknown = "the amount of the cap is not known"
    private static let timeUnknown = "over what time it counts is not stated"
    private static let reached = "the cap is reached"

    /// Whether the cap is reached over the time that it counts, and why.
    var isReached: (Truth, String) {
        // A royalty has a cap in each of its periods.
        if cap.period == "aggregate" { return inTotal }
        if cap.period == "per-period" || termPeriod.term.kind == .royalty && cap.source == .field {
            return inOnePeriod
        }
        return inTotal.0 == inOnePeriod.0 ? inTotal : (.unknown, Self.timeUnknown)
    }

    private func isReached(_ cap: Cap, byLeast least: Money, most: Money?) -> Truth {
        let result = cap.isReached(byLeast: least, most: most)
        return accrued.isSure && cap.doubt != nil && result == .yes ? .unknown : result
    }

    /// Whether all that accrued reaches the cap.
    private var inTotal: (Truth, String) {
        let results = accrued.sums.map { sum in
            // While a period runs, its amount is not yet held against the cap.
            let most = sum.isOnlyRunning ? sum.least : sum.most
            let result = isReached(cap, byLeast: sum.least, most: most)
            return sum.isReported && result == .yes ? Truth.unknown : result
        }
        if results.contains(.yes) { return (.yes, Self.reached) }
        guard let open = results.firstIndex(of: .unknown) else { return (.no, "") }
        let sum = accrued.sums[open]
        if cap.most == nil { return (.unknown, Self.capUnknown) }
        if sum.isReported { return (.unknown, "the sum rests on reports") }
        return (.unknown, sum.isExact ? Self.capUnknown : "what accrued is known as a range only")
    }

    /// Whether what accrued in one period reaches the cap of that period.
    private var inOnePeriod: (Truth, String) {
        let results = (accrued.statements + inParts).map(reaches)
        return results.first { $0.0 == .yes } ?? results.first { $0.0 == .unknown }
            ?? (.no, "")
    }

    /// What is stated of parts of one period, added up where no two of them share a day.
    private var inParts: [Accrued.Statement] {
        let groups = Dictionary(grouping: accrued.statements) {
            termPeriod.endOfPeriod(of: $0.period)
        }
        return groups.compactMap { end, parts in
            guard end != nil, parts.count > 1 else { return nil }
            let inOrder = parts.sorted {
                ($0.period.earliest ?? .first) < ($1.period.earliest ?? .first)
            }
            return inOrder.dropFirst().reduce(inOrder.first) { sum, part in
                sum.flatMap { $0.followed(by: part) }
            }
        }
    }

    /// Whether what is stated of some days reaches the cap of those days. It is of whole periods, one or more.
    private func reaches(_ statement: Accrued.Statement) -> (Truth, String) {
        let caps = runs.filter { $0.meets(statement.period) }.map { Cap.of($0, from: cap.source) }
        let results = Set(
            caps.map { cap in
                cap.map { isReached($0, byLeast: statement.amount, most: statement.amount) }
                    ?? .no
            })
        if results.isSubset(of: [.no]) { return (.no, "") }
        guard results == [.yes] else { return (.unknown, Self.capUnknown) }
        return termPeriod.endOfPeriod(of: statement.period) != nil
            ? (.yes, Self.reached) : (.unknown, Self.timeUnknown)
    }
}

extension TermPeriod {
    /// Whether any of some days lies in the run.
    fileprivate func meets(_ dates: DateRange) -> Bool { days.overlaps(dates.days) }

    /// The first day after the period, counted by the term's own length from its beginning, in which some days surely
    /// lie; nil where they lie in none alone.
    fileprivate func endOfPeriod(of days: DateRange) -> Day? {
        guard let first = days.earliest, let last = days.latest,
            case .known(.duration(let length))? = FieldReader(term: term).value(.per),
            !length.isEmpty, let begins = beginning, begins.isExact, first >= begins.first
        else { return nil }
        let ends = (1...).lazy.map { length.times($0)?.reached(from: begins.first) ?? .beyond }
        return ends.first { $0 > first }.flatMap { last < $0 ? $0 : nil }
    }
}

extension Accrued.Statement {
    /// The sum of both; nil where they share a day, or have no sum.
    fileprivate func followed(by next: Accrued.Statement) -> Accrued.Statement? {
        guard let last = period.latest, let first = next.period.earliest, last < first,
            let sum = amount.adding(next.amount),
            let both = DateRange(start: period.start, end: next.period.end)
        else { return nil }
        return Accrued.Statement(amount: sum, period: both, doubt: doubt ?? next.doubt)
    }
}

extension AccruedSum {
    fileprivate var isOnlyRunning: Bool {
        !reasons.isEmpty
            && reasons.allSatisfy { if case .running = $0 { true } else { false } }
    }
}
