import Testing

/// Text that would steer a terminal, reorder or hide what is read, and speak for Deedbook, if it came through.
enum HostileText {
    /// Escape, a C1 control, an override and an isolate of direction, a bell, a backspace; then what is invisible: a
    /// space of no width, a soft hyphen, a mark of byte order, marks of direction, a filler, a tag, private use, a
    /// selector that varies nothing.
    static let word =
        "\u{1B}[2J\u{9B}31m\u{202E}evil\u{2066}\u{7}\u{8}\u{200B}\u{AD}\u{FEFF}\u{61C}\u{200F}\u{3164}"
        + "\u{E0041}\u{E000}x\u{FE0F}"

    /// The same, with lines that pretend to be Deedbook's.
    static let text = word + "\nerror: forged\r\nhint: forged\u{2028}error: forged\u{85}\u{B}\u{C}"

    /// Expects that every character of an output is seen as it is, and every line ours.
    static func expectNone(
        in output: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let found = output.unicodeScalars.filter { $0 != "\n" && isHidden($0) }
        #expect(
            found.isEmpty, "\(found.map(\.value)) in \(output.debugDescription)",
            sourceLocation: sourceLocation)
        let forged = output.split(separator: "\n").filter {
            $0.hasPrefix("error: forged") || $0.hasPrefix("hint: forged")
        }
        #expect(forged.isEmpty, "\(output.debugDescription)", sourceLocation: sourceLocation)
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        if properties.isDefaultIgnorableCodePoint || properties.isBidiControl { return true }
        return [.control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned]
            .contains(properties.generalCategory)
    }
}
