import Algorithms
import Amendments
import ArgumentParser
import Ledger
import Questions
import Rendering
import Terms

struct ShowCommand: AsyncParsableCommand, Paged {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one recording: its instrument, and what it changed.",
        discussion: """
            The redline compares the book before the recording and with it, on the last date on which \
            something in it takes effect. With --events it shows the recording's sources and events as \
            they were written.

            The documents behind its sources are looked up beside the book: each is present, missing, \
            altered or redacted.

            In a table or CSV a row is a change, or with --events an event.

            Example:
              deedbook show 2026-04-27-revised-agreement
            """)

    @Argument(
        help: "Key of the recording, its beginning, or its title (list them with: deedbook log).",
        completion: Completion.recordings)
    var recording: String

    @Flag(help: "Show its sources, its documents and its events in place of what it changed.")
    var events = false

    @OptionGroup var detail: DetailOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var pages: PageOption
    @OptionGroup var output: TableOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await bookOptions.inquirer(in: environment)
        let key = try await inquirer.recording(recording)
        let shown = try await inquirer.answer(ShowQuestion(key))
        let documents = DocumentFolder(
            beside: bookOptions.path(in: environment), in: environment
        )
        .report(on: shown.content.documents)
        var options = output.layout.text(in: environment)
        detail.apply(to: &options)
        switch output.format {
        case .json: try environment.output.write(RecordingJSON.render(shown, documents))
        case .text where events:
            try environment.output.write(
                RecordingText.render(shown, documents, options: options))
        case .text:
            try environment.output.write(
                RecordingText.render(
                    shown, documents, changing: try await changes(of: shown, inquirer),
                    options: options))
        case .table where events, .csv where events:
            try output.write(RecordingRows.of(shown), in: environment)
        case .table, .csv:
            try output.write(
                RedlineRows.of(try await changes(of: shown, inquirer)), in: environment)
        }
    }

    /// What it changed in each agreement that it touches, in the order in which it touches them.
    private func changes(
        of shown: Answer<ShowQuestion>, _ inquirer: Inquirer
    ) async throws -> [Redline] {
        var redlines: [Redline] = []
        for agreement in shown.content.recording.events.map(\.agreement).uniqued() {
            let question = DiffQuestion(of: agreement, .changedBy(shown.question.recording))
            redlines.append(try await inquirer.answer(question).content)
        }
        return redlines
    }
}
