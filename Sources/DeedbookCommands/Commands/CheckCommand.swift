import ArgumentParser
import EventStore
import Journal
import Ledger
import Notation
import Rendering

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check files or folders of them; record nothing.",
        discussion: """
            Shows the problems of all files with file, line and column, as many as one screen takes; --full \
            shows every one: of the format, and of what the recordings state after what is in the book, if \
            there is a book. A file that cannot be read in full is checked as far as it can be read. \
            Undefined calendars and figures with nearly the same name are remarked. YAML may be written as \
            people write: USD 500,000, 2 years, [eu, us], 31 March 2026.

            Example:
              deedbook check Events
            """)

    @Argument(
        help: ArgumentHelp("YAML files, JSON Lines files, or folders of them.", valueName: "file"))
    var files: [String]

    @Flag(help: "Show every problem, however many there are.")
    var full = false

    @OptionGroup var bookOptions: BookOptions

    @Option(help: "Output format: text or json.")
    var format: AnswerFormat = .preferred(else: .text)

    func run() async throws {
        let environment = try CommandEnvironment.current
        let reading = Journal.read(paths: files)
        guard !reading.drafts.isEmpty || !reading.isSound else {
            throw DeedbookError.nothing(to: "check", in: files)
        }
        let path = bookOptions.path(in: environment)
        let hasBook = environment.bookExists(path)
        let book = hasBook ? try await bookOptions.opened(in: environment) : nil
        let batch = Batch(drafts: reading.asFarAsRead, recorder: "check", environment: environment)
        let found = try await batch.problems(against: book, unread: reading.unread)
        let remarks = try await batch.undefinedNames(in: book, unread: reading.unread).remarks
        let unread = DeedbookError(reading)
        let problems = Self.together(unread?.problems() ?? [], found)
        guard problems.isEmpty else {
            let all = (problems + remarks).sorted { $0.stands(before: $1) }
            throw DeedbookError.problems(
                unread?.kind ?? .invalid,
                full || format == .json ? all : Self.onOneScreen(all))
        }
        let count = reading.drafts.count
        switch format {
        case .text:
            let noun = count == 1 ? "recording" : "recordings"
            let against = hasBook ? " with the book \(path)" : ""
            try environment.output.say("\(count) \(noun), no problems\(against)")
            if let files = Self.reworded(reading) { try environment.output.say(files) }
            for remark in remarks { try environment.output.write(remark.text) }
        case .json:
            try environment.output.write(
                CheckedJSON.render(count, with: hasBook ? path : nil, remarks: remarks))
        }
    }

    /// How many lines of a terminal problems take.
    private static let screen = 20

    /// As many problems as one screen takes, at least one, and how many others there are.
    private static func onOneScreen(_ problems: [Problem]) -> [Problem] {
        var height = 0
        let fitting = problems.prefix { problem in
            height += problem.text.split(separator: "\n").reduce(0) { $0 + ($1.count + 79) / 80 }
            return height <= screen
        }
        let shown = max(1, fitting.count)
        guard shown < problems.count else { return problems }
        let files = Set(problems.compactMap(\.file)).count
        var note = Problem(
            "\(problems.count) in all, in \(files) file\(files == 1 ? "" : "s"); "
                + "\(problems.count - shown) not shown", hint: "see every one with --full")
        note.isNote = true
        return problems.prefix(shown) + [note]
    }

    /// What could not be read and what cannot hold; of a value that may mean several things its readings alone.
    private static func together(_ unread: [Problem], _ found: [Problem]) -> [Problem] {
        let places = Set(unread.filter { $0.mark != nil }.compactMap(\.place))
        return unread + found.filter { $0.mark == nil || !places.contains($0.place ?? "") }
    }

    /// That some files are not written as they are recorded; nil where all are.
    private static func reworded(_ reading: Journal.Reading) -> String? {
        guard !reading.reworded.isEmpty else { return nil }
        let files = reading.reworded.prefix(3).joined(separator: ", ")
        let more = reading.reworded.count > 3 ? ", …" : ""
        return
            "understood, though not in the canonical form (deedbook tidy writes it): \(files)\(more)"
    }
}
