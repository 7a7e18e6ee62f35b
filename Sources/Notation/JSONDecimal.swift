/// A number as JSON writes it (RFC 8259 §6), kept exactly: `1.50e3` is 1500.
struct JSONDecimal {
    /// How many bytes it is written in.
    let length: Int
    /// A whole number within ±(2^53 − 1), else the shortest decimal text; so equal numbers are equal nodes.
    let content: Node.Content

    /// How many digits it has at most, written without an exponent.
    static let limit = 64

    /// Returns nil unless the bytes begin with such a number.
    init?(_ bytes: ArraySlice<UInt8>) {
        var rest = bytes
        func take(_ characters: String) -> Bool {
            guard let byte = rest.first, characters.utf8.contains(byte) else { return false }
            rest = rest.dropFirst()
            return true
        }
        func digits() -> [UInt8] {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest.dropFirst(digits.count)
            return Array(digits)
        }
        let isNegative = take("-")
        let whole = digits()
        guard !whole.isEmpty, whole.count == 1 || whole[0] != UInt8(ascii: "0") else { return nil }
        var fraction: [UInt8] = []
        if take(".") {
            fraction = digits()
            guard !fraction.isEmpty else { return nil }
        }
        var exponent = 0
        if take("eE") {
            let isSmall = take("-")
            if !isSmall { _ = take("+") }
            let power = digits()
            guard let number = Int(String(decoding: power, as: UTF8.self)) else { return nil }
            exponent = isSmall ? -number : number
        }
        guard
            let text = Self.text(
                whole + fraction, point: whole.count, exponent: exponent, isNegative: isNegative)
        else { return nil }
        length = bytes.count - rest.count
        content = Self.content(text)
    }

    /// The digits with the point where the exponent puts it, without zeros that say nothing.
    private static func text(
        _ digits: [UInt8], point: Int, exponent: Int, isNegative: Bool
    ) -> String? {
        let zero = UInt8(ascii: "0")
        guard digits.contains(where: { $0 != zero }) else { return "0" }
        guard exponent.magnitude <= limit else { return nil }
        let place = point + exponent
        let before = [UInt8](repeating: zero, count: max(0, -place))
        let after = [UInt8](repeating: zero, count: max(0, place - digits.count))
        let all = before + digits + after
        guard all.count <= limit else { return nil }
        let whole = all.prefix(max(0, place)).drop { $0 == zero }
        let fraction = all.dropFirst(max(0, place)).reversed().drop { $0 == zero }.reversed()
        func text(_ digits: some Sequence<UInt8>) -> String {
            String(decoding: Array(digits), as: UTF8.self)
        }
        return (isNegative ? "-" : "") + (whole.isEmpty ? "0" : text(whole))
            + (fraction.isEmpty ? "" : "." + text(fraction))
    }

    private static func content(_ text: String) -> Node.Content {
        guard let number = Int(text), number.magnitude <= 1 << 53 - 1 else { return .plain(text) }
        return .integer(number)
    }
}
