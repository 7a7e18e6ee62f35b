import Amendments
import Terms

extension CellTimeline {
    /// The timelines of a term's fields over all its lives: each governs from its first day to that of the
    /// next; where that day is imprecise, both may.
    static func joined(_ lives: [TermLife]) -> [FieldName: CellTimeline] {
        let names = lives.reduce(into: Set<FieldName>()) { $0.formUnion($1.cells.keys) }
        return names.reduce(into: [:]) { cells, name in
            cells[name] = lives.reduce(CellTimeline()) { joined, life in
                guard let begins = life.begins else { return joined }
                return joined.followed(by: life.cells[name] ?? CellTimeline(), from: begins)
            }
        }
    }

    private func followed(by next: CellTimeline, from begins: DayWindow) -> CellTimeline {
        CellTimeline(changingOn: changeDays + next.changeDays + begins.days) { day in
            candidates(on: day, followedBy: next, from: begins)
        }.coalesced()
    }

    private func candidates(
        on day: Day, followedBy next: CellTimeline, from begins: DayWindow
    ) -> [Assertion?] {
        if day < begins.first { return at(day) }
        let own = next.at(day)
        if day >= begins.sure { return own }
        let before = at(day)
        return before + own.filter { $0 != nil && !before.contains($0) }
    }
}
