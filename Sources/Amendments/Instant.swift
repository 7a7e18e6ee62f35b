public import Notation
public import Terms

/// A moment in UTC, to the microsecond: when something was recorded.
public struct Instant: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Microseconds since 1970-01-01T00:00:00Z.
    public let microseconds: Int

    public init(microseconds: Int) { self.microseconds = microseconds }

    /// Reads `2026-05-12T09:14:03Z`, with up to six decimals of a second; UTC only (RFC 3339).
    public init?(_ text: String) {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let day = Day(String(parts[0])), parts[1].last == "Z" else {
            return nil
        }
        let clock = parts[1].dropLast().split(separator: ".", omittingEmptySubsequences: false)
        let fields = clock[0].split(separator: ":", omittingEmptySubsequences: false)
        guard clock.count <= 2, fields.count == 3, fields.allSatisfy({ $0.utf8.count == 2 }),
            let hour = Self.digits(fields[0]), let minute = Self.digits(fields[1]),
            let second = Self.digits(fields[2]), hour < 24, minute < 60, second < 60
        else { return nil }
        var micros = 0
        if clock.count == 2 {
            guard (1...6).contains(clock[1].utf8.count), let digits = Self.digits(clock[1]) else {
                return nil
            }
            micros = (clock[1].utf8.count..<6).reduce(digits) { value, _ in value * 10 }
        }
        let seconds = ((day.number * 24 + hour) * 60 + minute) * 60 + second
        self.init(microseconds: seconds * 1_000_000 + micros)
    }

    private static func digits(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
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
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(Self.twoDigits)
        let fraction = micros % 1_000_000
        let decimals = fraction == 0 ? "" : "." + String(String(fraction + 1_000_000).dropFirst())
        return "\(day)T\(clock.joined(separator: ":"))\(decimals)Z"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    public static let codec = Codec<Instant>.scalar(
        "an instant in UTC such as 2026-05-12T09:14:03Z",
        schema: .string,
        parse: { Instant($0) },
        write: \.description
    )
}
