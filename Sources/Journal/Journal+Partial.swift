import Amendments
import Notation
import Terms

extension Journal {
    /// What was found in a file, or in a line of one.
    struct Found {
        var drafts: [Draft] = []
        var problems: [Problem] = []
        var partial: [Draft] = []
        var unread: Set<String> = []

        mutating func add(_ other: Found) {
            drafts += other.drafts
            problems += other.problems
            partial += other.partial
            unread.formUnion(other.unread)
        }
    }

    /// A recording with problems, as far as it can be read.
    ///
    /// An event that cannot be read keeps its number: another that says nothing of the agreement's terms stands
    /// in its place. Where the head cannot be read there is no recording.
    static func found(_ node: Node, in file: String, problems: [Problem]) -> Found {
        var ignored = Problems()
        guard let agreement = node["agreement"].flatMap({ AgreementID.codec.decode($0, &ignored) }),
            let key = node["recording"].flatMap({ RecordingKey.codec.decode($0, &ignored) }),
            let disclosed = node["disclosed"].flatMap({ CivilDate.codec.decode($0, &ignored) }),
            let instrument = node["instrument"].flatMap({ Instrument.codec.decode($0, &ignored) }),
            case .list(let items)? = node["events"]?.content
        else { return Found(problems: problems, unread: words(of: node)) }
        var found = Found(problems: problems)
        let events = items.map { item -> Event in
            var own = Problems()
            if let event = Event.codec.decode(item, &own), own.isEmpty { return event }
            found.unread.formUnion(words(of: item))
            // That the agreement is there is not known without it.
            if item[EventKind.agreementRecorded.rawValue] != nil {
                found.unread.insert(agreement.text)
            }
            return placeholder
        }
        let sources = node["sources"].flatMap {
            Codec<[Source]>.list(of: Source.codec).decode($0, &ignored)
        }
        let recording = Recording(
            key: key, agreement: agreement, instrument: instrument, disclosed: disclosed,
            sources: sources ?? [], events: events)
        found.partial = [Draft(file: file, recording: recording, mark: node["recording"]?.mark)]
        return found
    }

    private static let placeholder = Event(PartyAdmitted(party: "unread", name: "unread"))

    /// The words of a text that may be ids.
    static func words(of bytes: [UInt8]) -> Set<String> {
        let words = bytes.split { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: false
            case _: true
            }
        }
        return Set(words.map { String(decoding: $0, as: UTF8.self) })
    }

    private static func words(of node: Node) -> Set<String> {
        switch node.content {
        case .plain(let text), .string(let text): words(of: Array(text.utf8))
        case .list(let items): items.reduce(into: []) { $0.formUnion(words(of: $1)) }
        case .object(let members):
            members.reduce(into: []) {
                $0.formUnion(words(of: Array($1.name.utf8)))
                $0.formUnion(words(of: $1.value))
            }
        case .integer, .boolean, .null: []
        }
    }
}
