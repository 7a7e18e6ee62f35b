/// Reads strict JSON (RFC 8259, narrowed to I-JSON, RFC 7493) into nodes.
///
/// Refused, each with line and column: a byte order mark, comments, trailing commas, a member given
/// twice, a lone surrogate, invalid UTF-8, a number with a fraction, an exponent, a leading zero or
/// beyond ±(2^53 − 1), nesting beyond 64 levels, and anything after the value.
public struct JSONReader {
    private let bytes: [UInt8]
    private var index = 0
    private var line: Int
    private var lineStart = 0
    /// How many bytes of the line do not begin a character.
    private var continuations = 0

    private let numbers: Numbers

    private static let depthLimit = 64

    /// Which numbers are read.
    public enum Numbers: Sendable {
        /// Those that every reader keeps.
        case whole
        /// Any: one that is not whole, or is beyond ±(2^53 − 1), is its shortest decimal text, as `plain`. For the JSON
        /// of others, whose amounts are numbers.
        case decimal
    }

    private init(_ bytes: [UInt8], line: Int, numbers: Numbers) {
        self.bytes = bytes
        self.line = line
        self.numbers = numbers
    }

    /// Returns the one value in `bytes`.
    ///
    /// - Parameters:
    ///   - bytes: one JSON value in UTF-8 (RFC 8259), and nothing after it.
    ///   - numbers: which numbers are read; only whole ones unless another is given.
    ///   - line: the number of the first line, where the bytes are cut from a longer text.
    public static func read(
        _ bytes: [UInt8], line: Int = 1, numbers: Numbers = .whole
    ) throws(Problem) -> Node {
        var reader = JSONReader(bytes, line: line, numbers: numbers)
        let node = try reader.value(depth: 0)
        reader.skipSpace()
        guard reader.index == bytes.count else {
            throw reader.problem("text after the value", hint: "one value only")
        }
        return node
    }

    /// Returns the one value in `text`.
    public static func read(_ text: String) throws(Problem) -> Node { try read(Array(text.utf8)) }

    private var mark: Mark { Mark(line: line, column: index - lineStart - continuations + 1) }

    private func problem(
        _ message: String, hint: String? = nil, at place: Mark? = nil
    ) -> Problem {
        Problem(message, hint: hint, mark: place ?? mark)
    }

    private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipSpace() {
        while let byte = current {
            switch byte {
            case 0x0A:
                line += 1
                index += 1
                lineStart = index
                continuations = 0
            case 0x20, 0x09, 0x0D: index += 1
            default: return
            }
        }
    }

    private mutating func value(depth: Int) throws(Problem) -> Node {
        skipSpace()
        let mark = mark
        guard depth <= Self.depthLimit else {
            throw problem("nested too deeply", hint: "64 levels")
        }
        guard let byte = current else {
            throw problem("the text ends too early", hint: "expected a value")
        }
        switch byte {
        case UInt8(ascii: "{"): return Node(.object(try members(depth: depth)), mark: mark)
        case UInt8(ascii: "["): return Node(.list(try items(depth: depth)), mark: mark)
        case UInt8(ascii: "\""): return Node(.string(try string()), mark: mark)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return Node(try number(), mark: mark)
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: throw problem("unexpected character", hint: "expected a JSON value")
        }
    }

    private mutating func word(_ word: String, _ content: Node.Content) throws(Problem) -> Node {
        let mark = mark
        guard bytes[index...].starts(with: word.utf8) else {
            throw problem("unknown word", hint: "true, false or null")
        }
        index += word.utf8.count
        return Node(content, mark: mark)
    }

    private mutating func members(depth: Int) throws(Problem) -> [Node.Member] {
        var members: [Node.Member] = []
        var names = Names()
        index += 1
        skipSpace()
        if consume("}") { return [] }
        while true {
            skipSpace()
            let mark = mark
            guard current == UInt8(ascii: "\"") else {
                throw problem("a member name is missing", hint: "expected \"name\": value")
            }
            let name = try string()
            guard names.insert(name, after: members) else {
                throw Problem("'\(name)' is given twice", hint: "keep one", mark: mark)
            }
            skipSpace()
            guard consume(":") else { throw problem("':' is missing") }
            members.append(Node.Member(name, try value(depth: depth + 1), mark: mark))
            skipSpace()
            if consume("}") { return members }
            guard consume(",") else { throw problem("',' or '}' is missing") }
        }
    }

    private mutating func items(depth: Int) throws(Problem) -> [Node] {
        var items: [Node] = []
        index += 1
        skipSpace()
        if consume("]") { return [] }
        while true {
            items.append(try value(depth: depth + 1))
            skipSpace()
            if consume("]") { return items }
            guard consume(",") else { throw problem("',' or ']' is missing") }
        }
    }

    private mutating func consume(_ character: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    private mutating func number() throws(Problem) -> Node.Content {
        switch numbers {
        case .whole: return .integer(try integer())
        case .decimal:
            let place = mark
            guard let decimal = JSONDecimal(bytes[index...]) else {
                throw problem(
                    "not a number, or one of more than \(JSONDecimal.limit) digits",
                    hint: "a number such as 1250000.50", at: place)
            }
            index += decimal.length
            return decimal.content
        }
    }

    private mutating func integer() throws(Problem) -> Int {
        let place = mark
        let start = index
        if current == UInt8(ascii: "-") { index += 1 }
        let digits = index
        while let byte = current, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
            index += 1
        }
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let hasLeadingZero = index - digits > 1 && bytes[digits] == UInt8(ascii: "0")
        let goesOn = current.map { Array(".eE".utf8).contains($0) } ?? false
        guard !hasLeadingZero, !goesOn, text != "-0", let number = Int(text),
            number.magnitude <= 1 << 53 - 1
        else {
            throw problem(
                "a number that not every reader keeps",
                hint: "a whole number within ±(2^53 − 1); amounts and rates are strings", at: place)
        }
        return number
    }

    private mutating func string() throws(Problem) -> String {
        let place = mark
        index += 1
        if let text = plainText() { return text }
        var output: [UInt8] = []
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""):
                index += 1
                guard let text = String(validating: output, as: UTF8.self) else {
                    throw problem("invalid UTF-8 in a text", at: place)
                }
                return text
            case UInt8(ascii: "\\"):
                index += 1
                try escape(&output)
            case 0..<0x20: throw problem("an unescaped control character in a text")
            default:
                if byte & 0xC0 == 0x80 { continuations += 1 }
                output.append(byte)
                index += 1
            }
        }
        throw problem("a text is not closed", hint: "expected \"", at: place)
    }

    /// The text up to its closing quote, where it is ASCII without escapes: most are. Else nothing is read.
    private mutating func plainText() -> String? {
        var end = index
        while end < bytes.count, bytes[end] >= 0x20, bytes[end] < 0x80,
            bytes[end] != UInt8(ascii: "\\"), bytes[end] != UInt8(ascii: "\"")
        { end += 1 }
        guard end < bytes.count, bytes[end] == UInt8(ascii: "\"") else { return nil }
        defer { index = end + 1 }
        return String(decoding: bytes[index..<end], as: UTF8.self)
    }

    private mutating func escape(_ output: inout [UInt8]) throws(Problem) {
        guard let byte = current else { throw problem("a text is not closed") }
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(byte)
        case UInt8(ascii: "b"): output.append(0x08)
        case UInt8(ascii: "f"): output.append(0x0C)
        case UInt8(ascii: "n"): output.append(0x0A)
        case UInt8(ascii: "r"): output.append(0x0D)
        case UInt8(ascii: "t"): output.append(0x09)
        case UInt8(ascii: "u"): try unicodeEscape(&output)
        default: throw problem("unknown escape", hint: "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX")
        }
    }

    private mutating func unicodeEscape(_ output: inout [UInt8]) throws(Problem) {
        var code = UInt32(try fourHexadecimalDigits())
        if (0xD800..<0xDC00).contains(code), bytes[index...].starts(with: "\\u".utf8) {
            index += 2
            let low = UInt32(try fourHexadecimalDigits())
            guard (0xDC00..<0xE000).contains(low) else { throw problem("a lone surrogate") }
            code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(code) else { throw problem("a lone surrogate") }
        output += String(Character(scalar)).utf8
    }

    private mutating func fourHexadecimalDigits() throws(Problem) -> UInt16 {
        guard index + 4 <= bytes.count,
            bytes[index..<index + 4].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let code = UInt16(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16)
        else { throw problem("an incomplete \\u escape", hint: "four hexadecimal digits") }
        index += 4
        return code
    }
}

/// The names of one object's members, to find one that is given twice: byte by byte, since texts that are
/// canonically equal are two names.
private struct Names {
    /// Up to how many members are looked through one by one.
    private static let few = 16
    private var many: Set<[UInt8]> = []

    /// Whether the name is new after those members.
    mutating func insert(_ name: String, after members: [Node.Member]) -> Bool {
        if members.count < Self.few {
            return !members.contains { $0.name == name && $0.name.utf8.elementsEqual(name.utf8) }
        }
        if many.isEmpty { many = Set(members.map { Array($0.name.utf8) }) }
        return many.insert(Array(name.utf8)).inserted
    }
}
