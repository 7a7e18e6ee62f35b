public import Notation

/// Days that come again each year, as people write them: `[may, november]`, `[1 april, 1 october]`,
/// `[15 june through 15 july]`.
///
/// What RFC 5545 has as `FREQ=YEARLY` with `BYMONTH` and `BYMONTHDAY`, without a first and a last year: from when and until
/// when they come, the term says. A stretch that ends before it begins goes on into the next year. Where a month is too
/// short, its last day is taken, as an anniversary is: 29 February is 28 February in most years.
public struct DaysOfYear: Hashable, Sendable {
    /// In the order in which they are written, at least one.
    public let spans: [Span]

    /// From a day or a month through another, both included.
    public struct Span: Hashable, Sendable {
        public let first: Part
        public let last: Part

        public init(_ first: Part, through last: Part) {
            self.first = first
            self.last = last
        }
    }

    /// A day of a month, or all of the month.
    public struct Part: Hashable, Sendable {
        public let month: HolidayDay.Month
        /// nil for all of it.
        public let day: Int?

        /// Returns nil for a day that the month never has.
        public init?(_ month: HolidayDay.Month, day: Int? = nil) {
            if let day, Day(year: 2000, month: month.number, day: day) == nil { return nil }
            self.month = month
            self.day = day
        }

        fileprivate func first(in year: Int) -> Day {
            .clamped(year: year, month: month.number, day: day ?? 1)
        }

        fileprivate func last(in year: Int) -> Day {
            .clamped(year: year, month: month.number, day: day ?? 31)
        }
    }

    /// Returns nil for no days.
    public init?(_ spans: [Span]) {
        guard !spans.isEmpty else { return nil }
        self.spans = spans
    }

    /// The stretches of days of which any day lies in some others, in their order; what touches is one.
    public func stretches(touching days: ClosedRange<Day>) -> [ClosedRange<Day>] {
        let years = max(1, days.lowerBound.year - 1)...min(9998, days.upperBound.year)
        let all = years.flatMap { year in
            spans.map { span in
                let first = span.first.first(in: year)
                let last = span.last.last(in: year)
                return first...(last < first ? span.last.last(in: year + 1) : last)
            }
        }.sorted { $0.lowerBound < $1.lowerBound }
        let joined = all.reduce(into: [ClosedRange<Day>]()) { joined, next in
            guard let last = joined.last, next.lowerBound <= last.upperBound.next else {
                return joined.append(next)
            }
            joined[joined.count - 1] = last.lowerBound...max(last.upperBound, next.upperBound)
        }
        return joined.filter { $0.overlaps(days) }
    }

    /// As people read it: `may, 15 june through 15 july`.
    public var displayText: String { spans.map(\.description).joined(separator: ", ") }

    /// A list of texts.
    public static let codec = Codec<DaysOfYear>(schema: list.schema) { node, problems in
        list.decode(node, &problems).flatMap { DaysOfYear($0) }
    } encode: {
        list.encode($0.spans)
    }

    private static let list = Codec<[Span]>.list(of: Span.codec, atLeast: 1)
        .forgiving(text: { text in
            let parts = text.split(omittingEmptySubsequences: false) { ",;".contains($0) }
            let spans = parts.compactMap { Span(understanding: String($0)) }
            return spans.count == parts.count ? .one(spans) : nil
        })
}

extension DaysOfYear.Part: CustomStringConvertible {
    public var description: String { (day.map { "\($0) " } ?? "") + month.rawValue }

    /// Returns nil unless `text` is a month, or a day and a month, such as `may` or `1 april`.
    init?(_ text: String) {
        let words = text.split(separator: " ", omittingEmptySubsequences: false)
        guard let last = words.last, words.count <= 2,
            let month = HolidayDay.Month(rawValue: String(last))
        else { return nil }
        guard words.count == 2 else {
            self.init(month)
            return
        }
        var reader = ByteReader(String(words[0]))
        guard let day = reader.wholeNumber(atMost: 2), reader.isAtEnd else { return nil }
        self.init(month, day: day)
    }
}

extension DaysOfYear.Span: CustomStringConvertible {
    public var description: String { first == last ? "\(first)" : "\(first) through \(last)" }

    private static let word = " through "

    /// Returns nil unless `text` is one part, or two with `through` between them.
    init?(_ text: String) {
        let parts = text.split(separator: Self.word, omittingEmptySubsequences: false)
            .map { DaysOfYear.Part(String($0)) }
        guard parts.count <= 2, let first = parts.first.flatMap(\.self),
            let last = parts.last.flatMap(\.self)
        else { return nil }
        self.init(first, through: last)
    }

    /// The same with months in any case and cut to three letters, `April 1`, and `to` for `through`.
    init?(understanding text: String) {
        let words = text.lowercased().split(separator: " ").map { word -> String in
            let months = HolidayDay.Month.allCases.map(\.rawValue).filter {
                word.utf8.count >= 3 && $0.hasPrefix(word)
            }
            return word == "to" ? "through" : months.count == 1 ? months[0] : String(word)
        }
        let sides = words.split(separator: "through", omittingEmptySubsequences: false)
            .map { side -> String in
                // `april 1` is `1 april`.
                let isTurned = side.count == 2 && side.last.flatMap { Int($0) } != nil
                return (isTurned ? side.reversed() : Array(side)).joined(separator: " ")
            }
        self.init(sides.joined(separator: Self.word))
    }

    static let codec = Codec<DaysOfYear.Span>.scalar(
        "days of each year such as may, 1 april or 15 june through 15 july",
        schema: .pattern("^([1-9][0-9]? )?[a-z]+( through ([1-9][0-9]? )?[a-z]+)?$"),
        parse: { DaysOfYear.Span($0) }, write: \.description
    ).forgiving(text: { DaysOfYear.Span(understanding: $0).map { .one($0) } })
}
