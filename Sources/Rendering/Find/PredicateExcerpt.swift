import Notation
public import Portfolio

/// What stands around the mistake in a predicate, with carets under what is wrong.
public enum PredicateExcerpt {
    /// How many characters are shown before what is wrong, and from there on.
    private static let (before, after) = (60, 120)

    /// Two lines, indented by two columns; the carets stand in the columns that a terminal gives the text.
    public static func text(of error: PredicateError) -> String {
        let source = Array(error.source)
        let start = min(error.column - 1, source.count)
        let first = max(0, start - before)
        let last = min(source.count, start + after)
        let lead = (first > 0 ? "…" : "") + shown(source[first..<start])
        let wrong = shown(source[start..<min(start + error.length, last)])
        let rest = shown(source[min(start + error.length, last)..<last])
        let tail = rest + (last < source.count ? "…" : "")
        let space = String(repeating: " ", count: DisplayWidth.of(lead))
        let carets = String(repeating: "^", count: max(1, DisplayWidth.of(wrong)))
        return "  \(lead)\(wrong)\(tail)\n  \(space)\(carets)"
    }

    private static func shown(_ characters: ArraySlice<Character>) -> String {
        SafeText.oneLine(String(characters))
    }
}
