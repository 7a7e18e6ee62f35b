/// Text from outside made safe to print: it can neither steer a terminal, nor reorder what is read, nor hide in it.
///
/// Whatever a reader would not see as it is stands there by its number, as `\u{202E}`; a tab becomes a space, every
/// kind of line break a line feed. So two texts that differ do not look alike because of what is invisible, and source
/// and review show the same (UTR #36 and UTS #39 of Unicode; Boucher and Anderson, *Trojan Source*, CVE-2021-42574).
///
/// It is for people. A text in which such a number is written out looks the same, so programs read answers in JSON,
/// which has every text exactly.
package enum SafeText {
    package static func of(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        return replacingUnseen(in: withLineFeeds(text)) { scalar in
            "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }

    /// The text in one line.
    package static func oneLine(_ text: String) -> String {
        String(of(text).map { $0.isNewline ? " " : $0 })
    }

    /// The text without what follows `PRIVATE+KEY+` in it: a message repeats what it was given, which may be the file of
    /// a private key where another was meant, and messages are shown and kept.
    package static func withoutPrivateKeys(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "+")) else { return text }
        let parts = text.split(separator: privateKey, omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(String(parts.first ?? "")) { found, part in
            let key = part.prefix { !$0.isWhitespace }
            // What stands around a quoted word; no key ends in it.
            let end = key.reversed().prefix { "'\"`:;,.)".contains($0) }.count
            let shown = key.count == end ? "" : "…"
            return found + privateKey + shown + part[part.index(key.endIndex, offsetBy: -end)...]
        }
    }

    private static let privateKey = "PRIVATE+KEY+"

    /// The text as a message repeats it: without private keys, and where it has more than `limit` characters its
    /// beginning and its end, with how many are missing.
    ///
    /// - Parameter limit: in Unicode scalars, of which a character as people count may have any number. As much as no
    ///   message of ours needs; the longest are lists of words, such as the kinds of terms.
    package static func shortened(_ text: String, to limit: Int = 2_000) -> String {
        let text = withoutPrivateKeys(text)
        guard text.utf8.count > limit else { return text }
        let scalars = text.unicodeScalars
        let missing = scalars.count - limit
        guard missing > 0 else { return text }
        let (head, tail) = (scalars.prefix(limit - limit / 4), scalars.suffix(limit / 4))
        return "\(String(head))… (\(missing) more characters) …\(String(tail))"
    }

    /// The text with all that is not seen in it replaced; line feeds stay.
    package static func replacingUnseen(
        in text: String, by shown: (Unicode.Scalar) -> String
    ) -> String {
        if text.utf8.allSatisfy({ isPlain($0) || $0 == UInt8(ascii: "\n") }) { return text }
        let scalars = text.unicodeScalars
        var output = String.UnicodeScalarView()
        for index in scalars.indices {
            let (scalar, end) = (scalars[index], scalars.index(after: index))
            let next = end < scalars.endIndex ? scalars[end] : nil
            // Looked at is what was shown before, so that nothing depends on a neighbour that is a number now.
            if scalar == "\n" || scalar.isSeen(after: output.last, before: next) {
                output.append(scalar)
            } else {
                output.append(contentsOf: shown(scalar).unicodeScalars)
            }
        }
        return String(output)
    }

    /// Whether all of a text is seen as it is, where it stands; line feeds are.
    package static func isSeen(_ text: String) -> Bool {
        var isSeen = true
        _ = replacingUnseen(in: text) { _ in
            isSeen = false
            return ""
        }
        return isSeen
    }

    private static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

    private static func withLineFeeds(_ text: String) -> String {
        var output = String.UnicodeScalarView()
        var lastWasReturn = false
        for scalar in text.unicodeScalars {
            defer { lastWasReturn = scalar == "\r" }
            switch scalar {
            case "\n" where lastWasReturn: continue
            case "\n", "\r", "\u{2028}", "\u{2029}": output.append("\n")
            case "\t": output.append(" ")
            case _: output.append(scalar)
            }
        }
        return String(output)
    }
}
