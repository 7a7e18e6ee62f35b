extension Unicode.Scalar {
    /// Whether a reader sees it as what it is, by its category: it steers no terminal, orders no other character, and
    /// everybody knows its shape.
    ///
    /// Not so are control and format characters (among them the marks, embeddings, overrides and isolates of UAX #9, the
    /// zero-width ones, the soft hyphen and the tags), separators of lines and paragraphs, private use, and what Unicode
    /// has not assigned.
    var isSeen: Bool {
        if isASCII { return value >= 0x20 && value != 0x7F }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
            .unassigned:
            return false
        case _: return true
        }
    }

    /// Whether it is seen where it stands: by itself, or in what it makes of its neighbours.
    ///
    /// Invisible as well is what Unicode lets a font ignore (fillers, variation selectors). What honest text needs stays:
    /// a joiner or non-joiner beside a virama, a non-joiner between letters of a script that joins them (RFC 5892, A.1
    /// and A.2; what Bengali and Mongolian need beside it), a joiner between emoji, and one variation selector after the
    /// emoji, the ideograph or the Mongolian letter that it varies. Elsewhere each could make two texts look like one.
    func isSeen(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool {
        if isASCII || isSeen && !properties.isDefaultIgnorableCodePoint { return isSeen }
        guard let previous else { return false }
        if properties.isVariationSelector { return varies(previous, before: next) }
        return joins(previous, next)
    }

    private func varies(_ previous: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
        if previous.properties.isIdeographic { return true }
        switch value {
        case 0xFE0E, 0xFE0F:
            // A digit is an emoji only as a keycap.
            return previous.isPicture || previous.properties.isEmoji && next == "\u{20E3}"
        case 0x180B...0x180F: return previous.isMongolian
        case _: return false
        }
    }

    private func joins(_ previous: Unicode.Scalar, _ next: Unicode.Scalar?) -> Bool {
        switch self {
        case "\u{200C}":
            return previous.isVirama || previous.isCursive && next?.isCursive ?? false
        case "\u{200D}":
            if previous.isVirama { return true }
            guard let next, !previous.isASCII else { return false }
            let isInEmoji = (previous.isPicture || previous == "\u{FE0F}") && next.isPicture
            return isInEmoji || next.isVirama
        case "\u{180E}": return previous.isMongolian && next?.isMongolian ?? false
        case _: return false
        }
    }

    private var isPicture: Bool { !isASCII && properties.isEmoji }

    private var isVirama: Bool { properties.canonicalCombiningClass == .virama }

    private var isMongolian: Bool {
        (0x1800...0x18AF).contains(value) && properties.isAlphabetic
    }

    /// Of the blocks from Arabic to Arabic Extended-A, with Syriac, N'Ko and Mandaic, or Mongolian.
    private var isCursive: Bool {
        isMongolian || (0x0600...0x08FF).contains(value) && properties.isAlphabetic
    }
}
