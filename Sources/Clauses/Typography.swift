extension String {
    /// The text with one kind of quotes, apostrophes and hyphens, and without places where a word may be parted: how it was
    /// set, and not what it says.
    public var withPlainMarks: String {
        guard contains(where: { $0.unicodeScalars.contains { $0.value > 0x7F } }) else {
            return self
        }
        var plain = UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "‘", "’", "‚", "‛", "′", "ʼ": plain.append("'")
            case "“", "”", "„", "‟", "«", "»", "″": plain.append("\"")
            case "\u{2010}", "\u{2011}": plain.append("-")
            case "\u{AD}", "\u{200B}", "\u{FEFF}": continue
            case _: plain.append(scalar)
            }
        }
        return String(plain)
    }
}
