public import Notation

/// A date as precisely as it was stated: EDTF, levels 0 and 1 (ISO 8601-2:2019; Library of Congress, *Extended
/// Date/Time Format Specification*, 4 February 2019), as far as it is a day of the calendar.
///
/// `2026-04-27`, `2026-04` or `2026`; a season `2026-21` to `2026-24`; unspecified digits `201X`, `20XX`, `2004-XX`,
/// `2004-06-XX`, `2004-XX-XX`; each with `~` (approximate), `?` (uncertain) or `%` (both). Precision is never invented: a
/// year stays a year, from its earliest to its latest day.
public struct CivilDate: Hashable, Sendable {
    /// How finely the date is stated.
    public enum Precision: Hashable, Sendable, CaseIterable { case day, month, year }

    /// How sure the statement is (EDTF level 1).
    public enum Qualifier: Hashable, Sendable, CaseIterable {
        case none, approximate, uncertain, both
    }

    /// How it is written.
    enum Form: Hashable, Sendable {
        case day, month, year
        /// Level 1: spring to winter, 21 to 24.
        case season(Int)
        /// Level 1: `201X` and `20XX`.
        case decade, century
        /// Level 1: `2004-XX`, `2004-06-XX` and `2004-XX-XX`.
        case someMonth, someDayOfMonth, someDayOfYear
    }

    let form: Form
    /// Which doubt is stated with it.
    public let qualifier: Qualifier
    /// The first day of what is written: of the day, the month, the year, the decade or the century.
    let named: Day

    /// Stated to the day, without doubt.
    public init(_ day: Day) {
        self.init(containing: day, precision: .day)
    }

    /// The day, the month or the year in which `day` lies.
    public init(containing day: Day, precision: Precision, qualifier: Qualifier = .none) {
        self.qualifier = qualifier
        switch precision {
        case .day: (form, named) = (.day, day)
        case .month: (form, named) = (.month, .clamped(year: day.year, month: day.month, day: 1))
        case .year: (form, named) = (.year, .clamped(year: day.year, month: 1, day: 1))
        }
    }

    /// Returns nil unless `text` is a date of EDTF, level 0 or 1, of the years 0001 to 9999 and without a time of day.
    public init?(_ text: String) {
        guard case .date(let date)? = EDTF(text) else { return nil }
        self = date
    }

    /// Returns nil where what is written is in no year of the calendar, or has a time of day.
    init?(_ written: EDTFDate) {
        // Of the first decade and century, year 0 is left out.
        let year =
            written.form == .decade || written.form == .century
            ? max(written.year, 1) : written.year
        guard !written.hasTime, !written.isNegative,
            let day = Day(year: year, month: written.month, day: written.day)
        else { return nil }
        (form, qualifier, named) = (written.form, written.qualifier, day)
    }

    /// Whether a day, a month or a year is stated; nil for a season, and where digits are unspecified.
    public var precision: Precision? {
        switch form {
        case .day: .day
        case .month: .month
        case .year: .year
        case .season, .decade, .century, .someMonth, .someDayOfMonth, .someDayOfYear: nil
        }
    }

    /// The first day the date may mean.
    ///
    /// Seasons are those of either hemisphere, by the months of weather or by the sun: spring and autumn lie in their
    /// year, summer and winter may begin in December of the year before and end in March of the year after.
    public var earliest: Day {
        switch form {
        case .season(22), .season(24): .clamped(year: named.year - 1, month: 12, day: 1)
        case .day, .month, .year, .season, .decade, .century, .someMonth, .someDayOfMonth,
            .someDayOfYear:
            named
        }
    }

    /// The last day the date may mean.
    public var latest: Day {
        switch form {
        case .day: named
        case .month, .someDayOfMonth: .clamped(year: named.year, month: named.month, day: 31)
        case .season(22), .season(24): .clamped(year: named.year + 1, month: 3, day: 31)
        case .year, .season, .someMonth, .someDayOfYear:
            .clamped(year: named.year, month: 12, day: 31)
        case .decade: .clamped(year: named.year / 10 * 10 + 9, month: 12, day: 31)
        case .century: .clamped(year: named.year / 100 * 100 + 99, month: 12, day: 31)
        }
    }

    /// Whether the date is stated to the day.
    public var isExact: Bool { form == .day }

    /// Whether it lies wholly after another one, or is a later season of the same year.
    func isAfter(_ other: CivilDate) -> Bool {
        if case (.season(let own), .season(let its)) = (form, other.form), named == other.named {
            return own > its
        }
        return earliest > other.latest
    }

    /// One text in EDTF.
    public static let codec = Codec<CivilDate>(
        schema: .pattern(
            "^([0-9]{4}(-[0-9]{2}(-([0-9]{2}|XX))?|-XX(-XX)?)?|[0-9]{2}([0-9]|X)X)[~?%]?$")
    ) { node, problems in
        EDTF.read(node, expecting: "a date such as 2026-04-27, 2026-04 or 2026", &problems) {
            if case .date(let date) = $0 { date } else { nil }
        }
    } encode: {
        .string($0.description)
    }.forgiving(doubting: doubted, text: WrittenDate.understood)
}

extension CivilDate: CustomStringConvertible {
    public var description: String {
        let text = named.description
        let written: Substring =
            switch form {
            case .day: text[...]
            case .month: text.prefix(7)
            case .year: text.prefix(4)
            case .season(let number): "\(text.prefix(4))-\(number)"
            case .decade: "\(text.prefix(3))X"
            case .century: "\(text.prefix(2))XX"
            case .someMonth: "\(text.prefix(4))-XX"
            case .someDayOfMonth: "\(text.prefix(7))-XX"
            case .someDayOfYear: "\(text.prefix(4))-XX-XX"
            }
        return written + qualifier.suffix
    }
}

extension CivilDate.Qualifier {
    static func read(_ reader: inout ByteReader) -> CivilDate.Qualifier {
        if reader.consume("~" as Unicode.Scalar) { return .approximate }
        if reader.consume("?" as Unicode.Scalar) { return .uncertain }
        if reader.consume("%" as Unicode.Scalar) { return .both }
        return .none
    }

    fileprivate var suffix: String {
        switch self {
        case .none: ""
        case .approximate: "~"
        case .uncertain: "?"
        case .both: "%"
        }
    }
}
