import Amendments
import Terms

/// What events name is there: parties, conditions, and terms with the field meant.
enum ReferenceRules {
    static func violations(
        in reading: AgreementReading, of events: some Sequence<RecordedEvent>
    ) -> [Violation] {
        events.flatMap { event in
            let named =
                values(of: event, in: reading) + parties(of: event).map { .stated(.party($0)) }
            return named.compactMap { value in
                missing(value, in: reading).map { message, hint, ground in
                    Violation(
                        message: message, hint: hint, ground: ground, event: event.reference,
                        mark: event.event.mark)
                }
            }
        }
    }

    /// The values that an event gives to fields of terms.
    private static func values(
        of event: RecordedEvent, in reading: AgreementReading
    ) -> [ValueState] {
        event.event.payload.givenFields.flatMap { given in
            (given.kind ?? reading.state.term(given.term)?.kind)
                .map { given.set.typed(for: $0).entries.map(\.1) } ?? []
        }
    }

    /// The parties that act in an event, or that it is directed to; a redacted one names none any more.
    private static func parties(of event: RecordedEvent) -> [PartyID] {
        if event.isRedacted { return [] }
        return event.event.payload.namedParties.compactMap { named in
            switch named.role {
            case .actor, .addressee: named.party
            case .subject, .newcomer, .released, .reported: nil
            }
        }
    }

    private static func missing(
        _ value: ValueState, in reading: AgreementReading
    ) -> (message: String, hint: String, ground: Violation.Ground)? {
        let state = reading.state
        switch value {
        case .stated(.condition(let id)) where state.conditions[id] == nil:
            return (
                "unknown condition '\(id)'", "define it with condition-defined", .named(id.text)
            )
        case .stated(.party(let id)) where state.parties[id] == nil:
            return ("unknown party '\(id)'", "admit it with party-admitted", .named(id.text))
        case .stated(.term(let id)) where state.term(id) == nil:
            return ("unknown term '\(id)'", "name a term of this agreement", .named(id.text))
        case .sameAs(let id, let field):
            guard let kind = state.term(id)?.kind else {
                return (
                    "unknown term '\(id)'", "name a term of this agreement as term/field",
                    .named(id.text)
                )
            }
            guard kind.definition.field(field) == nil else { return nil }
            let allowed = kind.definition.fields.map(\.name.rawValue).joined(separator: ", ")
            return (
                "unknown field '\(field)' of \(kind.withArticle)", "allowed: \(allowed)", .itself
            )
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none:
            return nil
        }
    }
}
