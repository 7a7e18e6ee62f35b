/// Reads one short ASCII text from the front, byte by byte.
///
/// Days and identifiers are parsed for every event that is replayed, so nothing here allocates.
package struct ByteReader {
    private var rest: Substring.UTF8View

    package init(_ text: String) { rest = text[...].utf8 }

    package var isAtEnd: Bool { rest.isEmpty }

    /// What was not read yet.
    var remainder: String { String(Substring(rest)) }

    /// Skips `character` where it comes next.
    package mutating func consume(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    /// Skips the whole of `word` where it comes next.
    mutating func consume(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        let bytes = UnsafeBufferPointer(start: word.utf8Start, count: length)
        guard rest.starts(with: bytes) else { return false }
        rest.removeFirst(length)
        return true
    }

    /// The next byte as a decimal digit.
    package mutating func digit() -> Int? {
        guard let byte = rest.first, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else {
            return nil
        }
        rest.removeFirst()
        return Int(byte - UInt8(ascii: "0"))
    }

    /// A number of exactly `count` digits, leading zeros included.
    package mutating func digits(_ count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            number = number * 10 + digit
        }
        return number
    }

    /// A whole number written without leading zeros, of at most `limit` digits.
    mutating func wholeNumber(atMost limit: Int) -> Int? {
        guard var number = digit() else { return nil }
        let isZero = number == 0
        var length = 1
        while let next = digit() {
            length += 1
            guard !isZero, length <= limit else { return nil }
            number = number * 10 + next
        }
        return number
    }
}

/// Writes `number` with zeros before it up to `width` digits.
func zeroPadded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

extension UnsafeMutableBufferPointer<UInt8> {
    /// Writes a number in decimal digits, zeros before it, into a place of that width.
    package func writeDigits(of number: Int, _ place: Range<Int>) {
        var rest = number
        for index in place.reversed() {
            self[index] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}
