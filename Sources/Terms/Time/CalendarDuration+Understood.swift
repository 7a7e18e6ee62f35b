import Notation

extension CalendarDuration {
    /// A length as people write it: `2 years`, `1 year and 6 months`, `one quarter`, `30-day`, `yearly`, `twenty-one days`,
    /// `thirty (30) days`.
    ///
    /// A number that stands twice, in words and in figures, is the same both times: where they differ, no one can
    /// say which one was agreed.
    static func understood(_ text: String) -> Understanding<CalendarDuration>? {
        let text = text.replacing("\u{A0}", with: " ").lowercased().trimmed
        if let (count, unit) = periods[text] {
            return CalendarDuration(count: count, unit: unit).map { .one($0) }
        }
        var parts: [(count: Int, unit: Unit)] = []
        var words: [String] = []
        for word in text.split(separator: " ").flatMap(joined) {
            guard let unit = unit(word) else {
                words.append(word)
                continue
            }
            if !parts.isEmpty, words.first == "and" { words.removeFirst() }
            switch number(words) {
            case .one(let count, _)?: parts.append((count, unit))
            case .several(let readings)?:
                guard parts.isEmpty, text.hasSuffix(word) else { return nil }
                return .several(readings.map { inUnits($0.canonical, unit) })
            case .nothing(let reason, let hint)?: return .nothing(reason, hint: hint)
            case nil: return nil
            }
            words = []
        }
        guard words.isEmpty else { return nil }
        let written = parts.reduce(into: "P") { $0 += "\($1.count)\($1.unit.letter)" }
        return CalendarDuration(written).map { .one($0) }
    }

    /// `30-day` is two words, and `twenty-one` two of one number; a hyphen that joins nothing stays, for it may be a sign.
    private static func joined(_ word: Substring) -> [String] {
        let parts = word.split(separator: "-", omittingEmptySubsequences: false)
        return parts.contains(where: \.isEmpty) ? [String(word)] : parts.map(String.init)
    }

    /// How many: in figures, in words, or both with either in brackets.
    private static func number(_ words: [String]) -> Understanding<Int>? {
        guard let open = words.firstIndex(where: { $0.hasPrefix("(") }) else {
            return plain(words).map { .one($0) }
        }
        var inside = Array(words[open...])
        inside[0].removeFirst()
        guard inside[inside.count - 1].hasSuffix(")") else { return nil }
        inside[inside.count - 1].removeLast()
        guard let outside = plain(Array(words[..<open])), let other = plain(inside) else {
            return nil
        }
        guard outside != other else { return .one(outside) }
        return .several([outside, other].map { (canonical: "\($0)", words: "\($0)") })
    }

    private static func plain(_ words: [String]) -> Int? {
        guard words.count == 1, let first = words.first?.utf8.first, (0x30...0x39).contains(first)
        else { return NumberWord.read(words) }
        return Int(words[0])
    }

    private static func inUnits(_ count: String, _ unit: Unit) -> (canonical: String, words: String)
    {
        ("P\(count)\(unit.letter)", "\(count) \(unit.rawValue)\(count == "1" ? "" : "s")")
    }

    private static func unit(_ word: String) -> Unit? {
        Unit(rawValue: word.hasSuffix("s") ? String(word.dropLast()) : word)
    }

    private static let periods: [String: (Int, Unit)] = [
        "daily": (1, .day), "weekly": (1, .week), "monthly": (1, .month),
        "quarterly": (1, .quarter), "yearly": (1, .year), "annual": (1, .year),
        "annually": (1, .year), "half-yearly": (6, .month), "half a year": (6, .month),
        "half-year": (6, .month), "semi-annual": (6, .month), "semi-annually": (6, .month),
    ]
}
