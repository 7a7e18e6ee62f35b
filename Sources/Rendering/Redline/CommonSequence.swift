/// What two lists have in common, in the order of both: their longest common subsequence, or nearly that where they
/// are long and little alike.
///
/// What occurs on one side only is set aside first. In long lists, what then occurs once on each side holds them
/// together (patience), so that changes far apart are found one by one; between such places Myers' algorithm works in
/// linear space. Where a stretch takes more than `effort` steps it is cut where most is found by then. Every input is
/// compared to its end, in time that grows as its length.
struct CommonSequence {
    /// Places in the first list and in the second, both rising.
    private(set) var pairs: [(Int, Int)] = []

    /// The elements as numbers: equal ones have equal numbers.
    private let old: [Int]
    private let new: [Int]

    private static let effort = 2_000
    /// Up to so many pairs the longest common subsequence is found, with nothing to hold on to.
    private static let fewPairs = 1_000_000

    init(_ first: [String], _ second: [String]) {
        var numbers: [String: Int] = [:]
        func number(_ element: String) -> Int {
            if let known = numbers[element] { return known }
            numbers[element] = numbers.count
            return numbers.count - 1
        }
        old = first.map(number)
        new = second.map(number)
        compare(Array(old.indices)[...], Array(new.indices)[...])
    }

    /// Notes what is common to those places, in order.
    private mutating func compare(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>) {
        let prefix = zip(a, b).prefix { old[$0] == new[$1] }
        pairs += prefix
        let (a, b) = (a.dropFirst(prefix.count), b.dropFirst(prefix.count))
        let suffix = zip(a.reversed(), b.reversed()).prefix { old[$0] == new[$1] }
        compareUnlike(a.dropLast(suffix.count), b.dropLast(suffix.count))
        pairs += suffix.reversed()
    }

    /// The same of places that neither begin nor end alike.
    private mutating func compareUnlike(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>) {
        guard !a.isEmpty, !b.isEmpty else { return }
        let (here, there) = (Set(a.map { old[$0] }), Set(b.map { new[$0] }))
        let keptA = a.filter { there.contains(old[$0]) }
        let keptB = b.filter { here.contains(new[$0]) }
        guard keptA.count == a.count, keptB.count == b.count else {
            return compare(keptA[...], keptB[...])
        }
        let anchors = a.count * b.count > Self.fewPairs ? anchors(of: a, b) : []
        guard anchors.isEmpty else {
            var (i, j) = (a.startIndex, b.startIndex)
            for anchor in anchors {
                compare(a[i..<anchor.0], b[j..<anchor.1])
                pairs.append((a[anchor.0], b[anchor.1]))
                (i, j) = (anchor.0 + 1, anchor.1 + 1)
            }
            return compare(a[i...], b[j...])
        }
        guard let (x, y) = middle(of: a.map { old[$0] }, b.map { new[$0] }) else { return }
        compare(a.prefix(x), b.prefix(y))
        compare(a.dropFirst(x), b.dropFirst(y))
    }

    // MARK: What holds both together

    /// Indices of the most elements that occur once on each side and come in one order.
    private func anchors(of a: ArraySlice<Int>, _ b: ArraySlice<Int>) -> [(Int, Int)] {
        var places: [Int: (count: Int, index: Int)] = [:]
        for index in a.indices {
            places[old[a[index]]] = ((places[old[a[index]]]?.count ?? 0) + 1, index)
        }
        var others: [Int: (count: Int, index: Int)] = [:]
        for index in b.indices {
            others[new[b[index]]] = ((others[new[b[index]]]?.count ?? 0) + 1, index)
        }
        let unique = places.compactMap { element, place -> (Int, Int)? in
            guard place.count == 1, let other = others[element], other.count == 1 else {
                return nil
            }
            return (place.index, other.index)
        }
        return Self.longestRising(unique.sorted { $0.0 < $1.0 })
    }

    /// The most of the pairs whose second places rise as their first ones do.
    private static func longestRising(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
        var tops: [Int] = []
        var before = [Int?](repeating: nil, count: pairs.count)
        for (index, pair) in pairs.enumerated() {
            var (low, high) = (0, tops.count)
            while low < high {
                let middle = (low + high) / 2
                if pairs[tops[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
            }
            before[index] = low > 0 ? tops[low - 1] : nil
            if low == tops.count { tops.append(index) } else { tops[low] = index }
        }
        var found: [(Int, Int)] = []
        var next = tops.last
        while let index = next {
            found.append(pairs[index])
            next = before[index]
        }
        return found.reversed()
    }

    // MARK: Myers' algorithm

    /// How far one comes on each diagonal (place in the first less place in the second) with so many changes.
    private struct Front {
        private var reached: [Int]
        private let zero: Int

        init(_ n: Int, _ m: Int) {
            zero = n + m + 2
            reached = [Int](repeating: 0, count: 2 * zero + 1)
        }

        subscript(diagonal: Int) -> Int { reached[zero + diagonal] }

        /// Goes on by one change to a diagonal, and then as far as both are alike.
        mutating func advance(
            to k: Int, changes d: Int, _ n: Int, _ m: Int, isAlike: (Int, Int) -> Bool
        ) -> (x: Int, y: Int) {
            let isDown = k == -d || (k != d && self[k - 1] < self[k + 1])
            var x = isDown ? self[k + 1] : self[k - 1] + 1
            if d == 0 { x = 0 }
            while x < n, x - k < m, x - k >= 0, isAlike(x, x - k) { x += 1 }
            reached[zero + k] = x
            return (x, x - k)
        }
    }

    /// A place on a shortest way through both, or on a good one; nil where nothing is in common.
    private func middle(of a: [Int], _ b: [Int]) -> (Int, Int)? {
        let (n, m) = (a.count, b.count)
        var (forward, backward) = (Front(n, m), Front(n, m))
        let delta = n - m
        let isOdd = delta % 2 != 0
        var best = (x: 0, y: 0)
        func isInside(_ place: (x: Int, y: Int)) -> Bool {
            place.x <= n && place.y <= m && place.y >= 0
        }
        for d in 0...((n + m + 1) / 2) {
            for k in stride(from: -d, through: d, by: 2) {
                let place = forward.advance(to: k, changes: d, n, m) { a[$0] == b[$1] }
                guard isInside(place) else { continue }
                if place.x + place.y > best.x + best.y { best = place }
                if isOdd, abs(delta - k) <= d - 1, place.x + backward[delta - k] >= n {
                    return proper(place, n, m)
                }
            }
            for k in stride(from: -d, through: d, by: 2) {
                let place = backward.advance(to: k, changes: d, n, m) {
                    a[n - 1 - $0] == b[m - 1 - $1]
                }
                guard isInside(place) else { continue }
                if !isOdd, abs(delta - k) <= d, place.x + forward[delta - k] >= n {
                    return proper((n - place.x, m - place.y), n, m)
                }
            }
            if d >= Self.effort { return proper(best, n, m) }
        }
        return nil
    }

    /// The place, unless it is a corner, which would leave everything on one side of it.
    private func proper(_ place: (x: Int, y: Int), _ n: Int, _ m: Int) -> (Int, Int)? {
        (place.x == 0 && place.y == 0) || (place.x == n && place.y == m) ? nil : place
    }
}
