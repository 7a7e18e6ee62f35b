import Amendments
import Terms

/// Makes redlines from what is known of an agreement at two vantages.
public struct Redliner: Sendable {
    let first: Side
    let second: Side

    /// One of the two points: what is known there, and the copy.
    public struct Side: Sendable {
        public let reading: AgreementReading
        public let copy: ConformedCopy

        public init(reading: AgreementReading, copy: ConformedCopy) {
            self.reading = reading
            self.copy = copy
        }

        func copy(on day: Day) -> ConformedCopy {
            var vantage = copy.vantage
            vantage.on = day
            return reading.conformedCopy(from: vantage, resolved: copy.resolved, outlook: false)
        }
    }

    public init(from first: Side, to second: Side) {
        self.first = first
        self.second = second
    }

    /// The whole difference between the two ends.
    ///
    /// The lines stand by path; where one path has a line of each phase, they stand in the order in
    /// which they are shown.
    public func redline() -> Redline {
        let (from, to) = (first.copy.vantage, second.copy.vantage)
        var lines: [RedlineLine]
        if from.sameKnowledge(as: to) {
            lines = effectLines(from: first.copy, to: second.copy, knowing: second)
        } else if from.knowsLess(than: to) {
            let middle = second.copy(on: from.on)
            lines =
                learnedLines(from: first.copy, to: middle)
                + effectLines(from: middle, to: second.copy, knowing: second)
        } else {
            let middle = first.copy(on: to.on)
            lines =
                effectLines(from: first.copy, to: middle, knowing: first)
                + learnedLines(from: middle, to: second.copy)
        }
        lines = Self.withoutCancelled(lines)
        return Redline(before: first.copy, after: second.copy, lines: lines, restated: restated())
    }

    /// Every step between the two ends: a redline for each day on which something changed.
    public func steps() -> [Redline] {
        let (from, to) = (first.copy.vantage, second.copy.vantage)
        let side = from.knowsLess(than: to) || from.sameKnowledge(as: to) ? second : first
        let span = (min(from.on, to.on), max(from.on, to.on))
        let between = Set(side.reading.changeDays).filter { $0 > span.0 && $0 <= span.1 }
        let days = between.union([span.0, span.1]).sorted()
        var chain = (from.on <= to.on ? days : days.reversed()).map { side.copy(on: $0) }
        if !from.sameKnowledge(as: to) {
            chain = from.knowsLess(than: to) ? [first.copy] + chain : chain + [second.copy]
        }
        return zip(chain, chain.dropFirst()).compactMap { before, after in
            let lines =
                before.vantage.sameKnowledge(as: after.vantage)
                ? effectLines(from: before, to: after, knowing: side)
                : learnedLines(from: before, to: after)
            return lines.isEmpty
                ? nil
                : Redline(
                    before: before, after: after, lines: lines.sorted { $0.path < $1.path },
                    restated: [])
        }
    }

    /// A facet that changed and changed back between the ends is no difference.
    private static func withoutCancelled(_ lines: [RedlineLine]) -> [RedlineLine] {
        let groups = Dictionary(grouping: lines, by: \.path)
        return lines.enumerated().filter { _, line in
            guard let group = groups[line.path], group.count == 2 else { return true }
            return group[0].before != group[1].after
        }.sorted { ($0.element.path, $0.offset) < ($1.element.path, $1.offset) }.map(\.element)
    }
}

extension Redliner {
    /// What the better informed of the two ends knows that the other does not, on one day; shown
    /// backwards where the better informed end comes first.
    private func learnedLines(from before: ConformedCopy, to after: ConformedCopy) -> [RedlineLine]
    {
        let isForward = first.copy.vantage.knowsLess(than: second.copy.vantage)
        let (lesser, better) = isForward ? (first, second) : (second, first)
        let learned = Learned(
            from: lesser.reading, to: better.reading, on: before.vantage.on)
        let facets = (isForward ? after : before).facets
        let pair = isForward ? (before, after) : (after, before)
        return differences(pair.0, pair.1).map { path, old, new in
            let causes = learned.causes(of: path, old, new, in: facets)
            let line = RedlineLine(
                path: path, before: old?.value, after: new?.value,
                classification: Self.learnedClass(path, old, new, causes), phase: .learned,
                causes: causes)
            return isForward ? line : line.inverted
        }
    }

    private func effectLines(
        from before: ConformedCopy, to after: ConformedCopy, knowing side: Side
    ) -> [RedlineLine] {
        let early = min(before.vantage.on, after.vantage.on)
        let chains = Chains(
            in: side, after: early, through: max(before.vantage.on, after.vantage.on))
        let forward = before.vantage.on <= after.vantage.on
        let revisers = Revisers(in: side.reading)
        return differences(before, after).map { path, old, new in
            let (earlier, later) = forward ? (old, new) : (new, old)
            var causes = chains.causes(of: path)
            if causes.isEmpty { causes = Self.newCauses(earlier, later) }
            return RedlineLine(
                path: path, before: old?.value, after: new?.value,
                classification: Self.effectClass(
                    path, earlier, later, causes: causes, knownOn: early),
                phase: .tookEffect, causes: revisers.with(causes))
        }
    }

    private func differences(
        _ before: ConformedCopy, _ after: ConformedCopy
    ) -> [(path: FacetPath, old: Facet?, new: Facet?)] {
        let (old, new) = (before.facets, after.facets)
        return Set(old.keys).union(new.keys).sorted().compactMap { path in
            switch (old[path], new[path]) {
            case (let lhs?, let rhs?): lhs.isSame(as: rhs) ? nil : (path, lhs, rhs)
            case (let lhs, let rhs): (path, lhs, rhs)
            }
        }
    }

    /// What was reaffirmed between the two days, as far as the better informed side knows.
    private func restated() -> [RedlineLine] {
        let (from, to) = (first.copy.vantage, second.copy.vantage)
        let side = from.knowsLess(than: to) || from.sameKnowledge(as: to) ? second : first
        let (early, late) = (min(from.on, to.on), max(from.on, to.on))
        let copy = to.on >= from.on ? side.copy(on: late) : side.copy(on: early)
        func isBetween(_ event: RecordedEvent) -> Bool {
            side.reading.bounds.start(of: event).map { $0.first > early && $0.first <= late }
                ?? false
        }
        return copy.terms.filter(\.isLive).flatMap { term in
            let whole = Self.restatement(
                FacetPath(.term(term.identity), FacetPath.wholeTerm), .stated(.text(term.sentence)),
                by: term.reaffirmedBy.filter(isBetween))
            return [whole].compactMap(\.self)
                + term.fields.filter { !$0.isReported }.compactMap { field in
                    Self.restatement(
                        FacetPath(.term(term.identity), field.name.rawValue), field.value,
                        by: field.reaffirmedBy.filter(isBetween))
                }
        }
    }

    private static func restatement(
        _ path: FacetPath, _ value: ValueState, by events: [RecordedEvent]
    ) -> RedlineLine? {
        events.isEmpty
            ? nil
            : RedlineLine(
                path: path, before: value, after: value, classification: .reaffirmed,
                phase: .tookEffect, causes: events)
    }
}

extension Redliner {
    /// The difference that a draft makes on one day: everything in it is what the draft brings.
    package func previewed() -> Redline {
        let lines = differences(first.copy, second.copy).map { path, old, new in
            let causes = Self.newCauses(old, new)
            return RedlineLine(
                path: path, before: old?.value, after: new?.value,
                classification: Self.effectClass(
                    path, old, new, causes: causes, knownOn: .first),
                phase: .learned, causes: causes)
        }
        return Redline(before: first.copy, after: second.copy, lines: lines, restated: [])
    }
}
