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
            await Deedbook.run(["diff", "a", "2025-01-01", "2025-01-02"], in: environment) == 2)
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
}
