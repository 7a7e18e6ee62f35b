import ArgumentParser
import EventStore
import Journal
import Ledger
import Questions

/// Drafts that a question takes for recorded.
struct DraftOptions: ParsableArguments {
    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            "Answer as if this file or folder were recorded; nothing is written. "
                + "Repeatable.",
            valueName: "draft"))
    var drafts: [String] = []

    /// The book to be asked, with the drafts read from their files.
    ///
    /// With drafts, a book that is not there is an empty one.
    func inquirer(
        _ options: AskedBookOptions, in environment: CommandEnvironment
    ) async throws -> Inquirer {
        guard !drafts.isEmpty else { return try await options.inquirer(in: environment) }
        let reading = Journal.read(paths: drafts)
        if let failure = DeedbookError(reading) { throw failure }
        let batch = Batch(
            drafts: reading.drafts, recorder: environment.recorder, environment: environment)
        return try await options.inquirer(with: batch, in: environment)
    }
}
