/// Words that are looked for in what is recorded of a term: one after the other, whole, in any case.
///
/// Letters and digits make words, and all else parts them. A `*` at the end of a word stands for any further letters.
public struct SearchWords: Hashable, Sendable {
    /// As it was written.
    public let text: String
    private let words: [Word]

    private struct Word: Hashable {
        var letters: String
        var isBeginning: Bool
    }

    /// Returns nil for a text without a word.
    public init?(_ text: String) {
        self.text = text
        words = Self.parts(of: text, keeping: "*").compactMap { part in
            let letters = part.filter { $0 != "*" }
            return letters.isEmpty ? nil : Word(letters: letters, isBeginning: part.last == "*")
        }
        guard !words.isEmpty else { return nil }
    }

    /// Whether the words stand somewhere in a text.
    public func occur(in text: String) -> Bool {
        let parts = Self.parts(of: text)
        guard parts.count >= words.count else { return false }
        return (0...parts.count - words.count).contains { start in
            zip(words, parts[start...]).allSatisfy { word, part in
                word.isBeginning ? part.hasPrefix(word.letters) : part == word.letters
            }
        }
    }

    private static func parts(of text: String, keeping mark: Character? = nil) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != mark }.map(String.init)
    }
}
