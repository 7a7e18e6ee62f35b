import Amendments
import Notation
import Terms

/// What must hold of one term's history.
struct TermRules {
    let term: TermTimeline
    let reading: AgreementReading

    var violations: [Violation] {
        let amended = amendments.flatMap { event, payload in
            life(of: event, payload) + was(of: event, payload) + onward(of: event, payload)
        }
        return amended + additions + remarks
    }

    private var amendments: [(RecordedEvent, TermAmended)] {
        events.compactMap { event in
            (event.event.payload as? TermAmended).map { (event, $0) }
        }
    }

    private var events: [RecordedEvent] {
        reading.events.filter { event in
            event.event.payload.traits.contains(.isOfLivingTerms)
                && event.event.payload.namedTerms.contains(where: isMine)
        }
    }

    private func isMine(_ id: TermID) -> Bool {
        reading.state.identity(of: id) == term.record.identity
    }

    /// An amendment outside a term's life is refused, unless it extends that life.
    private func life(of event: RecordedEvent, _ payload: TermAmended) -> [Violation] {
        guard let day = term.bounds.start(event.effective)?.sure else { return [] }
        let without = term.without(event)
        let status = without.status(on: day)
        let isKnown = without.cells[.starts]?.candidates(on: day).contains { $0 != nil } ?? false
        if status.status == .notYet, !isKnown, !waits(without) {
            if payload.set[.starts] != nil { return [] }
            return [
                violation(
                    event, "term '\(payload.term)' does not exist on \(day)",
                    hint: "it begins \(firstDay(of: without)); set `starts` to begin it earlier")
            ]
        }
        guard status.status == .ended else { return [] }
        let isExtended = payload.set[.ends] != nil && term.status(on: day).status != .ended
        if isExtended { return [] }
        return [
            violation(
                event, "term '\(payload.term)' has ended by \(day)",
                hint: "amend it from a day of its life, extend its `ends`, or add it again",
                other: status.causes.last?.reference)
        ]
    }

    private func waits(_ timeline: TermTimeline) -> Bool {
        (timeline.record.assertions[.starts] ?? []).contains {
            !$0.begins.conditions.isEmpty
        }
    }

    private func firstDay(of timeline: TermTimeline) -> String {
        timeline.cells[.starts]?.changeDays.first.map { "on \($0)" }
            ?? "when its condition comes about"
    }

    /// `was` is what governs just before, in the parties' own order.
    private func was(of event: RecordedEvent, _ payload: TermAmended) -> [Violation] {
        guard let raw = payload.was, let day = term.bounds.start(event.effective)?.first else {
            return []
        }
        var problems = Problems()
        let expected = raw.typed(for: term.record.kind, requireAll: false, &problems)
        if !problems.isEmpty {
            return problems.all.map { problem in
                violation(
                    event, "in `was`: \(problem.message)", hint: problem.hint ?? "",
                    mark: problem.mark)
            }
        }
        return expected.entries.compactMap { field, value in
            let before = term.before(event, field: field, on: day)
            guard !before.contains(where: { ($0?.value ?? ValueState.none) == value }) else {
                return nil
            }
            let found = before.map { $0?.value?.displayText ?? "nothing" }
            return violation(
                event,
                "`was` says that \(field) of '\(payload.term)' was \(value.displayText) just before "
                    + "\(day), but it was \(found.joined(separator: " or "))",
                hint: "write what governs there, or leave `was` out",
                other: before.first.flatMap { $0?.event.reference }, mark: raw.mark(of: field))
        }
    }

    /// An onward amendment names everything it wipes, and nothing else.
    private func onward(of event: RecordedEvent, _ payload: TermAmended) -> [Violation] {
        guard let onward = payload.onward else { return [] }
        let wiped = Set(payload.set.names.flatMap { term.wiped(by: event, field: $0) })
        let named = Set(onward.wipes)
        guard wiped != named else { return [] }
        let list = wiped.sorted { $0.description < $1.description }.map(\.description)
        return [
            violation(
                event, "`onward` does not acknowledge exactly what it wipes",
                hint: list.isEmpty
                    ? "it wipes nothing: leave `onward` out"
                    : "write `onward: { wipes: [\(list.joined(separator: ", "))] }`",
                other: wiped.subtracting(named).first)
        ]
    }

    /// A term that is there cannot be added; one that is not cannot be restated.
    private var additions: [Violation] {
        term.record.additions.compactMap { event in
            guard event.event.kind == .termAdded,
                let day = term.bounds.start(event.effective)?.first
            else { return nil }
            let earlier = term.record.additions.filter { $0.position < event.position }
            guard let other = earlier.last else { return nil }
            let without = term.without(event)
            guard without.status(on: day).status != .ended else { return nil }
            return violation(
                event, "term '\(term.record.identity)' is there already on \(day)",
                hint: "amend it with term-amended", other: other.reference)
        }
    }

    private var remarks: [Violation] {
        events.compactMap { event in
            guard !(event.event.payload is TermAmended),
                let day = term.bounds.start(event.effective)?.sure
            else { return nil }
            let status = term.status(on: day)
            guard status.status == .ended,
                !status.causes.contains(where: { removal in
                    removal.recording.key == event.recording.key
                })
            else { return nil }
            return violation(
                event, "term '\(term.record.identity)' has ended by \(day)",
                hint: "an instrument can only speak of a term during its life",
                other: status.causes.last?.reference)
        }
    }

    private func violation(
        _ event: RecordedEvent, _ message: String, hint: String, other: EventReference? = nil,
        mark: Mark? = nil
    ) -> Violation {
        Violation(
            message: message, hint: hint, event: event.reference, other: other,
            mark: mark ?? event.event.mark)
    }
}

extension TermTimeline {
    /// The timeline as it would be had that event never been recorded.
    func without(_ event: RecordedEvent) -> TermTimeline {
        var record = record
        record.assertions = record.assertions.mapValues { $0.filter { $0.event != event } }
            .filter { !$0.value.isEmpty }
        record.additions.removeAll { $0 == event }
        return TermTimeline(
            record, endings: endings, places: places, order: order, bounds: bounds)
    }

    /// What governs a field on a day among what stands before `event` in the parties' order.
    func before(_ event: RecordedEvent, field: FieldName, on day: Day) -> [Assertion?] {
        let limit = key(event)
        let earlier = (record.assertions[field] ?? []).filter { assertion in
            guard let begins = bounds.start(assertion.begins)?.first else { return false }
            return SortKey(day: begins, order: order.key(of: assertion.event)) < limit
        }
        return CellTimeline(earlier, order: order, bounds: bounds).candidates(on: day)
    }

    /// The events whose steps or windows an onward amendment of that field wipes.
    func wiped(by event: RecordedEvent, field: FieldName) -> [EventReference] {
        let steps = (record.assertions[field] ?? []).compactMap { assertion in
            bounds.start(assertion.begins).map { begins in
                CellTimeline.Step(
                    assertion: assertion, begins: begins,
                    ends: assertion.lasts.flatMap { bounds.end($0) },
                    order: order.key(of: assertion.event))
            }
        }
        guard let own = steps.first(where: { $0.assertion.event == event }) else { return [] }
        return CellTimeline.wiped(among: steps, by: own).map(\.assertion.event.reference)
    }
}
