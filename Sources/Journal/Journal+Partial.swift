import Amendments
import Notation
import Terms

extension Journal {
    /// What was found in a file, or in a line of one.
    struct Found {
        var drafts: [Draft] = []
        var problems: [Problem] = []
        var partial: [Draft] = []
        var unread = Unread()
        /// Whether nothing in it had to be understood.
        var isCanonical = true

        mutating func add(_ other: Found) {
            drafts += other.drafts
            problems += other.problems
            partial += other.partial
            unread.add(other.unread)
            isCanonical = isCanonical && other.isCanonical
        }
    }

    /// A text that cannot be read.
    static func found(_ text: [UInt8], in file: String, problems: [Problem]) -> Found {
        var found = Found(problems: problems)
        found.unread.gaps = [Unread.Gap(JournalWords(text), in: file)]
        return found
    }

    /// A recording with problems, as far as it can be read.
    ///
    /// Whatever of its head cannot be read, its events are there. Only where its agreement or the list of its events
    /// cannot be read is there no recording.
    ///
    /// - Parameters:
    ///   - text: the whole of what was written.
    ///   - name: its key, where that cannot be read.
    static func found(
        _ node: Node, _ text: [UInt8], in file: String, named name: String, problems: [Problem],
        _ manner: Problems.Manner = .strict
    ) -> Found {
        var ignored = Problems(manner)
        let key = node["recording"].flatMap { RecordingKey.codec.decode($0, &ignored) }
        guard let key = key ?? RecordingKey(name),
            let agreement = node["agreement"].flatMap({ AgreementID.codec.decode($0, &ignored) }),
            case .list(let items)? = node["events"]?.content
        else { return found(text, in: file, problems: problems) }
        let words = JournalWords(text)
        let disclosed = node["disclosed"].flatMap { CivilDate.codec.decode($0, &ignored) }
        let (instrument, isPlaced) = Instrument.asFarAsRead(node["instrument"], manner)
        let sources = node["sources"].flatMap {
            Codec<[Source]>.list(of: Source.writtenCodec).decode($0, &ignored)
        }
        var found = Found(problems: problems)
        let recording = Recording(
            key: key, agreement: agreement, instrument: instrument,
            disclosed: disclosed ?? CivilDate(Unread.Place(of: words, in: file).day),
            sources: sources ?? [],
            events: events(items, of: key, in: agreement, words, manner, &found.unread))
        let draft = Draft(file: file, recording: recording, mark: node["recording"]?.mark)
        if sources != nil { found.reportCitations(of: recording) }
        if !isPlaced || disclosed == nil { found.unread.gaps = [Unread.Gap(daysOf: draft)] }
        found.partial = [draft]
        return found
    }

    /// The events, each with its number: where one cannot be read, another that says nothing of the agreement's
    /// terms stands in its place. One of which only a value may mean several things is there with it, so that what
    /// else is wrong with it is found too.
    private static func events(
        _ items: [Node], of key: RecordingKey, in agreement: AgreementID, _ text: JournalWords,
        _ manner: Problems.Manner, _ unread: inout Unread
    ) -> [Event] {
        items.enumerated().map { index, item in
            var own = Problems(manner)
            if let event = Event.codec.decode(item, &own), own.hasDoubtsAlone { return event }
            unread.words.insert("\(key)#\(index + 1)")
            unread.words.formUnion(item.hasUnreadable ? text.all : words(of: item))
            // That the agreement is there is not known without it.
            if item[EventKind.agreementRecorded.rawValue] != nil {
                unread.words.insert(agreement.text)
            }
            var event = Event(
                ExpectationStated(expectation: "unread", text: "unread", window: .open))
            event.mark = item.mark
            return event
        }
    }

    private static func words(of node: Node) -> Set<String> {
        switch node.content {
        case .plain(let text), .string(let text): JournalWords(Array(text.utf8)).all
        case .list(let items): items.reduce(into: []) { $0.formUnion(words(of: $1)) }
        case .object(let members):
            members.reduce(into: []) {
                $0.formUnion(JournalWords(Array($1.name.utf8)).all)
                $0.formUnion(words(of: $1.value))
            }
        case .integer, .boolean, .null: []
        }
    }
}

extension Journal.Found {
    /// Reports sources that are cited and not there, which reading the whole recording did not reach.
    fileprivate mutating func reportCitations(of recording: Recording) {
        var citations = Problems()
        recording.reportUnknownCitations(&citations)
        problems += citations.all.filter { !problems.contains($0) }
    }
}
