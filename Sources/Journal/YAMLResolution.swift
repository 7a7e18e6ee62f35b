/// What YAML 1.1 and 1.2 readers make of a plain scalar.
enum YAMLResolution {
    private static let words: Set<String> = [
        "y", "n", "yes", "no", "on", "off", "true", "false", "null",
    ]

    /// Whether such a reader would give back another text than the one it read.
    ///
    /// That is so for a boolean, null, and a number that is printed otherwise. A whole number and a day
    /// are printed as they were written.
    static func changes(_ text: String) -> Bool {
        if words.contains(text.lowercased()) { return true }
        let bytes = Array(text.hasPrefix("-") ? text.utf8.dropFirst() : text.utf8[...])
        guard let first = bytes.first, isDigit(first) else { return false }
        if bytes.allSatisfy(isDigit) {
            return bytes.count > 15 || text.utf8.count > 1 && first == UInt8(ascii: "0")
        }
        // 10.50, 1_000, 12:30
        if bytes.allSatisfy({ isDigit($0) || "._:".utf8.contains($0) }) { return true }
        // 1e3, 1.5E+3
        if bytes.allSatisfy({ isDigit($0) || "._eE+-".utf8.contains($0) }) {
            return bytes.contains { "eE".utf8.contains($0) }
        }
        // 0x1F, 0o17, 0b1
        if first == UInt8(ascii: "0"), "xXoObB".utf8.contains(bytes[1]) { return true }
        // 2026-04-27T10:00:00Z
        return bytes.count > 10 && bytes.prefix(10).elementsEqual(day(of: bytes))
            && "tT ".utf8.contains(bytes[10]) && bytes.contains(UInt8(ascii: ":"))
    }

    /// The first ten bytes, made to look like a day: what is one already does not change.
    private static func day(of bytes: [UInt8]) -> [UInt8] {
        bytes.prefix(10).enumerated().map { index, byte in
            let isDash = index == 4 || index == 7
            return isDash ? UInt8(ascii: "-") : isDigit(byte) ? byte : UInt8(ascii: "0")
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
