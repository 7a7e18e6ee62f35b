extension ZoneNames {
    /// The names that someone may have meant, best first; at most three.
    ///
    /// The case of letters, and marks between words, count for nothing; a place is found without its area (`Berlin`);
    /// up to one letter in four may be wrong.
    public static func nearest(to text: String) -> [String] {
        let wanted = letters(of: text)
        guard !wanted.isEmpty else { return [] }
        var ranked: [(distance: Int, name: String)] = []
        for name in all {
            let whole = letters(of: name)
            let place = name.split(separator: "/").last.map { letters(of: $0) } ?? whole
            let limit = max(1, wanted.count / 4)
            let distance = min(
                distance(from: wanted, to: whole, limit: limit),
                // A name in full is nearer than its last part.
                place == whole ? limit + 1 : distance(from: wanted, to: place, limit: limit) + 1)
            if distance <= limit { ranked.append((distance, name)) }
        }
        ranked.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
        // One that only the case of letters sets apart is what was meant.
        if ranked.first?.distance == 0 { ranked.removeAll { $0.distance > 0 } }
        return ranked.prefix(3).map(\.name)
    }

    /// Lower case, without `/`, `_`, `-`, blanks and the like.
    private static func letters(of text: some StringProtocol) -> [UInt8] {
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
    private static func distance(from old: [UInt8], to new: [UInt8], limit: Int) -> Int {
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
