import Amendments
import Foundation
import Subprocesses
import Testing

/// After redaction nothing of what was taken out is in any file that the program wrote, or in any answer it gives.
///
/// The files of `Golden/Redaction` have an event of every kind, with a secret in every text, amount, name and
/// free id. `NN` stands for the number of the agreement, `SECRET` for a text that stands nowhere else.
struct RedactionProcessTests {
    /// How many agreements: so often every kind of event is redacted.
    static let count =
        ProcessInfo.processInfo.environment["DEEDBOOK_REDACTIONS"].flatMap { Int($0) } ?? 3

    /// In every secret, in small letters.
    static let marks = ["secret", "918273645"]

    static let recordings = ["deed", "changes", "record", "end"]

    /// Writes the files of one agreement, and the orders that redact every event of them, and then every order.
    private static func write(_ number: Int, to folder: URL) throws -> [EventKind] {
        var kinds: [EventKind] = []
        var targets: [String] = []
        let templates = Fixture.folder.deletingLastPathComponent().appendingPathComponent(
            "Redaction")
        for (index, name) in recordings.enumerated() {
            let file = templates.appendingPathComponent("\(index + 1)-\(name).yaml")
            let text = try String(contentsOf: file, encoding: .utf8)
                .replacingOccurrences(of: "NN", with: "\(number)")
            var count = 0
            let marked = text.split(separator: "SECRET", omittingEmptySubsequences: false)
                .enumerated().map { $0 == 0 ? String($1) : "SECRET-\(name)-\(number)-\($0)\($1)" }
                .joined()
            for line in text.split(separator: "\n") where line.hasPrefix("  - ") {
                let word = line.dropFirst(4).prefix { $0 != ":" }
                guard let kind = EventKind(rawValue: String(word)) else { continue }
                kinds.append(kind)
                count += 1
                targets.append("\(name)-\(number)#\(count)")
            }
            try marked.write(
                to: folder.appendingPathComponent("\(name)-\(number).yaml"), atomically: true,
                encoding: .utf8)
        }
        try write("order", number, redacting: targets, "SECRET-authority", to: folder)
        let orders = targets.indices.map { "order-\(number)#\($0 + 1)" }
        try write("again", number, redacting: orders, "a court", to: folder)
        return kinds + [.payloadRedacted]
    }

    private static func write(
        _ name: String, _ number: Int, redacting targets: [String], _ authority: String,
        to folder: URL
    ) throws {
        let events = targets.map {
            "  - payload-redacted: { event: \($0), authority: \(authority) }\n"
        }
        let text = """
            recording: \(name)-\(number)
            agreement: deal-\(number)
            instrument: { kind: order, title: Order }
            disclosed: 2023-01-01
            sources:
              - { id: order, grade: court-finding, publisher: A court }
            events:
            \(events.joined())
            """
        try text.write(
            to: folder.appendingPathComponent("\(name)-\(number).yaml"), atomically: true,
            encoding: .utf8)
    }

    private static func hasSecret(_ bytes: Data) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self).lowercased()
        return marks.contains { text.contains($0) }
    }

    /// Every command that answers from the book, in every format.
    static let questions: [String] = {
        let deal = "deal-1"
        let days = ["--on 2020-06-01", "--on 2021-03-01", "--on 2023-06-01"]
        let terms = ["fee", "option", "term", "grant", "pause", "gone", "wrong", "fixed"]
        var lines = ["agreements", "log", "log --format json", "doctor", "export", "rebuild"]
        for day in days {
            lines += ["terms \(deal) \(day) --all", "terms \(deal) \(day) --all --format json"]
            lines += [
                "terms \(deal) \(day) --recorded-at 50",
                "terms \(deal) \(day) --disclosed-by 2021-06-01",
            ]
            for format in ["text", "json", "csv"] {
                lines.append("find 'kind = fee' \(day) --format \(format)")
                lines.append("find 'kind = license-grant' \(day) --format \(format)")
            }
            for format in ["text", "json"] {
                lines.append("conflicts \(day) --format \(format)")
                lines += terms.map { "why \(deal) \($0) \(day) --format \(format)" }
            }
            lines.append("new amendment \(deal) fee \(day)")
        }
        for format in ["text", "json", "markdown", "html"] {
            lines.append("diff \(deal) 2020-06-01 2021-03-01 --format \(format)")
            lines.append(
                "diff \(deal) 2021-03-01@2021-01-15 2023-06-01@2023-06-01 --format \(format)")
        }
        for name in recordings + ["order", "again"] {
            lines += ["show \(name)-1", "show \(name)-1 --format json"]
        }
        lines += terms.map { "timeline \(deal) \($0)" }
        lines += ["timeline \(deal)", "timeline \(deal) --format svg"]
        for format in ["text", "json", "ics"] {
            lines.append("calendar --from 2020-01-01 --to 2030-01-01 --format \(format)")
        }
        lines.append("payable \(deal) fee --from 2020-01-01 --to 2023-01-01")
        lines.append("payable \(deal) fee --from 2020-01-01 --to 2023-01-01 --format json")
        lines += (1...4).map { "new correction changes-1#\($0)" }
        return lines
    }()

    @Test func `of every kind of event, nothing that was redacted is in a file or an answer`()
        async throws
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "deedbook-redaction-\(ProcessInfo.processInfo.processIdentifier)")
        let (files, book) = (
            folder.appendingPathComponent("files"), folder.appendingPathComponent("book")
        )
        for folder in [files, book] {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(at: folder) }
        var kinds: [EventKind] = []
        for number in 1...Self.count { kinds += try Self.write(number, to: files) }
        for kind in EventKind.allCases {
            #expect(kinds.count { $0 == kind } >= Self.count, "\(kind.rawValue) is not redacted")
        }
        func run(_ line: String, _ status: Int32 = 0) async throws {
            let result = try await ProcessTests.run(line, in: book)
            #expect(result.status == status, "\(line)\n\(result.output)\n\(result.errors)")
        }
        for name in Self.recordings { try await run("deedbook record ../files/\(name)-*.yaml") }
        try await run("deedbook keygen --out book.key > policy")
        try await run("deedbook checkpoint --key book.key")
        let before = try Data(contentsOf: book.appendingPathComponent("book.deedbook"))
        #expect(Self.hasSecret(before), "the secrets are there before they are redacted")
        for name in ["order", "again"] { try await run("deedbook record ../files/\(name)-*.yaml") }
        try await run("deedbook checkpoint --key book.key --out last.checkpoint")
        try await run("deedbook verify --against last.checkpoint")
        try await run("deedbook prove inclusion 20 --out 20.proof")
        try await run("deedbook backup copy.deedbook")
        try await run("deedbook verify --book copy.deedbook --against last.checkpoint")
        try await run("deedbook export --out all.jsonl")
        try await run("deedbook import all.jsonl --book new.deedbook")
        try await run("deedbook verify --book new.deedbook --against last.checkpoint")
        for line in Self.questions {
            let result = try await ProcessTests.run("deedbook \(line)", in: book)
            let answer = Data((result.output + result.errors).utf8)
            #expect(!Self.hasSecret(answer), "\(line)\n\(result.output)\(result.errors)")
            #expect(result.status <= 1 || line.hasPrefix("new"), "\(line)\n\(result.errors)")
        }
        for name in try FileManager.default.subpathsOfDirectory(atPath: book.path) {
            let file = book.appendingPathComponent(name)
            guard let bytes = try? Data(contentsOf: file) else { continue }
            #expect(!Self.hasSecret(bytes), "\(name)")
        }
    }
}
