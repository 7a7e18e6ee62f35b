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
            Shows every problem of all files at once, with file, line and column: of the format, and of \
            what the recordings state after what is in the book, if there is a book. A file that cannot be \
            read in full is checked as far as it can be read. Undefined calendars and figures with nearly \
            the same name are remarked. YAML may be written as people write: USD 500,000, 2 years, [eu, \
            us], 31 March 2026.

            Example:
              deedbook check Events
            """)

    @Argument(
        help: ArgumentHelp("YAML files, JSON Lines files, or folders of them.", valueName: "file"))
    var files: [String]

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
        let remarks = try await batch.looseNames(in: book, unread: reading.unread).remarks
        let unread = DeedbookError(reading)
        let problems = Self.together(unread?.problems() ?? [], found)
        guard problems.isEmpty else {
            throw DeedbookError.problems(
                unread?.kind ?? .invalid,
                (problems + remarks).sorted { $0.stands(before: $1) })
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
