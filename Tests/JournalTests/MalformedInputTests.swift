import Amendments
import DeedbookTesting
import EventStore
import Journal
import Ledger
import Notation
import Questions
import Terms
import Testing

/// A file with one mistake is refused at its place, and the book stays as it was.
@Suite struct MalformedInputTests {
    @Test func `the file from which they are made is good, and has every kind of event`()
        async throws
    {
        let book = try await openedBook()
        let (recording, problems) = Journal.recording(yaml: GoodFiles.amendment)
        #expect(problems.map(told) == [])
        let good = try #require(recording)
        _ = try await book.record(good, by: "test")
        #expect(Set(good.events.map(\.kind)) == Set(EventKind.allCases))
        #expect(try await book.head().number == 24 + good.events.count)
    }

    @Test func `there are more than two hundred of them, each with its own name and edit`() {
        #expect(Malformed.all.count >= 200)
        #expect(Set(Malformed.all.map(\.name)).count == Malformed.all.count)
        #expect(Set(Malformed.all.map(\.text)).count == Malformed.all.count)
        for row in Malformed.all {
            #expect(GoodFiles.amendment.ranges(of: row.old).count == 1, "\(row.name): \(row.old)")
        }
    }

    @Test(arguments: Malformed.all)
    func `it is refused, and nothing is written`(row: Malformed) async throws {
        let book = try await openedBook()
        let before = try await contents(of: book)
        let found = try await problems(recording: row.text, in: book)
        #expect(!found.isEmpty, "it was recorded")
        let match = found.first { problem in
            (problem.message + "\n" + (problem.hint ?? "")).contains(row.message)
        }
        let told = found.map { "\($0.mark?.line ?? 0): \($0.message) | \($0.hint ?? "")" }
        #expect(match != nil, "found \(told)")
        if let match, row.place != .anywhere {
            #expect(match.mark?.line == row.line, "found \(told)")
        }
        #expect(try await contents(of: book) == before)
    }

    @Test func `a back-dated event that breaks a later one is refused with both named`()
        async throws
    {
        let book = try await openedBook()
        let later = amendment(
            "later",
            "- term-amended: { term: volume, was: { quantity: 100 }, set: { quantity: 110 }, "
                + "effective: { on: 2025-01-01 } }")
        #expect(try await problems(recording: later, in: book) == [])
        let before = try await contents(of: book)
        let earlier = amendment(
            "earlier",
            "- party-renamed: { party: quill, name: Quill Group plc }",
            "- term-amended: { term: volume, set: { quantity: 105 }, "
                + "effective: { on: 2024-01-01 } }")
        let found = try await problems(recording: earlier, in: book)
        #expect(found.count == 1)
        let problem = try #require(found.first)
        #expect(
            problem.message.contains("'earlier#2' would make the recorded event 'later#1' invalid"))
        #expect(problem.message.contains("was 100 just before 2025-01-01, but it was 105"))
        #expect(problem.mark?.line == 8)
        #expect(try await contents(of: book) == before)
    }

    @Test func `what the book refuses of JSON Lines is reported with its line`() async throws {
        let book = try await openedBook()
        let texts = [
            amendment("first", "- term-resumed: { term: fee }"),
            amendment(
                "second", "- term-resumed: { term: fees }",
                "- term-amended: { term: fee, set: { sum: EUR 1 } }"),
        ]
        let lines = Journal.jsonLines(of: texts.compactMap { Journal.recording(yaml: $0).0 })
        let (recordings, problems) = Journal.recordings(jsonLines: "\n" + lines)
        #expect(problems.isEmpty && recordings.count == 2)
        let violations = try await book.violations(of: recordings[1], by: "test")
        #expect(violations.map(\.mark?.line) == [3, 3])
    }

    private func amendment(_ key: String, _ events: String...) -> String {
        """
        recording: \(key)
        agreement: harbor
        instrument: { kind: amendment, title: Amendment }
        disclosed: 2024-06-01
        sources: [ { id: letter, grade: executed-text, publisher: invented } ]
        events:
        \(events.map { "  \($0)\n" }.joined())
        """
    }

    /// Every problem that reading finds or, where it finds none, that the book has with the recording.
    private func problems(recording yaml: String, in book: Book) async throws -> [Problem] {
        let (recording, problems) = Journal.recording(yaml: yaml)
        guard let recording else { return problems }
        do {
            _ = try await book.record(recording, by: "test")
            return []
        } catch {
            switch error {
            case .invalid(_, let violations):
                return violations.map { Problem($0.message, hint: $0.hint, mark: $0.mark) }
            case .keyReused(let key, _):
                return [Problem("'\(key)' was recorded before, with other content")]
            case _: throw error
            }
        }
    }

    private func openedBook() async throws -> Book {
        let book = Book(
            store: InMemoryStore(
                clock: { Instant(microseconds: 0) }, salt: { [UInt8](repeating: 7, count: 16) }))
        let (recording, problems) = Journal.recording(yaml: GoodFiles.opening)
        #expect(problems.map(told) == [])
        _ = try await book.record(try #require(recording), by: "test")
        return book
    }

    private func contents(of book: Book) async throws -> [StoredEvent?] {
        let head = try await book.head()
        var all: [StoredEvent?] = []
        for number in 1...head.number + 1 {
            all.append(try await book.store.stored(at: Position(number)))
        }
        #expect(all.last == .some(nil))
        #expect(
            try await book.store.agreements(after: nil, limit: 9).map(\.version) == [head.number])
        return all
    }
}

/// One mistake: what it replaces in the good file, and what is said of it.
struct Malformed: Sendable, CustomTestStringConvertible {
    /// Where the mistake is reported.
    enum Place: Hashable, Sendable {
        /// The line of the edit, or a line after it.
        case edit(Int)
        /// The line where the event begins.
        case event
        case nowhere
        /// Several lines are reported, or one that depends on how the text goes on.
        case anywhere
    }

    let name: String
    let old: String
    let new: String
    let message: String
    let place: Place

    init(
        _ name: String, _ old: String, _ new: String, _ message: String, at place: Place = .edit(0)
    ) {
        self.name = name
        self.old = old
        self.new = new
        self.message = message
        self.place = place
    }

    var testDescription: String { name }

    var text: String { GoodFiles.amendment.replacing(old, with: new, maxReplacements: 1) }

    static var all: [Malformed] {
        documents + headers + values + members + meaning + references
    }

    /// The line in which the mistake is reported.
    var line: Int? {
        guard let range = GoodFiles.amendment.firstRange(of: old) else { return nil }
        let before = GoodFiles.amendment[..<range.lowerBound]
        let lines = before.split(separator: "\n", omittingEmptySubsequences: false)
        // The edit begins where the two texts first differ.
        let common = zip(old, new).prefix { $0 == $1 }.filter { $0.0 == "\n" }.count
        switch place {
        case .edit(let offset): return lines.count + common + offset
        case .event:
            let edited = lines.count + common
            let all = text.split(separator: "\n", omittingEmptySubsequences: false)
            return all[..<edited].lastIndex { $0.hasPrefix("  - ") }.map { $0 + 1 }
        case .nowhere, .anywhere: return nil
        }
    }
}
