import DeedbookTesting
import Effort
import Ledger
import Terms

/// A random agreement in which terms end with each other, and a naive account of when each is over.
///
/// Days are counted from 2020-01-01, on which every term is added.
struct ReferredEnds {
    static let count = 4

    /// What is said of the end of a term.
    enum End: Hashable {
        case notStated, open
        case through(Int)
        case with(Int)
    }

    enum Fact: Hashable {
        case ends(Int, End, from: Int)
        case removed(Int, from: Int)

        var day: Int {
            switch self {
            case .ends(_, _, let day), .removed(_, let day): day
            }
        }
    }

    private let first: [End]
    let facts: [Fact]

    init(seed: UInt64) {
        var random = Seeded(seed)
        func end() -> End {
            switch Int.random(in: 0...7, using: &random) {
            case 0: .notStated
            case 1: .open
            case 2, 3: .through(Int.random(in: 10...40, using: &random))
            case _: .with(Int.random(in: 0..<Self.count, using: &random))
            }
        }
        first = (0..<Self.count).map { _ in end() }
        facts = (0..<Int.random(in: 0...5, using: &random)).map { _ -> Fact in
            let (term, day) = (
                Int.random(in: 0..<Self.count, using: &random),
                Int.random(in: 1...35, using: &random)
            )
            guard Int.random(in: 0...3, using: &random) > 0 else {
                return .removed(term, from: day)
            }
            let end = end()
            return .ends(term, end == .notStated ? .open : end, from: day)
        }.sorted { $0.day < $1.day }
    }

    static func id(_ term: Int) -> TermID { TermID("t\(term)") ?? "t" }

    func day(_ number: Int) -> Day { Day("2020-01-01").adding(days: number) }

    let days = 0...45

    /// The recordings, as they would stand in files.
    var chapters: [String] {
        let added = first.enumerated().map { term, end in
            let ends = end == .notStated ? "" : ", ends: \(written(end))"
            return "- term-added: { term: t\(term), kind: fee, "
                + "set: { payer: a, payee: b, amount: USD 1\(ends) } }"
        }
        let later = facts.enumerated().map { index, fact in
            let event =
                switch fact {
                case .ends(let term, let end, _):
                    "- term-amended: { term: t\(term), set: { ends: \(written(end)) } }"
                case .removed(let term, _): "- term-removed: { term: t\(term) }"
                }
            return chapter("later-\(index)", "\(day(fact.day))", event)
        }
        return [firstChapter(added.joined(separator: "\n"))] + later
    }

    private func written(_ end: End) -> String {
        switch end {
        case .notStated: "unknown"
        case .open: "open"
        case .through(let last): "{ through: \(day(last)) }"
        case .with(let term): "{ same-as: t\(term)/ends }"
        }
    }

    // MARK: The account

    func status(of term: Int, on today: Int) -> TermStatus {
        guard let over = over(term, as: today, since: 0, by: []) else { return .inForce }
        if today >= over.sure { return .ended }
        return today >= over.first ? .indeterminate : .inForce
    }

    private typealias Over = (first: Int, sure: Int)
    private static let never = Int.max

    /// From when a term may be over, and surely is, as agreed by a day.
    ///
    /// - Parameters:
    ///   - named: from when another term has this end as its own; from the day after, an end that is not stated may
    ///     have come for that.
    ///   - path: the terms that have it as their own.
    private func over(_ term: Int, as today: Int, since named: Int, by path: Set<Int>) -> Over? {
        let removal = facts.first { fact in
            if case .removed(term, let day) = fact { day <= today } else { false }
        }
        var (end, since) = (first[term], 0)
        for case .ends(term, let changed, let day) in facts where day <= today {
            (end, since) = (changed, day)
        }
        let stated: Over? =
            switch end {
            case .open: nil
            case .notStated: path.isEmpty ? nil : (named + 1, Self.never)
            case .through(let last): (last + 1, last + 1)
            case .with(let other): shared(with: other, of: term, as: today, since: since, by: path)
            }
        guard let day = removal?.day else { return stated }
        return (min(day, stated?.first ?? day), min(day, stated?.sure ?? day))
    }

    private func shared(
        with other: Int, of term: Int, as today: Int, since: Int, by path: Set<Int>
    ) -> Over? {
        let path = path.union([term])
        guard !path.contains(other) else { return (since + 1, Self.never) }
        guard let over = over(other, as: today, since: since, by: path) else { return nil }
        return over.sure <= since ? (since + 1, Self.never) : over
    }
}
