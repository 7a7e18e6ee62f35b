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

    /// A term cannot end before it starts.
    private static func reversed(
        _ event: RecordedEvent, in reading: AgreementReading
    ) -> [Violation] {
        guard let fields = event.event.payload.addedFields else { return [] }
        guard let ends = fields[.ends], case .stated(.bound(let bound)) = ends,
            let end = reading.bounds.end(bound)
        else { return [] }
        var start = event.effective
        if let starts = fields[.starts], case .stated(.bound(let bound)) = starts { start = bound }
        guard let begins = reading.bounds.start(start), end.sure <= begins.first else { return [] }
        return [
            Violation(
                message: "the term ends (\(bound)) before it starts (\(start))",
                hint: "a period has its end after its beginning", event: event.reference,
                mark: event.event.mark)
        ]
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
        case .on, .from, .announced, .open, .upon, .firstOf, .lastOf: return []
        }
    }
}

extension EventPayload {
    /// The bounds that this payload names.
    var bounds: [DateBound] {
        switch self {
        case let payload as TermAmended:
            [payload.lasts].compactMap(\.self)
                + payload.set.typedBounds
        case let payload as TermAdded: payload.set.typedBounds(for: payload.termKind)
        case let payload as TermSuspended: [payload.lasts].compactMap(\.self)
        case let payload as RightWaived: [payload.lasts].compactMap(\.self)
        default: []
        }
    }

    /// The fields of a term that this event adds.
    var addedFields: FieldValues? {
        guard let payload = self as? TermAdded else { return nil }
        var problems = Problems()
        return payload.set.typed(for: payload.termKind, requireAll: false, &problems)
    }
}

extension RawFields {
    /// The bounds among the values, as far as they read as bounds whatever the term's kind.
    var typedBounds: [DateBound] {
        names.compactMap { name in
            self[name].flatMap { node in
                var problems = Problems()
                guard case .object = node.content else { return nil }
                return DateBound.codec.decode(node, &problems)
            }
        }
    }

    func typedBounds(for kind: TermKind) -> [DateBound] {
        var problems = Problems()
        return (typed(for: kind, requireAll: false, &problems).entries).compactMap {
            guard case .stated(.bound(let bound)) = $0.1 else { return nil }
            return bound
        }
    }
}
