/// How wide a text may become, whichever common sans-serif font the viewer has.
///
/// Of every character the widest advance of Arial and its metric equals, Helvetica, Verdana-like DejaVu
/// Sans and Liberation Sans is taken, so that what fits here fits there. In thousandths of the size.
package enum TextMeasure {
    /// The width in pixels of a text in that size, rounded up.
    package static func width(_ text: String, size: Int, isBold: Bool = false) -> Int {
        let sum = text.unicodeScalars.reduce(0) { $0 + advance(of: $1, isBold) }
        return (sum * size + 999) / 1000
    }

    /// The text, or as much of its beginning as fits, with an ellipsis; empty where not even that fits.
    package static func fitted(
        _ text: String, size: Int, isBold: Bool = false, width: Int
    ) -> String {
        guard self.width(text, size: size, isBold: isBold) > width else { return text }
        var kept = text[...]
        while !kept.isEmpty {
            kept = kept.dropLast()
            while kept.last == " " { kept = kept.dropLast() }
            let short = kept + "…"
            if self.width(String(short), size: size, isBold: isBold) <= width {
                return kept.isEmpty ? "" : String(short)
            }
        }
        return ""
    }

    /// Each text as much of it as fits, and no two alike: those that begin alike keep their ends, and where those are
    /// alike too they are numbered.
    package static func fittedApart(
        _ texts: Set<String>, size: Int, isBold: Bool = false, width: Int
    ) -> [String: String] {
        func alike(_ shown: [String: String]) -> [[String]] {
            Dictionary(grouping: shown.keys.sorted()) { shown[$0] ?? "" }.values
                .filter { $0.count > 1 }
        }
        func head(_ text: String, _ width: Int) -> String {
            fitted(text, size: size, isBold: isBold, width: width)
        }
        var shown = Dictionary(uniqueKeysWithValues: texts.map { ($0, head($0, width)) })
        for text in alike(shown).flatMap(\.self) {
            let begin = head(text, width / 2)
            var end = text[...].dropFirst(begin.count)
            while !end.isEmpty, self.width(begin + end, size: size, isBold: isBold) > width {
                end = end.dropFirst()
            }
            shown[text] = begin + end
        }
        for texts in alike(shown) {
            for (index, text) in texts.enumerated() {
                let number = " \(index + 1)"
                let room = width - self.width(number, size: size, isBold: isBold)
                shown[text] = head(text, max(0, room)) + number
            }
        }
        return shown
    }

    /// The text in lines that fit, broken between words, and inside a word only where it alone is too wide.
    package static func lines(
        _ text: String, size: Int, isBold: Bool = false, width: Int
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        func fits(_ text: String) -> Bool {
            self.width(text, size: size, isBold: isBold) <= width
        }
        for word in text.split(separator: " ").map(String.init) {
            let longer = line.isEmpty ? word : "\(line) \(word)"
            if fits(longer) {
                line = longer
                continue
            }
            if !line.isEmpty { lines.append(line) }
            line = word
            while !fits(line), line.count > 1 {
                var head = line.dropLast()
                while head.count > 1, !fits(String(head)) { head = head.dropLast() }
                lines.append(String(head))
                line = String(line.dropFirst(head.count))
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }

    private static func advance(of scalar: Unicode.Scalar, _ isBold: Bool) -> Int {
        let value = Int(scalar.value)
        if (0x20..<0x7F).contains(value) { return (isBold ? bold : regular)[value - 0x20] }
        switch scalar {
        case "·": return 380
        case "–": return 560
        case "—", "→", "…": return 1000
        case _: break
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        case _: return scalar.properties.isEmojiPresentation ? 1400 : 1200
        }
    }

    private static let regular = [
        318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637,
        637, 637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, 1016, 685, 687, 723,
        771, 667, 611, 778, 752, 295, 500, 667, 558, 863, 749, 788, 667, 788, 723, 667, 611, 732,
        685, 989, 686, 667, 686, 391, 337, 391, 838, 557, 500, 613, 635, 550, 635, 616, 353, 635,
        634, 278, 278, 580, 278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592,
        525, 637, 337, 637, 838,
    ]

    private static let bold = [
        349, 457, 521, 838, 696, 1002, 873, 307, 458, 458, 523, 838, 380, 416, 380, 366, 696, 696,
        696, 696, 696, 696, 696, 696, 696, 696, 400, 400, 838, 838, 838, 611, 1000, 774, 763, 734,
        831, 684, 684, 821, 837, 373, 557, 775, 638, 996, 837, 851, 733, 851, 771, 721, 683, 813,
        774, 1104, 771, 725, 726, 458, 366, 458, 838, 557, 500, 675, 716, 593, 716, 679, 436, 716,
        712, 343, 343, 666, 343, 1042, 712, 688, 716, 716, 494, 596, 479, 712, 652, 924, 646, 652,
        583, 712, 366, 712, 838,
    ]
}
