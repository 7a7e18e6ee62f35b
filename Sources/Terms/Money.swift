public import Notation

/// An exact amount of one currency, written `USD 38000000000` or `EUR 10.50`.
///
/// Equal where currency and value are; the decimals stay as written, and may be more than the
/// currency's smallest unit has, as in a price per share. It may be negative.
public struct Money: Hashable, Sendable {
    /// What the amount is counted in.
    public let currency: Currency
    /// How much, in whole units of the currency.
    public let amount: ExactDecimal

    /// That much of that currency.
    public init(_ amount: ExactDecimal, _ currency: Currency) {
        self.amount = amount
        self.currency = currency
    }

    /// Returns nil unless `text` is a currency code, one space and a plain decimal number.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard bytes.count > 4,
            let space = bytes.index(bytes.startIndex, offsetBy: 3, limitedBy: bytes.endIndex),
            bytes[space] == UInt8(ascii: " "),
            let currency = Currency(String(text[..<space])),
            let amount = ExactDecimal(String(text[bytes.index(after: space)...]))
        else { return nil }
        self.init(amount, currency)
    }

    /// Whether it is below zero.
    public var isNegative: Bool { amount < ExactDecimal(0) }

    /// The sum; nil where the currencies differ or the sum has more than 38 digits.
    public func adding(_ other: Money) -> Money? {
        guard currency == other.currency, let sum = amount.adding(other.amount) else { return nil }
        return Money(sum, currency)
    }

    /// The amount as people read it, with a comma between thousands.
    public var displayText: String { "\(currency) \(amount.displayText)" }

    /// One text, such as `USD 38000000000`.
    public static let codec = Codec<Money>(
        schema: .pattern("^[A-Z]{3} -?(0|[1-9][0-9]*)([.][0-9]+)?$")
    ) { node, problems in
        if let text = node.text, let money = Money(text) { return money }
        problems.report(
            "\(node.excerpt) is not an amount of money", hint: hint(for: node), at: node.mark)
        return nil
    } encode: {
        .string($0.description)
    }
    .forgiving(doubting: doubted, text: understood)

    private static func hint(for node: Node) -> String {
        let text = node.text ?? ""
        if text.lowercased().hasPrefix("up to "),
            case .one(let most, _)? = understood(String(text.dropFirst(6)))
        {
            return "an amount that may be lower is { between: [\(most.currency) 0, \(most)] }"
        }
        let code = String(text.prefix { $0 != " " })
        let isCode =
            !ValueState.Word.placeholders.contains(text.lowercased()) && code.utf8.count == 3
            && code.allSatisfy { $0.isASCII && $0.isUppercase }
        return isCode && Currency(code) == nil
            ? "'\(code)' is no currency of ISO 4217, current or withdrawn"
            : WrittenAmount.hint(for: text)
                ?? "expected a currency and an amount without separators, such as USD 38000000000"
    }
}

extension Money: CustomStringConvertible {
    public var description: String { "\(currency) \(amount)" }
}
