/// A part of a contract's text that has a number or a heading of its own, or stands before the first that has.
public struct Clause: Hashable, Sendable {
    /// As written, without what surrounds it: `4.2`, `4.2(b)`, `IV`; nil where it has none.
    public var number: String?
    /// Nil where it has none.
    public var heading: String?
    /// All of its words, the number and the heading with them, a paragraph a line.
    public var text: String
    /// The text without the number: what is the same where only the number changed.
    public var body: String

    /// The words of the body, wherever its paragraphs end (a page may end within one) and however its quotes are set.
    var words: String { body.withPlainMarks.replacing("\n", with: " ") }

    /// The heading, however its quotes are set.
    var plainHeading: String? { heading?.withPlainMarks }

    /// How people find it: `4.2 Fees`, else how it begins.
    public var title: String {
        let parts = [number, heading].compactMap(\.self)
        guard parts.isEmpty else { return parts.joined(separator: " ") }
        let words = text.split(whereSeparator: \.isWhitespace)
        return "\"\(words.prefix(6).joined(separator: " "))\(words.count > 6 ? " …" : "")\""
    }
}

extension Clause {
    /// The clauses of a plain text, in its order: every word of the text is in exactly one of them.
    ///
    /// Paragraphs are parted by empty lines. One that begins with a number (`4.2`, `Section 4.2`, `Article IV`, `(a)`), or
    /// is a heading in capitals, begins a clause; others go on with the one before. A paragraph that begins with
    /// `(a)` stands under the number before it.
    public static func all(in text: String) -> [Clause] {
        var clauses: [Clause] = []
        var parent: String?
        for paragraph in paragraphs(of: text) {
            let mark = ClauseMark(of: paragraph)
            if let mark {
                let number = mark.isItem ? (parent ?? "") + mark.number : mark.number
                if !mark.isItem { parent = mark.number }
                clauses.append(
                    Clause(
                        number: number, heading: heading(of: mark.rest), text: paragraph,
                        body: mark.rest))
            } else if isCapitals(paragraph) {
                clauses.append(
                    Clause(number: nil, heading: paragraph, text: paragraph, body: paragraph))
                parent = nil
            } else if clauses.isEmpty {
                clauses.append(
                    Clause(number: nil, heading: nil, text: paragraph, body: paragraph))
            } else {
                clauses[clauses.count - 1].text += "\n" + paragraph
                clauses[clauses.count - 1].body +=
                    (clauses.last?.body.isEmpty == true ? "" : "\n")
                    + paragraph
            }
        }
        return clauses
    }

    /// The paragraphs, each in one line with single spaces.
    private static func paragraphs(of text: String) -> [String] {
        var paragraphs: [String] = []
        var words: [Substring] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let own = line.split(whereSeparator: \.isWhitespace)
            // Such a line begins a paragraph, whatever stands before it.
            let begins = own.isEmpty || ClauseMark.isCertain(own)
            if begins, !words.isEmpty {
                paragraphs.append(words.joined(separator: " "))
                words = []
            }
            words += own
        }
        return paragraphs + (words.isEmpty ? [] : [words.joined(separator: " ")])
    }

    /// The words up to the first full stop, colon or dash, where they are few and begin with a capital.
    private static func heading(of text: String) -> String? {
        let words = text.split(separator: " ")
        var heading: [Substring] = []
        for word in words.prefix(10) {
            if ["–", "—", "-"].contains(word) { return joined(heading) }
            heading.append(word)
            if let last = word.last, ".:".contains(last) {
                // A short sentence is no heading, where nothing follows it.
                return heading.count < words.count || words.count <= 4 ? joined(heading) : nil
            }
        }
        return words.count <= 10 ? joined(heading) : nil
    }

    private static func joined(_ words: [Substring]) -> String? {
        guard words.first?.first?.isUppercase == true else { return nil }
        let text = words.joined(separator: " ")
        return text.last.map { ".:".contains($0) } ?? false ? String(text.dropLast()) : text
    }

    /// A heading without a number: a few words in capitals.
    private static func isCapitals(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count > 2 && letters.allSatisfy(\.isUppercase)
            && text.split(separator: " ").count <= 12
    }
}

/// The number that a paragraph begins with.
struct ClauseMark {
    let number: String
    /// Whether it is an item of the clause before, such as `(a)`.
    let isItem: Bool
    /// The paragraph after the number.
    let rest: String

    private static let words: Set<String> = [
        "section", "article", "clause", "§", "paragraph", "sec.",
    ]

    init?(of paragraph: String) {
        var parts = paragraph.split(separator: " ", maxSplits: 2).map(String.init)
        var isNamed = false
        if let first = parts.first, Self.words.contains(first.lowercased()), parts.count > 1 {
            isNamed = true
            parts.removeFirst()
        }
        guard let first = parts.first else { return nil }
        let rest = parts.dropFirst().joined(separator: " ")
        if let item = Self.item(first), !isNamed {
            self.init(number: item, isItem: true, rest: rest)
        } else if let number = Self.number(first, isNamed: isNamed) {
            self.init(number: number, isItem: false, rest: rest)
        } else {
            return nil
        }
    }

    private init(number: String, isItem: Bool, rest: String) {
        self.number = number
        self.isItem = isItem
        self.rest = rest
    }

    /// Whether a line begins with a clause's number and hardly anything else: one of at least two parts, and a word with
    /// a capital after it.
    static func isCertain(_ line: [Substring]) -> Bool {
        guard let first = line.first, let number = number(String(first), isNamed: false) else {
            return false
        }
        return number.contains(".") && line.dropFirst().first?.first?.isUppercase == true
    }

    /// `(a)`, `(iv)`, `(12)`.
    private static func item(_ word: String) -> String? {
        guard word.hasPrefix("("), word.hasSuffix(")"), (3...6).contains(word.count) else {
            return nil
        }
        let inside = word.dropFirst().dropLast()
        return inside.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } ? word : nil
    }

    /// `4`, `4.`, `4.2`, `4.2(b)`, and after `Article` also `IV`.
    private static func number(_ word: String, isNamed: Bool) -> String? {
        var text = Substring(word)
        while let last = text.last, ".:,)–—".contains(last), !text.hasSuffix("))") {
            if last == ")", text.contains("(") { break }
            text = text.dropLast()
        }
        guard !text.isEmpty else { return nil }
        if isNamed, text.allSatisfy({ "IVXLC".contains($0) }) { return String(text) }
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        guard digits.first?.isNumber == true, !digits.contains("..") else { return nil }
        let items = text.dropFirst(digits.count)
        guard items.isEmpty || (items.hasPrefix("(") && items.hasSuffix(")")) else { return nil }
        let isPlain = !isNamed && !digits.contains(".") && items.isEmpty
        // A bare 2026 begins a sentence more often than a clause.
        if isPlain, word == String(digits) || digits.count > 3 { return nil }
        return String(text)
    }
}
