/// Takes the text of a formula apart.
struct FormulaParser {
    private typealias Fault = Formula.Fault
    typealias Expression = Formula.Expression

    private let text: String
    private var rest: Substring
    /// How many brackets are open: no more than a person writes.
    private var depth = 0

    private static let deepest = 32
    private static let longest = 1_000

    static func expression(of text: String) throws(Formula.Fault) -> Expression {
        guard text.utf8.count <= longest else {
            throw Fault("the formula is longer than \(longest) bytes", "state its parts as terms")
        }
        var parser = FormulaParser(text)
        let expression = try parser.sum()
        parser.skipSpace()
        guard parser.rest.isEmpty else { throw parser.unexpected("an operator such as + or *") }
        return expression
    }

    private init(_ text: String) {
        self.text = text
        rest = text[...]
    }

    // MARK: From loose to tight

    private mutating func sum() throws(Formula.Fault) -> Expression {
        var (left, isShareOf) = try product()
        while true {
            if consume("+") {
                left = .sum(left, try product().expression)
            } else if consume("-") {
                left = .difference(left, try product().expression)
            } else if consumeWords("net", "of") {
                guard !isShareOf else {
                    throw Fault(
                        "in '\(text)' it is not clear what 'net of' goes with",
                        "write brackets: 5% of ([gross sales] net of [returns])")
                }
                left = .difference(left, try product().expression)
            } else {
                return left
            }
            isShareOf = false
        }
    }

    /// With whether it ends in a share of something.
    private mutating func product() throws(Formula.Fault) -> (
        expression: Expression, isShareOf: Bool
    ) {
        var left = try factor()
        var isShareOf = false
        while true {
            if consume("*") || consume("×") {
                left = .product(left, try factor())
            } else if consume("/") {
                left = .quotient(left, try factor())
            } else if consumeWords("of") {
                left = .product(left, try factor())
                isShareOf = true
            } else {
                return (left, isShareOf)
            }
        }
    }

    private mutating func factor() throws(Formula.Fault) -> Expression {
        skipSpace()
        guard let first = rest.first else { throw unexpected("an amount, a share or a name") }
        if first == "(" { return try bracketed() }
        if first == "[" { return .figure(try name()) }
        if first.isDigit { return try number() }
        if first.isCapital { return try money() }
        let word = word()
        switch word {
        case "max": return .greatest(try list())
        case "min": return .least(try list())
        case "units":
            skipSpace()
            return .units(try name())
        case _: return try field(word)
        }
    }

    private mutating func bracketed() throws(Formula.Fault) -> Expression {
        rest.removeFirst()
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw Fault("brackets lie more than \(Self.deepest) deep", "state its parts as terms")
        }
        let inner = try sum()
        guard consume(")") else { throw unexpected("a closing bracket") }
        return inner
    }

    private mutating func list() throws(Formula.Fault) -> [Expression] {
        guard consume("(") else { throw unexpected("( and two or more amounts") }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else {
            throw Fault("brackets lie more than \(Self.deepest) deep", "state its parts as terms")
        }
        var all = [try sum()]
        while consume(",") { all.append(try sum()) }
        guard consume(")"), all.count > 1 else { throw unexpected(", and another amount, or )") }
        return all
    }

    // MARK: What stands for itself

    /// What stands in square brackets.
    private mutating func name() throws(Formula.Fault) -> String {
        guard rest.first == "[", let end = rest.firstIndex(of: "]") else {
            throw unexpected("a name in square brackets, such as [net sales]")
        }
        let name = String(rest[rest.index(after: rest.startIndex)..<end])
        guard Rate.isBase(name), !name.contains("[") else {
            throw Fault("'\(name)' names no figures", "write the base, such as [net sales]")
        }
        rest = rest[rest.index(after: end)...]
        return name
    }

    private mutating func number() throws(Formula.Fault) -> Expression {
        let digits = take { $0.isDigit || $0 == "." || $0 == "/" || $0 == "%" }
        if digits.contains("%") || digits.contains("/") {
            guard let share = Rate("\(digits) of it") else {
                throw Fault(
                    "'\(digits)' is no share", "write a percentage or a fraction, such as 5% or 1/3"
                )
            }
            return .share(share)
        }
        guard let number = ExactDecimal(digits) else {
            throw Fault("'\(digits)' is no number", "write a plain number such as 1000.50")
        }
        return .number(number)
    }

    private mutating func money() throws(Formula.Fault) -> Expression {
        let code = take { $0.isCapital }
        skipSpace()
        let digits = take { $0.isDigit || $0 == "." }
        guard let money = Money("\(code) \(digits)") else {
            throw Fault(
                "'\(code) \(digits)' is no amount of money",
                "write a currency and a plain number such as USD 1000.50")
        }
        guard consumeWords("per") else { return .money(money) }
        skipSpace()
        guard let price = UnitPrice(money, per: try name()) else {
            throw Fault("'\(code) \(digits)' is no price", "write one such as USD 2.50 per [wafer]")
        }
        return .price(price)
    }

    private func field(_ word: String) throws(Formula.Fault) -> Expression {
        let parts = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 1, let name = FieldName(rawValue: word) { return .field(nil, name) }
        if parts.count == 2, let term = TermID(parts[0]), let name = FieldName(rawValue: parts[1]) {
            return .field(term, name)
        }
        throw word.isEmpty
            ? unexpected("an amount, a share or a name")
            : Fault(
                "'\(word)' is no field of a term",
                "write one such as minimum or license.a/amount; figures stand in brackets: [net sales]"
            )
    }

    // MARK: Letter by letter

    private mutating func skipSpace() { rest = rest.drop { $0 == " " } }

    private mutating func consume(_ character: Character) -> Bool {
        skipSpace()
        guard rest.first == character else { return false }
        rest.removeFirst()
        return true
    }

    /// Those words, and no more letters after each.
    private mutating func consumeWords(_ words: String...) -> Bool {
        var ahead = self
        for word in words {
            ahead.skipSpace()
            guard ahead.word() == word else { return false }
        }
        self = ahead
        return true
    }

    private mutating func word() -> String { take { $0.isOfWord } }

    private mutating func take(while isTaken: (Character) -> Bool) -> String {
        let taken = rest.prefix(while: isTaken)
        rest = rest[taken.endIndex...]
        return String(taken)
    }

    private func unexpected(_ expected: String) -> Formula.Fault {
        let place = text.distance(from: text.startIndex, to: rest.startIndex) + 1
        let found = rest.first.map { "'\($0)'" } ?? "the end"
        return Fault("\(found) at character \(place) of the formula", "expected \(expected)")
    }
}

extension Character {
    fileprivate var isDigit: Bool { isASCII && isNumber }
    fileprivate var isCapital: Bool { ("A"..."Z").contains(self) }

    /// What the ids of terms and the names of fields are written with.
    fileprivate var isOfWord: Bool {
        ("a"..."z").contains(self) || isDigit || self == "-" || self == "." || self == "/"
    }
}
