import Amendments
import Terms

/// The successions that more than one instrument states.
///
/// That a party came into the place of another happened once, whichever recites it. Where instruments state it for
/// different days, and none of them is better evidence, it took effect on one of these days, and which one is open;
/// what they state more and less finely took effect on what both allow. Where the party came back in between, these
/// are two successions.
struct StatedSuccessions: Sendable {
    /// Of every event that states such a succession: its day, and all that state it.
    private let found: [Position: Found]

    private struct Found {
        let window: DayWindow
        let statements: [RecordedEvent]
    }

    private struct Statement {
        let event: RecordedEvent
        let window: DayWindow
    }

    static let none = StatedSuccessions(found: [:])

    private init(found: [Position: Found]) { self.found = found }

    /// - Parameter bounds: reads the days that the events state by themselves.
    init(of state: AgreementState, by bounds: BoundReader) {
        var found: [Position: Found] = [:]
        for party in state.parties.values where party.successions.count > 1 {
            for group in Self.groups(of: party, by: bounds) where group.count > 1 {
                guard let window = Self.window(of: group) else { continue }
                let one = Found(window: window, statements: group.map(\.event))
                for statement in group { found[statement.event.position] = one }
            }
        }
        self.init(found: found)
    }

    /// The day of the succession that an event states; nil where no other event states it.
    func window(of event: RecordedEvent) -> DayWindow? { found[event.position]?.window }

    /// All that state the same succession, led by the event; the event alone where none other does, and nothing where
    /// another leads them.
    func statements(ledBy event: RecordedEvent) -> [RecordedEvent] {
        guard let statements = found[event.position]?.statements else { return [event] }
        return statements.first == event ? statements : []
    }

    /// The statements of each succession of a party, by the days that they state; what waits for a condition has none.
    private static func groups(of party: PartyRecord, by bounds: BoundReader) -> [[Statement]] {
        let returns = party.admissions.compactMap { bounds.start(of: $0)?.first }.sorted()
            .dropFirst()
        let dated = Dictionary(grouping: party.successions, by: \.successor).values.map { stated in
            stated.compactMap { succession -> Statement? in
                guard succession.event.effective.conditions.isEmpty else { return nil }
                return bounds.start(of: succession.event).map {
                    Statement(event: succession.event, window: $0)
                }
            }.sorted { ($0.window.first, $0.event.position) < ($1.window.first, $1.event.position) }
        }
        return dated.flatMap { stated in
            stated.reduce(into: [[Statement]]()) { groups, next in
                let last = groups.last?.last?.window.first
                let cameBack = last.map { last in
                    returns.contains { last < $0 && $0 <= next.window.first }
                }
                if cameBack == false {
                    groups[groups.count - 1].append(next)
                } else {
                    groups.append([next])
                }
            }
        }
    }

    /// What the best evidence says: the days that all of it allows, or else every day from the first to the last.
    private static func window(of group: [Statement]) -> DayWindow? {
        guard let best = group.map(\.event.grade).min() else { return nil }
        let windows = group.filter { $0.event.grade == best }.map(\.window)
        guard let first = windows.map(\.first).min(), let last = windows.map(\.sure).max(),
            let from = windows.map(\.first).max(), let to = windows.map(\.sure).min()
        else { return nil }
        let isApproximate = windows.contains(where: \.isApproximate)
        return from <= to
            ? DayWindow(first: from, sure: to, isApproximate: isApproximate)
            : DayWindow(first: first, sure: last, isApproximate: isApproximate)
    }
}
