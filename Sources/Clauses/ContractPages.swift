/// The lines of a contract without what belongs to its pages: numbers of pages, and what stands at the top or the
/// bottom of several pages alike.
///
/// Pages end at form feeds, and where a line is `<PAGE>`. Nothing is left out from within a page but `Page 2 of 9` and
/// `- 2 -`, and nothing that begins with the number of a clause. What stands at the top of the first page stays. A number
/// that counts up with the pages is theirs; another may be an amount: a short one is left out and named, a long one stays.
struct ContractPages {
    /// A line, and on which page it stands, from 0.
    struct Line {
        var text: Substring
        var page: Int

        var isBlank: Bool { text.allSatisfy(\.isWhitespace) }
        /// Its words with single spaces.
        var words: String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }

    /// What was left out beside numbers that count up with the pages, each line once.
    private(set) var edges: [String] = []
    private var pages: [[Line]]

    static func lines(of text: String) -> [Line] {
        var lines: [Line] = []
        var page = 0
        for part in text.split(separator: "\u{0C}", omittingEmptySubsequences: false) {
            for line in part.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
                let found = Line(text: line, page: page)
                if found.words.lowercased() == "<page>" {
                    page += 1
                } else {
                    lines.append(found)
                }
            }
            page += 1
        }
        return lines
    }

    init(_ lines: [Line]) {
        pages = Dictionary(grouping: lines, by: \.page).sorted { $0.key < $1.key }.map { _, lines in
            lines.filter { !Self.isCertainNumber($0.words) }
        }
        pages.removeAll { $0.allSatisfy(\.isBlank) }
        for edge in [Edge.top, .foot] {
            for _ in 0..<3 where pages.count > 1 { leaveOut(at: edge) }
        }
    }

    /// The text that is left. A sentence that goes on over the end of a page is one.
    var text: String {
        var text = ""
        for page in pages {
            let own = page.map(\.text).joined(separator: "\n")
            let begins = own.drop(while: \.isWhitespace)
            while text.last?.isWhitespace == true { text.removeLast() }
            let goesOn =
                begins.first?.isLowercase == true
                && text.last.map { !".:;!?".contains($0) } ?? false
            text += text.isEmpty ? own : goesOn ? "\n\(begins)" : "\n\n\(own)"
        }
        return text
    }
}

extension ContractPages {
    private enum Edge { case top, foot }

    private func place(at edge: Edge, of page: Int) -> Int? {
        switch edge {
        case .top: pages[page].firstIndex { !$0.isBlank }
        case .foot: pages[page].lastIndex { !$0.isBlank }
        }
    }

    /// Leaves out the outermost line of each page that is a page's.
    private mutating func leaveOut(at edge: Edge) {
        let outermost = pages.indices.map { page in
            place(at: edge, of: page).map { pages[page][$0].words } ?? ""
        }
        var shared = outermost.enumerated().reduce(into: [:] as [String: Int]) { counts, line in
            for key in Self.keys(line.element, line.offset) { counts[key, default: 0] += 1 }
        }
        if edge == .top {
            let title = pages[0].lazy.filter { !$0.isBlank }.prefix(3).map(\.words)
            for key in Set(title).subtracting([outermost[0]]) { shared[key, default: 0] += 1 }
        }
        let numbered = outermost.dropLast().contains(where: Self.isNumber)
        let counting = Self.pagesThatCountUp(outermost)
        for (page, words) in outermost.enumerated() {
            guard edge == .foot || page > 0, let place = place(at: edge, of: page) else { continue }
            let isBeforeEnd = edge == .top || page < pages.count - 1 || numbered
            if isBeforeEnd, counting.contains(page) {
                pages[page].remove(at: place)
            } else if isBeforeEnd && Self.isNumber(words) && words.count(where: \.isNumber) <= 3
                || Self.keys(words, page).contains(where: { shared[$0, default: 0] > 1 })
                || Self.isLink(words)
            {
                pages[page].remove(at: place)
                if !edges.contains(words) { edges.append(words) }
            }
        }
    }

    /// What a line has in common with that of another page: its words, and with the number of the page taken out, how far
    /// that is from the place of the page. None where it is a clause.
    private static func keys(_ line: String, _ page: Int) -> [String] {
        let words = line.split(separator: " ")
        guard !words.isEmpty, words.count <= 16, ClauseMark(of: line) == nil else { return [] }
        guard let place = numberPlace(in: words), let number = Int(words[place]) else {
            return [line]
        }
        var rest = words.map(String.init)
        rest[place] = "#\(number - page)"
        return [line, rest.joined(separator: " ")]
    }

    /// The number after `page`, or the one beside at least two words: `Schedule 1` is no page.
    private static func numberPlace(in words: [Substring]) -> Int? {
        let isNumber: (Substring) -> Bool = { $0.count <= 4 && $0.allSatisfy(\.isNumber) }
        if let page = words.firstIndex(where: { $0.lowercased() == "page" }),
            page + 1 < words.count, isNumber(words[page + 1])
        {
            return page + 1
        }
        guard words.count > 2 else { return nil }
        return [0, words.count - 1].first { isNumber(words[$0]) }
    }

    /// Such as `12`, `- 12 -` and `A-3`.
    private static func isNumber(_ line: String) -> Bool {
        line.count <= 8 && line.contains(where: \.isNumber)
            && line.count(where: \.isLetter) <= 1
            && line.allSatisfy { $0.isNumber || $0.isLetter || " -–—".contains($0) }
    }

    /// The pages whose number, with the same signs around it, goes on from that of one before, no faster than pages do.
    private static func pagesThatCountUp(_ lines: [String]) -> Set<Int> {
        var last: [String: (page: Int, number: Int)] = [:]
        var found: Set<Int> = []
        for (page, line) in lines.enumerated() where isNumber(line) {
            guard let number = Int(line.filter(\.isNumber)) else { continue }
            let signs = line.filter { !$0.isNumber }
            if let before = last[signs], before.number < number,
                number - before.number <= page - before.page
            {
                found.formUnion([before.page, page])
            }
            last[signs] = (page, number)
        }
        return found
    }

    /// Such as `- 12 -`, `Page 2` and `Page 2 of 9`, wherever it stands.
    private static func isCertainNumber(_ line: String) -> Bool {
        let words = line.lowercased().split(separator: " ")
        func isNumber(_ word: Substring) -> Bool {
            word.count <= 3 && word.allSatisfy { $0.isASCII && $0.isNumber }
        }
        switch words.count {
        case 2: return words[0] == "page" && isNumber(words[1])
        case 3: return ["-", "–"].contains(words[0]) && isNumber(words[1]) && words[2] == words[0]
        case 4:
            return words[0] == "page" && isNumber(words[1]) && words[2] == "of"
                && isNumber(words[3])
        case _: return false
        }
    }

    /// With which filings lead back to their table of contents from each page.
    private static func isLink(_ line: String) -> Bool {
        ContentsTable.isHeading(line)
    }
}
