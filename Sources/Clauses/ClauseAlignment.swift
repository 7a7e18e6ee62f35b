/// What became of the clauses of one version of a contract in the next.
///
/// Every clause of both versions is in exactly one of its places. What is not certain says so: a clause is only taken
/// for another where its words, its number or its heading show it.
public struct ClauseAlignment: Hashable, Sendable {
    /// A clause of both versions.
    public struct Pair: Hashable, Sendable {
        public var old: Clause
        public var new: Clause
        /// Whether its words changed, beside its number.
        public var isChanged: Bool
        /// Whether it stands elsewhere among the clauses that both versions have.
        public var isMoved: Bool
        /// Why it may not be the same clause; nil where nothing speaks against it.
        public var doubt: Doubt?

        public var isRenumbered: Bool { old.number != new.number }

        /// What happened to it beside its words, for a person to look at; nil where nothing did.
        public var move: String? {
            let ways = [
                isRenumbered ? "renumbered" : nil, isMoved ? "moved" : nil,
                doubt.map { "unsure: \($0.rawValue)" },
            ].compactMap(\.self)
            return ways.isEmpty
                ? nil : "\(old.title) -> \(new.title): \(ways.joined(separator: ", "))"
        }
    }

    /// Why two clauses may not be the same.
    public enum Doubt: String, CaseIterable, Hashable, Sendable {
        /// Only their words are alike: number and heading differ.
        case wordsAlone = "only the words are alike"
        /// Only their number is the same.
        case numberAlone = "only the number is the same"
    }

    /// A clause of the new version that the old one did not have.
    public struct Added: Hashable, Sendable {
        public var clause: Clause
        /// The clause of the old version that most of its words stood in: it may have been split.
        public var splitFrom: Clause?
    }

    /// A clause of the old version that the new one does not have.
    public struct Removed: Hashable, Sendable {
        public var clause: Clause
        /// The clause of the new version that most of its words stand in: it may have been joined with it.
        public var joinedInto: Clause?
    }

    /// In the order of the new version.
    public var pairs: [Pair]
    public var added: [Added]
    /// In the order of the old version.
    public var removed: [Removed]
    /// Whether what is left once number, heading and whole text are looked at was compared by its words. False where there
    /// is too much of it: then each of these clauses is removed or added.
    public private(set) var isComplete: Bool

    /// What to do where it is not complete, and why; nil where it is.
    public var incompleteness: String? {
        isComplete
            ? nil
            : "\(removed.count) clauses of the old version and \(added.count) of the new have no number, heading or "
                + "text in common: more than are compared by their words, so each is taken as removed or added. "
                + "Compare the contract in parts, such as an article at a time"
    }

    /// Each clause that has another number or place, or may not be the same.
    public var moves: [String] { pairs.compactMap(\.move) }

    /// From how large a share of common words on two clauses are taken for one, without number or heading.
    fileprivate static let likeness = 0.6
    /// The same where number or heading agree.
    private static let likenessUnderOneName = 0.3
    /// From how large a share of its words on a clause may have been part of another.
    private static let part = 0.8
    /// So many words are looked up at most, which takes some seconds. Versions of one contract, most of whose clauses keep
    /// number or heading, come nowhere near.
    private static let mostWork = 1 << 26

    public init(from old: [Clause], to new: [Clause]) {
        var matching = Matching(old, new)
        matching.pairUnique { [$0.number ?? "", $0.words] }
        matching.pairUnique { [$0.words] }
        matching.pairInOrder { [$0.words] }
        matching.pairUnique(atLeast: Self.likenessUnderOneName) { clause in
            clause.number.flatMap { number in clause.plainHeading.map { [number, $0] } }
        }
        matching.pairUnique(atLeast: Self.likenessUnderOneName) { $0.plainHeading.map { [$0] } }
        matching.pairUnique(atLeast: Self.likenessUnderOneName) { $0.number.map { [$0] } }
        let isComplete = matching.work <= Self.mostWork
        if isComplete { matching.pairLikest(atLeast: Self.likeness) }
        self = matching.alignment(partFrom: isComplete ? Self.part : nil)
    }
}

/// Clauses of two versions, paired step by step.
private struct Matching {
    private let old: [Clause]
    private let new: [Clause]
    private let oldBags: [WordBag]
    private let newBags: [WordBag]
    /// For each clause of the new version its place in the old one.
    private var partner: [Int: Int] = [:]
    private var taken: Set<Int> = []

    init(_ old: [Clause], _ new: [Clause]) {
        (self.old, self.new) = (old, new)
        oldBags = old.map { WordBag($0.words) }
        newBags = new.map { WordBag($0.words) }
    }

    private var restOfOld: [Int] { old.indices.filter { !taken.contains($0) } }
    private var restOfNew: [Int] { new.indices.filter { partner[$0] == nil } }

    /// How many words have to be looked up to compare what is left of either version with all of the other.
    var work: Int {
        let ofOld = restOfOld.reduce(0) { $0 + oldBags[$1].weight }
        let ofNew = restOfNew.reduce(0) { $0 + newBags[$1].weight }
        return ofOld * new.count + ofNew * old.count
    }

    private mutating func pair(_ one: Int, _ other: Int) {
        taken.insert(one)
        partner[other] = one
    }

    /// Pairs clauses of the same key where each version has one left with it.
    mutating func pairUnique(
        atLeast likeness: Double = 0, _ key: (Clause) -> [String]?
    ) {
        let ofOld = Dictionary(grouping: restOfOld) { key(old[$0]) }
        let ofNew = Dictionary(grouping: restOfNew) { key(new[$0]) }
        for (key, places) in ofNew {
            guard key != nil, places.count == 1, let others = ofOld[key], others.count == 1,
                likeness == 0 || oldBags[others[0]].likeness(to: newBags[places[0]]) >= likeness
            else { continue }
            pair(others[0], places[0])
        }
    }

    /// Pairs clauses of the same key, the first with the first: such as several `[Reserved]`.
    mutating func pairInOrder(_ key: (Clause) -> [String]) {
        let ofOld = Dictionary(grouping: restOfOld) { key(old[$0]) }
        let ofNew = Dictionary(grouping: restOfNew) { key(new[$0]) }
        for (key, places) in ofNew {
            for (one, other) in zip(ofOld[key] ?? [], places) { pair(one, other) }
        }
    }

    /// Pairs what is most alike, the likest first.
    mutating func pairLikest(atLeast likeness: Double) {
        var candidates: [(likeness: Double, old: Int, new: Int)] = []
        for one in restOfOld {
            for other in restOfNew {
                let found = oldBags[one].likeness(to: newBags[other])
                if found >= likeness { candidates.append((found, one, other)) }
            }
        }
        candidates.sort { ($1.likeness, $0.new, $0.old) < ($0.likeness, $1.new, $1.old) }
        for candidate in candidates
        where !taken.contains(candidate.old) && partner[candidate.new] == nil {
            pair(candidate.old, candidate.new)
        }
    }

    /// - Parameter part: nil where no one looks for clauses that were split or joined.
    func alignment(partFrom part: Double?) -> ClauseAlignment {
        let places = new.indices.filter { partner[$0] != nil }
        let kept = Set(LongestRise.places(in: places.compactMap { partner[$0] }))
        var pairs: [ClauseAlignment.Pair] = []
        for (index, place) in places.enumerated() {
            guard let other = partner[place] else { continue }
            let (one, two) = (old[other], new[place])
            pairs.append(
                ClauseAlignment.Pair(
                    old: one, new: two, isChanged: one.words != two.words,
                    isMoved: !kept.contains(index), doubt: doubt(one, two, other, place)))
        }
        return ClauseAlignment(
            pairs: pairs,
            added: restOfNew.map { place in
                ClauseAlignment.Added(
                    clause: new[place],
                    splitFrom: part.flatMap { newBags[place].container(among: oldBags, from: $0) }
                        .map { old[$0] })
            },
            removed: restOfOld.map { place in
                ClauseAlignment.Removed(
                    clause: old[place],
                    joinedInto: part.flatMap { oldBags[place].container(among: newBags, from: $0) }
                        .map { new[$0] })
            }, isComplete: part != nil)
    }

    private func doubt(
        _ one: Clause, _ two: Clause, _ old: Int, _ new: Int
    ) -> ClauseAlignment.Doubt? {
        if one.words == two.words { return nil }
        let isSameHeading = one.heading != nil && one.plainHeading == two.plainHeading
        if isSameHeading { return nil }
        let isSameNumber = one.number != nil && one.number == two.number
        let isAlike = oldBags[old].likeness(to: newBags[new]) >= ClauseAlignment.likeness
        switch (isSameNumber, isAlike) {
        case (true, true): return nil
        case (true, false): return .numberAlone
        case (false, _): return .wordsAlone
        }
    }
}

extension ClauseAlignment {
    fileprivate init(pairs: [Pair], added: [Added], removed: [Removed], isComplete: Bool) {
        (self.pairs, self.added, self.removed) = (pairs, added, removed)
        self.isComplete = isComplete
    }
}

/// The words of a clause, each with how often it stands there.
struct WordBag: Sendable {
    private let counts: [Substring: Int]
    private let total: Int

    /// What it takes to compare it with another.
    var weight: Int { counts.count + 1 }

    init(_ text: String) {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        total = words.count
    }

    private func common(with other: WordBag) -> Int {
        let (few, many) = counts.count < other.counts.count ? (self, other) : (other, self)
        return few.counts.reduce(0) { $0 + min($1.value, many.counts[$1.key] ?? 0) }
    }

    /// How much of both is common, from 0 to 1 (the coefficient of Dice).
    func likeness(to other: WordBag) -> Double {
        let all = total + other.total
        guard all > 0 else { return 1 }
        // What differs so much in length cannot be as alike as anybody asks.
        guard min(total, other.total) * 6 >= max(total, other.total) else { return 0 }
        return 2 * Double(common(with: other)) / Double(all)
    }

    /// The longer text that has at least that share of these words, the one with the most.
    func container(among others: [WordBag], from share: Double) -> Int? {
        guard total >= 5 else { return nil }
        let found = others.indices.filter { others[$0].total > total }
            .map { (place: $0, common: common(with: others[$0])) }
            .max { ($0.common, $1.place) < ($1.common, $0.place) }
        guard let found, Double(found.common) >= share * Double(total) else { return nil }
        return found.place
    }
}

/// The longest part of a row of different numbers that rises: what did not move.
enum LongestRise {
    /// The places of its numbers in the row.
    static func places(in row: [Int]) -> [Int] {
        var ends: [Int] = []
        var before: [Int?] = []
        for (place, number) in row.enumerated() {
            let length = firstPlace(in: ends) { row[$0] >= number }
            before.append(length > 0 ? ends[length - 1] : nil)
            if length < ends.count { ends[length] = place } else { ends.append(place) }
        }
        var places: [Int] = []
        var place = ends.last
        while let current = place {
            places.append(current)
            place = before[current]
        }
        return places.reversed()
    }

    /// The first place from which on it holds; the end where it holds nowhere.
    private static func firstPlace(in ends: [Int], where holds: (Int) -> Bool) -> Int {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if holds(ends[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
