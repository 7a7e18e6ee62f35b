import Amendments
import Notation
import Terms

/// What must hold of one term's history.
struct TermRules {
    let term: TermTimeline
    let reading: AgreementReading
    /// Those of the reading that can only speak of the term during its life, in the order of positions.
    let events: [RecordedEvent]

    var violations: [Violation] { broken + additions + rights }

    /// What is broken by what those events themselves say.
    var broken: [Violation] {
        let amended = amendments.flatMap { event, payload in
            life(of: event, payload) + was(of: event, payload) + onward(of: event, payload)
        }
        return amended + remarks
    }

    private var amendments: [(RecordedEvent, TermAmended)] {
        events.compactMap { event in
            (event.event.payload as? TermAmended).map { (event, $0) }
        }
    }

    /// An amendment outside a term's life, as it was when it was agreed, is refused unless it extends that
    /// life. What ended the life later overtakes the amendment, and makes nothing wrong of it.
    private func life(of event: RecordedEvent, _ payload: TermAmended) -> [Violation] {
        guard let day = term.bounds.start(of: event)?.sure else { return [] }
        switch term.status(on: day).status {
        case .inForce, .indeterminate, .suspended: return []
        case .notYet:
            guard payload.set[.starts] == nil, !hasBegun(by: day), !waits else { return [] }
            return [
                violation(
                    event, "term '\(payload.term)' does not exist on \(day)",
                    hint: "it begins \(firstDay); set `starts` to begin it earlier")
            ]
        case .ended:
            guard let over = end(of: event, on: day),
                Set(payload.despite).isDisjoint(with: over.causes.map(\.reference))
            else { return [] }
            return [
                violation(
                    event,
                    "term '\(payload.term)' has ended by \(day)"
                        + notRead(by: day, which: "may have extended it"),
                    hint: "amend it from a day of its life, extend its `ends`, add it again, or "
                        + "acknowledge what ended it with `despite`",
                    other: over.causes.last?.reference)
            ]
        }
    }

    /// How the term had ended by a day when an event was agreed; nil where it had not, and where nothing says so but that
    /// no use of it is on record, or that another term is over: an instrument that speaks of it then may know of a use, or
    /// that it goes on.
    private func end(of event: RecordedEvent, on day: Day) -> StatusReading? {
        reading.timeline(of: term.record.identity, upTo: event, included: true)
            .map { $0.status(on: day) }
            .flatMap { $0.status == .ended && !$0.restsOnSilence ? $0 : nil }
    }

    /// The instruments that may be why the record is otherwise than the event takes it for.
    private func notRead(by day: Day, which words: String) -> String {
        let unread = term.notRead(on: day).compactMap { reason -> String? in
            guard case .notRead(let event) = reason else { return nil }
            return "'\(event.recording)'"
        }
        return unread.isEmpty ? "" : "; what was not read \(words): \(unread.firstFew)"
    }

    private func hasBegun(by day: Day) -> Bool {
        term.cells[.starts]?.at(day).contains { $0 != nil } ?? false
    }

    private var waits: Bool {
        (term.record.assertions[.starts] ?? []).contains { !$0.begins.conditions.isEmpty }
    }

    private var firstDay: String {
        term.cells[.starts]?.changeDays.first.map { "on \($0)" } ?? "when its condition comes about"
    }

    /// `was` is what governs just before, in the parties' own order.
    private func was(of event: RecordedEvent, _ payload: TermAmended) -> [Violation] {
        guard let raw = payload.was, let window = term.bounds.start(of: event) else {
            return []
        }
        let day = window.first
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
            let before = term.before(event, field: field, in: window)
            guard !before.contains(where: { ($0?.value ?? ValueState.none) == value }) else {
                return nil
            }
            let found = before.map { $0?.value?.displayText ?? "nothing" }
            return violation(
                event,
                "`was` says that \(field) of '\(payload.term)' was \(value.displayText) just before "
                    + "\(day), but it was \(found.joined(separator: " or "))"
                    + notRead(by: day, which: "may have changed it"),
                hint:
                    "write what governs there, or leave `was` out; where the document is right, an "
                    + "instrument before it is missing: record that first, or name it with instrument-noted",
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

    /// A term that is there cannot be added; nor one that would run into a later life agreed before it.
    private var additions: [Violation] {
        guard term.lives.count > 1 else { return [] }
        return term.lives.compactMap { life in
            guard life.addition.event.kind == .termAdded, let begins = life.begins,
                let before = reading.timeline(
                    of: term.record.identity, upTo: life.addition, included: false),
                let other = before.life(meeting: life, from: begins.first)
            else { return nil }
            let day = max(begins.first, other.begins?.first ?? .first)
            return violation(
                life.addition, "term '\(term.record.identity)' is there already on \(day)",
                hint: "amend it with term-amended", other: other.addition.reference)
        }
    }

    private var remarks: [Violation] {
        events.compactMap { event in
            guard !(event.event.payload is TermAmended),
                let day = term.bounds.start(of: event)?.sure,
                term.status(on: day).status == .ended, let over = end(of: event, on: day),
                !over.causes.contains(where: { $0.recording.key == event.recording.key })
            else { return nil }
            return violation(
                event, "term '\(term.record.identity)' has ended by \(day)",
                hint: "an instrument can only speak of a term during its life",
                other: over.causes.last?.reference)
        }
    }

    /// A notice under a right of termination is given by who holds it, as it had been agreed then.
    private var rights: [Violation] {
        term.record.remarks.compactMap { remark in
            let event = remark.event
            guard case .noticeGiven(let party, _, _) = remark.content,
                let day = term.bounds.start(of: event)?.first,
                let known = reading.timeline(
                    of: term.record.identity, upTo: event, included: false),
                known.holds(party, noticeOf: event) == .no
            else { return nil }
            let holder = known.holder(on: day)
            return violation(
                event,
                "notice under '\(known.id(on: day))' was given by \(party), which does not hold that right",
                hint: holder.map { "it is held by \($0.party) on \(day)" }
                    ?? "none of the parties that may hold it on \(day) is \(party)",
                other: holder?.event.reference)
        }
    }

    private func violation(
        _ event: RecordedEvent, _ message: String, hint: String, other: EventReference? = nil,
        mark: Mark? = nil
    ) -> Violation {
        Violation(
            message: message, hint: hint, ground: .days, event: event.reference, other: other,
            mark: mark ?? event.event.mark)
    }
}

extension StatusReading {
    /// Whether it is over because its last day passed and no use of it is on record, or because that of another did.
    fileprivate var restsOnSilence: Bool {
        reasons.contains { reason in
            switch reason {
            case .closed(_, nil), .endReferred: true
            case _: false
            }
        }
    }
}

extension TermTimeline {
    /// The life that another one, from a day on, would run into; nil where there is none.
    func life(meeting other: TermLife, from day: Day) -> TermLife? {
        switch status(on: day).status {
        case .inForce, .suspended: return lives(on: day).first
        case .indeterminate where !lives(on: day).allSatisfy({ $0.mayBeOver(by: day) }):
            return lives(on: day).first
        // What was agreed cannot be otherwise: of the meanings of imprecise days only those in which it was over
        // by then are left.
        case .indeterminate, .ended, .notYet:
            let over = other.statedEnds(on: day).compactMap { $0?.over?.first }.max() ?? .last
            return lives.first { life in
                life.begins.map { $0.first > day && $0.first < over } ?? false
                    && life.status(on: life.begins?.sure ?? day).status != .ended
            }
        }
    }

    /// What was said in the life that an event is part of.
    private func record(of event: RecordedEvent) -> TermRecord {
        guard lives.count > 1 else { return record }
        return lives.first { life in
            life.record.assertions.values.contains { assertions in
                assertions.contains { $0.event.position == event.position }
            }
        }?.record ?? record
    }

    /// What may govern a field just before `event`, among what stands before it in the parties' order.
    ///
    /// - Parameter window: when the event takes effect.
    func before(
        _ event: RecordedEvent, field: FieldName, in window: DayWindow
    ) -> [Assertion?] {
        let limit = SortKey(day: window.sure, order: order.key(of: event))
        let earlier = (record(of: event).assertions[field] ?? []).filter { assertion in
            guard assertion.event != event, let begins = bounds.start(assertion.begins)?.first
            else { return false }
            return SortKey(day: begins, order: order.key(of: assertion.event)) < limit
        }
        let cell = CellTimeline(earlier, order: order, bounds: bounds)
        var found = cell.at(window.first)
        for day in cell.changeDays where day > window.first && day <= window.sure {
            found += cell.at(day).filter { !found.contains($0) }
        }
        return found
    }

    /// The events whose steps or windows an onward amendment of that field wipes.
    func wiped(by event: RecordedEvent, field: FieldName) -> [EventReference] {
        let steps = (record(of: event).assertions[field] ?? []).compactMap {
            CellStep($0, order: order, bounds: bounds)
        }
        guard let own = steps.first(where: { $0.assertion.event == event }) else { return [] }
        return own.wiped(among: steps).map(\.assertion.event.reference)
    }
}
