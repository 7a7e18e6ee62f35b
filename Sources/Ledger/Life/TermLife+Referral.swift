package import Amendments
package import Terms

// Ends that are stated as those of another term, or of another field: the one place where they are followed.
//
// `ends` of a term is when that term ends, whatever ends it; any other field is the day that it states.
extension TermLife {
    /// The end that an assertion states for a field of this life by naming another, as it stands on a day: several where
    /// imprecise dates leave that open, nil for one that never comes.
    ///
    /// Where nothing on record says when that end comes, it may come from the day after the one on which it was stated.
    func referredEnds(
        _ assertion: Assertion, to id: TermID, _ field: FieldName, of own: FieldName, on day: Day,
        along path: ReferralPath? = nil
    ) -> [LifeEnd?] {
        guard let begun = firstDay(of: assertion) else { return [nil] }
        func unknown(_ gap: ReferralGap) -> LifeEnd {
            LifeEnd(
                by: assertion.event, over: DayWindow(first: begun.next, sure: .beyond),
                reasons: [.endReferred(id, field, gap)], causes: [assertion.event])
        }
        let path = path ?? ReferralPath(among: referred)
        guard let other = path.terms[id] else { return [unknown(.notOnRecord)] }
        guard let path = path.going(from: record.identity, own, to: other.record.identity, field)
        else { return [unknown(.circular)] }
        let last = other.lastDay(ofLifeFrom: begun, by: day)
        let unstated = unknown(.notStated)
        let found =
            field == .ends
            ? other.wholeEnds(on: last, along: path, unstated: unstated)
            : other.days(statedBy: field, on: last, along: path, unstated: unstated)
        return found.map { end in
            guard let end else { return nil }
            if end == unstated { return end }
            let taken = end.taken(by: assertion.event, from: id, field)
            guard let over = taken.over, over.sure < .beyond else { return taken }
            if over.sure <= begun { return unknown(.passedBefore) }
            guard own == .ends, record.kind != .termAndRenewal,
                let word = laterWord(than: own, over, by: day)
            else { return taken }
            return taken.doubted(because: .endReferred(id, field, .spokenOf), word)
        }
    }

    /// From when an assertion says something of the life, which may begin later than it is agreed.
    private func firstDay(of assertion: Assertion) -> Day? {
        bounds.start(assertion.begins).map { max($0.first, start?.first ?? $0.first) }
    }

    /// When it starts, as far as that is stated.
    private var start: DayWindow? {
        (record.assertions[.starts] ?? []).compactMap { $0.value?.bound }
            .compactMap { bounds.start($0) }.min { $0.first < $1.first }
    }

    /// The days from which ends may have come that are those of others, where nothing says when these come.
    var referralDays: Set<Day> {
        let fields = record.kind.definition.fields.filter { $0.type == .bound }
        return fields.reduce(into: []) { days, schema in
            for assertion in record.assertions[schema.name] ?? [] {
                if case .sameAs? = assertion.value, let begun = firstDay(of: assertion),
                    begun < .last
                {
                    days.insert(begun.next)
                }
            }
        }
    }

    /// Every end that the life has by a day: what it states, cut short by what ends it before. As long as it has not surely
    /// begun, none is sure.
    fileprivate func wholeEnds(
        on day: Day, along path: ReferralPath, unstated: LifeEnd
    ) -> [LifeEnd?] {
        let outside = ends(by: day)
        if let start, start.sure <= day {
            return statedEnds(on: day, along: path, unstated: unstated).map { $0.cut(by: outside) }
        }
        let completion = record.kind.definition.completion
        let first = record.assertions[.ends]?.first
        let stated =
            first.map { statedEnds(by: $0, on: day, along: path, unstated: unstated) }
            ?? completion.flatMap { completion in
                record.assertions[completion.field]?.first.map {
                    ends($0, by: completion, on: day, along: path, unstated: unstated)
                }
            } ?? [unstated]
        return stated.map { $0.cut(by: outside)?.unsure }
    }

    /// The day that an assertion states for a field, as an end.
    fileprivate func day(
        statedBy assertion: Assertion, for field: FieldName, on day: Day,
        along path: ReferralPath, unstated: LifeEnd
    ) -> [LifeEnd?] {
        switch assertion.value {
        case .stated(.bound(let bound))?: [plainEnd(bound, by: assertion.event, on: day)]
        case .sameAs(let id, let other)?:
            referredEnds(assertion, to: id, other, of: field, on: day, along: path)
        case ValueState.none?: [nil]
        case .stated?, .between?, .about?, .redacted?, .undisclosed?, .unknown?, .silent?, nil:
            [unstated]
        }
    }

    /// The last event by a day that sets something other than a field from when the life should have been over.
    func laterWord(than field: FieldName, _ over: DayWindow, by day: Day) -> RecordedEvent? {
        record.assertions.filter { $0.key != field }.values.joined().filter {
            bounds.start($0.begins).map { over.first <= $0.first && $0.first <= day } ?? false
        }.map(\.event).max { key($0) < key($1) }
    }
}

extension TermTimeline {
    /// From when something is over, or may be, by an assertion for its field that names the end of another, each as it stands
    /// then; none where nothing says when that is.
    package func referredWindows(
        _ assertion: Assertion, of field: FieldName
    ) -> [(window: DayWindow, causes: [RecordedEvent])] {
        guard case .sameAs(let id, let other)? = assertion.value,
            let life = lives.first(where: {
                $0.record.assertions[field]?.contains(assertion) ?? false
            })
        else { return [] }
        func ends(on day: Day) -> [LifeEnd] {
            life.referredEnds(assertion, to: id, other, of: field, on: day).compactMap(\.self)
                .filter { $0.reasons.first == .endReferred(id, other, nil) }
        }
        let windows = (referredDays + [.last]).flatMap { ends(on: $0) }.compactMap(\.over)
        return Set(windows).sorted { ($0.first, $0.sure) < ($1.first, $1.sure) }.compactMap {
            window in
            guard window.first <= .last else { return nil }
            return ends(on: window.first).first { $0.over == window }.map { (window, $0.causes) }
        }
    }

    /// Every end of the term as of a day, whatever ends it.
    fileprivate func wholeEnds(
        on day: Day, along path: ReferralPath, unstated: LifeEnd
    ) -> [LifeEnd?] {
        let current = lives(on: day)
        return (current.isEmpty ? Array(lives.prefix(1)) : current).flatMap {
            $0.wholeEnds(on: day, along: path, unstated: unstated)
        }
    }

    /// The day that a field states, as it stands on a day; before the term begins, what it will begin with.
    fileprivate func days(
        statedBy field: FieldName, on day: Day, along path: ReferralPath, unstated: LifeEnd
    ) -> [LifeEnd?] {
        let current = lives(on: day).first
        guard let life = current ?? lives.first else { return [unstated] }
        func ends(_ assertion: Assertion) -> [LifeEnd?] {
            life.day(statedBy: assertion, for: field, on: day, along: path, unstated: unstated)
        }
        let governing = cells[field]?.at(day) ?? [nil]
        if current != nil || governing.contains(where: { $0 != nil }) {
            return governing.flatMap { $0.map(ends) ?? [unstated] }
        }
        return record.assertions[field]?.first.map { ends($0).map { $0?.unsure } } ?? [unstated]
    }

    /// The last day, up to another, that can say something of the life that a day falls into, or of the first one after it:
    /// a later addition begins a new life, and revives nothing.
    fileprivate func lastDay(ofLifeFrom named: Day, by day: Day) -> Day {
        let begins = lives.filter { !$0.isRestated }.compactMap(\.begins?.first)
        let own = max(named, begins.min() ?? named)
        let next = begins.filter { $0 > own }.min()
        return next.map { min(day, $0.adding(days: -1)) } ?? day
    }
}

extension LifeEnd {
    /// The same as the end of another term, which states it by an event.
    fileprivate func taken(
        by event: RecordedEvent, from id: TermID, _ field: FieldName
    ) -> LifeEnd {
        let referred = Reason.endReferred(id, field, nil)
        let isSaid = open.contains {
            if case .endReferred(id, field, _) = $0 { true } else { false }
        }
        return LifeEnd(
            event: event, over: over, reasons: [referred] + reasons,
            before: before.isEmpty ? [] : [referred] + before,
            open: isSaid ? open : [referred] + open,
            causes: TermLife.unique([event] + causes))
    }

    /// The same, and not sure, for an event speaks of the term after it.
    fileprivate func doubted(because reason: Reason, _ event: RecordedEvent) -> LifeEnd {
        var end = unsure
        end.open = [reason] + open.dropFirst()
        end.causes = TermLife.unique(causes + [event])
        return end
    }

    /// The same where nothing makes it sure.
    fileprivate var unsure: LifeEnd {
        var end = self
        end.over = over.map { DayWindow(first: $0.first, sure: .beyond) }
        return end
    }
}

extension LifeEnd? {
    /// The end with what may end the life before; nil where nothing does.
    ///
    /// Whether the end of what was discharged is an end for others too is not stated.
    fileprivate func cut(by others: [LifeEnd]) -> LifeEnd? {
        let cuts = others.filter { $0.over != nil }.map {
            $0.event.event.payload.discharge == nil ? $0 : $0.unsure
        }
        guard let first = cuts.first else { return self }
        let windows = [self?.over].compactMap(\.self) + cuts.compactMap(\.over)
        let over = windows.dropFirst().reduce(windows[0]) { DayWindow.earlier($0, $1) }
        return LifeEnd(
            event: self?.event ?? first.event, over: over,
            reasons: self?.over?.sure == over.sure ? self?.reasons ?? [] : [],
            before: self?.before ?? [], open: self?.open ?? [],
            causes: (self?.causes ?? []) + cuts.flatMap(\.causes))
    }
}
