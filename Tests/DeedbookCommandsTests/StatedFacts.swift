/// The facts that a page states, without its layout: ids and keys, days, numbers with what they count, percentages.
///
/// A whole number below 1,000 by itself is a count of what is on the page and no fact of the record.
struct StatedFacts {
    var all: Set<String> = []
    /// Those that are money with its currency, or percentages.
    var amounts: Set<String> = []

    init(_ page: some StringProtocol) {
        let words = Self.words(page)
        for (index, word) in words.enumerated() {
            if Self.isName(word) {
                all.insert(word)
            } else if word.contains(where: \.isNumber) {
                let before = index > 0 ? words[index - 1] : ""
                let after = index + 1 < words.count ? words[index + 1] : ""
                add(word, after: before, before: after)
            }
        }
    }

    private mutating func add(_ number: String, after before: String, before after: String) {
        if !(number.count < 4 && number.allSatisfy(\.isWholeNumber)) { all.insert(number) }
        if number.hasSuffix("%") { amounts.insert(number) }
        if Self.units.contains(after) { all.insert("\(number) \(after)") }
        if before.count == 3, before.allSatisfy({ $0.isASCII && $0.isUppercase }) {
            all.insert("\(before) \(number)")
            amounts.insert("\(before) \(number)")
        }
    }

    private static let units: Set = [
        "day", "days", "business-days", "week", "weeks", "month", "months", "year", "years",
    ]

    /// Words without the marks around them, and without those of a text that is compared word for word.
    private static func words(_ page: some StringProtocol) -> [String] {
        ["[-", "-]", "{+", "+}"].reduce(String(page)) { $0.replacing($1, with: " ") }
            .split(whereSeparator: \.isWhitespace).map { word in
                let inner = word.drop { marks.contains($0) }
                let end = inner.lastIndex { !marks.contains($0) }
                return String(end.map { inner[...$0] } ?? "")
            }
    }

    private static let marks: Set<Character> = Set(".,;:()[]\"…'“”{}?!")

    /// An id, a key, a position or a fixed word of more than one part, such as `royalty.paper`.
    private static func isName(_ word: String) -> Bool {
        word.contains { ".-#/".contains($0) }
            && word.allSatisfy {
                $0.isASCII && ($0.isLowercase || $0.isNumber || ".-#/".contains($0))
            } && word.contains(where: \.isLowercase) && !word.hasPrefix("-")
    }
}
