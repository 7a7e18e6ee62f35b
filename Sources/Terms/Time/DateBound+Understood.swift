import Notation

extension DateBound {
    /// A bound as people write it: `through 31 March 2026`, `until 2027`, `Open`.
    ///
    /// A date alone stays refused: it does not say whether its day is the last of all, or the first without.
    static func understood(_ text: String) -> Understanding<DateBound>? {
        let text = text.lowercased().replacing("\u{A0}", with: " ")
        if text == "open" { return .one(.open) }
        guard let word = text.split(separator: " ").first, let make = makers[String(word)] else {
            return nil
        }
        let date = text.dropFirst(word.count).trimmed
        if let doubt = CivilDate.doubted(date) { return doubt.map(make) }
        if let date = CivilDate(date) { return .one(make(date)) }
        switch WrittenDate.understood(date) {
        case .one(let date, _)?: return .one(make(date))
        case .several(let readings)?:
            return .several(
                readings.map { (canonical: "{ \(word): \($0.canonical) }", words: $0.words) })
        case .nothing(let reason, let hint)?: return .nothing(reason, hint: hint)
        case nil: return nil
        }
    }

    private static let makers: [String: @Sendable (CivilDate) -> DateBound] = [
        "on": { .on($0) }, "from": { .from($0) }, "through": { .through($0) },
        "until": { .until($0) }, "announced": { .announced($0) },
    ]
}
