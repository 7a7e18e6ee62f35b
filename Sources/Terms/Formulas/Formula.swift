public import Notation

/// An amount that is worked out from figures, amounts, shares and fields of terms:
/// `max(5% of ([gross sales] - [returns]), minimum)`.
///
/// | Written | Means |
/// |---|---|
/// | `USD 1000.50`, `2`, `5%`, `1/3` | an amount, a number, shares |
/// | `[net sales]` | the amount that a figures file gives for that base |
/// | `units [wafer]` | the quantity that it gives for that unit |
/// | `USD 2.50 per [wafer]` | a price of each unit |
/// | `minimum`, `license.a/amount` | a field of the same term, or of another |
/// | `a + b`, `a - b`, `a net of b`, `a * b`, `5% of a`, `a / b` | sums, differences, products, quotients |
/// | `max(a, b)`, `min(a, b)` | the greatest, the least |
///
/// It has units: an amount times an amount, or an amount and a number added up, is refused where it is written; the
/// whole is an amount of money. Everything is exact.
public struct Formula: Hashable, Sendable {
    public let expression: Expression

    /// A part of a formula.
    public indirect enum Expression: Hashable, Sendable {
        case number(ExactDecimal)
        /// A percentage or a fraction; its text is in lowest terms.
        case share(Rate)
        case money(Money)
        case price(UnitPrice)
        case figure(String)
        case units(String)
        /// nil: of the same term.
        case field(TermID?, FieldName)
        case sum(Expression, Expression)
        case difference(Expression, Expression)
        case product(Expression, Expression)
        case quotient(Expression, Expression)
        case greatest([Expression])
        case least([Expression])
    }

    /// What is wrong with a formula, and what would be right.
    public struct Fault: Error, Hashable, Sendable {
        public let message: String
        public let hint: String

        init(_ message: String, _ hint: String) {
            self.message = message
            self.hint = hint
        }
    }

    /// Takes what a text says apart.
    public init(_ text: String) throws(Fault) {
        try self.init(FormulaParser.expression(of: text))
    }

    /// - Throws: where the units do not go together, or the whole is no amount of money.
    public init(_ expression: Expression) throws(Fault) {
        guard case .money = try expression.unit() else {
            throw Fault(
                "'\(expression.text)' is no amount of money",
                "a formula gives an amount, such as 5% of [net sales]")
        }
        self.expression = expression
    }

    /// Every base and unit that it needs figures of, in order.
    public var figures: [String] { Set(expression.figures).sorted() }

    /// Every field that it names, in the order of the text; without a term those of its own.
    public var fields: [(term: TermID?, field: FieldName)] { expression.fields }

    /// Every currency that it names.
    public var currencies: [Currency] { Set(expression.currencies).sorted { $0.code < $1.code } }

    /// As people read it: `the greater of 5% of net sales and USD 1,000`.
    public var displayText: String { expression.words }

    /// One text, such as `max(5% of [net sales], USD 1000)`.
    public static let codec = Codec<Formula>(schema: .string) { node, problems in
        guard let text = node.text else {
            problems.report(
                "\(node.excerpt) is not a formula",
                hint: "expected a text such as max(5% of [net sales], USD 1000)", at: node.mark)
            return nil
        }
        do throws(Fault) {
            return try Formula(text)
        } catch {
            problems.report(error.message, hint: error.hint, at: node.mark)
            return nil
        }
    } encode: {
        .string($0.description)
    }
}

extension Formula: CustomStringConvertible {
    public var description: String { expression.text }
}

extension Formula.Expression {
    /// The parts that it is made of.
    var parts: [Self] {
        switch self {
        case .number, .share, .money, .price, .figure, .units, .field: []
        case .sum(let one, let other), .difference(let one, let other),
            .product(let one, let other), .quotient(let one, let other):
            [one, other]
        case .greatest(let all), .least(let all): all
        }
    }

    fileprivate var figures: [String] {
        switch self {
        case .figure(let name), .units(let name): [name]
        case .number, .share, .money, .price, .field, .sum, .difference, .product, .quotient,
            .greatest, .least:
            parts.flatMap(\.figures)
        }
    }

    fileprivate var fields: [(term: TermID?, field: FieldName)] {
        switch self {
        case .field(let term, let field): [(term, field)]
        case .number, .share, .money, .price, .figure, .units, .sum, .difference, .product,
            .quotient, .greatest, .least:
            parts.flatMap(\.fields)
        }
    }

    fileprivate var currencies: [Currency] {
        switch self {
        case .money(let money): [money.currency]
        case .price(let price): [price.price.currency]
        case .number, .share, .figure, .units, .field, .sum, .difference, .product, .quotient,
            .greatest, .least:
            parts.flatMap(\.currencies)
        }
    }
}
