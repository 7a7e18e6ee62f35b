import ArgumentParser
import Journal
import Ledger

/// Drafts that a question takes for recorded.
struct DraftOptions: ParsableArguments {
    @Option(
        name: .customLong("with"),
        help: ArgumentHelp(
            "Answer as if this file, or folder of files, were recorded too; nothing is written. "
                + "May be given more than once.",
            valueName: "draft"))
    var drafts: [String] = []

    /// The book to be asked: with the drafts on top, where there are any.
    ///
    /// A draft that could not be recorded is refused as `record` refuses it.
    func book(_ options: BookOptions, in environment: CommandEnvironment) async throws -> Book {
        guard !drafts.isEmpty else { return try options.opened(in: environment) }
        let reading = Journal.read(paths: drafts)
        if let failure = CommandFailure(reading) { throw failure }
        let batch = Batch(
            drafts: reading.drafts, recorder: environment.recorder, environment: environment)
        return try await batch.proposal(on: try options.openedOrEmpty(in: environment))
    }
}
