import Amendments
import DeedbookCommands
import EventStore
import Foundation
import Ledger
import StoreSQLite
import Subprocesses
import Synchronization
import Terms
import Testing

/// A book on the disk that the real commands write and read, one command line at a time.
final class FaultBook: Sendable {
    private let folder: URL
    private let captured = Mutex((output: "", errors: ""))
    private let written = Mutex(0)
    /// Seconds since the instant of all tests: each command line is a second later.
    private let seconds = Mutex(0)

    init(empty: Void) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("fault-lines-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// A book with these papers in it, each recorded by itself, in this order.
    convenience init(_ papers: Paper...) async throws { try await self.init(in: papers) }

    convenience init(in papers: [Paper]) async throws {
        try self.init(empty: ())
        for paper in papers { try await record(paper) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var path: String { folder.appendingPathComponent("book.deedbook").path }

    /// Writes a file beside the book.
    ///
    /// - Returns: its path.
    func file(_ name: String, _ text: String) throws -> String {
        let number = written.withLock { count in
            count += 1
            return count
        }
        let place = folder.appendingPathComponent("\(number)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let url = place.appendingPathComponent(name)
        try Data(text.utf8).write(to: url)
        return url.path
    }

    func file(_ paper: Paper) throws -> String { try file("\(paper.key).yaml", paper.yaml) }

    func record(_ paper: Paper, at location: SourceLocation = #_sourceLocation) async throws {
        let result = await run(["record", try file(paper)])
        #expect(result.status == 0, "\(result.errors)\n\(paper.yaml)", sourceLocation: location)
    }

    func check(_ paper: Paper) async throws -> Console.Result {
        await run(["check", try file(paper), "--full"])
    }

    func refusal(_ paper: Paper) async throws -> String {
        let result = await run(["record", try file(paper)])
        return result.status == 0 ? "" : result.errors
    }

    /// - Parameter line: words parted by spaces; a part in single quotes is one word.
    func run(_ line: String) async -> Console.Result {
        let parts = line.split(separator: "'", omittingEmptySubsequences: false)
        let words = parts.enumerated().flatMap { index, part in
            index.isMultiple(of: 2)
                ? part.split(separator: " ").map(String.init) : [String(part)]
        }
        return await run(words)
    }

    func run(_ words: [String]) async -> Console.Result {
        if let program = Self.program { return await run(words, by: program) }
        captured.withLock { $0 = ("", "") }
        let status = await Deedbook.run(words, in: environment())
        return captured.withLock {
            Console.Result(status: status, output: $0.output, errors: $0.errors)
        }
    }

    /// Another program to ask, as `DEEDBOOK_PROGRAM` names it: an older or newer one.
    static let program = ProcessInfo.processInfo.environment["DEEDBOOK_PROGRAM"]

    private func run(_ words: [String], by program: String) async -> Console.Result {
        let variables = ["DEEDBOOK_BOOK": path, "DEEDBOOK_RECORDER": "tester"]
        do {
            let done = try await Subprocess.run(program, words, environment: variables)
            return Console.Result(status: done.status, output: done.output, errors: done.errors)
        } catch {
            return Console.Result(status: -1, output: "", errors: "no program \(program)")
        }
    }

    /// The output of a command that must succeed.
    func text(_ line: String, at location: SourceLocation = #_sourceLocation) async -> String {
        let result = await run(line)
        #expect(result.status == 0, "\(line)\n\(result.errors)", sourceLocation: location)
        return result.output
    }

    func json(_ line: String, at location: SourceLocation = #_sourceLocation) async -> Answer {
        let output = await text(line + " --format json", at: location)
        return Answer(try? JSONSerialization.jsonObject(with: Data(output.utf8)))
    }

    private func environment() -> CommandEnvironment {
        var environment = Console().environment(variables: [
            "DEEDBOOK_BOOK": path, "DEEDBOOK_RECORDER": "tester",
        ])
        let now = seconds.withLock { seconds in
            seconds += 1
            return Instant(microseconds: Console.instant.microseconds + seconds * 1_000_000)
        }
        environment.clock = { now }
        environment.openStore = { path, access throws(DeedbookError) in
            let mode: SQLiteStore.Mode =
                switch access {
                case .readOnly: .readOnly
                case .audit: .audit
                case .readWrite: .readWrite
                case .create: .create
                }
            return try SQLiteStore(
                path: path, mode: mode, waitLimit: .seconds(100_000_000), clock: { now })
        }
        environment.bookExists = { FileManager.default.fileExists(atPath: $0) }
        environment.files = .system
        environment.output = OutputStream { text in self.captured.withLock { $0.output += text } }
        environment.errors = OutputStream { text in self.captured.withLock { $0.errors += text } }
        return environment
    }
}

/// One document, as a file has it.
struct Paper {
    var key: String
    var agreement: String
    var kind: String
    /// The day on which it takes effect, where it states one.
    var effective: String?
    var disclosed: String
    var number: Int?
    var events: [String]
    var sources = ["{ id: s, grade: executed-text, publisher: the parties }"]

    /// The document that begins an agreement of a and b.
    static func first(
        _ agreement: String = "x", on day: String, disclosed: String? = nil, zone: String = "UTC",
        parties: [String] = ["a", "b"], _ events: String...
    ) -> Paper {
        Paper(
            key: "\(agreement)-first", agreement: agreement, kind: "definitive", effective: day,
            disclosed: disclosed ?? day,
            events: ["agreement-recorded: { title: \(agreement.uppercased()), zone: \(zone) }"]
                + parties.map { "party-admitted: { party: \($0), name: \($0.uppercased()) }" }
                + events)
    }

    /// A later document of it, which takes effect when it is disclosed or says so itself.
    static func later(
        _ key: String, _ kind: String = "amendment", of agreement: String = "x",
        effective: String? = nil, disclosed: String, number: Int? = nil, _ events: String...
    ) -> Paper {
        Paper(
            key: key, agreement: agreement, kind: kind, effective: effective,
            disclosed: disclosed, number: number, events: events)
    }

    func cited(by sources: String...) -> Paper {
        var paper = self
        paper.sources = sources
        return paper
    }

    var yaml: String {
        let day = effective.map { ", effective: { on: \($0) }" } ?? ""
        let rank = number.map { ", number: \($0)" } ?? ""
        return """
            recording: \(key)
            agreement: \(agreement)
            instrument: { kind: \(kind), title: \(key)\(rank)\(day) }
            disclosed: \(disclosed)
            sources:
            \(sources.map { "  - \($0)\n" }.joined())events:
            \(events.map { "  - \($0)\n" }.joined())
            """
    }
}

/// A part of an answer in JSON; what is not there is an answer with nothing in it.
struct Answer {
    private let value: Any?

    init(_ value: Any?) { self.value = value is NSNull ? nil : value }

    subscript(name: String) -> Answer { Answer((value as? [String: Any])?[name]) }

    var all: [Answer] { (value as? [Any] ?? []).map { Answer($0) } }
    var text: String? { value as? String }
    var flag: Bool { value as? Bool ?? false }
    var isMissing: Bool { value == nil }

    /// The first of a list whose member has a value.
    func first(_ name: String, _ text: String) -> Answer {
        all.first { $0[name].text == text } ?? Answer(nil)
    }

    /// The term of that id.
    func term(_ id: String) -> Answer { self["terms"].first("id", id) }

    /// What a term's field says; nil where it has none.
    func field(_ name: String) -> String? {
        self["fields"].first("name", name)["value"]["text"].text
    }

    var status: String? { self["status"].text }

    /// All texts of all members below it, for words that must be somewhere.
    var words: String {
        switch value {
        case let members as [String: Any]:
            members.sorted { $0.key < $1.key }.map { Answer($0.value).words }.joined(
                separator: "\n")
        case let items as [Any]: items.map { Answer($0).words }.joined(separator: "\n")
        case let text as String: text
        case _: ""
        }
    }
}
