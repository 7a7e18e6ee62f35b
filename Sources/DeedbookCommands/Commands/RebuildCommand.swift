import ArgumentParser
import EventStore
import Ledger
import Rendering

struct RebuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Rebuild the derived tables of the book from its events.",
        discussion: """
            The pieces that find answers from are made beside those that stand, which are then \
            replaced in one transaction. Appends go on meanwhile. Stopped before its end for any reason, \
            it leaves the pieces as they were; run it again.

            The first recording in a book of an earlier version does the same by itself. Where a \
            table must be made for it, a copy of the book is kept beside it first.

            Example:
              deedbook rebuild
            """)

    @OptionGroup var bookOptions: BookOptions

    @Option(help: "Output format: text or json.")
    var format: AnswerFormat = .preferred(else: .text)

    func run() async throws {
        let environment = try CommandEnvironment.current
        let path = bookOptions.path(in: environment)
        let store = try await bookOptions.store(.readWrite, in: environment)
        guard let store = store as? any DerivingStore else {
            throw DeedbookError(
                .usage, "the book at \(path) keeps no derived tables", hint: "nothing to rebuild")
        }
        let count = try await Rebuild(store: store, path: path, environment: environment).run()
        switch format {
        case .text:
            try environment.output.say(
                "rebuilt the pieces of \(count) \(count == 1 ? "agreement" : "agreements")")
        case .json: try environment.output.write(RebuiltJSON.render(count))
        }
    }
}
