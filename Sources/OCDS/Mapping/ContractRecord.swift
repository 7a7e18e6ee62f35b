public import Amendments
import Notation
public import Terms

/// What is recorded of a contract that came from releases.
struct ContractRecord {
    private(set) var isOpen = false
    private(set) var isEnded = false
    /// What was last said of each field, agreed or reported.
    private(set) var fields: [TermID: [FieldName: Node]] = [:]
    private(set) var parties: [PartyID: String] = [:]
    private(set) var members: Set<PartyID> = []
    private(set) var met: Set<ConditionID> = []
    /// The amendments and the documents that are listed.
    private(set) var listed: Set<SourceID> = []
    private(set) var payments = RecordedPayments()

    /// The last day of the contract, as it was last said.
    var ends: Day? {
        guard let node = fields[ContractFacts.duration]?[.ends] else { return nil }
        var ignored = Problems()
        return DateBound.codec.decode(node, &ignored)?.date?.latest
    }

    /// Adds events of a recording, which follow each other in it.
    mutating func learn(_ sources: [Source], _ events: [Event], from first: EventReference) {
        listed.formUnion(sources.map(\.id))
        for (index, event) in events.enumerated() {
            learn(event.payload)
            let place = EventReference(
                recording: first.recording, ordinal: first.ordinal + index)
            payments.learn(event, at: place)
        }
    }

    private mutating func learn(_ payload: any EventPayload) {
        switch payload {
        case is AgreementRecorded: isOpen = true
        case is AgreementTerminated: isEnded = true
        case let admitted as PartyAdmitted: parties[admitted.party] = admitted.name
        case let group as GroupFormed:
            parties[group.group] = group.name
            members = Set(group.members.map(\.party))
        case let satisfied as ConditionSatisfied: met.insert(satisfied.condition)
        case let report as ValueReported:
            guard case .term(let term) = report.subject else { return }
            fields[term, default: [:]][report.field] = report.value.node
        case let change:
            for given in change.givenFields {
                for name in given.set.names {
                    fields[given.term, default: [:]][name] = given.set[name]
                }
            }
        }
    }
}

/// The recordings of a book that came from releases, by agreement.
public struct RecordedContracts: Sendable {
    /// What one event of a recording said, and of which release.
    struct Part: Sendable {
        var place: EventReference
        var release: ReleasePlace
        var sources: [Source]
        var event: Event

        var key: RecordingKey { place.recording }
    }

    private(set) var parts: [AgreementID: [Part]] = [:]
    /// Agreements that others brought into the book.
    private(set) var foreign: Set<AgreementID> = []

    /// Nothing: what is known of an empty book.
    public init() {}

    /// Adds the events of one agreement, in their order.
    public mutating func learn(_ events: [RecordedEvent], of agreement: AgreementID) {
        for event in events {
            let header = event.recording
            guard let release = ReleaseSource.release(of: header.sources) else {
                if event.event.payload is AgreementRecorded { foreign.insert(agreement) }
                continue
            }
            parts[agreement, default: []].append(
                Part(
                    place: event.reference, release: release, sources: header.sources,
                    event: event.event))
        }
    }
}

/// The source that every recording of a release has.
enum ReleaseSource {
    static let id: SourceID = "release"
    private static let dated = "dated "

    static func source(of release: Release, grade: SourceGrade) -> Source {
        let date = release.node["date"]?.text ?? ""
        return Source(
            id: id, grade: grade,
            publisher: release.publisher ?? "publisher of \(release.ocid.prefix(11))",
            title: release.title, published: release.day, note: dated + date)
    }

    /// The release that the sources name; nil where they are not of one.
    static func release(of sources: [Source]) -> ReleasePlace? {
        guard let source = sources.first(where: { $0.id == id }), let title = source.title,
            let note = source.note, note.hasPrefix(dated),
            let date = WrittenInstant(String(note.dropFirst(dated.count)))
        else { return nil }
        return ReleasePlace(date: date, title: title)
    }
}
