/// A date of EDTF, level 0 or 1, as it is written, in whatever year.
struct EDTFDate: Hashable, Sendable {
    let form: CivilDate.Form
    /// Without its sign; of a decade or a century its first.
    let year: Int
    let isNegative: Bool
    /// 1 where none is stated, as the day.
    let month: Int
    let day: Int
    let qualifier: CivilDate.Qualifier
    let hasTime: Bool

    /// Reads the whole of `reader`; nil where that is no such date.
    init?(_ reader: inout ByteReader) {
        isNegative = reader.consume("-" as Unicode.Scalar)
        guard let (form, year) = Self.year(&reader) else { return nil }
        // There is one year 0.
        guard !isNegative || year > 0 || form != .year else { return nil }
        self.year = year
        var rest = Rest(form: form, month: 1, day: 1)
        if form == .year, reader.consume("-" as Unicode.Scalar) {
            guard let read = Self.rest(&reader, isLeap: Day.isLeap(year)) else { return nil }
            rest = read
        }
        (self.form, month, day) = (rest.form, rest.month, rest.day)
        hasTime = rest.form == .day && reader.consume("T" as Unicode.Scalar)
        if hasTime, !Self.skipTime(&reader) { return nil }
        qualifier = hasTime ? .none : .read(&reader)
        guard reader.isAtEnd else { return nil }
    }

    /// `2004`, `200X` or `20XX`.
    private static func year(_ reader: inout ByteReader) -> (CivilDate.Form, Int)? {
        guard let century = reader.digits(2) else { return nil }
        if reader.consume("XX") { return (.century, century * 100) }
        guard let decade = reader.digit() else { return nil }
        let tens = century * 100 + decade * 10
        if reader.consume("X" as Unicode.Scalar) { return (.decade, tens) }
        return reader.digit().map { (.year, tens + $0) }
    }

    private struct Rest {
        let form: CivilDate.Form
        let month: Int
        let day: Int
    }

    /// What follows the year: a month, a season or neither, then perhaps a day.
    private static func rest(_ reader: inout ByteReader, isLeap: Bool) -> Rest? {
        if reader.consume("XX") {
            let form: CivilDate.Form = reader.consume("-XX") ? .someDayOfYear : .someMonth
            return Rest(form: form, month: 1, day: 1)
        }
        guard let month = reader.digits(2) else { return nil }
        if (21...24).contains(month) { return Rest(form: .season(month), month: 1, day: 1) }
        guard (1...12).contains(month) else { return nil }
        guard reader.consume("-" as Unicode.Scalar) else {
            return Rest(form: .month, month: month, day: 1)
        }
        if reader.consume("XX") { return Rest(form: .someDayOfMonth, month: month, day: 1) }
        let length = Day.length(ofMonth: month, year: isLeap ? 2000 : 2001)
        guard let day = reader.digits(2), day >= 1, day <= length else { return nil }
        return Rest(form: .day, month: month, day: day)
    }

    /// `23:20:30`, perhaps with `Z`, `-04` or `+04:30`; false where it is none.
    private static func skipTime(_ reader: inout ByteReader) -> Bool {
        guard let hour = reader.digits(2), reader.consume(":" as Unicode.Scalar),
            let minute = reader.digits(2), minute < 60, reader.consume(":" as Unicode.Scalar),
            let second = reader.digits(2), second < 60,
            hour < 24 || (hour, minute, second) == (24, 0, 0)
        else { return false }
        if reader.isAtEnd || reader.consume("Z" as Unicode.Scalar) { return true }
        guard reader.consume("+" as Unicode.Scalar) || reader.consume("-" as Unicode.Scalar),
            let hours = reader.digits(2), hours < 24
        else { return false }
        guard reader.consume(":" as Unicode.Scalar) else { return true }
        return reader.digits(2).map { $0 < 60 } ?? false
    }

    /// Whether it lies wholly after another one, or is a later season of the same year.
    func isAfter(_ other: EDTFDate) -> Bool {
        if case (.season(let own), .season(let its)) = (form, other.form), year == other.year,
            isNegative == other.isNegative
        {
            return own > its
        }
        return other.span.last.lexicographicallyPrecedes(span.first)
    }

    /// The first and the last day that it may mean, each as year, month and day; of a season as `CivilDate` has them.
    private var span: (first: [Int], last: [Int]) {
        let year = isNegative ? -year : year
        switch form {
        case .day: return ([year, month, day], [year, month, day])
        case .month, .someDayOfMonth: return ([year, month, 1], [year, month, 31])
        case .season(22), .season(24): return ([year - 1, 12, 1], [year + 1, 3, 31])
        case .year, .someMonth, .someDayOfYear, .season: return ([year, 1, 1], [year, 12, 31])
        case .decade, .century:
            let more = form == .decade ? 9 : 99
            return (
                [isNegative ? year - more : year, 1, 1], [isNegative ? year : year + more, 12, 31]
            )
        }
    }
}
