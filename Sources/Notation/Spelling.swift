/// Which word was meant by one that no one knows.
package enum Spelling {
    /// The words that someone may have meant, best first: at most three.
    ///
    /// The case of letters, and marks between words, count for nothing; up to one letter in four may be wrong, and one of
    /// three.
    package static func nearest(to text: String, among words: some Sequence<String>) -> [String] {
        let wanted = letters(of: text)
        guard wanted.count > 2 else { return [] }
        let limit = max(1, wanted.count / 4)
        let ranked = words.map { word in
            (distance: distance(from: wanted, to: letters(of: word), limit: limit), word: word)
        }
        .filter { $0.distance <= limit }
        .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
        return ranked.prefix(3).map(\.word)
    }

    /// The hint with the words that may have been meant before it.
    package static func hint(
        for text: String, among words: some Sequence<String>, else hint: String
    ) -> String {
        let nearest = nearest(to: text, among: words)
        return nearest.isEmpty
            ? hint : "did you mean \(nearest.joined(separator: " or "))? \(hint)"
    }

    /// The one word that has the same letters and digits, whatever their case, and whether blanks, `-` or `_` join them.
    package static func same(as text: String, among words: some Sequence<String>) -> String? {
        let wanted = letters(of: text)
        let joints = text.utf8.count { " -_".utf8.contains($0) }
        guard !wanted.isEmpty, wanted.count + joints == text.utf8.count else { return nil }
        let found = words.filter { letters(of: $0) == wanted }
        return found.count == 1 ? found[0] : nil
    }

    /// Lower case, without `/`, `_`, `-`, blanks and the like.
    package static func letters(of text: some StringProtocol) -> [UInt8] {
        text.utf8.compactMap { byte in
            switch byte {
            case 0x41...0x5A: byte | 0x20
            case 0x61...0x7A, 0x30...0x39, 0x2B: byte
            case _: nil
            }
        }
    }

    /// How many letters must be put in, taken out, changed, or exchanged with their neighbour; more than `limit` where
    /// it is more than that.
    package static func distance(from old: [UInt8], to new: [UInt8], limit: Int) -> Int {
        guard abs(old.count - new.count) <= limit else { return limit + 1 }
        var beforeLast: [Int] = []
        var last = Array(0...new.count)
        for (row, letter) in old.enumerated() {
            var next = [row + 1]
            for (column, other) in new.enumerated() {
                var cost = min(
                    last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, next[column] + 1
                )
                if row > 0, column > 0, letter == new[column - 1], old[row - 1] == other {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                next.append(cost)
            }
            guard next.contains(where: { $0 <= limit }) else { return limit + 1 }
            (beforeLast, last) = (last, next)
        }
        return last[new.count]
    }
}
