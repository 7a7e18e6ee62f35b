/// Something in the words of a clause that a term of a book states in a field of its own.
public struct Figure: Hashable, Sendable {
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case amount
        case rate
        case day
        case duration
        /// How exclusive a right is.
        case exclusivity
        /// Of what nothing is said beside it, such as a quantity; not one of another clause.
        case number
    }

    public var kind: Kind
    /// As it is written, without the signs around it.
    public var text: String

    /// Figures of one kind that a clause had in its old version only, and those that it has in the new one only.
    public struct Change: Hashable, Sendable {
        public var kind: Kind
        public var old: [String]
        public var new: [String]

        /// `5.5% became 5%`.
        public var words: String {
            switch (old.isEmpty, new.isEmpty) {
            case (true, _): "new: \(new.joined(separator: ", "))"
            case (_, true): "no longer: \(old.joined(separator: ", "))"
            case (false, false):
                "\(old.joined(separator: ", ")) became \(new.joined(separator: ", "))"
            }
        }
    }

    /// What of the figures of a clause changed, whatever its other words; its own number is none.
    public static func changes(from old: Clause, to new: Clause) -> [Change] {
        let (old, new) = (all(in: old.body), all(in: new.body))
        return Kind.allCases.compactMap { kind in
            let change = Change(
                kind: kind, old: rest(old, without: new, kind), new: rest(new, without: old, kind))
            return change.old.isEmpty && change.new.isEmpty ? nil : change
        }
    }

    /// The figures of a text, in its order.
    public static func all(in text: String) -> [Figure] {
        var reader = FigureReader(text)
        return reader.read()
    }

    private static func rest(_ own: [Figure], without other: [Figure], _ kind: Kind) -> [String] {
        var others = other.filter { $0.kind == kind }
            .reduce(into: [:] as [[String]: Int]) { $0[$1.meaning, default: 0] += 1 }
        return own.filter { $0.kind == kind }.compactMap { figure in
            let meaning = figure.meaning
            guard let left = others[meaning], left > 0 else { return figure.text }
            others[meaning] = left - 1
            return nil
        }
    }

    /// What makes two writings the same: `six (6) months` and `6 months`, `March 31, 2026` and `31 March 2026`.
    private var meaning: [String] {
        var parts = text.lowercased().split { " ,()-".contains($0) }.map(String.init)
        switch kind {
        case .day:
            return parts.map { $0.first?.isNumber == true ? FigureWord.day($0) : $0 }.sorted()
        case .duration, .rate:
            let isInDigits = parts.contains { $0.first?.isNumber == true }
            parts = parts.compactMap { part in
                guard let value = FigureWord.values[part] else { return part }
                return isInDigits ? nil : String(value)
            }
            return parts.map { $0.replacing("'", with: "") }
                .map { FigureWord.units[$0] ?? $0 }
        case .amount, .exclusivity, .number: return [text.lowercased()]
        }
    }
}

/// Words that stand in figures.
enum FigureWord {
    static let values: [String: Int] = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
        "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
        "eighty": 80, "ninety": 90, "hundred": 100,
    ]
    static let scales: Set<String> = ["thousand", "million", "billion", "bn", "m"]
    /// Units of time, each with the one that it is of several of.
    static let units: [String: String] = [
        "day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month",
        "months": "month", "quarter": "quarter", "quarters": "quarter", "year": "year",
        "years": "year",
    ]
    static let ofDays: Set<String> = ["business", "calendar", "working", "consecutive", "banking"]
    static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]
    static let currencies: Set<String> = ["euro", "euros", "dollars", "pounds", "yen", "francs"]
    static let exclusivity: Set<String> = [
        "exclusive", "exclusively", "non-exclusive", "non-exclusively", "nonexclusive",
        "nonexclusively", "co-exclusive", "sole",
    ]
    /// Words after which a number is that of a part of a contract.
    static let parts: Set<String> = [
        "section", "sections", "clause", "clauses", "article", "articles", "paragraph",
        "paragraphs", "exhibit", "schedule", "annex", "appendix", "part", "no", "number", "§", "§§",
    ]

    /// A day of a month without its ending.
    static func day(_ text: String) -> String {
        let digits = text.prefix(while: \.isNumber)
        let end = text.dropFirst(digits.count)
        let plain = ["st", "nd", "rd", "th", ""].contains(end) ? String(digits) : text
        return plain.hasPrefix("0") && plain.count == 2 ? String(plain.dropFirst()) : plain
    }
}

/// Reads the figures of a text, word by word.
private struct FigureReader {
    /// The words without the signs around them.
    private let words: [String]
    private let lower: [String]
    private let isBracketed: [Bool]
    private var place = 0
    private var figures: [Figure] = []
    /// Whether the last number was that of a part of the contract.
    private var isAfterPart = false

    init(_ text: String) {
        let raw = text.withPlainMarks.split(whereSeparator: \.isWhitespace)
        words = raw.map(Self.core)
        lower = words.map { $0.lowercased() }
        isBracketed = raw.map { $0.hasPrefix("(") && $0.contains(")") }
    }

    mutating func read() -> [Figure] {
        while place < words.count {
            let found = exclusivity() ?? day() ?? money() ?? counted()
            if let (kind, count) = found {
                let own = (place..<place + count).map {
                    isBracketed[$0] ? "(\(words[$0]))" : words[$0]
                }
                figures.append(Figure(kind: kind, text: own.joined(separator: " ")))
                place += count
                isAfterPart = false
            } else {
                skip()
            }
        }
        return figures
    }

    /// A number of no kind, or a word.
    private mutating func skip() {
        if Self.isNumber(words[place]) {
            let isOfPart =
                isAfterPart || place > 0 && FigureWord.parts.contains(lower[place - 1])
            if !isOfPart { figures.append(Figure(kind: .number, text: words[place])) }
            isAfterPart = isOfPart
        } else if !["and", "or", "to", "through", ""].contains(lower[place]) {
            isAfterPart = false
        }
        place += 1
    }

    private func word(_ offset: Int) -> String {
        lower.indices.contains(place + offset) ? lower[place + offset] : ""
    }

    private func exclusivity() -> (Figure.Kind, Int)? {
        let isNot = word(0) == "not"
        guard FigureWord.exclusivity.contains(word(isNot ? 1 : 0)) else { return nil }
        return (.exclusivity, isNot ? 2 : 1)
    }

    private func day() -> (Figure.Kind, Int)? {
        func isMonth(_ offset: Int) -> Bool { FigureWord.months.contains(word(offset)) }
        func isDay(_ offset: Int) -> Bool {
            Int(FigureWord.day(word(offset))).map { (1...31).contains($0) } ?? false
        }
        func isYear(_ offset: Int) -> Bool {
            word(offset).count == 4
                && Int(word(offset)).map { (1_800...2_199).contains($0) } ?? false
        }
        if isDay(0), word(1) == "of" ? isMonth(2) : isMonth(1) {
            let months = word(1) == "of" ? 2 : 1
            return (.day, months + (isYear(months + 1) ? 2 : 1))
        }
        if isMonth(0), isDay(1) { return (.day, isYear(2) ? 3 : 2) }
        if isMonth(0), isYear(1) { return (.day, 2) }
        let parts = word(0).split { "-/.".contains($0) }
        let isDate =
            parts.count == 3 && parts.allSatisfy { (1...4).contains($0.count) && Int($0) != nil }
            && parts.contains { $0.count == 4 }
        return isDate || isYear(0) ? (.day, 1) : nil
    }

    private func money() -> (Figure.Kind, Int)? {
        let sign = words[place].firstIndex { "$€£¥".contains($0) }
        if let sign, words[place][sign...].contains(where: \.isNumber) {
            return (.amount, scaled(1))
        }
        let isCode =
            words[place].count == 3 && words[place].allSatisfy { $0.isASCII && $0.isUppercase }
        guard sign != nil || isCode, isNumber(1) else { return nil }
        return (.amount, scaled(2))
    }

    /// With the word for thousands or millions after it.
    private func scaled(_ count: Int) -> Int {
        FigureWord.scales.contains(word(count)) ? count + 1 : count
    }

    /// More words than a number has: a row of them is a list.
    private static let mostNumerals = 16

    /// What is counted by the words after it: `six (6) months`, `30-day`, `five percent`, `5 euros`.
    private func counted() -> (Figure.Kind, Int)? {
        if word(0).hasSuffix("%"), word(0).first?.isNumber == true { return (.rate, 1) }
        let joined = word(0).split(separator: "-")
        if joined.count > 1, let last = joined.last, FigureWord.units[String(last)] != nil,
            joined.dropLast().allSatisfy({ Self.isNumeral(String($0)) })
        {
            return (.duration, 1)
        }
        var count = 0
        while count < Self.mostNumerals, Self.isNumeral(word(count)) { count += 1 }
        guard count > 0 else { return nil }
        let unit = FigureWord.ofDays.contains(word(count)) ? count + 1 : count
        if FigureWord.units[word(unit).replacing("'", with: "")] != nil {
            return (.duration, unit + 1)
        }
        if ["%", "percent", "bps"].contains(word(count)) { return (.rate, count + 1) }
        if ["per", "basis"].contains(word(count)), ["cent", "points"].contains(word(count + 1)) {
            return (.rate, count + 2)
        }
        let scale = scaled(count)
        let isMoney =
            FigureWord.currencies.contains(word(scale))
            || ["eur", "usd", "gbp", "chf"].contains(word(scale))
        return isMoney ? (.amount, scale + 1) : nil
    }

    private func isNumber(_ offset: Int) -> Bool {
        words.indices.contains(place + offset) && Self.isNumber(words[place + offset])
    }

    private static func isNumber(_ word: String) -> Bool {
        word.first?.isASCII == true && word.first?.isNumber == true
            && word.allSatisfy { $0.isNumber || ".,'/".contains($0) }
    }

    /// A number in digits or in words.
    private static func isNumeral(_ word: String) -> Bool {
        isNumber(word)
            || !word.isEmpty
                && word.split(separator: "-").allSatisfy { FigureWord.values[String($0)] != nil }
    }

    /// A word without the signs around it, and without the mark of a footnote.
    private static func core(_ word: Substring) -> String {
        func belongs(_ character: Character) -> Bool {
            character.isLetter || character.isASCII && character.isNumber
                || "%$€£¥½¼¾§".contains(character)
        }
        let own = word.drop { !belongs($0) }
        guard let last = own.lastIndex(where: belongs) else { return "" }
        return String(own[...last])
    }
}
