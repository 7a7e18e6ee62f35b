import Foundation
import Testing

/// `check` shows what is wrong with the format, with what is named and with what the parties agreed, all at once.
struct CheckLayersTests {
    private static func file(_ key: String, _ agreement: String, _ events: String) -> String {
        """
        recording: \(key)
        agreement: \(agreement)
        instrument: { kind: amendment, title: \(key), effective: { on: 2021-01-01 } }
        disclosed: 2021-01-01
        sources:
          - { id: s, grade: executed-text, publisher: p }
        events:
        \(events)

        """
    }

    private static func opening(_ agreement: String) -> String {
        """
          - agreement-recorded: { title: \(agreement), zone: UTC }
          - party-admitted: { party: a, name: A }
          - party-admitted: { party: b, name: B }
          - term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 10 } }
        """
    }

    private func check(_ files: [(String, String)]) async throws -> Console.Result {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-check-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            try text.write(
                to: folder.appendingPathComponent("\(name).yaml"), atomically: true, encoding: .utf8
            )
        }
        return await Console().run(["check", folder.path])
    }

    private func errors(_ result: Console.Result) -> Int {
        result.errors.split(separator: "\n").count { $0.contains("error: ") }
    }

    @Test func `problems of four sorts in four files are shown in one run`() async throws {
        let result = try await check([
            ("syntax", "recording: syntax\nagreement: [\n"),
            (
                "format",
                Self.file(
                    "format", "one",
                    Self.opening("one") + "\n  - term-removed: { trem: fee }")
            ),
            (
                "names",
                Self.file(
                    "names", "two",
                    Self.opening("two") + "\n  - term-removed: { term: fees }")
            ),
            (
                "rules",
                Self.file(
                    "rules", "three",
                    Self.opening("three")
                        + "\n  - term-amended: { term: fee, was: { amount: USD 11 }, "
                        + "set: { amount: USD 12 } }")
            ),
        ])
        #expect(result.status == 65)
        for words in [
            "syntax.yaml:", "format.yaml:12:21: error: unknown member 'trem'",
            "names.yaml:12:5: error: unknown term 'fees'", "but it was USD 10",
        ] {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
    }

    @Test func `all of them in one file are shown, each with its line`() async throws {
        let result = try await check([
            (
                "all",
                Self.file(
                    "all", "one",
                    Self.opening("one") + """

                          - term-removed: { trem: fee }
                          - term-removed: { term: fees }
                          - term-amended: { term: fee, was: { amount: USD 11 }, set: { amount: USD 12 } }
                          - term-amended: { term: fee, set: { price: USD 12 } }
                        """)
            )
        ])
        for words in [
            "all.yaml:12:21: error: unknown member 'trem'",
            "all.yaml:13:5: error: unknown term 'fees'",
            "all.yaml:14:", "but it was USD 10",
            "all.yaml:15:39: error: unknown field 'price' of a fee",
        ] {
            #expect(result.errors.contains(words), "\(words)\n\(result.errors)")
        }
    }

    @Test func `what may be defined in a part that cannot be read is not called unknown`()
        async throws
    {
        let opening = Self.opening("one").replacingOccurrences(of: "payee: b,", with: "payee: [,")
        let unreadable = try await check([
            ("1-opening", Self.file("1-opening", "one", opening)),
            ("2-end", Self.file("2-end", "one", "  - term-removed: { term: fee }")),
        ])
        #expect(errors(unreadable) == 1, "\(unreadable.errors)")
        let event = try await check([
            (
                "1-opening",
                Self.file(
                    "1-opening", "one",
                    Self.opening("one").replacingOccurrences(of: "kind: fee", with: "kind: fees"))
            ),
            ("2-end", Self.file("2-end", "one", "  - term-removed: { term: fee }")),
        ])
        #expect(errors(event) == 1, "\(event.errors)")
    }

    @Test func `a term with a wrong field is there for what comes after it`() async throws {
        let result = try await check([
            (
                "1-opening",
                Self.file(
                    "1-opening", "one",
                    Self.opening("one").replacingOccurrences(of: "USD 10", with: "ten dollars"))
            ),
            ("2-end", Self.file("2-end", "one", "  - term-removed: { term: fee }")),
        ])
        #expect(errors(result) == 1, "\(result.errors)")
    }
}
