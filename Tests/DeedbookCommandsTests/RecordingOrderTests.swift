import Foundation
import Testing

/// What is said where files are right, and only their order is not.
struct RecordingOrderTests {
    private static func file(
        _ key: String, number: Int, disclosed: String, _ events: String
    ) -> (String, String) {
        (
            key,
            """
            recording: \(key)
            agreement: deal
            instrument: { kind: amendment, number: \(number), title: \(key), effective: { on: 202\(number)-01-01 } }
            disclosed: \(disclosed)
            sources: [ { id: s, grade: executed-text, publisher: p } ]
            events:
            \(events)

            """
        )
    }

    private static let opening = file(
        "opening", number: 0, disclosed: "2025-05-01",
        """
          - agreement-recorded: { title: Deal, zone: UTC }
          - party-admitted: { party: a, name: A }
          - party-admitted: { party: b, name: B }
          - term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 10 } }
        """)

    private func run(_ command: String, _ files: [(String, String)]) async throws -> Console.Result
    {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-order-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try text.write(
                to: folder.appendingPathComponent("\(name).yaml"), atomically: true, encoding: .utf8
            )
        }
        return await Console().run([command, folder.path])
    }

    @Test(arguments: ["check", "record"])
    func `an amendment that was disclosed before its original needs no other day`(
        command: String
    ) async throws {
        let result = try await run(
            command,
            [
                Self.opening,
                Self.file(
                    "raise", number: 1, disclosed: "2024-12-01",
                    "  - term-amended: { term: fee, was: { amount: USD 10 }, set: { amount: USD 20 } }"
                ),
            ])
        #expect(result.status == 0, "\(result)")
    }

    @Test(arguments: ["check", "record"])
    func `of two recordings of one day the key that comes later is named`(
        command: String
    ) async throws {
        let result = try await run(
            command,
            [
                Self.opening,
                Self.file(
                    "x-second", number: 2, disclosed: "2025-06-01",
                    "  - term-amended: { term: fee, was: { amount: USD 20 }, set: { amount: USD 30 } }"
                ),
                Self.file(
                    "y-first", number: 1, disclosed: "2025-06-01",
                    "  - term-amended: { term: fee, set: { amount: USD 20 } }"),
            ])
        #expect(result.errors.contains("but it was USD 10"), "\(result)")
        #expect(
            result.errors.contains(
                "recorded in the order of its keys, and after this one comes y-first"), "\(result)")
    }

    @Test(arguments: ["check", "record"])
    func `a term that a file adds which was disclosed later is found there`(
        command: String
    ) async throws {
        let result = try await run(
            command,
            [
                Self.opening,
                Self.file(
                    "second", number: 2, disclosed: "2025-06-01",
                    "  - term-amended: { term: rent, set: { amount: USD 30 } }"),
                Self.file(
                    "third", number: 1, disclosed: "2025-07-01",
                    "  - term-added: { term: rent, kind: fee, set: { payer: a, payee: b, amount: USD 5 } }"
                ),
            ])
        #expect(result.errors.contains("unknown term 'rent'"), "\(result)")
        #expect(
            result.errors.contains(
                "third.yaml, disclosed 2025-07-01, which is recorded after this one"),
            "\(result)")
    }
}
