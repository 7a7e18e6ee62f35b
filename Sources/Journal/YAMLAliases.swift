import Notation

/// Refuses a file with so many aliases that the parser would do endless work on them.
///
/// Every anchor is refused, but only after the parser, because text may look like one. A few aliases
/// cannot do harm there; many, each of a list of others, multiply ("billion laughs").
enum YAMLAliases {
    private static let harmless = 4

    /// Reports the anchors that more than a few aliases name.
    static func areFew(in text: YAMLText, _ problems: inout Problems) -> Bool {
        let aliases = tokens(after: UInt8(ascii: "*"), in: text.bytes)
        guard aliases.count > harmless else { return true }
        let anchors = tokens(after: UInt8(ascii: "&"), in: text.bytes)
        let anchored = Set(anchors.map(\.name))
        let used = Set(aliases.map(\.name)).intersection(anchored)
        guard aliases.count(where: { used.contains($0.name) }) > harmless else { return true }
        for anchor in anchors where used.contains(anchor.name) {
            let name = String(decoding: anchor.name, as: UTF8.self)
            YAMLConversion.reportAnchor(name, at: text.mark(at: anchor.offset), &problems)
        }
        return false
    }

    /// Whatever a parser could take for a name after that sign.
    private static func tokens(
        after sign: UInt8, in bytes: [UInt8]
    ) -> [(name: ArraySlice<UInt8>, offset: Int)] {
        var found: [(ArraySlice<UInt8>, Int)] = []
        var index = 0
        while let next = bytes[index...].firstIndex(of: sign) {
            index = next + 1
            guard next == 0 || " \t\n[]{},:-?\"'".utf8.contains(bytes[next - 1]) else { continue }
            let name = bytes[index...].prefix(while: isNameByte)
            if !name.isEmpty { found.append((name, next)) }
        }
        return found
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
            true
        case _: false
        }
    }
}
