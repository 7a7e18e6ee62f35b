import Amendments
public import Terms

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
        let between = Set(side.reading.changeDays).filter { $0 > span.0 && $0 <= span.1 }.sorted()
        let days = [span.0] + between + [span.1]
        let copies = (from.on <= to.on ? days : days.reversed()).map { side.copy(on: $0) }
        let ends = from.on == side.copy.vantage.on ? [] : [first.copy]
        let chain =
            side.copy.vantage == second.copy.vantage ? ends + copies : copies + [second.copy]
        return zip(chain, chain.dropFirst()).compactMap { before, after in
            let lines =
                before.vantage.sameKnowledge(as: after.vantage)
                ? effectLines(from: before, to: after, knowing: side)
                : learnedLines(from: before, to: after)
            return lines.isEmpty
                ? nil : Redline(before: before, after: after, lines: lines, restated: [])
        }
    }

    /// A facet that changed and changed back between the ends is no difference.
    private static func withoutCancelled(_ lines: [RedlineLine]) -> [RedlineLine] {
        let groups = Dictionary(grouping: lines, by: \.path)
        return lines.filter { line in
            guard let group = groups[line.path], group.count == 2 else { return true }
            return group[0].before != group[1].after
        }.sorted { ($0.path, $0.phase.rawValue) < ($1.path, $1.phase.rawValue) }
    }
}

extension Redliner {
    private func learnedLines(from before: ConformedCopy, to after: ConformedCopy) -> [RedlineLine]
    {
        differences(before, after).map { path, old, new in
            let causes = Self.newCauses(old, new)
            return RedlineLine(
                path: path, before: old?.value, after: new?.value,
                classification: Self.learnedClass(old, new, causes), phase: .learned,
                causes: causes)
        }
    }

    private func effectLines(
        from before: ConformedCopy, to after: ConformedCopy, knowing side: Side
    ) -> [RedlineLine] {
        let early = min(before.vantage.on, after.vantage.on)
        let chains = Chains(
            in: side, after: early, through: max(before.vantage.on, after.vantage.on))
        let forward = before.vantage.on <= after.vantage.on
        return differences(before, after).map { path, old, new in
            let (earlier, later) = forward ? (old, new) : (new, old)
            var causes = chains.causes(of: path)
            if causes.isEmpty { causes = Self.newCauses(earlier, later) }
            return RedlineLine(
                path: path, before: old?.value, after: new?.value,
                classification: Self.effectClass(
                    path, earlier, later, causes: causes, knownOn: early),
                phase: .tookEffect, causes: causes)
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

    /// The events behind the later facet that are not behind the earlier one.
    private static func newCauses(_ old: Facet?, _ new: Facet?) -> [RecordedEvent] {
        let known = Set((old?.causes ?? []))
        let fresh = (new?.causes ?? []).filter { !known.contains($0) }
        if !fresh.isEmpty { return fresh }
        return Array((new ?? old)?.causes.prefix(1) ?? [])
    }

    private static func learnedClass(
        _ old: Facet?, _ new: Facet?, _ causes: [RecordedEvent]
    ) -> RedlineLine.Classification {
        if case .redacted? = new?.value { return .redacted }
        let oldRevisions = Set((old?.causes ?? []).flatMap(\.revisions))
        let newRevisions = Set((new?.causes ?? []).flatMap(\.revisions))
        if oldRevisions != newRevisions || new == nil { return .corrected }
        return .disclosed
    }

    private static func effectClass(
        _ path: FacetPath, _ earlier: Facet?, _ later: Facet?, causes: [RecordedEvent],
        knownOn day: Day
    ) -> RedlineLine.Classification {
        if path.facet == "id" { return .moved }
        if later?.value == .silent { return .silent }
        if case .redacted? = later?.value { return .redacted }
        if earlier?.value == .undisclosed, later?.value == .undisclosed { return .notComparable }
        let isEnd = path.facet == "status" && later?.value == .stated(.choice("ended"))
        if isEnd || later == nil {
            return causes.contains { $0.event.payload.takesOut } ? .removed : .ended
        }
        if earlier == nil { return .added }
        let isScheduled = causes.allSatisfy { $0.recording.disclosed.latest <= day }
        return isScheduled ? .scheduledStep : .amended
    }

    /// What was reaffirmed between the two days, as far as the better informed side knows.
    private func restated() -> [RedlineLine] {
        let (from, to) = (first.copy.vantage, second.copy.vantage)
        let side = from.knowsLess(than: to) || from.sameKnowledge(as: to) ? second : first
        let (early, late) = (min(from.on, to.on), max(from.on, to.on))
        let copy = to.on >= from.on ? side.copy(on: late) : side.copy(on: early)
        func isBetween(_ event: RecordedEvent) -> Bool {
            side.reading.bounds.start(event.effective).map { $0.first > early && $0.first <= late }
                ?? false
        }
        return copy.terms.filter(\.isLive).flatMap { term in
            let whole = Self.restatement(
                FacetPath(.term(term.identity), FacetPath.wholeTerm), .stated(.text(term.sentence)),
                by: term.reaffirmedBy.filter(isBetween))
            return [whole].compactMap(\.self)
                + term.fields.compactMap { field in
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

/// The events that moved each facet on its way from one day to another.
private struct Chains {
    private var byPath: [FacetPath: [RecordedEvent]] = [:]

    init(in side: Redliner.Side, after early: Day, through late: Day) {
        let days = side.reading.changeDays.filter { $0 > early && $0 <= late }
        var previous = side.copy(on: early).facets
        for day in Set(days + [late]).sorted() {
            let facets = side.copy(on: day).facets
            for path in Set(previous.keys).union(facets.keys) {
                let (old, new) = (previous[path], facets[path])
                if let old, let new, old.isSame(as: new) { continue }
                if old == nil, new == nil { continue }
                add(to: path, old, new, statusOf: path.subject, in: facets)
            }
            previous = facets
        }
    }

    private mutating func add(
        to path: FacetPath, _ old: Facet?, _ new: Facet?, statusOf subject: FacetPath.Subject,
        in facets: [FacetPath: Facet]
    ) {
        let causes = new?.causes ?? Self.endings(of: path, subject, old, in: facets)
        let known = Set(old?.causes ?? [])
        let fresh = causes.filter { !known.contains($0) }
        for cause in fresh.isEmpty ? Array(causes.prefix(1)) : fresh
        where !(byPath[path]?.contains(cause) ?? false) {
            byPath[path, default: []].append(cause)
        }
    }

    /// Why a facet is gone: its term ended, its field was set anew, or it ran out by itself.
    private static func endings(
        of path: FacetPath, _ subject: FacetPath.Subject, _ old: Facet?,
        in facets: [FacetPath: Facet]
    ) -> [RecordedEvent] {
        let status = facets[FacetPath(subject, "status")]
        if status?.value == .stated(.choice("ended")) { return status?.causes ?? [] }
        let field = facets[path.base]?.causes.filter { !(old?.causes.contains($0) ?? false) } ?? []
        return field.isEmpty ? old?.causes ?? [] : field
    }

    func causes(of path: FacetPath) -> [RecordedEvent] { byPath[path] ?? [] }
}

extension AgreementReading {
    /// Every day on which something about the agreement is known to change, in order.
    public var changeDays: [Day] {
        let dated = events.compactMap { bounds.start($0.effective) }.flatMap {
            [$0.first, $0.sure]
        }
        return Set(terms.flatMap(\.changeDays) + dated).sorted()
    }
}

extension EventPayload {
    /// True for events that take something out, rather than let it run out.
    var takesOut: Bool {
        switch Self.kind {
        case .termRemoved, .agreementTerminated, .agreementSuperseded, .agreementRestated,
            .termAmended, .reportWithdrawn, .partyWithdrew:
            true
        case .agreementRecorded, .partyAdmitted, .partyRenamed, .partySucceeded,
            .agreementRenewed, .agreementExtended, .termAdded, .termMoved, .termSuspended,
            .termResumed, .termReaffirmed, .termUnaddressed, .termInterpreted, .rightWaived,
            .conditionDefined, .conditionSatisfied, .conditionLapsed, .conditionWaived,
            .conditionRemoved, .noticeGiven, .optionExercised, .optionDeclined, .amountAccrued,
            .valueReported,
            .expectationStated, .expectationMet, .disputeRaised, .disputeResolved,
            .eventCorrected, .eventRescinded, .effectiveDateMoved, .payloadRedacted:
            false
        }
    }
}

extension Redliner {
    /// The difference that a draft makes on one day: everything in it is what the draft brings.
    func previewed() -> Redline {
        let lines = differences(first.copy, second.copy).map { path, old, new in
            let causes = Self.newCauses(old, new)
            return RedlineLine(
                path: path, before: old?.value, after: new?.value,
                classification: Self.effectClass(
                    path, old, new, causes: causes, knownOn: .distantPast),
                phase: .learned, causes: causes)
        }
        return Redline(before: first.copy, after: second.copy, lines: lines, restated: [])
    }
}
