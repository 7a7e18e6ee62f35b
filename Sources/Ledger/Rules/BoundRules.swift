import Amendments
import Notation
import Terms

/// What must hold of the dates of every event: they name known conditions and run forwards.
enum BoundRules {
    static func violations(
        in reading: AgreementReading, of events: some Sequence<RecordedEvent>
    ) -> [Violation] {
        events.flatMap { event in
            unknownConditions(of: event, in: reading) + reversed(event, in: reading)
                + unusable(event) + [idle(event, in: reading)].compactMap(\.self)
        }
    }

    private static func unknownConditions(
        of event: RecordedEvent, in reading: AgreementReading
    ) -> [Violation] {
        let named = event.event.payload.namedBounds.reduce(event.effective.conditions) {
            $0.union($1.conditions)
        }
        let known = reading.state.conditions.keys
        guard !named.isEmpty else { return [] }
        return named.subtracting(known).sorted().map { id in
            Violation(
                message: "unknown condition '\(id)'",
                hint: known.isEmpty
                    ? "define it with condition-defined"
                    : "conditions: \(known.sorted().map(\.text).firstFew)",
                ground: .named(id.text), event: event.reference, mark: event.event.mark)
        }
    }

    /// What has become of a condition stays so: nothing else becomes of it later. It may still be taken out of
    /// the agreement.
    private static func idle(
        _ event: RecordedEvent, in reading: AgreementReading
    ) -> Violation? {
        guard let conclusion = event.event.payload.concludes, conclusion.manner != .removed,
            let first = reading.bounds.outcome(of: conclusion.condition),
            first.event != event, first.manner != conclusion.manner,
            let day = reading.bounds.start(of: event)?.first, first.window.sure <= day
        else { return nil }
        let word = first.manner == .lapsed ? "lapsed" : "was \(first.manner.rawValue)"
        return Violation(
            message: "condition '\(conclusion.condition)' \(word) by '\(first.event.reference)': "
                + "this has no effect",
            hint: "take back '\(first.event.reference)' with event-rescinded where it was wrong",
            ground: .days, event: event.reference, other: first.event.reference,
            mark: event.event.mark)
    }

    /// A term cannot end before it starts, nor a suspension, waiver or report before it begins.
    private static func reversed(
        _ event: RecordedEvent, in reading: AgreementReading
    ) -> [Violation] {
        let terms = event.event.payload.addedTerms.compactMap { added -> Violation? in
            let bounds = added.set.typed(for: added.kind)
            guard case .stated(.bound(let ends))? = bounds[.ends] else { return nil }
            var starts = event.effective
            if case .stated(.bound(let bound))? = bounds[.starts] { starts = bound }
            return reversed(
                event, from: starts, to: ends, in: reading,
                "the term ends (\(ends)) before it starts (\(starts))")
        }
        guard let lasts = event.event.payload.lastsUntil else { return terms }
        let window = reversed(
            event, from: event.effective, to: lasts, in: reading,
            "the \(event.event.kind.rawValue) ends (\(lasts)) before it begins (\(event.effective))"
        )
        return terms + [window].compactMap(\.self)
    }

    private static func reversed(
        _ event: RecordedEvent, from start: DateBound, to end: DateBound,
        in reading: AgreementReading, _ message: String
    ) -> Violation? {
        func isReversed(_ bounds: BoundReader) -> Bool {
            guard let end = bounds.end(end), let begins = earliest(start, bounds) else {
                return false
            }
            return end.sure <= begins
        }
        // A fact that came later ends what was to begin; it makes nothing wrong of what was agreed.
        guard isReversed(reading.bounds), isReversed(reading.bounds(upTo: event)) else {
            return nil
        }
        return Violation(
            message: message, hint: "a period has its end after its beginning",
            ground: .days, event: event.reference, mark: event.event.mark)
    }

    /// The day before which what the bound begins cannot begin; nil where there is none.
    private static func earliest(_ bound: DateBound, _ bounds: BoundReader) -> Day? {
        if let begins = bounds.start(bound) { return begins.first }
        guard case .lastOf(let parts) = bound else { return nil }
        return parts.compactMap { earliest($0, bounds) }.max()
    }

    /// An effective day is a day something begins: `through`, `until` and `soft` name none.
    private static func unusable(_ event: RecordedEvent) -> [Violation] {
        switch event.effective {
        case .through, .until:
            return [
                Violation(
                    message: "'\(event.effective)' is an end, not a day from which something holds",
                    hint: "use on, from, announced or upon", ground: .itself,
                    event: event.reference,
                    mark: event.event.mark)
            ]
        case .soft:
            guard !event.event.payload.traits.contains(.isExpectation) else { return [] }
            return [
                Violation(
                    message: "'\(event.effective)' is an expectation, which is never in force",
                    hint: "state it with expectation-stated", ground: .itself,
                    event: event.reference,
                    mark: event.event.mark)
            ]
        case .on, .from, .announced, .open, .upon, .firstOf, .lastOf, .between, .after, .moved:
            return []
        }
    }
}
