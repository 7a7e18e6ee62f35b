import Amendments
package import Terms

// The days stated as approximate or uncertain on which what governs a day begins or ends. They are read as stated;
// that they are so is not sure.
extension TermTimeline {
    /// Those on which the life of a day begins, pauses or ends.
    package func approximateDays(ofLifeOn day: Day) -> [Day] {
        guard let life = lives(on: day).first else { return [] }
        let ends = life.statedEnds(on: day).compactMap(\.self) + life.ends(by: .last)
        let over = ends.compactMap(\.over)
        // What comes after a day on which the life is surely over does not concern it.
        let last = over.filter { !$0.isApproximate }.map(\.sure).min() ?? .beyond
        let pauses = life.record.pauses.flatMap { pause in
            [bounds.start(of: pause.event), pause.lasts.flatMap { bounds.end($0) }]
        }
        let windows = [life.begins, beginning(on: day)?.window] + pauses + over
        return Self.approximate(windows.compactMap(\.self).filter { $0.first <= last })
    }

    /// Those on which a field began to read as it does on a day, or reads otherwise next; and those on which what
    /// it states is over.
    package func approximateDays(of field: FieldName, on day: Day) -> [Day] {
        guard let cell = cells[field] else { return [] }
        let piece = cell.piece(at: day)
        let present = piece.value.compactMap(\.self)
        let next = piece.to.map { cell.at($0).compactMap(\.self) } ?? []
        let ends = present.flatMap { assertion -> [DayWindow?] in
            var stated: DayWindow?
            if case .stated(.bound(let bound))? = assertion.value { stated = bounds.end(bound) }
            return [assertion.lasts.flatMap { bounds.end($0) }, stated]
        }
        let begins = (present + next).map { bounds.start($0.begins) }
        return Self.approximate((begins + ends).compactMap(\.self))
    }

    private static func approximate(_ windows: [DayWindow]) -> [Day] {
        Set(windows.filter(\.isApproximate).map(\.first)).sorted()
    }
}
