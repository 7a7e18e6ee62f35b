import Amendments
import ArgumentParser
import Audit
import EventStore
import Ledger
import Questions
import Rendering
import Transparency

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the book to a new file while others write to it.",
        discussion: """
            The copy is the whole book as of one moment, on disk, or no copy is made. Every event is \
            checked first, and the copy is read back once to compare its tree with the book's. A damaged \
            book is not copied. Documents that the book names are copied from FILE.documents beside the \
            book to the same folder beside the copy; one that is missing, altered or not readable is named \
            and not copied. Keep the private key elsewhere.

            Example:
              deedbook backup /mnt/usb/book-2026-05-12.deedbook
            """)

    @Argument(help: ArgumentHelp("The new file.", valueName: "file"))
    var copy: String

    @OptionGroup var bookOptions: BookOptions

    @Option(help: "Output format: text or json.")
    var format: AnswerFormat = .preferred(else: .text)

    func run() async throws {
        let environment = try CommandEnvironment.current
        let store = try await bookOptions.store(.readOnly, in: environment)
        let path = bookOptions.path(in: environment)
        guard !environment.bookExists(copy) else { throw FileFailure.exists.writing(copy) }
        try await checkRows(of: store, environment)
        let recalled = environment.recalled(of: copy)
        let book = Book(store: store)
        var carrying = Carrying(from: path, to: copy, environment)
        _ = try carrying.carry(try await book.documents())
        do {
            try await environment.books.backUp(path, copy)
        } catch .inaccessible(_, let detail) {
            throw FileFailure.refused(detail).writing(copy)
        }
        let head = try await checked(store, environment)
        // What was remembered of a book of that name is not of this one; what was remembered since is.
        try environment.remember(head, of: copy, insteadOf: recalled)
        // With those that were recorded meanwhile.
        let carried = try carrying.carry(try await book.documents())
        switch format {
        case .text:
            try environment.output.say("backed up \(path) to \(copy): \(head.size) events")
            try environment.output.say("root \(head.root.base64)")
            try carried.say(in: environment)
            try environment.output.say("audit the copy with: deedbook verify --book \(copy)")
        case .json:
            try carried.warn(in: environment)
            try environment.output.write(
                BackupJSON.render(copy, head: head, carried.counts))
        }
    }

    /// Throws where an event of the book is not what it should be.
    private func checkRows(
        of store: any TamperEvidentStore, _ environment: CommandEnvironment
    ) async throws {
        var rows = try await CheckedRows(of: store)
        var progress = Progress("checking", of: rows.tree.size, in: environment)
        defer { progress.finish() }
        while let page = try await rows.next() {
            progress.reach(page.last?.position ?? 0, of: rows.tree.size)
        }
    }

    /// The copy's tree, which is the book's own at that size.
    private func checked(
        _ store: any TamperEvidentStore, _ environment: CommandEnvironment
    ) async throws(DeedbookError) -> Checkpoint {
        let twin = try environment.openStore(copy, .readOnly)
        let head = try await twin.checkpoint(at: nil)
        if try await store.checkpoint(at: head.size) == head { return head }
        throw DeedbookError(
            .inaccessible, "the copy \(copy) is not what the book is",
            hint: "do not rely on it; look at the disk, and audit the book with: deedbook verify")
    }
}
