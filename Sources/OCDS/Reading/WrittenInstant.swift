import Terms

/// A moment as OCDS writes it (RFC 3339): the day is the one that is written, whatever its offset.
///
/// Published data have days without a time, and times without an offset; both name their day all the same.
struct WrittenInstant: Hashable, Comparable, Sendable {
    let day: Day
    /// Microseconds of UTC since 1970-01-01, for the order alone; without an offset as if it were zero.
    private let moment: Int

    init?(_ text: String) {
        var reader = ByteReader(text)
        guard let year = reader.digits(4), reader.consume("-" as Unicode.Scalar),
            let month = reader.digits(2), reader.consume("-" as Unicode.Scalar),
            let date = reader.digits(2), let day = Day(year: year, month: month, day: date)
        else { return nil }
        self.day = day
        if reader.isAtEnd {
            moment = day.number * 86_400_000_000
            return
        }
        guard let time = Self.time(&reader), let offset = Self.offset(&reader), reader.isAtEnd
        else { return nil }
        moment = day.number * 86_400_000_000 + time - offset * 60_000_000
    }

    static func < (one: WrittenInstant, other: WrittenInstant) -> Bool {
        one.moment < other.moment
    }

    /// Microseconds of the day.
    private static func time(_ reader: inout ByteReader) -> Int? {
        guard
            reader.consume("T" as Unicode.Scalar) || reader.consume("t" as Unicode.Scalar)
                || reader.consume(" " as Unicode.Scalar), let hour = reader.digits(2), hour < 24,
            reader.consume(":" as Unicode.Scalar), let minute = reader.digits(2), minute < 60,
            reader.consume(":" as Unicode.Scalar), let second = reader.digits(2), second <= 60
        else { return nil }
        var micros = 0
        if reader.consume("." as Unicode.Scalar) {
            var worth = 100_000
            guard let first = reader.digit() else { return nil }
            micros = first * worth
            while let digit = reader.digit() {
                worth /= 10
                micros += digit * worth
            }
        }
        return ((hour * 60 + minute) * 60 + second) * 1_000_000 + micros
    }

    /// Minutes before UTC; 0 where none is written.
    private static func offset(_ reader: inout ByteReader) -> Int? {
        if reader.isAtEnd || reader.consume("Z" as Unicode.Scalar)
            || reader.consume("z" as Unicode.Scalar)
        {
            return 0
        }
        let isAhead = reader.consume("+" as Unicode.Scalar)
        guard isAhead || reader.consume("-" as Unicode.Scalar), let hours = reader.digits(2),
            reader.consume(":" as Unicode.Scalar), let minutes = reader.digits(2), hours < 24,
            minutes < 60
        else { return nil }
        return (isAhead ? 1 : -1) * (hours * 60 + minutes)
    }
}
