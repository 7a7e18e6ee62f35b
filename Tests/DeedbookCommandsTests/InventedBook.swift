import Amendments
import DeedbookCommands
import EventStore
import Foundation
import Journal
import Ledger
import Questions
import Testing

/// Books of recordings that a test writes itself.
enum InventedBook {
    /// A console whose default book holds those recordings, in that order.
    static func console(_ yaml: [String]) async throws -> Console {
        let store = InMemoryStore(
            origin: TrustFixture.origin, clock: { Console.instant },
            salt: { Array(repeating: 7, count: 16) })
        try await record(yaml, in: store)
        return Console(books: ["./book.deedbook": store])
    }

    static func record(_ yaml: [String], in store: any TamperEvidentStore) async throws {
        for text in yaml {
            let (recording, problems) = Journal.recording(yaml: text)
            _ = try await Book(store: store).record(
                try #require(recording, "\(problems)"), by: "ana")
        }
    }

    /// One recording of the agreement `x`, in force on a day, with its events as lines of YAML.
    static func recording(
        _ key: String, _ day: String, kind: String = "amendment", agreement: String = "x",
        _ events: String...
    ) -> String {
        """
        recording: \(key)
        agreement: \(agreement)
        instrument: { kind: \(kind), title: \(key), signed: \(day), effective: { on: \(day) } }
        disclosed: \(day)
        sources:
          - { id: s, grade: executed-text, publisher: the parties }
        events:
        \(events.map { "  - " + $0 }.joined(separator: "\n"))
        """
    }

    /// The first recording of the agreement `x` between `a` and `b`.
    static func opening(
        on day: String = "2024-01-01", zone: String = "UTC", agreement: String = "x",
        key: String = "a", conventions: String? = nil, _ events: String...
    ) -> String {
        let words = conventions.map { ", conventions: \($0)" } ?? ""
        let lines =
            [
                "agreement-recorded: { title: X, zone: \(zone)\(words) }",
                "party-admitted: { party: a, name: A }", "party-admitted: { party: b, name: B }",
            ] + events.filter { !$0.isEmpty }
        return """
            recording: \(key)
            agreement: \(agreement)
            instrument: { kind: definitive, title: \(key), signed: \(day), effective: { on: \(day) } }
            disclosed: \(day)
            sources:
              - { id: s, grade: executed-text, publisher: the parties }
            events:
            \(lines.map { "  - " + $0 }.joined(separator: "\n"))
            """
    }

    /// Writes files for a command to read, and gives their folder while `body` runs.
    static func withFiles<Answer>(
        _ files: [String: String], _ body: (String) async throws -> Answer
    ) async throws -> Answer {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
        }
        return try await body(folder.path)
    }
}
