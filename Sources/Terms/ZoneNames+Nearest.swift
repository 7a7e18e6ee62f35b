import Notation

extension ZoneNames {
    /// The names that someone may have meant, best first; at most three.
    ///
    /// The case of letters, and marks between words, count for nothing; a place is found without its area (`Berlin`);
    /// up to one letter in four may be wrong.
    public static func nearest(to text: String) -> [String] {
        let wanted = Spelling.letters(of: text)
        guard !wanted.isEmpty else { return [] }
        var ranked: [(distance: Int, name: String)] = []
        for name in all {
            let whole = Spelling.letters(of: name)
            let place = name.split(separator: "/").last.map { Spelling.letters(of: $0) } ?? whole
            let limit = max(1, wanted.count / 4)
            let distance = min(
                Spelling.distance(from: wanted, to: whole, limit: limit),
                // A name in full is nearer than its last part.
                place == whole
                    ? limit + 1 : Spelling.distance(from: wanted, to: place, limit: limit) + 1)
            if distance <= limit { ranked.append((distance, name)) }
        }
        ranked.sort { ($0.distance, $0.name) < ($1.distance, $1.name) }
        // One that only the case of letters sets apart is what was meant.
        if ranked.first?.distance == 0 { ranked.removeAll { $0.distance > 0 } }
        return ranked.prefix(3).map(\.name)
    }
}
