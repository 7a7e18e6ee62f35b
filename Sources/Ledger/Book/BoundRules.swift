import Amendments
import Notation
import Terms

/// What must hold of the dates of every event: they name known conditions and run forwards.
enum BoundRules {
    static func violations(in reading: AgreementReading) -> [Violation] {
        reading.events.flatMap { event in
            unknownConditions(of: event, in: reading) + reversed(event, in: reading)
                + unusable(event)
        }
    }

    private static func unknownConditions(
        of event: RecordedEvent, in reading: AgreementReading
    ) -> [Violation] {
        let named = event.event.payload.bounds.reduce(event.effective.conditions) {
            $0.union($1.conditions)
        }
        let known = reading.state.conditions.keys
        return named.subtracting(known).sorted().map { id in
            Violation(
                message: "unknown condition '\(id)'",
                hint: known.isEmpty
                    ? "define it with condition-defined"
                    : "conditions: \(known.sorted().map(\.text).joined(separator: ", "))",
                event: event.reference, mark: event.event.mark)
        }
    }

    /// A term cannot end before it starts, nor a suspension, waiver or report before it begins.
    private static func reversed(
        _ event: RecordedEvent, in reading: AgreementReading
    ) -> [Violation] {
        let terms = event.event.payload.addedTerms.compactMap { added -> Violation? in
            let bounds = added.set.typed(for: added.termKind)
            guard case .stated(.bound(let ends))? = bounds[.ends] else { return nil }
            var starts = event.effective
            if case .stated(.bound(let bound))? = bounds[.starts] { starts = bound }
            return reversed(
                event, from: starts, to: ends, in: reading,
                "the term ends (\(ends)) before it starts (\(starts))")
        }
        guard let lasts = event.event.payload.window else { return terms }
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
        guard let end = reading.bounds.end(end), let begins = reading.bounds.start(start),
            end.sure <= begins.first
        else { return nil }
        return Violation(
            message: message, hint: "a period has its end after its beginning",
            event: event.reference, mark: event.event.mark)
    }

    /// An effective day is a day something begins: `through`, `until` and `soft` name none.
    private static func unusable(_ event: RecordedEvent) -> [Violation] {
        switch event.effective {
        case .through, .until:
            return [
                Violation(
                    message: "'\(event.effective)' is an end, not a day from which something holds",
                    hint: "use on, from, announced or upon", event: event.reference,
                    mark: event.event.mark)
            ]
        case .soft:
            guard !(event.event.payload is ExpectationStated) else { return [] }
            return [
                Violation(
                    message: "'\(event.effective)' is an expectation, which is never in force",
                    hint: "state it with expectation-stated", event: event.reference,
                    mark: event.event.mark)
            ]
        case .on, .from, .announced, .open, .upon, .firstOf, .lastOf, .between, .after: return []
        }
    }
}

extension EventPayload {
    /// The bounds that this payload names.
    var bounds: [DateBound] {
        switch self {
        case let payload as TermAmended:
            [payload.lasts].compactMap(\.self) + payload.set.typedBounds
        case let payload as AgreementExtended: [payload.ends.bound].compactMap(\.self)
        case let payload as AgreementRenewed: [payload.ends.bound].compactMap(\.self)
        case let payload as NoticeGiven: [payload.takesEffect].compactMap(\.self)
        case let payload as ExpectationStated: [payload.window]
        default:
            [window].compactMap(\.self)
                + addedTerms.flatMap { added in
                    added.set.typed(for: added.termKind).entries.compactMap { $0.1.bound }
                }
        }
    }

    /// When what this event begins ends again.
    fileprivate var window: DateBound? {
        switch self {
        case let payload as TermSuspended: payload.lasts
        case let payload as RightWaived: payload.lasts
        case let payload as ValueReported: payload.lasts
        default: nil
        }
    }

    /// The terms that this event adds.
    var addedTerms: [TermAdded] {
        switch self {
        case let payload as TermAdded: [payload]
        case let payload as AgreementRestated: payload.terms
        default: []
        }
    }
}

extension ValueState {
    fileprivate var bound: DateBound? {
        guard case .stated(.bound(let bound)) = self else { return nil }
        return bound
    }
}

extension RawFields {
    /// The bounds among the values, as far as they read as bounds whatever the term's kind.
    fileprivate var typedBounds: [DateBound] {
        names.compactMap { name in
            self[name].flatMap { node in
                var problems = Problems()
                guard case .object = node.content else { return nil }
                return DateBound.codec.decode(node, &problems)
            }
        }
    }

    /// The fields as far as they can be read; what cannot be is told where they are applied.
    func typed(for kind: TermKind) -> FieldValues {
        var problems = Problems()
        return typed(for: kind, requireAll: false, &problems)
    }
}
