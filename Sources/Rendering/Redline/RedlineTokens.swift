import Terms

/// The parts that a redline keeps whole: words, amounts, single marks of punctuation, runs of white space.
///
/// - An amount is one part with its currency, its separators, its per cent sign and its word of size:
///   `USD 1,000,000.00`, `US$1,000`, `1 000 000 kr`, `12.5%`, `€ 3 million`, `1,000万円`. So is a number in words of
///   Chinese: `二十`.
/// - Where a script writes no spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) a part is one character
///   as readers see it, for no dictionary says where words end; a run of katakana is a word (Unicode UAX #29).
enum RedlineTokens {
    static func of(_ text: String) -> [String] {
        var reader = Reader(Array(text))
        return reader.tokens()
    }

    /// Whether one of these parts is an amount, a date or the like.
    static func isAmount(_ part: String) -> Bool {
        part.contains(where: \.isNumber) && Reader(Array(part)).isAmount
    }

    private enum Sort {
        case word, space, mark, katakana, alone

        init(_ character: Character) {
            guard let scalar = character.unicodeScalars.first else {
                self = .mark
                return
            }
            switch scalar.value {
            case 0x30A1...0x30FA, 0x30FC...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F:
                self = .katakana
            case 0x3041...0x309F, 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF,
                0xF900...0xFAFF,
                0x20000...0x3FFFF, 0x0E01...0x0E4E, 0x0E81...0x0ECD, 0x0F40...0x0FBC,
                0x1000...0x103F, 0x1050...0x108F, 0x1780...0x17D3:
                self = .alone
            case _:
                if character.isWhitespace {
                    self = .space
                } else if character.isLetter || character.isNumber || "-'’_".contains(character) {
                    self = .word
                } else {
                    self = .mark
                }
            }
        }
    }

    private struct Reader {
        private let text: [Character]
        private var place = 0

        init(_ text: [Character]) { self.text = text }

        mutating func tokens() -> [String] {
            var tokens: [String] = []
            while place < text.count {
                let end = endOfAmount(from: place) ?? endOfRun(from: place)
                tokens.append(String(text[place..<end]))
                place = end
            }
            return tokens
        }

        var isAmount: Bool { endOfAmount(from: 0) == text.count }

        private func at(_ index: Int) -> Character? { index < text.count ? text[index] : nil }

        private func endOfRun(from start: Int) -> Int {
            if let end = endOfHanNumber(from: start) { return end }
            let sort = Sort(text[start])
            var end = start + 1
            switch sort {
            case .mark, .alone: return end
            case .word, .space, .katakana: break
            }
            while end < text.count, Sort(text[end]) == sort { end += 1 }
            return end
        }

        // MARK: Amounts

        /// The end of an amount that begins there: a number with its sign and what belongs to it on both sides, up to
        /// one space away; nil where none does.
        private func endOfAmount(from start: Int) -> Int? {
            if start > 0, Sort(text[start - 1]) == .word, Sort(text[start]) == .word { return nil }
            let signed = afterSign(start)
            let currency = endOfCurrency(from: signed)
            guard let end = endOfNumber(from: afterSign(currency.map(afterSpace) ?? signed)) else {
                return nil
            }
            return endOfUnit(after: end, hasCurrency: currency != nil)
        }

        private func afterSign(_ start: Int) -> Int {
            at(start).map { "+-−".contains($0) } ?? false ? start + 1 : start
        }

        private func afterSpace(_ start: Int) -> Int {
            at(start).map { $0.isWhitespace && !$0.isNewline } ?? false ? start + 1 : start
        }

        /// The end of a currency before its number: a sign, also after letters as in `US$`; a code; a word as `Rs.`.
        private func endOfCurrency(from start: Int) -> Int? {
            var end = start
            while end < start + 3, let next = at(end), ("A"..."Z").contains(next) { end += 1 }
            if let sign = at(end), sign.isCurrencySymbol { return end + 1 }
            let word = endOfWord(among: Self.currencies, from: start)
            guard let end = endOfCode(from: start) ?? word else { return nil }
            return at(end) == "." ? end + 1 : end
        }

        /// The end of a currency after its number.
        private func endOfCurrency(after number: Int) -> Int? {
            let start = afterSpace(number)
            if let sign = at(start), sign.isCurrencySymbol { return start + 1 }
            let code = endOfCode(from: start)
            if let code, at(code).map({ Sort($0) != .word }) ?? true { return code }
            return endOfWord(among: Self.currencies, from: start)
        }

        /// Three letters that ISO 4217 has as a code.
        private func endOfCode(from start: Int) -> Int? {
            guard start + 3 <= text.count else { return nil }
            let code = text[start..<start + 3]
            let isCode = code.allSatisfy { ("A"..."Z").contains($0) }
            return isCode && Currency(String(code)) != nil ? start + 3 : nil
        }

        /// Digits, the marks between their groups, and decimals.
        ///
        /// A space is such a mark only where one to three digits stand before the first one and exactly three digits
        /// after each; so is a full-width comma, which also stands between numbers.
        private func endOfNumber(from start: Int) -> Int? {
            guard let first = at(start), first.isDigit else { return nil }
            var end = start + 1
            while let next = at(end), next.isDigit { end += 1 }
            var maySpace = end - start <= 3
            while let next = at(end) {
                if next.isDigit {
                    end += 1
                } else if ".,'’/:-٫٬．".contains(next), at(end + 1)?.isDigit ?? false {
                    maySpace = false
                    end += 2
                } else if maySpace && " \u{A0}\u{2009}\u{202F}".contains(next) || next == "，",
                    isThousands(from: end + 1)
                {
                    end += 4
                } else {
                    break
                }
            }
            if let dashes = endOfDashes(from: end) { return dashes }
            // A word that begins with digits, such as 7nm or 3rd, goes on to its end.
            while let next = at(end), Sort(next) == .word { end += 1 }
            return end
        }

        private func isThousands(from start: Int) -> Bool {
            let digits = (start..<start + 3).compactMap { at($0) }.filter(\.isDigit)
            return digits.count == 3 && !(at(start + 3)?.isDigit ?? false)
        }

        /// Dashes in the place of decimals: `1000.–`, `1.000,--`, `1,00,000/-`.
        private func endOfDashes(from start: Int) -> Int? {
            guard let mark = at(start), ".,/".contains(mark) else { return nil }
            var end = start + 1
            while let next = at(end), "-–—".contains(next) { end += 1 }
            return end > start + 1 && at(end).map { Sort($0) != .word } ?? true ? end : nil
        }

        /// What belongs to a number after it: per cent, a word of size, a currency, a unit of Chinese or Japanese.
        private func endOfUnit(after number: Int, hasCurrency: Bool) -> Int {
            if let sign = at(afterSpace(number)), "%‰‱％".contains(sign) {
                return afterSpace(number) + 1
            }
            var end = number
            while let unit = at(end), Self.hanUnits.contains(unit) { end += 1 }
            if end > number { return end }
            if let size = endOfWord(among: Self.sizes, from: afterSpace(number)) { end = size }
            return hasCurrency ? end : endOfCurrency(after: end) ?? end
        }

        private func endOfWord(among words: [[Character]], from start: Int) -> Int? {
            words.first { matches($0, at: start) }.map { start + $0.count }
        }

        private func matches(_ word: [Character], at start: Int) -> Bool {
            guard start + word.count <= text.count else { return false }
            let found = text[start..<start + word.count].map { Character($0.lowercased()) }
            return found == word && at(start + word.count).map { Sort($0) != .word } ?? true
        }

        private static let sizes: [[Character]] = [
            "thousand", "million", "billion", "trillion", "percent", "per cent", "mio", "mrd", "bn",
        ].map { Array($0) }

        /// Currencies that are written as words without a sign or a code of their own.
        private static let currencies: [[Character]] = [
            "kr", "kč", "zł", "ft", "lei", "fr", "rs", "руб", "грн", "บาท",
        ].map { Array($0) }

        private static let hanUnits: Set<Character> = Set("十百千万萬亿億兆円圆元年月日%％")

        // MARK: Numbers in words

        private static let hanDigits: Set<Character> = Set(
            "〇零一二三四五六七八九十百千万萬亿億兆壹贰叁肆伍陆柒捌玖拾佰仟")

        private func endOfHanNumber(from start: Int) -> Int? {
            var end = start
            while let next = at(end), Self.hanDigits.contains(next) { end += 1 }
            return end > start ? end : nil
        }
    }
}

extension Character {
    fileprivate var isDigit: Bool {
        unicodeScalars.first?.properties.generalCategory == .decimalNumber
    }
}
