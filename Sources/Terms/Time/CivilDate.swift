public import Notation

/// A date known to the day, the month or the year: a subset of EDTF, levels 0 and 1 (ISO 8601-2).
///
/// `2026-04-27`, `2026-04` or `2026`, each with `~` (approximate), `?` (uncertain) or `%` (both).
/// Precision is never invented: a year stays a year, from its earliest to its latest day.
public struct CivilDate: Hashable, Sendable {
    /// How finely the date is stated.
    public enum Precision: Hashable, Sendable, CaseIterable { case day, month, year }

    /// How sure the statement is (EDTF level 1).
    public enum Qualifier: Hashable, Sendable, CaseIterable {
        case none, approximate, uncertain, both
    }

    /// Whether a day, a month or a year is stated.
    public let precision: Precision
    /// Which doubt is stated with it.
    public let qualifier: Qualifier
    /// The first day the date may mean.
    public let earliest: Day

    /// Stated to the day, without doubt.
    public init(_ day: Day) {
        self.init(containing: day, precision: .day)
    }

    /// The day, the month or the year in which `day` lies.
    public init(containing day: Day, precision: Precision, qualifier: Qualifier = .none) {
        self.precision = precision
        self.qualifier = qualifier
        earliest =
            switch precision {
            case .day: day
            case .month: .clamped(year: day.year, month: day.month, day: 1)
            case .year: .clamped(year: day.year, month: 1, day: 1)
            }
    }

    /// Returns nil unless `text` is a date in this subset of EDTF.
    public init?(_ text: String) {
        var reader = ByteReader(text)
        guard let year = reader.digits(4) else { return nil }
        var precision = Precision.year
        var (month, day) = (1, 1)
        if reader.consume("-" as Unicode.Scalar) {
            guard let number = reader.digits(2) else { return nil }
            (precision, month) = (.month, number)
            if reader.consume("-" as Unicode.Scalar) {
                guard let number = reader.digits(2) else { return nil }
                (precision, day) = (.day, number)
            }
        }
        let qualifier = Qualifier.read(&reader)
        guard reader.isAtEnd, let earliest = Day(year: year, month: month, day: day) else {
            return nil
        }
        self.precision = precision
        self.qualifier = qualifier
        self.earliest = earliest
    }

    /// The last day the date may mean.
    public var latest: Day {
        switch precision {
        case .day: earliest
        case .month: .clamped(year: earliest.year, month: earliest.month, day: 31)
        case .year: .clamped(year: earliest.year, month: 12, day: 31)
        }
    }

    /// Whether the date is stated to the day.
    public var isExact: Bool { precision == .day }

    /// One text in EDTF.
    public static let codec = Codec<CivilDate>.scalar(
        "a date such as 2026-04-27, 2026-04 or 2026",
        schema: .pattern("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?$"),
        parse: { CivilDate($0) }, write: \.description
    ).forgiving(text: WrittenDate.understood)
}

extension CivilDate: CustomStringConvertible {
    public var description: String {
        let text = earliest.description
        let length =
            switch precision {
            case .day: 10
            case .month: 7
            case .year: 4
            }
        return text.prefix(length) + qualifier.suffix
    }
}

extension CivilDate.Qualifier {
    fileprivate static func read(_ reader: inout ByteReader) -> CivilDate.Qualifier {
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
