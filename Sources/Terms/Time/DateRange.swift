public import Notation

/// A stretch of time between two dates, each as precise as it was stated: an EDTF interval.
///
/// `2025-01/2025-09`, `2025-10-28/..` (open end), `2019/` (unknown end), `../2019`, `/2019`. A lone
/// date stands for the stretch it covers, and is how such a stretch is written.
public struct DateRange: Hashable, Sendable {
    /// One side of a range. A stretch without an end is not one whose end no one knows.
    public enum End: Hashable, Sendable {
        case date(CivilDate)
        /// `..`: there is none.
        case open
        /// Left empty: there is one, or may be one, but it is not known.
        case unknown
    }

    /// Where it begins.
    public let start: End
    /// Where it ends, the date included.
    public let end: End

    /// Returns nil where no side is a date, or the end lies wholly before the start.
    public init?(start: End, end: End) {
        switch (start, end) {
        case (.date(let start), .date(let end)) where start.isAfter(end): return nil
        case (.date, _), (_, .date): break
        case (.open, _), (.unknown, _): return nil
        }
        self.start = start
        self.end = end
    }

    /// The stretch that `date` covers.
    public init(_ date: CivilDate) {
        start = .date(date)
        end = .date(date)
    }

    /// Returns nil unless `text` is a date or an EDTF interval.
    public init?(_ text: String) {
        switch EDTF(text) {
        case .date(let date)?: self.init(date)
        case .interval(let range)?: self = range
        case .unusable?, nil: return nil
        }
    }

    /// The first day it may cover; nil where the start is open or unknown.
    public var earliest: Day? { start.date?.earliest }

    /// The last day it may cover; nil where the end is open or unknown.
    public var latest: Day? { end.date?.latest }

    /// Every day that it may cover; a side that is open or unknown has no end.
    public var days: DayRange {
        DayRange(from: earliest ?? .first, to: latest?.next) ?? .always
    }

    /// One text, an EDTF interval or date.
    public static let codec = Codec<DateRange>(
        schema: .pattern("^[0-9X~?%./-]{4,23}$")
    ) { node, problems in
        EDTF.read(
            node, expecting: "a range of dates such as 2025-01/2025-09, 2025-10-28/.. or 2026",
            &problems
        ) { read in
            switch read {
            case .date(let date): DateRange(date)
            case .interval(let range): range
            case .unusable: nil
            }
        }
    } encode: {
        .string($0.description)
    }.forgiving(
        doubting: { CivilDate.doubted($0)?.map { DateRange($0) } },
        text: { WrittenDate.understood($0)?.map { DateRange($0) } })
}

extension DateRange {
    /// Whether its days are what they seem: neither approximate, nor of unspecified digits, nor without a known side.
    public var isPlaced: Bool {
        [start, end].allSatisfy { side in
            switch side {
            case .date(let date): date.qualifier == .none && date.precision != nil
            case .open: true
            case .unknown: false
            }
        }
    }
}

extension DateRange: CustomStringConvertible {
    public var description: String {
        if start == end, let date = start.date { return date.description }
        return "\(start.text)/\(end.text)"
    }
}

extension DateRange.End {
    fileprivate var date: CivilDate? {
        switch self {
        case .date(let date): date
        case .open, .unknown: nil
        }
    }

    fileprivate var text: String {
        switch self {
        case .date(let date): date.description
        case .open: ".."
        case .unknown: ""
        }
    }
}
