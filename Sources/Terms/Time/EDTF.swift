import Notation

/// A text read by the Extended Date/Time Format, levels 0 and 1: ISO 8601-2:2019, as the Library of Congress has it.
///
/// What is well written and cannot be a date of an agreement is known for what it is, so that it is refused with the
/// reason.
public enum EDTF: Hashable, Sendable {
    case date(CivilDate)
    case interval(DateRange)
    case unusable(Reason)

    /// Why no date of an agreement can be meant.
    public enum Reason: String, CaseIterable, Hashable, Sendable {
        case year = "its year is none of 0001 to 9999"
        case timeOfDay = "it has a time of day, and the days of an agreement are whole"
        case noDate = "it names no date on either side"
    }

    /// Returns nil unless `text` is EDTF of level 0 or 1.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
            guard let read = Self.date(text) else { return nil }
            self = read
            return
        }
        guard let read = Self.interval(text[..<slash], text[bytes.index(after: slash)...]) else {
            return nil
        }
        self = read
    }

    private static func date(_ text: String) -> EDTF? {
        if text.utf8.first == UInt8(ascii: "Y") { return isLongYear(text) ? .unusable(.year) : nil }
        var reader = ByteReader(text)
        guard let written = EDTFDate(&reader) else { return nil }
        return CivilDate(written).map { .date($0) }
            ?? .unusable(written.hasTime ? .timeOfDay : .year)
    }

    /// `Y170000002` or `Y-170000002`: a year of more than four digits.
    private static func isLongYear(_ text: String) -> Bool {
        var digits = text.dropFirst()
        if digits.hasPrefix("-") { digits = digits.dropFirst() }
        return digits.utf8.count > 4 && digits.utf8.first != UInt8(ascii: "0")
            && digits.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func interval(_ first: Substring, _ last: Substring) -> EDTF? {
        guard let start = Side(first), let end = Side(last) else { return nil }
        switch (start, end) {
        case (.date(let start), .date(let end)) where start.isAfter(end): return nil
        case (.unknown, .unknown): return nil
        case (.date, _), (_, .date), (.open, _), (_, .open): break
        }
        guard let from = start.end, let to = end.end else { return .unusable(.year) }
        return DateRange(start: from, end: to).map { .interval($0) } ?? .unusable(.noDate)
    }

    /// One side of an interval.
    private enum Side {
        case date(EDTFDate)
        case open
        case unknown

        init?(_ text: Substring) {
            if text.isEmpty {
                self = .unknown
            } else if text == ".." {
                self = .open
            } else {
                var reader = ByteReader(String(text))
                guard let date = EDTFDate(&reader), !date.hasTime else { return nil }
                self = .date(date)
            }
        }

        /// Nil for a date that is none of the calendar.
        var end: DateRange.End? {
            switch self {
            case .date(let date): CivilDate(date).map { .date($0) }
            case .open: .open
            case .unknown: .unknown
            }
        }
    }

    /// Reads one text and takes from it what `use` finds there, or reports what it is.
    static func read<Value>(
        _ node: Node, expecting expected: String, _ problems: inout Problems,
        _ use: (EDTF) -> Value?
    ) -> Value? {
        guard let text = node.text else {
            problems.report(
                "\(node.excerpt) is not \(expected)", hint: "expected \(expected)", at: node.mark)
            return nil
        }
        let read = EDTF(text)
        if let value = read.flatMap(use) { return value }
        let excerpt = Node.string(text).excerpt.dropFirst().dropLast()
        if case .unusable(let reason)? = read {
            problems.report(
                "'\(excerpt)' cannot be a date of an agreement: \(reason.rawValue)",
                hint: "expected \(expected)", at: node.mark)
        } else {
            problems.report(
                "'\(excerpt)' is not \(expected)", hint: "expected \(expected)", at: node.mark)
        }
        return nil
    }
}
