public import EventStore
import Ledger
import Notation
public import Terms

/// Everything a command needs from outside: the store, the clock, the streams, the variables.
///
/// Commands name no backend and no device; `deedbook` gives them the real ones, tests their own.
public struct CommandEnvironment: Sendable {
    /// What a command wants to do with a book.
    public enum Access: Hashable, Sendable {
        case readOnly
        /// Read only, to find what is wrong with it.
        case audit
        case readWrite
        /// Read and write; a book that is not there is made.
        case create
    }

    /// Opens the book at a path.
    public var openStore: @Sendable (String, Access) throws(DeedbookError) -> any TamperEvidentStore
    /// Whether there is a book at a path.
    public var bookExists: @Sendable (String) -> Bool
    /// What is done with books as files.
    public var books: BookFiles
    public var witnesses: WitnessAccess
    /// What this reader saw of books before.
    public var memory: ReaderMemory
    /// The files beside the book.
    public var files: FileAccess
    /// That many random bytes, for keys and salts.
    public var random: @Sendable (Int) -> [UInt8]
    /// States the instant now.
    public var clock: @Sendable () -> Instant
    /// The variables of the process: `DEEDBOOK_BOOK`, `NO_COLOR`, ….
    public var variables: [String: String]
    public var output: OutputStream
    public var errors: OutputStream
    /// Starts the program that shows long answers, which is a command line of the shell; nil where none is started.
    public var startPager: @Sendable (_ command: String) -> Pager? = { _ in nil }
    /// What is set for every command; read where a command line is run.
    var settings = Settings()

    public init(
        openStore:
            @escaping @Sendable (String, Access) throws(DeedbookError) -> any TamperEvidentStore,
        bookExists: @escaping @Sendable (String) -> Bool,
        books: BookFiles,
        witnesses: WitnessAccess,
        memory: ReaderMemory,
        files: FileAccess,
        random: @escaping @Sendable (Int) -> [UInt8],
        clock: @escaping @Sendable () -> Instant,
        variables: [String: String],
        output: OutputStream,
        errors: OutputStream
    ) {
        self.openStore = openStore
        self.bookExists = bookExists
        self.books = books
        self.witnesses = witnesses
        self.memory = memory
        self.files = files
        self.random = random
        self.clock = clock
        self.variables = variables
        self.output = output
        self.errors = errors
    }

    /// The environment of the command that runs in this task.
    @TaskLocal static var bound: CommandEnvironment?

    /// - Throws: an internal failure outside `Deedbook.run`.
    static var current: CommandEnvironment {
        get throws {
            guard let bound else {
                throw DeedbookError(.fault, "a command ran without its environment")
            }
            return bound
        }
    }

    /// The value of a variable that is set and not empty.
    func variable(_ name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Who records, unless a flag says otherwise.
    var recorder: String { settings.value(\.recorder) ?? variable("USER") ?? "unknown" }
}

/// One of the two streams a command writes to.
public struct OutputStream: Sendable {
    /// Writes all of a text as it stands, such as an answer that is rendered already; throws where the other end is
    /// gone or full.
    public var write: @Sendable (String) throws(OutputFailure) -> Void
    public var isTerminal: Bool
    /// Its columns, where it is a terminal.
    public var width: Int?

    public init(
        isTerminal: Bool = false, width: Int? = nil,
        write: @escaping @Sendable (String) throws(OutputFailure) -> Void
    ) {
        self.write = write
        self.isTerminal = isTerminal
        self.width = width
    }
}

extension OutputStream {
    /// Writes a sentence of ours in a line of its own.
    ///
    /// Whatever it repeats of a name, a path or a file can neither steer the terminal, nor reorder or hide anything, nor
    /// begin another line; of what is very long the middle is left out.
    func say(_ sentence: String) throws(OutputFailure) {
        try write(SafeText.oneLine(SafeText.shortened(sentence)) + "\n")
    }
}

/// Why nothing more can be written.
public enum OutputFailure: Error, Hashable, Sendable {
    /// No one reads any more, as after `| head`: no reason to complain.
    case closed
    /// The device refused, with the system's number for the error.
    case refused(code: Int32)
}
