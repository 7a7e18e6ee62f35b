import Notation

/// Refuses a file with so many keys that are no words that the parser would do endless work on them.
///
/// A key that is a map or a list is refused in any case, but only after the parser, which compares the
/// keys of a map with all that is in them: keys inside keys are then gone through again and again. Text
/// may look like such a key, so a few are let through, and fewer the longer the file is.
enum YAMLKeys {
    /// How many bytes times such keys are harmless: a second or two.
    private static let harmless = 1 << 22

    /// Reports the first of too many keys that are no words.
    static func areWords(in text: YAMLText, _ problems: inout Problems) -> Bool {
        let places = text.bytes.indices.filter { begins(at: $0, in: text.bytes) }
        guard let first = places.first, places.count * text.bytes.count > harmless else {
            return true
        }
        problems.report(
            "\(places.count) keys that are not words", hint: "expected name: value",
            at: text.mark(at: first))
        return false
    }

    /// Whether a parser could see a `?` there that begins a key, or a `:` after a key in brackets.
    private static func begins(at index: Int, in bytes: [UInt8]) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "?"):
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
            return isSpace(next) && "\n-?:,[{".utf8.contains(before(index, in: bytes) ?? 0x0A)
        case UInt8(ascii: ":"):
            return "]}".utf8.contains(before(index, in: bytes) ?? 0)
        case _: return false
        }
    }

    /// The last byte before `index` that is no space, not looking far; nil at the start of the text.
    private static func before(_ index: Int, in bytes: [UInt8]) -> UInt8? {
        bytes[..<index].last { $0 != 0x20 && $0 != 0x09 }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { " \t\n".utf8.contains(byte) }
}
