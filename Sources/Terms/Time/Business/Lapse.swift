import Notation

/// How long something takes: a length of the calendar, or a number of business days.
public enum Lapse: Hashable, Sendable {
    case length(CalendarDuration)
    case businessDays(BusinessDays)

    /// As people read it.
    public var displayText: String {
        switch self {
        case .length(let length): length.displayText
        case .businessDays(let days): days.displayText
        }
    }

    /// Whether it is no time at all.
    public var isEmpty: Bool {
        switch self {
        case .length(let length): length.isEmpty
        case .businessDays: false
        }
    }

    /// The calendars for want of which it is not known which day is that long after one, or before it.
    public func gaps(
        from day: Day, backwards: Bool = false, _ calendars: BusinessCalendars
    ) -> [CalendarGap] {
        switch self {
        case .length: []
        case .businessDays(let days):
            DayMove.businessDays(backwards ? -days.count : days.count, in: days.calendars)
                .gaps(from: day, calendars)
        }
    }
}

extension Value {
    /// How long it says that something takes; nil where it says something else.
    public var lapse: Lapse? {
        switch self {
        case .duration(let length): .length(length)
        case .businessDays(let days): .businessDays(days)
        case .text, .choice, .flag, .count, .money, .rate, .unitPrice, .tiers, .schedule, .formula,
            .indexation, .date, .bound, .yearly, .party, .parties, .tags, .term, .condition:
            nil
        }
    }
}

extension Lapse {
    /// One text, such as `P30D` or `10 business-days of new-york`, as the value of a field.
    static let codec = Codec<Value>(schema: schema) { node, problems in
        if let days = node.text.flatMap({ BusinessDays($0) }) { return .businessDays(days) }
        guard node.text?.contains("business") ?? false else {
            return CalendarDuration.codec.decode(node, &problems).map { .duration($0) }
        }
        problems.report(
            "\(node.excerpt) is not a number of business days",
            hint: "expected 1 to \(DayMove.mostBusinessDays) of them and their calendars, such as "
                + "10 business-days of new-york",
            at: node.mark)
        return nil
    } encode: {
        $0.node
    }
    .forgiving(text: { BusinessDays.understood($0)?.map { Value.businessDays($0) } })

    private static let schema = Schema([
        (
            "anyOf",
            .list([CalendarDuration.codec.schema.node, Schema.pattern(BusinessDays.pattern).node])
        )
    ])
}
