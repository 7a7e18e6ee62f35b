/// Cuts a predicate into words, operators and brackets, each with its place.
struct PredicateLexer {
    /// One piece of a predicate.
    struct Token: Hashable {
        enum Shape: Hashable {
            case word
            case quoted
            case comparison(Comparison)
            case open, close, comma
            case end
        }

        var shape: Shape
        /// Of a quoted text, what stands between the quotes.
        var text: String
        /// From 1.
        var column: Int
        /// As written, in characters.
        var length: Int
    }

    /// Words that are no value unless they are quoted.
    static let reserved: Set<String> = ["and", "or", "not", "in", "is", "contains"]

    private let source: String
    private let characters: [Character]
    private var index = 0

    init(_ source: String) {
        self.source = source
        characters = Array(source)
    }

    /// Letters, digits and what dates, ids, paths and rates are written with.
    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".", "%", "/", ":", "~", "?", "+": true
        case _: false
        }
    }

    /// All tokens; the last is the end.
    static func tokens(of source: String) throws(PredicateError) -> [Token] {
        var lexer = PredicateLexer(source)
        var tokens: [Token] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.shape == .end { return tokens }
        }
    }

    private mutating func next() throws(PredicateError) -> Token {
        while index < characters.count, characters[index].isWhitespace { index += 1 }
        guard index < characters.count else { return token(.end, 0) }
        switch characters[index] {
        case "(": return token(.open, 1)
        case ")": return token(.close, 1)
        case ",": return token(.comma, 1)
        case "\"": return try quoted()
        case "=", "!", "<", ">": return try comparison()
        case _: return try word()
        }
    }

    private mutating func token(_ shape: Token.Shape, _ length: Int) -> Token {
        defer { index += length }
        return Token(
            shape: shape, text: String(characters[index..<index + length]), column: index + 1,
            length: length)
    }

    private mutating func comparison() throws(PredicateError) -> Token {
        for length in [2, 1] where index + length <= characters.count {
            let text = String(characters[index..<index + length])
            if text == "==" { return token(.comparison(.equal), 2) }
            if let comparison = Comparison(rawValue: text) {
                return token(.comparison(comparison), length)
            }
        }
        throw PredicateError(
            source, at: index + 1, length: 1, "'\(characters[index])' is no comparison",
            hint: "expected one of =, !=, <, <=, >, >=")
    }

    private mutating func word() throws(PredicateError) -> Token {
        var length = 0
        while index + length < characters.count,
            characters[index + length].unicodeScalars.allSatisfy(Self.isWordScalar)
        {
            length += 1
        }
        guard length > 0 else {
            throw PredicateError(
                source, at: index + 1, length: 1,
                "'\(characters[index])' cannot stand here",
                hint: "a text with other characters than letters, digits and -_.%/:~?+ stands in "
                    + "\"quotes\"")
        }
        return token(.word, length)
    }

    private mutating func quoted() throws(PredicateError) -> Token {
        let start = index
        var text = ""
        index += 1
        while index < characters.count {
            let character = characters[index]
            index += 1
            if character == "\"" {
                return Token(
                    shape: .quoted, text: text, column: start + 1, length: index - start)
            }
            if character == "\\", index < characters.count {
                text.append(characters[index])
                index += 1
            } else {
                text.append(character)
            }
        }
        throw PredicateError(
            source, at: start + 1, length: characters.count - start, "the quoted text has no end",
            hint: "close it with \"")
    }
}
