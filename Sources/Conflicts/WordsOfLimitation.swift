/// Words by which a clause takes back a part of what it says.
///
/// No reading of the clause: one that uses such a word may narrow what its names state, and how far, only words
/// say. English words; the one list.
enum WordsOfLimitation {
    /// The first of them in a text, as it stands there; nil where there is none.
    static func first(in text: String) -> String? {
        let words = text.split { !$0.isLetter }.map(String.init)
        return words.indices.lazy.compactMap { start in
            phrases.lazy.compactMap { phrase -> String? in
                let spoken = words[start...].prefix(phrase.count)
                return spoken.map { $0.lowercased() } == phrase
                    ? spoken.joined(separator: " ") : nil
            }.first
        }.first
    }

    private static let phrases: [[String]] = [
        "save", "except", "excepting", "excepted", "exception", "exceptions", "excluding",
        "excludes", "excluded", "other than", "apart from", "unless", "subject to", "provided",
        "notwithstanding", "without prejudice", "reserves", "reserved", "reserving",
        "reservation", "however", "but", "limited to",
    ].map { $0.split(separator: " ").map(String.init) }
}
