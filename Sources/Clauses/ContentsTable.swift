/// The tables of contents in a contract: headings with the pages on which they stand, and no clauses.
///
/// An entry is a line that ends with the number of a page and whose words begin a later line of the contract. A table
/// begins with its heading and has at least two entries; what stands between two of them belongs to it.
enum ContentsTable {
    /// How many lines may stand between two entries: an article without a page, a number of a page.
    private static let gap = 4

    /// - Returns: the lines outside of such tables, and how many entries were left out.
    static func parted(
        _ lines: [ContractPages.Line]
    ) -> (rest: [ContractPages.Line], entries: Int) {
        guard lines.contains(where: { isHeading($0.words) }) else { return (lines, 0) }
        let beginnings = Beginnings(lines)
        var rest: [ContractPages.Line] = []
        var (entries, place) = (0, 0)
        while place < lines.count {
            if isHeading(lines[place].words),
                let (end, count) = table(after: place, in: lines, beginnings)
            {
                entries += count
                place = end
            } else {
                rest.append(lines[place])
                place += 1
            }
        }
        return (rest, entries)
    }

    static func isHeading(_ words: String) -> Bool {
        ["table of contents", "contents"].contains(
            words.lowercased().drop { !$0.isLetter }.prefix { $0.isLetter || $0 == " " })
    }

    private static func table(
        after heading: Int, in lines: [ContractPages.Line], _ beginnings: Beginnings
    ) -> (end: Int, entries: Int)? {
        var (end, entries, between) = (heading, 0, 0)
        for place in lines.indices.dropFirst(heading + 1) where !lines[place].isBlank {
            let title = title(of: lines[place])
            if let title, beginnings.isThere(title, after: place) {
                (end, entries, between) = (place + 1, entries + 1, 0)
            } else {
                between += 1
                guard between <= gap else { break }
            }
        }
        return entries > 1 ? (end, entries) : nil
    }

    /// The words of an entry before its page; nil where the line ends with none.
    private static func title(of line: ContractPages.Line) -> String? {
        var words = line.text.split { $0.isWhitespace || ".…_".contains($0) }
        guard words.count > 1, let last = words.popLast() else { return nil }
        let isPage =
            last.count <= 5 && last.first?.isLetter != true && last.allSatisfy(\.isNumber)
            || last.allSatisfy { "ivxlc".contains($0) }
            || last.count <= 5 && last.contains("-") && last.last?.isNumber == true
        // The end of a sentence is no page.
        guard isPage, line.words.last?.isPunctuation != true else { return nil }
        let title = Beginnings.letters(of: words.joined())
        return title.contains(where: \.isLetter) ? title : nil
    }
}

/// How the lines of a text begin, whatever stands between their letters.
private struct Beginnings {
    private let sorted: [(letters: String, place: Int)]

    init(_ lines: [ContractPages.Line]) {
        let full = lines.enumerated().filter { !$0.element.isBlank }
        let letters = full.map { Self.letters(of: String($0.element.text.prefix(200))) }
        // A heading may go on in the line after its number.
        sorted = full.indices.map { index in
            let next = index + 1 < full.count ? letters[index + 1] : ""
            return (letters[index] + next, full[index].offset)
        }.sorted { ($0.letters, $0.place) < ($1.letters, $1.place) }
    }

    static func letters(of text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    /// Whether a line after that place begins with those letters.
    func isThere(_ letters: String, after place: Int) -> Bool {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle].letters < letters { low = middle + 1 } else { high = middle }
        }
        // As many as stand in a contract; more of them are no headings.
        return sorted[low...].prefix(32)
            .contains { $0.place > place && $0.letters.hasPrefix(letters) }
    }
}
