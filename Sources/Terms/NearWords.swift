/// The words somebody may have meant.
package enum NearWords {
    /// At most three, nearest first; none where nothing is near.
    package static func of(_ word: String, among known: [String]) -> [String] {
        let length = word.count
        let limit = max(2, length / 3)
        // As many letters as one is longer must be added: whatever is much longer or shorter is not compared.
        return known.filter { abs($0.count - length) <= limit || $0.hasPrefix(word) }
            .map { (distance: distance(word, $0), word: $0) }
            .filter { $0.distance <= limit || $0.word.hasPrefix(word) }
            .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }
            .prefix(3).map(\.word)
    }

    /// How many letters to change, add or leave out.
    private static func distance(_ left: String, _ right: String) -> Int {
        let right = Array(right)
        var row = Array(0...right.count)
        for (index, letter) in left.enumerated() {
            var next = [index + 1]
            for (place, other) in right.enumerated() {
                let changed = row[place] + (letter == other ? 0 : 1)
                next.append(min(changed, row[place + 1] + 1, next[place] + 1))
            }
            row = next
        }
        return row[right.count]
    }
}
