public import Notation

/// How an amount follows a published index: by the consumer price index each year, by no less than 0% and no more than
/// 5%.
///
/// The first adjustment is one step after the term's first day, by the change of the index from the base to one step
/// after it; each later one by the change over the next step. A least and a most bound each of these changes.
public struct Indexation: Hashable, Sendable {
    /// The name of the index, as its figures have it.
    public let name: String
    /// The day, month or year whose figure the amount as stated goes with.
    public let base: CivilDate
    /// The time between two adjustments.
    public let each: CalendarDuration
    /// The least and the most change of one step, as shares of the figure before it; nil for no bound. A floor of 0%:
    /// it never falls.
    public let floor: Rate?
    public let ceiling: Rate?

    /// Returns nil for a name that is empty or has space around it, a base that is approximate or no day, month or year,
    /// a step of no length, and a floor above the ceiling.
    public init?(
        name: String, base: CivilDate, each: CalendarDuration, floor: Rate? = nil,
        ceiling: Rate? = nil
    ) {
        guard Rate.isBase(name), base.qualifier == .none, base.precision != nil, !each.isEmpty
        else { return nil }
        if let floor, let ceiling, floor.share > ceiling.share { return nil }
        self.name = name
        self.base = base
        self.each = each
        self.floor = floor
        self.ceiling = ceiling
    }

    /// The time whose figure an adjustment goes by, the first being number one; nil beyond the calendar. Number zero is
    /// the base.
    public func reference(_ number: Int) -> CivilDate? {
        guard let precision = base.precision else { return nil }
        return each.times(number).map { length in
            CivilDate(containing: length.added(to: base.earliest), precision: precision)
        }
    }

    /// As people read it: `by CPI-U from 2023-12, each 1 year, at least 0%, at most 5%`.
    public var displayText: String {
        let bounds = [
            floor.map { "at least \($0.shareText)" }, ceiling.map { "at most \($0.shareText)" },
        ].compactMap(\.self)
        return (["by \(name) from \(base)", "each \(each.displayText)"] + bounds)
            .joined(separator: ", ")
    }

    /// A map of `name`, `base`, `each`, and `floor` and `ceiling` where they are stated.
    public static let codec = Codec<Indexation>(schema: Written.codec.schema) { node, problems in
        guard let written = Written.codec.decode(node, &problems) else { return nil }
        let made = Indexation(
            name: written.name, base: written.base, each: written.each, floor: written.floor,
            ceiling: written.ceiling)
        if let made { return made }
        problems.report(
            "an index has a name, an exact base, a step of some length and a floor up to its ceiling",
            hint: "such as { name: CPI-U, base: 2023-12, each: P1Y, floor: 0%, ceiling: 5% }",
            at: node.mark)
        return nil
    } encode: { index in
        Written.codec.encode(
            Written(
                name: index.name, base: index.base, each: index.each, floor: index.floor,
                ceiling: index.ceiling))
    }

    /// The members of the map.
    private struct Written: Sendable {
        let name: String
        let base: CivilDate
        let each: CalendarDuration
        let floor: Rate?
        let ceiling: Rate?

        static let codec = Codec<Written>.object(
            { Written(name: $0, base: $1, each: $2, floor: $3, ceiling: $4) },
            .required("name", \.name, .text),
            .required("base", \.base, CivilDate.codec),
            .required("each", \.each, CalendarDuration.codec),
            .optional("floor", \.floor, Indexation.share),
            .optional("ceiling", \.ceiling, Indexation.share))
    }

    /// A share of the figure before.
    private static let share = Codec<Rate>.scalar(
        "a share such as 0%, 2.5% or 1/3",
        schema: .pattern("^([0-9]{1,10}([.][0-9]{1,4}| [0-9]{1,10}/[0-9]{1,10})?%|[0-9]+/[0-9]+)$"),
        parse: { Rate("\($0) of it") }, write: \.shareText)
}
