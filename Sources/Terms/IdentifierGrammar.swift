/// How identifiers of one kind are spelled: lower-case words and what may join them.
public struct IdentifierGrammar: Hashable, Sendable {
    /// Completes "expected …" in an error.
    public let expected: String
    /// The spelling as a regular expression, for JSON Schema.
    public let pattern: String
    private let style: Style

    private enum Style { case hyphenated, dotted, key, word }

    private init(_ expected: String, _ pattern: String, _ style: Style) {
        self.expected = expected
        self.pattern = pattern
        self.style = style
    }

    /// The longest identifier, in bytes.
    public static let maximumLength = 128

    /// Words of letters and digits joined by single hyphens.
    static func hyphenated(_ expected: String) -> IdentifierGrammar {
        IdentifierGrammar(
            expected, "^(?=.{1,\(maximumLength)}$)[a-z0-9]+(-[a-z0-9]+)*$", .hyphenated)
    }

    /// Words of letters and digits joined by single hyphens or dots.
    static func dotted(_ expected: String) -> IdentifierGrammar {
        IdentifierGrammar(
            expected, "^(?=.{1,\(maximumLength)}$)[a-z0-9]+([.-][a-z0-9]+)*$", .dotted)
    }

    /// A letter or digit, then letters, digits, dots and hyphens freely, as in a file name.
    static func key(_ expected: String) -> IdentifierGrammar {
        IdentifierGrammar(expected, "^[a-z0-9][a-z0-9.-]{0,\(maximumLength - 1)}$", .key)
    }

    /// Words of letters only, joined by single hyphens.
    static func word(_ expected: String) -> IdentifierGrammar {
        IdentifierGrammar(expected, "^(?=.{1,\(maximumLength)}$)[a-z]+(-[a-z]+)*$", .word)
    }

    /// How a name such as `Acme Ltd.` is spelled so: `acme-ltd`; nil where it cannot be, or is.
    func proposal(for text: String) -> String? {
        let isMark: (Character) -> Bool = { ".-".contains($0) }
        let joints = style == .dotted || style == .key ? ".-" : "-"
        let joined = text.lowercased().map { character in
            character.isASCII && (character.isLetter || character.isNumber)
                || joints.contains(character) ? String(character) : "-"
        }.joined()
        let words = joined.split(separator: "-").map { $0.drop(while: isMark) }
        let proposal = words.map { String($0.reversed().drop(while: isMark).reversed()) }
            .filter { !$0.isEmpty }.joined(separator: "-")
        return proposal != text && accepts(proposal) ? proposal : nil
    }

    /// Whether `text` is spelled so.
    public func accepts(_ text: String) -> Bool {
        let bytes = text.utf8
        guard bytes.count <= Self.maximumLength else { return false }
        var isAfterWord = false
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"): isAfterWord = true
            case UInt8(ascii: "0")...UInt8(ascii: "9") where style != .word: isAfterWord = true
            case UInt8(ascii: "-") where isAfterWord: isAfterWord = style == .key
            case UInt8(ascii: ".") where isAfterWord && (style == .dotted || style == .key):
                isAfterWord = style == .key
            case _: return false
            }
        }
        return isAfterWord
    }
}
