import ArgumentParser
import Audit
import EventStore
import Rendering
import Transparency

struct TilesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tiles",
        abstract: "Write the files from which any web server serves the book as a public log.",
        discussion: """
            The folder has the newest signed checkpoint, the tiles of the tree, and the entries in \
            bundles of 256 (C2SP tlog-tiles): a reader can compute every proof from it. An entry \
            names the instrument, its sources with their quotes, and the recorder; payloads are not in \
            it, only their digests.

            The whole book is checked first. A later run writes only what is new; a tile is never changed, \
            and the checkpoint is replaced last. Nothing is removed: a partial tile (in a folder *.p) may \
            be deleted once the full one exists. A folder of another log is refused, and a second writer \
            waits.

            Example:
              deedbook checkpoint --key book.key
              deedbook tiles public/book
            """)

    @Argument(help: ArgumentHelp("Folder; it is created if missing.", valueName: "folder"))
    var out: String

    @OptionGroup var bookOptions: BookOptions

    @Option(help: "Output format: text or json.")
    var format: AnswerFormat = .preferred(else: .text)

    func run() async throws {
        let environment = try CommandEnvironment.current
        let store = try await bookOptions.store(.readOnly, in: environment)
        let folder = try TileFolder(out, of: store.origin, in: environment)
        var book = try await checked(store, environment)
        let claim = try folder.claimed()
        defer { claim.release() }
        // Another one may have served meanwhile what was signed meanwhile.
        if try folder.serves(moreThan: book) { book = try await checked(store, environment) }
        let (written, kept) = try await folder.write(book)
        let head = book.checkpoint.checkpoint
        switch format {
        case .text:
            try environment.output.say(
                "\(out) serves \(head.origin) through #\(head.size): \(written) files written, "
                    + "\(kept) there already")
        case .json:
            try environment.output.write(
                TilesJSON.render(out, head: head, written: written, kept: kept))
        }
    }

    private func checked(
        _ store: any TamperEvidentStore, _ environment: CommandEnvironment
    ) async throws(DeedbookError) -> TiledBook {
        var progress = Progress("checking", of: 0, in: environment)
        defer { progress.finish() }
        return try await TiledBook(of: store) { read, total in progress.reach(read, of: total) }
    }
}
