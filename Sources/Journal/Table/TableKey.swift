import Amendments
import Terms

/// The key of a recording that a table makes: of its day, its agreement and its title, so that it is the same each time.
enum TableKey {
    /// - Parameter date: when it was signed; else when it was disclosed.
    static func key(_ date: CivilDate, _ agreement: AgreementID, _ title: String) -> RecordingKey? {
        let day = String(date.description.filter { $0.isNumber || $0 == "-" })
        let head = "\(day)-\(agreement)-"
        let room = IdentifierGrammar.maximumLength - head.utf8.count
        let words = slug(title)
        // What a key cannot spell, or has no room for, is distinguished by a number made of the whole title.
        let isWhole = words.utf8.count <= room && spells(title)
        let number = String(checksum(title), radix: 36)
        let name =
            isWhole
            ? words
            : [String(words.prefix(max(0, room - number.count - 1))), number]
                .filter { !$0.isEmpty }.joined(separator: "-")
        return RecordingKey(head + name)
    }

    /// The words of a text as an id has them: lower case, joined by hyphens.
    static func slug(_ text: String) -> String {
        text.lowercased().split { !isLetter($0) }.map(String.init).joined(separator: "-")
    }

    private static func isLetter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    private static func spells(_ title: String) -> Bool {
        title.allSatisfy { isLetter($0) || $0.isASCII || $0.isPunctuation || $0.isWhitespace }
            && title.contains(where: isLetter)
    }

    /// FNV-1a of 32 bits: the same on every machine, for ever.
    private static func checksum(_ text: String) -> UInt32 {
        text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
    }
}
