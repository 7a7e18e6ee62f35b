import ArgumentParser
import EventStore
import Journal
import Ledger
import Notation
import Rendering

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check files, or folders of them, without recording anything.",
        discussion: """
            Shows every problem with file, line and column: of the format, and of what the \
            recordings say, taken one after the other after what the book holds, if there is a book; all \
            of them at once, by file and line. \
            Where a file cannot be read in full, what can be read of it is checked all the same. \
            YAML may be written as people write: USD 500,000, 2 years, [eu, us], 31 March 2026.

            Example:
              deedbook check Events
            """)

    @Argument(help: ArgumentHelp("YAML files, JSON Lines files, or folders.", valueName: "file"))
    var files: [String]

    @OptionGroup var bookOptions: BookOptions

    @Option(help: "The format of the answer: text or json.")
    var format: AnswerFormat = .text

    func run() async throws {
        let environment = try CommandEnvironment.current
        let reading = Journal.read(paths: files)
        let path = bookOptions.path(in: environment)
        let hasBook = environment.bookExists(path)
        let book = hasBook ? try await bookOptions.opened(in: environment) : nil
        let batch = Batch(drafts: reading.asFarAsRead, recorder: "check", environment: environment)
        let found = try await batch.problems(against: book, unread: reading.unread)
        let unread = DeedbookError(reading)
        let problems = ((unread?.problems() ?? []) + found).sorted { $0.stands(before: $1) }
        guard problems.isEmpty else {
            throw DeedbookError.problems(unread?.kind ?? .invalid, problems)
        }
        let count = reading.drafts.count
        switch format {
        case .text:
            let noun = count == 1 ? "recording" : "recordings"
            let against = hasBook ? " with the book \(path)" : ""
            try environment.output.say("\(count) \(noun), no problems\(against)")
            if let files = Self.reworded(reading) { try environment.output.say(files) }
        case .json:
            try environment.output.write(CheckedJSON.render(count, with: hasBook ? path : nil))
        }
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
