/// Ids made of the words of others, such as a title or an id of another system: the same each time.
package enum IdentifierWords {
    /// The words of a text as an id has them: lower case, joined by hyphens.
    package static func slug(_ text: String) -> String {
        text.lowercased().split { !isLetter($0) }.map(String.init).joined(separator: "-")
    }

    /// A beginning, and as many of the words as there is room for.
    ///
    /// What the words do not spell, or have no room for, is distinguished by a number made of the whole text.
    ///
    /// - Parameters:
    ///   - isSpelled: whether the words say all that the text says.
    ///   - limit: how many bytes the id has at most.
    package static func fitted(
        _ head: String, _ text: String, isSpelled: Bool,
        limit: Int = IdentifierGrammar.maximumLength
    ) -> String {
        let room = limit - head.utf8.count
        let words = slug(text)
        if isSpelled, words.utf8.count <= room { return head + words }
        let number = String(checksum(text), radix: 36)
        let first = words.prefix(max(0, room - number.count - 1))
        return head + [String(first), number].filter { !$0.isEmpty }.joined(separator: "-")
    }

    package static func isLetter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    /// FNV-1a of 32 bits: the same on every machine, for ever.
    private static func checksum(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
