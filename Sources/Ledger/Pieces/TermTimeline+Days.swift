import Amendments
import Terms

// Days on which an answer may change. One too many costs a look; one missing makes a false piece, so
// everything that an answer is read from gives its days.
extension TermTimeline {
    /// The first day there is, and every day on which the answer about the subject may change.
    func days(of subject: TermPiece.Subject) -> Set<Day> {
        var days: Set<Day> = [.first]
        for renaming in record.renamings { days.formUnion(self.days(of: renaming.event)) }
        switch subject {
        case .status: days.formUnion(statusDays)
        case .waiting: days.formUnion(waitingDays)
        case .field(let name), .reports(let name), .places(let name):
            days.formUnion(self.days(of: name))
            if record.kind.definition.field(name)?.namesParties ?? false {
                days.formUnion(places.changeDays)
            }
            // Before it begins, a term is shown as it will begin.
            days.formUnion(cells[.starts]?.changeDays ?? [])
            if let limit = record.kind.definition.field(name)?.limitedBy {
                days.formUnion(self.days(of: limit))
                days.formUnion(referredDays)
            }
            if let altered = record.kind.definition.field(name)?.inRunOff,
                record.assertions[altered] != nil
            {
                days.formUnion(self.days(of: altered))
                days.formUnion(lifeDays)
            }
        }
        return days
    }

    private var statusDays: Set<Day> {
        var days = self.days(of: .starts).union(self.days(of: .ends)).union(lifeDays)
        let events = record.removals + record.additions + record.pauses.map(\.event)
        for event in events { days.formUnion(self.days(of: event)) }
        for bound in record.pauses.compactMap(\.lasts) { days.formUnion(self.days(of: bound)) }
        return days
    }

    func days(of name: FieldName) -> Set<Day> {
        var days = Set(cells[name]?.changeDays ?? [])
        for assertion in record.assertions[name] ?? [] {
            days.formUnion(Self.days(of: bounds.start(assertion.begins)))
            days.formUnion(self.days(of: assertion.value))
        }
        for report in record.reports[name] ?? [] {
            days.formUnion(self.days(of: report.event))
            days.formUnion(self.days(of: report.value))
            if let bound = report.lasts { days.formUnion(self.days(of: bound)) }
        }
        return days
    }

    private func days(of event: RecordedEvent) -> [Day] {
        Self.days(of: bounds.start(of: event))
    }

    private func days(of value: ValueState?) -> Set<Day> {
        guard case .stated(.bound(let bound))? = value else { return [] }
        return days(of: bound)
    }

    /// The days of a bound and of everything in it: without a removed condition another part governs.
    private func days(of bound: DateBound) -> Set<Day> {
        var days = Set(Self.days(of: bounds.start(bound)) + Self.days(of: bounds.end(bound)))
        switch bound {
        case .upon(let id): days.formUnion(Self.days(of: bounds.outcome(of: id)?.window))
        case .firstOf(let parts), .lastOf(let parts):
            for part in parts { days.formUnion(self.days(of: part)) }
        case .after(let anchor, _), .moved(let anchor, _):
            days.formUnion(self.days(of: anchor))
        case .on, .from, .through, .until, .announced, .soft, .between, .open: break
        }
        return days
    }

    private static func days(of window: DayWindow?) -> [Day] {
        window?.days ?? []
    }
}
