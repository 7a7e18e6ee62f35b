import ArgumentParser
import EventStore
import Ledger
import Portfolio
import Rendering
import Synchronization

struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the book's derived tables again from its events.",
        discussion: """
            The pieces that find answers from are made beside those that stand, which are then \
            replaced in one transaction. Appends go on meanwhile. Stopped before its end, by whatever, \
            it leaves the pieces as they were; run it again.

            Example:
              deedbook rebuild
            """)

    @OptionGroup var bookOptions: BookOptions

    @Option(help: "The format of the answer: text or json.")
    var format: AnswerFormat = .text

    func run() async throws {
        let environment = try CommandEnvironment.current
        let path = bookOptions.path(in: environment)
        let store = try bookOptions.store(.readWrite, in: environment)
        guard let pieces = store as? any PortfolioStore else {
            throw DeedbookError(
                .usage, "the book at \(path) keeps no derived tables", hint: "nothing to rebuild")
        }
        let progress = Mutex(Progress("rebuilt agreements:", of: 0, in: environment))
        let agreements = Mutex(0)
        let isWhole = try await pieces.rebuildPieces { done, total in
            agreements.withLock { $0 = total }
            progress.withLock { $0.reach(done, of: total) }
        }
        progress.withLock { $0.finish() }
        guard isWhole else {
            throw DeedbookError(
                .temporary, "stopped before its end; the pieces are as they were",
                hint: "run it again: deedbook rebuild --book \(path)")
        }
        let count = agreements.withLock { $0 }
        switch format {
        case .text:
            try environment.output.write(
                "rebuilt the pieces of \(count) \(count == 1 ? "agreement" : "agreements")\n")
        case .json: try environment.output.write(RebuiltJSON.render(count))
        }
    }
}
