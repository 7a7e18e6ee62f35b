public import Amendments
import Notation
public import Terms

extension RecordedEvent {
    /// The days on which something of its agreement may begin, end, fall due or be expected because of the event, from
    /// whatever vantage: rather too many than too few.
    ///
    /// What a calendar shows is dated by a day that some event of the agreement states, or by the day before or after
    /// it; what is counted from such a day, waits for a condition or is withheld may come on any day, and so may what
    /// hangs on a notice, for it may take effect at any time. Every event has its own days, whatever the others say:
    /// with another event days are added, and none goes.
    public var dueDays: Set<DayBlock> {
        var days = DueDays()
        // Also where it has a day of its own: what corrects it may have none.
        days.add(recording.instrument.effective ?? .announced(recording.disclosed))
        if let effective = event.effective { days.add(effective) }
        days.add(event.payload.node)
        if case .notice = event.payload.reach { days.addEveryDay() }
        // Another event may state the same succession for another day: then it lies somewhere from the one to the other.
        if event.payload is PartySucceeded { days.addEveryDay() }
        return days.blocks
    }
}

/// Collects the days that are stated anywhere in what an event says.
private struct DueDays {
    private(set) var blocks: Set<DayBlock> = []

    /// What stands under these names comes about on a day that its own words do not state.
    private static let undated: Set<String> = [
        "upon", "after", "before", "rolled", "end-of", FieldName.condition.rawValue,
        FieldName.each.rawValue, FieldName.blackout.rawValue, FieldName.redetermined.rawValue,
    ]
    /// A calendar shows that these are withheld, whatever its days.
    private static let shownWithheld = Set(
        [
            FieldName.starts, .ends, .exclusiveUntil, .opens, .closes, .available, .due, .longStop,
            .purchaseExclusiveUntil, .closing, .maturity, .release, .vests, .schedule,
        ].map(\.rawValue))

    mutating func addEveryDay() { blocks.insert(.calendar) }

    mutating func add(_ bound: DateBound) { add(DateBound.codec.encode(bound)) }

    mutating func add(_ node: Node) {
        switch node.content {
        case .plain(let text), .string(let text):
            if let days = Self.days(statedBy: text) { add(days) }
            if CalendarDuration(text) != nil || BusinessDays(text) != nil { addEveryDay() }
        case .list(let items):
            for item in items { add(item) }
        case .object(let members):
            for member in members { add(member) }
        case .integer, .boolean, .null: break
        }
    }

    private mutating func add(_ member: Node.Member) {
        if Self.undated.contains(member.name)
            || Self.shownWithheld.contains(member.name) && Self.isWithheld(member.value)
        {
            addEveryDay()
        }
        add(member.value)
        // It may be any day from the first to the last.
        if member.name == "between", let days = Self.span(of: member.value) { add(days) }
    }

    /// What has its last day on one of some days is over on the next, and what ends before it has the day before as
    /// its last.
    private mutating func add(_ days: ClosedRange<Day>) {
        let wider = days.lowerBound.adding(days: -1)...days.upperBound.adding(days: 1)
        blocks.formUnion(DayBlock.covering(wider))
    }

    private static func isWithheld(_ node: Node) -> Bool {
        node.text == "undisclosed" || node["redacted"] != nil
    }

    /// The days of a date or a range of dates; a side that is open is that of the calendar.
    private static func days(statedBy text: String) -> ClosedRange<Day>? {
        guard let range = DateRange(text) else { return nil }
        return (range.earliest ?? .first)...(range.latest ?? .last)
    }

    /// From the first day that is stated anywhere in it to the last.
    private static func span(of node: Node) -> ClosedRange<Day>? {
        switch node.content {
        case .plain(let text), .string(let text): days(statedBy: text)
        case .list(let items): hull(items)
        case .object(let members): hull(members.map(\.value))
        case .integer, .boolean, .null: nil
        }
    }

    private static func hull(_ nodes: [Node]) -> ClosedRange<Day>? {
        nodes.compactMap { span(of: $0) }.reduce(nil) { hull, days in
            guard let hull else { return days }
            return min(hull.lowerBound, days.lowerBound)...max(hull.upperBound, days.upperBound)
        }
    }
}
