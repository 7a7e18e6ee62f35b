import Amendments
import DeedbookCommands
import EventStore
import Foundation
import Ledger
import Synchronization
import Terms
import Testing

struct ExitStatusTests {
    @Test(arguments: [
        (DeedbookError.busy("held by another process"), 75, "the book is busy"),
        (.inaccessible(path: "b", detail: "permission denied"), 74, "cannot use the book b"),
        (.notABook(path: "b", detail: "a text file"), 65, "b is not a book: a text file"),
        (.newerFormat(path: "b", found: 9, known: 1), 65, "knows up to 1"),
        (.newerDerived(found: 9, known: 7), 65, "have form 9"),
        (.corrupted(Position(7), detail: "bad UTF-8"), 65, "#7 cannot be read back"),
        (.unknownKind(Position(7), kind: "term-sold"), 65, "unknown kind 'term-sold'"),
        (.outcomeUnknown(detail: "disk full"), 74, "not known: disk full"),
        (
            .versionConflict(agreement: "tern-mill", expected: .exactly(1), actual: 2), 75,
            "version 2"
        ),
    ])
    func `each trouble of a store has its status and a hint`(
        error: DeedbookError, status: Int32, words: String
    ) async {
        let errors = Mutex("")
        var environment = Console().environment()
        environment.bookExists = { _ in true }
        environment.openStore = { _, _ throws(DeedbookError) in throw error }
        environment.errors = OutputStream { text in errors.withLock { $0 += text } }
        #expect(await Deedbook.run(["agreements"], in: environment) == status)
        let text = errors.withLock { $0 }
        #expect(text.hasPrefix("error: ") && text.contains(words) && text.contains("\nhint: "))
        #expect(
            await Deedbook.run(["diff", "a", "2025-01-01", "2025-01-02"], in: environment)
                == status)
    }

    @Test func `a book that cannot be made has a status of its own`() async {
        var environment = Console().environment()
        environment.openStore = { path, _ throws(DeedbookError) in
            throw .inaccessible(path: path, detail: "read-only folder")
        }
        let folder = Fixture.folder.appendingPathComponent("tern").path
        #expect(await Deedbook.run(["record", folder], in: environment) == 73)
    }

    @Test func `a reader that goes away is no reason to complain`() async throws {
        let errors = Mutex("")
        var environment = try await Fixture.tern.console().environment()
        environment.output = OutputStream { _ throws(OutputFailure) in throw .closed }
        environment.errors = OutputStream { text in errors.withLock { $0 += text } }
        #expect(await Deedbook.run(["log"], in: environment) == 141)
        #expect(errors.withLock { $0 } == "")
    }

    @Test func `an answer that cannot be written is reported`() async throws {
        let errors = Mutex("")
        var environment = try await Fixture.tern.console().environment()
        environment.output = OutputStream { _ throws(OutputFailure) in throw .refused(code: 28) }
        environment.errors = OutputStream { text in errors.withLock { $0 += text } }
        #expect(await Deedbook.run(["log"], in: environment) == 74)
        let words = String(cString: strerror(28))
        #expect(
            errors.withLock { $0 }.hasPrefix("error: cannot write the answer: \(words)\nhint: "))
    }

    @Test(arguments: [["--version"], ["--help"], ["help", "diff"], ["terms", "-h"]])
    func `help and version open no book`(arguments: [String]) async {
        let result = await Console().run(arguments)
        #expect(result.status == 0 && !result.output.isEmpty && result.errors.isEmpty)
    }

    /// What is asked, and whether anything is found.
    @Test(arguments: [
        ("agreements", true), ("agreements --after zzz", false), ("log", true),
        ("terms tern-mill --on 2025-04-03", true), ("terms tern-mill --on 2001-01-01", false),
        ("timeline tern-mill", true), ("instruments tern-mill --on 2025-04-03", true),
        ("calendar --from 2001-01-01 --to 2001-01-02", false),
        ("diff tern-mill 2025-02-28 2025-03-02", true),
        ("diff tern-mill 2025-03-02 2025-03-02", false), ("conflicts", false),
        ("find kind=royalty", true), ("find kind=non-compete", false),
    ])
    func `an answer is status 0, and with --exit-code 1 where something is found`(
        line: String, isFound: Bool
    ) async throws {
        let console = try await Fixture.tern.console()
        let words = line.split(separator: " ").map(String.init)
        for format in ["text", "json", "csv"] {
            let words = words + ["--format", format]
            let plain = await console.run(words)
            #expect(plain.status == 0, "\(plain)")
            let asked = await console.run(words + ["--exit-code"])
            #expect(asked.status == (isFound ? 1 : 0), "\(asked)")
            #expect(asked.output == plain.output)
        }
    }

    @Test func `help and the page of the module state every status as the code has it`()
        async throws
    {
        let csv = await Console().run(["exit-status", "--format", "json"]).output
        let statuses = try #require(
            JSONSerialization.jsonObject(with: Data(csv.utf8)) as? [String: Any])
        let all = try #require(statuses["statuses"] as? [[String: Any]])
        #expect(all.count > 10)
        let rows = all.map { "| \($0["status"] ?? "") | \($0["meaning"] ?? "") |" }

        let help = await Console().run(["help", "exit-status"]).output
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for status in all {
            #expect(help.contains("\(status["status"] ?? ""): \(status["meaning"] ?? "")"))
        }

        let file = Fixture.root.appendingPathComponent(
            "Sources/DeedbookCommands/DeedbookCommands.docc/DeedbookCommands.md")
        let lines = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n")
        let isRow = { (line: String) in
            line.hasPrefix("| ") && line.dropFirst(2).first?.isNumber ?? false
        }
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            let first = try #require(lines.firstIndex(where: isRow))
            let page = lines[..<first] + rows + lines[first...].drop(while: isRow)
            try Data(page.joined(separator: "\n").utf8).write(to: file)
            return
        }
        #expect(lines.filter(isRow) == rows, "RECORD_GOLDEN=1 swift test --filter ExitStatusTests")
    }
}
