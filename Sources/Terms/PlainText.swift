/// What a canonical text may mean to a person who writes it without quotes, whatever type reads it.
package enum PlainText {
    /// Whether a forgiving reader asks what is meant: an amount or a price with a lone stop before three digits, and
    /// `2023-24`.
    package static func isDoubted(_ text: String) -> Bool {
        guard
            text.utf8.first.map({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
                ?? false
        else { return false }
        return Money.doubted(text) != nil || UnitPrice.doubted(text) != nil
            || CivilDate.doubted(text) != nil
    }
}
