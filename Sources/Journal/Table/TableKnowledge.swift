public import Amendments
public import Terms

/// What a book holds already of the agreements that a table speaks of: which kinds their terms are of, who their
/// parties are, and which recordings said so.
public struct TableKnowledge: Sendable {
    var kinds: [AgreementID: [TermID: TermKind]] = [:]
    /// The recording that admitted each.
    var parties: [AgreementID: [PartyID: RecordingKey]] = [:]
    /// Who was admitted under a name, in small letters; the first of several.
    var names: [AgreementID: [String: PartyID]] = [:]
    /// The recording by which each agreement entered the book.
    var openings: [AgreementID: RecordingKey] = [:]

    /// Nothing: what is known of an empty book.
    public init() {}

    /// Adds what the events of one agreement say, in their order.
    public mutating func learn(_ events: [RecordedEvent], of agreement: AgreementID) {
        for event in events {
            let payload = event.event.payload
            if payload is AgreementRecorded, openings[agreement] == nil {
                openings[agreement] = event.recording.key
            }
            if let admitted = payload as? PartyAdmitted {
                let name = admitted.name.lowercased()
                names[agreement, default: [:]][name] = names[agreement]?[name] ?? admitted.party
            }
            for named in payload.namedParties where named.role == .newcomer {
                guard parties[agreement]?[named.party] == nil else { continue }
                parties[agreement, default: [:]][named.party] = event.recording.key
            }
            for given in payload.givenFields {
                guard let kind = given.kind else { continue }
                kinds[agreement, default: [:]][given.term] = kind
            }
            for (old, new) in payload.movedTerms {
                kinds[agreement, default: [:]][new] = kinds[agreement]?[old]
            }
        }
    }
}
