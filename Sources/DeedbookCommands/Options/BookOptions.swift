import ArgumentParser
import EventStore
import Ledger
import Questions

/// Which book a command works on.
struct BookOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The book; else the variable DEEDBOOK_BOOK, else ./book.deedbook.", valueName: "file"))
    var book: String?

    static let defaultPath = "./book.deedbook"

    func path(in environment: CommandEnvironment) -> String {
        book ?? environment.variable("DEEDBOOK_BOOK") ?? Self.defaultPath
    }

    /// The book, to be read.
    func opened(in environment: CommandEnvironment) throws -> Book {
        Book(store: try store(.readOnly, in: environment))
    }

    /// The book, to be read; an empty one where there is none yet.
    func openedOrEmpty(in environment: CommandEnvironment) throws -> Book {
        guard environment.bookExists(path(in: environment)) else {
            return Book(store: InMemoryStore(clock: environment.clock))
        }
        return try opened(in: environment)
    }

    /// The store of a book that is there.
    func store(
        _ access: CommandEnvironment.Access, in environment: CommandEnvironment
    ) throws -> any TamperEvidentStore {
        let path = path(in: environment)
        guard environment.bookExists(path) else {
            throw DeedbookError(
                .missing, "there is no book at \(path)",
                hint: "make one with: deedbook record FOLDER --book \(path)")
        }
        return try store(at: path, access, in: environment)
    }

    /// The book, to be recorded in; made where there is none. What it derives is of the form of this version.
    func created(in environment: CommandEnvironment) async throws -> Book {
        let path = path(in: environment)
        let isNew = !environment.bookExists(path)
        do {
            let store = try store(at: path, .create, in: environment)
            if let store = store as? any DerivingStore {
                try await Rebuild(store: store, path: path, environment: environment)
                    .runWhereEarlier()
            }
            return Book(store: store)
        } catch let error as DeedbookError where isNew && error.kind == .inaccessible {
            throw DeedbookError.problems(.unwritable, error.problems())
        }
    }

    private func store(
        at path: String, _ access: CommandEnvironment.Access, in environment: CommandEnvironment
    ) throws -> any TamperEvidentStore {
        let store = try environment.openStore(path, access)
        if let unseen = store.unseen {
            try environment.errors.say("warning: \(unseen)")
        }
        return store
    }
}
