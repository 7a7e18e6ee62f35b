import Amendments
import Terms

/// The events that moved each facet on its way from one day to another.
struct Chains {
    private var byPath: [FacetPath: [RecordedEvent]] = [:]
    private let hasBegun: @Sendable (RecordedEvent, Day) -> Bool

    /// Every term is looked at only on the days on which it may change.
    init(in side: Redliner.Side, after early: Day, through late: Day) {
        let reading = side.reading
        hasBegun = { reading.hasBegun($0, by: $1) }
        func between(_ days: [Day]) -> [Day] { days.filter { $0 > early && $0 <= late } }
        for term in reading.terms {
            walk(from: early, over: between(term.changeDays)) { day, facets in
                term.conformed(on: day).add(to: &facets)
            }
        }
        walk(from: early, over: between(reading.eventDays)) { day, facets in
            reading.surroundings(on: day).add(to: &facets)
        }
    }

    private mutating func walk(
        from early: Day, over days: [Day], _ facets: (Day, inout [FacetPath: Facet]) -> Void
    ) {
        if days.isEmpty { return }
        var previous: [FacetPath: Facet] = [:]
        facets(early, &previous)
        for day in days {
            var current: [FacetPath: Facet] = [:]
            facets(day, &current)
            for path in Set(previous.keys).union(current.keys) {
                let (old, new) = (previous[path], current[path])
                if let old, let new, old.isSame(as: new) { continue }
                add(to: path, old, new, in: current, by: day)
            }
            previous = current
        }
    }

    private mutating func add(
        to path: FacetPath, _ old: Facet?, _ new: Facet?, in facets: [FacetPath: Facet],
        by day: Day
    ) {
        let causes = new?.causes ?? Self.endings(of: path, old, in: facets)
        let known = Set(old?.causes ?? [])
        var fresh = causes.filter { !known.contains($0) }
        if let over = old?.causes.first, over.isTemporary, !fresh.isEmpty,
            fresh.allSatisfy({ hasBegun($0, day.adding(days: -1)) })
        {
            // Nothing began on that day: what lay beneath governs again, since the window is over.
            fresh.insert(over, at: 0)
        }
        for cause in fresh.isEmpty ? Array(causes.prefix(1)) : fresh
        where !(byPath[path]?.contains(cause) ?? false) {
            byPath[path, default: []].append(cause)
        }
    }

    /// Why a facet is gone: its term ended, its field was set anew, or it ran out by itself.
    static func endings(
        of path: FacetPath, _ old: Facet?, in facets: [FacetPath: Facet]
    ) -> [RecordedEvent] {
        let status = facets[FacetPath(path.subject, FacetPath.status)]
        if status?.value == .stated(.choice("ended")) { return status?.causes ?? [] }
        let field = facets[path.base]?.causes.filter { !(old?.causes.contains($0) ?? false) } ?? []
        return field.isEmpty ? old?.causes ?? [] : field
    }

    func causes(of path: FacetPath) -> [RecordedEvent] { byPath[path] ?? [] }
}

extension RecordedEvent {
    /// True for an amendment that gives back what it changed.
    fileprivate var isTemporary: Bool { (event.payload as? TermAmended)?.lasts != nil }
}
