import Notation
import Terms

extension TermPredicate {
    /// Reads a predicate.
    ///
    /// - Parameters:
    ///   - source: the predicate as a person writes it.
    ///   - meanings: what names in it mean; without one a name is an id.
    /// - Throws: what is wrong first, with its column.
    public init(
        _ source: String, meaning meanings: [PredicateName: String] = [:]
    ) throws(PredicateError) {
        var parser = PredicateParser(
            source, try PredicateLexer.tokens(of: source),
            meanings.isEmpty ? nil : PredicateMeanings(meanings))
        self = try parser.whole()
    }
}

/// Reads tokens by recursive descent: `or` binds least, then `and`, then `not`.
struct PredicateParser {
    typealias Token = PredicateLexer.Token

    let source: String
    private let tokens: [Token]
    /// What names mean; nil where every name is an id.
    let meanings: PredicateMeanings?
    private var index = 0
    private var depth = 0
    private var tests = 0

    /// How many brackets and `not` may stand in each other.
    private static let deepest = 100
    /// How many tests a predicate may have, each value of a list counted: every term is asked all of them.
    private static let mostTests = 1_000

    init(_ source: String, _ tokens: [Token], _ meanings: PredicateMeanings?) {
        self.source = source
        self.tokens = tokens
        self.meanings = meanings
    }

    mutating func whole() throws(PredicateError) -> TermPredicate {
        guard token.shape != .end else {
            throw PredicateError(
                source, at: 1, length: 1, "the predicate is empty",
                hint: "such as: kind = revenue-share and rate > 15%")
        }
        let predicate = try alternatives()
        guard token.shape == .end else {
            throw wrong(
                token, "\(name(of: token)) cannot stand here",
                hint: "expected and, or, or the end")
        }
        return predicate
    }

    private mutating func alternatives() throws(PredicateError) -> TermPredicate {
        var parts = [try conjunction()]
        while takeWord("or") { parts.append(try conjunction()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(PredicateError) -> TermPredicate {
        var parts = [try factor()]
        while takeWord("and") { parts.append(try factor()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func factor() throws(PredicateError) -> TermPredicate {
        let start = token
        guard depth < Self.deepest else {
            throw wrong(
                start, "the brackets are nested too deeply", hint: "at most \(Self.deepest) deep")
        }
        depth += 1
        defer { depth -= 1 }
        if takeWord("not") { return .not(try factor()) }
        guard token.shape == .open else { return try test() }
        index += 1
        let predicate = try alternatives()
        guard token.shape == .close else {
            throw wrong(
                token,
                "\(name(of: token)) stands where the bracket of column \(start.column) "
                    + "should close", hint: "expected ), and, or or")
        }
        index += 1
        return predicate
    }
}

extension PredicateParser {
    var token: Token { tokens[min(index, tokens.count - 1)] }

    mutating func advance() { index += 1 }

    /// One more test, or one more value of a list.
    mutating func count(_ token: Token) throws(PredicateError) {
        tests += 1
        guard tests <= Self.mostTests else {
            throw wrong(
                token, "the predicate has more than \(Self.mostTests) tests",
                hint: "ask in parts: at most \(Self.mostTests) tests and values of lists at a time")
        }
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard token.shape == .word, token.text == word else { return false }
        index += 1
        return true
    }

    func name(of token: Token) -> String {
        switch token.shape {
        case .end: "the end"
        case .quoted: "\"\(token.text)\""
        case .word, .comparison, .open, .close, .comma: "'\(token.text)'"
        }
    }

    func wrong(_ token: Token, _ message: String, hint: String) -> PredicateError {
        PredicateError(source, at: token.column, length: token.length, message, hint: hint)
    }

    /// One value; an amount of money and a length of time are two words.
    mutating func operand() throws(PredicateError) -> (operand: Operand, token: Token) {
        var first = token
        switch first.shape {
        case .quoted: advance()
        case .word:
            guard !PredicateLexer.reserved.contains(first.text) else {
                throw wrong(
                    first, "'\(first.text)' is a word of the language, not a value",
                    hint: "put it in \"quotes\" where it is meant as text")
            }
            advance()
            if token.shape == .word, Self.makesOne(first.text, token.text) {
                first.length = token.column + token.length - first.column
                first.text += " \(token.text)"
                advance()
            }
            try refuseSeparators(in: first)
        case .comparison, .open, .close, .comma, .end:
            throw wrong(first, "\(name(of: first)) stands where a value should", hint: "a value")
        }
        return (Operand(first.text), first)
    }

    /// Refuses an amount in words or with commas in it, and one with a full stop that may stand between thousands; in quotes it is
    /// what it says.
    private func refuseSeparators(in value: Token) throws(PredicateError) {
        if Money(value.text) != nil, token.shape == .word,
            ["thousand", "million", "billion", "trillion"].contains(token.text)
        {
            var whole = value
            whole.text += " \(token.text)"
            whole.length = token.column + token.length - value.column
            var problems = Problems(.forgiving)
            let money = Money.codec.decode(Node(.plain(whole.text)), &problems)
            throw wrong(
                whole, "'\(whole.text)' is not written in figures",
                hint: money.map { "write \($0)" } ?? "write it in figures, such as EUR 1000000")
        }
        let parts = Money(value.text) == nil ? [] : digits(behind: value)
        if let last = parts.last {
            var whole = value
            whole.text += parts.map { ",\($0.text)" }.joined()
            whole.length = last.column + last.length - value.column
            throw wrong(
                whole, "'\(whole.text)' has separators in it",
                hint: WrittenAmount.hint(for: whole.text)
                    ?? "write the amount without them, such as EUR 1000.50")
        }
        guard let doubt = WrittenAmount.doubt(value.text) else { return }
        throw wrong(value, doubt.message, hint: doubt.hint)
    }

    /// The digits that follow a value behind commas, without a blank anywhere.
    private func digits(behind value: Token) -> [Token] {
        var found: [Token] = []
        var rest = tokens.dropFirst(index)
        var end = value.column + value.length
        while let comma = rest.popFirst(), comma.shape == .comma, comma.column == end,
            let word = rest.popFirst(), word.shape == .word, word.column == end + 1,
            word.text.allSatisfy({ $0.isASCII && $0.isNumber || $0 == "." })
        {
            found.append(word)
            end = word.column + word.length
        }
        return found
    }

    private static func makesOne(_ first: String, _ second: String) -> Bool {
        if Money("\(first) 1") != nil { return ExactDecimal(second) != nil }
        let unit = second.hasSuffix("s") ? String(second.dropLast()) : second
        return Int(first) != nil && CalendarDuration.Unit(rawValue: unit) != nil
    }
}
