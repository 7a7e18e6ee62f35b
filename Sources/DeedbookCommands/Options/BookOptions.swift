import ArgumentParser
import EventStore
import Ledger
import Questions

/// Which book a command works on.
struct BookOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Book file (default: $DEEDBOOK_BOOK, then ./book.deedbook).", valueName: "file"))
    var book: String?

    @Option(
        help: ArgumentHelp(
            "A checkpoint you kept, which the book must continue, or a policy of keys that must "
                + "have signed it. Repeatable.", valueName: "file"))
    var trust: [String] = []

    @Flag(
        help: "Accept the book as it is now, although it does not continue the one you read before."
    )
    var acceptRollback = false

    static let defaultPath = "./book.deedbook"

    func path(in environment: CommandEnvironment) -> String {
        book ?? environment.settings.value(\.book) ?? Self.defaultPath
    }

    /// The book, to be read.
    func opened(in environment: CommandEnvironment) async throws -> Book {
        Book(store: try await store(.readOnly, in: environment))
    }

    /// The store of a book that is there, and that this reader has no reason not to believe. An audit gets it
    /// whatever it is, and reports itself what is wrong with it.
    func store(
        _ access: CommandEnvironment.Access, in environment: CommandEnvironment
    ) async throws -> any TamperEvidentStore {
        try await believed(access, in: environment).store
    }

    /// The same, with what it was held to; an audit's is held to nothing yet.
    func believed(
        _ access: CommandEnvironment.Access, in environment: CommandEnvironment
    ) async throws -> (store: any TamperEvidentStore, grounds: BookGrounds?) {
        let path = path(in: environment)
        guard environment.bookExists(path) else {
            throw DeedbookError(
                .missing, "there is no book at \(path)",
                hint: "make one with: deedbook record FOLDER --book \(path)")
        }
        let store = try store(at: path, access, in: environment)
        guard access != .audit else { return (store, nil) }
        let grounds = try grounds(in: environment)
        try await grounds.check(store)
        if access == .readOnly { try await reportUnread(store, at: path, in: environment) }
        return (store, grounds)
    }

    /// Says why an answer takes longer than it should.
    private func reportUnread(
        _ store: any TamperEvidentStore, at path: String, in environment: CommandEnvironment
    ) async throws {
        // Where that cannot be known, what needs the tables says why.
        guard let deriving = store as? any DerivingStore,
            let unread = try? await deriving.unreadTables()
        else { return }
        try environment.errors.say(
            "note: \(path) is read from its events, of which all are looked at first: \(unread)")
    }

    /// What the book is held to. Where that is what this reader remembers and nothing can be remembered, it is said.
    ///
    /// - Parameter remembering: whether the command looks at what is remembered, or adds to it.
    func grounds(
        in environment: CommandEnvironment, remembering: Bool = true
    ) throws -> BookGrounds {
        let grounds = try BookGrounds(
            path(in: environment), files: trusted(in: environment), acceptsRollback: acceptRollback,
            in: environment)
        if remembering, trusted(in: environment).isEmpty, !environment.memory.isKept {
            // A note that cannot be written keeps no command from its work.
            try? environment.errors.say(
                "note: nothing is remembered of the books that are read, for neither XDG_STATE_HOME nor HOME names a "
                    + "folder: an older copy in the place of a book is not noticed; set XDG_STATE_HOME, or "
                    + "give a checkpoint that you kept: --trust FILE")
        }
        return grounds
    }

    /// The files that the book is held to.
    func trusted(in environment: CommandEnvironment) -> [String] {
        trust.isEmpty ? environment.settings.value(\.trust) ?? [] : trust
    }

    /// The store of a book to be recorded in; made where there is none. What it derives is of the form of this version.
    ///
    /// - Parameter grounds: what it is held to, and by which it is remembered.
    func created(
        heldTo grounds: BookGrounds, in environment: CommandEnvironment
    ) async throws -> any TamperEvidentStore {
        let path = path(in: environment)
        let isNew = !environment.bookExists(path)
        if isNew { try grounds.checkNew() }
        do {
            let store = try store(at: path, .create, in: environment)
            // What was remembered of a book that was there before is not of the new one.
            if isNew {
                try await grounds.remember(store, isNew: true)
            } else {
                try await grounds.check(store)
            }
            if let store = store as? any DerivingStore {
                try await Rebuild(store: store, path: path, environment: environment)
                    .runWhereEarlier()
            }
            return store
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
