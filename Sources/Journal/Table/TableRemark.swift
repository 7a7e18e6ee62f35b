import Notation
import Terms

/// What lawyers write into the cell of a value beside it, or in its place: a footnote's mark, *see Sch. 2*, *p.a.*, *TBD*.
///
/// Nothing of it is part of the value, and none is understood: each is refused with what to write instead. A text is taken
/// as it stands.
enum TableRemark {
    /// What to write instead; nil where the cell has nothing of the kind.
    static func hint(for text: String, of field: FieldSchema) -> String? {
        guard field.type != .text, !text.hasPrefix("{") else { return nil }
        let words = text.lowercased()
        if text.contains("*"), text.allSatisfy("[]*•● ".contains) {
            return
                "what is blacked out in the document is { redacted: \"\(text)\" }, or undisclosed"
        }
        if references.contains(where: words.hasPrefix) {
            return
                "the cell refers to another place: write what is stated there, undisclosed where that is withheld, or "
                + "unknown where it was not read"
        }
        if ["n/a", "n.a.", "na", "tbd", "tba", "tbc", "t.b.d.", "-", "–", "—", "?"].contains(words)
        {
            return
                "where nothing is stated leave the cell empty; where it exists and is not known, write undisclosed or "
                + "unknown; where there is none, write none"
        }
        if let mark = footnote(in: text) {
            return
                "take out the footnote's mark: \(TableValue.trimmed(String(text.dropLast(mark.count)))); the footnote goes into "
                + "the column 'note'"
        }
        return field.type == .bound ? hint(forBound: words) : hint(forAmount: text, words, field)
    }

    /// The marks at the end of a text by which footnotes are found.
    static func footnote(in text: String) -> Substring? {
        let marks = text.reversed().prefix { "*†‡¹²³⁴⁵⁶⁷⁸⁹⁰".contains($0) }.count
        return marks == 0 || marks == text.count ? nil : text.suffix(marks)
    }

    private static let references = [
        "see ", "cf. ", "as per ", "per sch", "per clause", "as defined", "refer to ", "sch. ",
        "schedule ", "annex ", "exhibit ",
    ]

    private static func hint(forBound words: String) -> String? {
        if ["after term", "after expir", "after the end", "post-term", "post term"]
            .contains(where: words.contains)
        {
            return
                "how long the term goes on after the agreement has ended stands in the column 'survival', such as P5Y"
        }
        var problems = TableValue.manner
        guard CalendarDuration.codec.decode(Node(.plain(words)), &problems) != nil else {
            return nil
        }
        return
            "a length is no day: write the last day, through 2031-12-31, or from when it is counted: "
            + "{ after: { of: { on: 2022-01-01 }, period: P10Y } }"
    }

    private static func hint(
        forAmount text: String, _ words: String, _ field: FieldSchema
    ) -> String? {
        guard field.type.isNumber else { return nil }
        for often in [
            "p.a.", "per annum", "per year", "annually", "p.m.", "per month", "per quarter",
        ]
        where words.hasSuffix(often) {
            let amount = TableValue.trimmed(String(text.dropLast(often.count)))
            return
                "write \(amount); how often it is due stands in a column of its own: per, or of a cap period, such as P1Y"
        }
        for near in ["approx.", "approximately", "about", "ca.", "circa", "c.", "~"]
        where words.hasPrefix(near) {
            let amount = TableValue.trimmed(String(text.dropFirst(near.count)))
            return "an amount that is not exact is { about: \(amount) }"
        }
        return nil
    }
}
