import Notation

extension Rate {
    /// What to write instead of a ratio or of a margin over a reference rate; nil for anything else.
    ///
    /// Neither is understood by itself: the one leaves out what is measured against, the other is two fields.
    static func proposed(for text: String) -> String? { ratio(text) ?? margin(text) }

    /// Of `3.5 to 1.0`, `3.50:1.00`, `3.5x` and `3.5 to 1.0 of EBITDA`.
    private static func ratio(_ text: String) -> String? {
        let ends = text.split(separator: " of ", maxSplits: 1)
        guard let figures = ends.first.flatMap({ ratioToOne(String($0)) }) else { return nil }
        guard let rate = rate(figures, million, of: ends.count > 1 ? ends[1].trimmed : "EBITDA")
        else { return nil }
        let whole = "\(rate.shareText) of what it is measured against"
        return ends.count > 1 ? rate.description : "\(whole), such as \(rate)"
    }

    private static func ratioToOne(_ text: String) -> ExactDecimal? {
        let text = text.lowercased().replacing(":", with: " to ")
        if text.hasSuffix("x") { return ExactDecimal(text.dropLast().trimmed) }
        let sides = text.split(separator: " to ").map { ExactDecimal($0.trimmed) }
        guard sides.count == 2, let figure = sides[0], let one = sides[1],
            one == ExactDecimal(1)
        else { return nil }
        return figure
    }

    /// Of `SOFR + 2.25%`, `2.25% over SOFR` and `SOFR plus 225 bps`.
    private static func margin(_ text: String) -> String? {
        let text = ["+", " plus ", " over "].reduce(text) { $0.replacing($1, with: "\n") }
        let sides = text.split(separator: "\n").map(\.trimmed)
        guard sides.count == 2 else { return nil }
        for (share, reference) in [(sides[0], sides[1]), (sides[1], sides[0])] {
            guard case .one(let margin, _)? = understood("\(share) of principal") else {
                continue
            }
            // Two shares are no reference rate and a margin over it.
            if case .one? = understood("\(reference) of principal") { return nil }
            return
                "the margin alone, such as \(margin), and base: \(reference) beside it, in a term of "
                + "the kind margin"
        }
        return nil
    }
}
