/// The parts that a redline keeps whole: words, amounts, single marks of punctuation, runs of white space.
///
/// - An amount is one part with its currency, its separators, its per cent sign and its word of size:
///   `USD 1,000,000.00`, `12.5%`, `€ 3 million`, `1,000万円`. So is a number in words of Chinese: `二十`.
/// - Where a script writes no spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese, Tibetan) a part is one character
///   as readers see it, for no dictionary says where words end; a run of katakana is a word (Unicode UAX #29).
enum RedlineTokens {
    static func of(_ text: String) -> [String] {
        var reader = Reader(Array(text))
        return reader.tokens()
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

        /// The end of an amount that begins there: a number with what belongs to it on both sides; nil where none does.
        private func endOfAmount(from start: Int) -> Int? {
            if start > 0, Sort(text[start - 1]) == .word, Sort(text[start]) == .word { return nil }
            var number = start
            if let end = endOfCurrency(from: start) { number = afterSpaces(end) }
            if at(number) == "-" || at(number) == "−" { number += 1 }
            guard let end = endOfNumber(from: number) else { return nil }
            return endOfUnit(after: end)
        }

        /// A code of three capital letters, or a sign.
        private func endOfCurrency(from start: Int) -> Int? {
            guard let first = at(start) else { return nil }
            if first.isCurrencySymbol { return start + 1 }
            let code = text[start..<min(start + 3, text.count)]
            let isCode = code.count == 3 && code.allSatisfy { ("A"..."Z").contains($0) }
            guard isCode else { return nil }
            var end = start + 3
            // As in US$ and its like, A$ aside.
            if let next = at(end), next.isCurrencySymbol { end += 1 }
            guard let next = at(end), next.isWhitespace || next.isDigit else { return nil }
            return end
        }

        private func afterSpaces(_ start: Int) -> Int {
            var end = start
            while let next = at(end), next.isWhitespace, !next.isNewline { end += 1 }
            return end
        }

        /// Digits with single separators between them; a blank only before exactly three of them.
        private func endOfNumber(from start: Int) -> Int? {
            guard let first = at(start), first.isDigit else { return nil }
            var end = start + 1
            while let next = at(end) {
                if next.isDigit {
                    end += 1
                } else if ".,'’/:-".contains(next), at(end + 1)?.isDigit ?? false {
                    end += 2
                } else if "\u{A0}\u{202F}\u{2009}".contains(next), isThousands(from: end + 1) {
                    end += 4
                } else {
                    break
                }
            }
            // A word that begins with digits, such as 7nm or 3rd, goes on to its end.
            while let next = at(end), Sort(next) == .word { end += 1 }
            return end
        }

        private func isThousands(from start: Int) -> Bool {
            let digits = (start..<start + 3).compactMap { at($0) }.filter(\.isDigit)
            return digits.count == 3 && !(at(start + 3)?.isDigit ?? false)
        }

        /// What belongs to a number after it: per cent, a word of size, a unit of Chinese or Japanese.
        private func endOfUnit(after number: Int) -> Int {
            var end = number
            let next = afterSpaces(end)
            if let sign = at(next), "%‰％".contains(sign) { return next + 1 }
            if let sign = at(next), sign.isCurrencySymbol { return next + 1 }
            while let unit = at(end), Self.hanUnits.contains(unit) { end += 1 }
            if end > number { return end }
            guard next > number else { return number }
            for word in Self.sizes where matches(word, at: next) { return next + word.count }
            return number
        }

        private func matches(_ word: [Character], at start: Int) -> Bool {
            guard start + word.count <= text.count else { return false }
            let found = text[start..<start + word.count].map { Character($0.lowercased()) }
            return found == word && at(start + word.count).map { Sort($0) != .word } ?? true
        }

        private static let sizes: [[Character]] = [
            "thousand", "million", "billion", "trillion", "percent", "per cent", "mio", "mrd", "bn",
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
