public import Notation

/// A moment in UTC, to the microsecond: when something was recorded.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int

    public init(microseconds: Int) { self.microseconds = microseconds }

    /// Returns nil where that is no moment of a day of the calendar.
    public init?(exactly microseconds: Int) {
        let first = Day.first.number * Self.dayLength
        guard (first..<Day.beyond.number * Self.dayLength).contains(microseconds) else {
            return nil
        }
        self.init(microseconds: microseconds)
    }

    /// The first instant of a civil day in UTC.
    public init(startOf day: Day) { self.init(microseconds: day.number * Self.dayLength) }

    /// The last instant of a civil day in UTC.
    public init(endOf day: Day) {
        self.init(microseconds: day.number * Self.dayLength + Self.dayLength - 1)
    }

    /// Reads `2026-05-12T09:14:03Z`, with up to six decimals of a second; UTC only (RFC 3339).
    public init?(_ text: String) {
        var reader = ByteReader(text)
        guard let year = reader.digits(4), reader.consume("-" as Unicode.Scalar),
            let month = reader.digits(2), reader.consume("-" as Unicode.Scalar),
            let date = reader.digits(2), let day = Day(year: year, month: month, day: date),
            reader.consume("T" as Unicode.Scalar), let hour = reader.digits(2), hour < 24,
            reader.consume(":" as Unicode.Scalar), let minute = reader.digits(2), minute < 60,
            reader.consume(":" as Unicode.Scalar), let second = reader.digits(2), second < 60,
            let micros = Self.microseconds(&reader), reader.consume("Z" as Unicode.Scalar),
            reader.isAtEnd
        else { return nil }
        let seconds = ((day.number * 24 + hour) * 60 + minute) * 60 + second
        self.init(microseconds: seconds * 1_000_000 + micros)
    }

    /// The decimals of a second, one to six where there are any; nil for a point without, or more.
    private static func microseconds(_ reader: inout ByteReader) -> Int? {
        guard reader.consume("." as Unicode.Scalar) else { return 0 }
        guard var micros = reader.digit() else { return nil }
        var count = 1
        while let digit = reader.digit() {
            micros = micros * 10 + digit
            count += 1
            guard count <= 6 else { return nil }
        }
        return (count..<6).reduce(micros) { value, _ in value * 10 }
    }

    public static func < (lhs: Instant, rhs: Instant) -> Bool {
        lhs.microseconds < rhs.microseconds
    }

    /// The civil day in UTC.
    public var day: Day {
        Day(
            number: (microseconds - ((microseconds % Self.dayLength) + Self.dayLength)
                % Self.dayLength)
                / Self.dayLength)
    }

    private static let dayLength = 86_400_000_000

    public var description: String {
        let micros = microseconds - day.number * Self.dayLength
        let seconds = micros / 1_000_000
        let clock = String(unsafeUninitializedCapacity: 10) { bytes in
            bytes[0] = UInt8(ascii: "T")
            bytes.writeDigits(of: seconds / 3600, 1..<3)
            bytes[3] = UInt8(ascii: ":")
            bytes.writeDigits(of: seconds / 60 % 60, 4..<6)
            bytes[6] = UInt8(ascii: ":")
            bytes.writeDigits(of: seconds % 60, 7..<9)
            return 9
        }
        let fraction = micros % 1_000_000
        let decimals = fraction == 0 ? "" : "." + String(String(fraction + 1_000_000).dropFirst())
        return day.description + clock + decimals + "Z"
    }

    /// The instant to the second, as people read it; what was in the second is left out.
    public var toTheSecond: String {
        let second = 1_000_000
        let rest = (microseconds % second + second) % second
        return Instant(microseconds: microseconds - rest).description
    }

    public static let codec = Codec<Instant>.scalar(
        "an instant in UTC such as 2026-05-12T09:14:03Z",
        schema: .string,
        parse: { Instant($0) },
        write: \.description
    )
}
