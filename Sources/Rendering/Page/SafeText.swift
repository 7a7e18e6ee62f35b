import Notation

/// Text from the record made safe to print: it can neither steer a terminal nor reorder what is read.
///
/// Control characters and bidirectional overrides become U+FFFD; a tab becomes a space, every kind of
/// line break a line feed.
package enum SafeText {
    package static func of(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
        var output = String.UnicodeScalarView()
        var lastWasReturn = false
        for scalar in text.unicodeScalars {
            defer { lastWasReturn = scalar == "\r" }
            switch scalar.value {
            case 0x0A where lastWasReturn: continue
            case 0x0A, 0x0D, 0x2028, 0x2029: output.append("\n")
            case 0x09: output.append(" ")
            case _: output.append(scalar.steersText ? "\u{FFFD}" : scalar)
            }
        }
        return String(output)
    }

    /// The text in one line.
    package static func oneLine(_ text: String) -> String {
        String(of(text).map { $0.isNewline ? " " : $0 })
    }
}
