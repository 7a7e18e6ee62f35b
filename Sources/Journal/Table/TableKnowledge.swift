public import Amendments
import Notation
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

    /// What each agreement was ever called, also by a correction.
    var titles: [AgreementID: Set<String>] = [:]
    /// What was recorded of each, in its order.
    var recordings: [AgreementID: [TableRecorded]] = [:]

    /// Nothing: what is known of an empty book.
    public init() {}

    /// Adds what the events of one agreement say, in their order.
    public mutating func learn(_ events: [RecordedEvent], of agreement: AgreementID) {
        for event in events {
            let payload = event.event.payload
            learnRecording(of: event, of: agreement)
            if let title = Self.title(in: payload) {
                titles[agreement, default: []].insert(Self.normal(title))
            }
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

    private mutating func learnRecording(of event: RecordedEvent, of agreement: AgreementID) {
        var known = recordings[agreement] ?? []
        if known.last?.header.key == event.recording.key {
            known[known.count - 1].events.append(event.event)
        } else {
            known.append(TableRecorded(header: event.recording, events: [event.event]))
        }
        recordings[agreement] = known
    }

    private static func title(in payload: any EventPayload) -> String? {
        if let corrected = payload as? EventCorrected {
            return (corrected.replacement.event.payload as? AgreementRecorded)?.title
        }
        return (payload as? AgreementRecorded)?.title
    }

    /// A title as a cell has it, in which a line break is a blank.
    static func normal(_ title: String) -> String { TableValue.trimmed(SafeText.oneLine(title)) }
}

/// One recording of a book, as far as it is of one agreement.
struct TableRecorded: Sendable {
    let header: RecordingHeader
    var events: [Event]

    /// Whether it says the same of terms and has the same title or day of signing: the other of the two was corrected.
    func isSameDocument(as other: Recording) -> Bool {
        let (own, its) = (Self.changes(events), Self.changes(other.events))
        guard !own.isEmpty, own == its else { return false }
        let instrument = header.instrument
        return instrument.title == other.instrument.title
            || instrument.signed != nil && instrument.signed == other.instrument.signed
    }

    /// Without what an agreement's first recording says of it: it is in no other.
    private static func changes(_ events: [Event]) -> Set<Event> {
        Set(events.filter { ![.agreementRecorded, .partyAdmitted].contains($0.kind) })
    }
}
