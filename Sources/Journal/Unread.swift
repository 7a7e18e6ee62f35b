public import Amendments
import Notation
import Terms

/// What could not be read of the files, and what cannot be said of the rest for it.
public struct Unread: Sendable {
    /// Files, lines and days of files that could not be read.
    public internal(set) var gaps: [Gap] = []
    /// The words of single events that could not be read: what is unknown elsewhere may be defined there.
    var words: Set<String> = []

    /// Nothing: all could be read.
    public init() {}

    /// A part of the record of some agreements that is not known, from its place on.
    public struct Gap: Sendable {
        public let file: String
        /// Where it stands among the recordings.
        let place: Place
        /// The agreements it may be part of, by their ids; any word may be one where none is said to be. Nil where it may
        /// be any.
        let agreements: Set<String>?
        public let extent: Extent

        public enum Extent: Sendable {
            /// All that it says.
            case everything
            /// From when on what it says holds.
            case days
        }
    }

    /// The place of a recording in the order in which they are recorded.
    struct Place: Comparable, Sendable {
        var day: Day
        var key: String
        var file: String

        static func < (one: Place, other: Place) -> Bool {
            (one.day, one.key, one.file) < (other.day, other.key, other.file)
        }
    }

    mutating func add(_ other: Unread) {
        gaps += other.gaps
        words.formUnion(other.words)
    }

    /// Whether the violation may only be there for what could not be read.
    public func mayExplain(_ violation: Violation, of draft: Journal.Draft) -> Bool {
        switch violation.ground {
        case .itself: false
        case .named(let id): words.contains(id) || hides(.everything, violation, of: draft)
        case .record: hides(.everything, violation, of: draft)
        case .days:
            hides(.everything, violation, of: draft) || hides(.days, violation, of: draft)
        }
    }

    private func hides(
        _ extent: Gap.Extent, _ violation: Violation, of draft: Journal.Draft
    ) -> Bool {
        gaps.contains { gap in
            gap.extent == extent && gap.place <= draft.place
                && gap.isPart(of: draft.recording.agreement(of: violation.event))
        }
    }

    /// The drafts that come after a gap and could not be checked against what is missing there.
    public func unchecked(after gap: Gap, among drafts: [Journal.Draft]) -> [Journal.Draft] {
        drafts.filter { draft in
            gap.place < draft.place
                && draft.recording.agreements.contains(where: gap.isPart)
        }
    }
}

extension Unread.Gap {
    /// A text of which nothing can be read but some words.
    init(_ text: JournalWords, in file: String) {
        self.file = file
        place = Unread.Place(of: text, in: file)
        let named = Set(text.all(after: "agreement"))
        agreements = named.isEmpty ? text.all : named
        extent = .everything
    }

    /// Lines of which not even the words are read.
    init(somewhereIn file: String) {
        self.file = file
        place = Unread.Place(day: .first, key: "", file: file)
        agreements = nil
        extent = .everything
    }

    /// A recording whose days are not all read.
    init(daysOf draft: Journal.Draft) {
        file = draft.file
        place = draft.place
        agreements = Set(draft.recording.agreements.map(\.text))
        extent = .days
    }

    func isPart(of agreement: AgreementID) -> Bool {
        agreements?.contains(agreement.text) ?? true
    }
}

extension Unread.Place {
    /// The place that the words give, or the file's name, which begins with the day; else before all others.
    init(of text: JournalWords, in file: String) {
        let name = JournalFiles.name(of: file)
        self.file = file
        key = text.all(after: "recording").first ?? name
        let date =
            text.all(after: "disclosed").lazy.compactMap { CivilDate($0) }.first
            ?? CivilDate(String(name.prefix(10)))
        day = date?.latest ?? .first
    }
}

extension Journal.Draft {
    var place: Unread.Place {
        Unread.Place(
            day: recording.disclosed.latest, key: recording.key.text, file: file)
    }
}

extension Recording {
    /// The agreement of one of its events.
    fileprivate func agreement(of event: EventReference) -> AgreementID {
        let place = event.ordinal - 1
        return events.indices.contains(place) ? events[place].agreement ?? agreement : agreement
    }
}

/// The words of a text that may be ids or dates, in their order: for what no reader can read.
struct JournalWords {
    private let words: [String]

    init(_ bytes: [UInt8]) {
        words = bytes.split { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: false
            case _: true
            }
        }.map { String(decoding: $0, as: UTF8.self) }
    }

    var all: Set<String> { Set(words) }

    /// The words that come directly after that one.
    func all(after word: String) -> [String] {
        zip(words, words.dropFirst()).filter { $0.0 == word }.map(\.1)
    }
}
