import Amendments
import Ledger
import Notation
public import Terms

/// Which recordings of a log are shown, beside how many.
public struct LogFilter: Hashable, Sendable {
    /// Only what was disclosed on that day or later; a month or year of which a part is, may have been. Nil for all.
    public var since: Day?
    /// Only recordings in which that text occurs, in any case: in the key, the instrument, a source, or what an event
    /// says. Nil for all.
    public var text: String?

    public init(since: Day? = nil, text: String? = nil) {
        self.since = since
        self.text = text
    }

    /// Whether every recording is shown.
    public var isOpen: Bool { since == nil && text == nil }

    func shows(_ recording: LoggedRecording) -> Bool {
        if let since, recording.header.disclosed.latest < since { return false }
        guard let text else { return true }
        let wanted = Self.folded(text)
        return Self.texts(of: recording).contains { Self.folded($0).contains(wanted) }
    }

    private static func texts(of recording: LoggedRecording) -> [String] {
        let header = recording.header
        let sources = header.sources.flatMap { source in
            [source.publisher, source.title, source.quote, source.note].compactMap(\.self)
        }
        return [header.key.text, header.instrument.title, header.instrument.kind.rawValue]
            + sources
            + recording.events.flatMap { event in
                [event.event.kind.rawValue] + texts(in: event.event.body)
            }
    }

    /// Every text of an event as it is written, and the names of what it says.
    private static func texts(in node: Node) -> [String] {
        switch node.content {
        case .object(let members): members.flatMap { [$0.name] + texts(in: $0.value) }
        case .list(let items): items.flatMap(texts)
        case .plain(let text), .string(let text): [text]
        case .integer(let number): [String(number)]
        case .boolean, .null: []
        }
    }

    /// One space for each run of space, as a text is read that was wrapped where it was written.
    private static func folded(_ text: String) -> String {
        text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
