import Amendments
import ArgumentParser
import EventStore
import Journal
import Ledger
import Questions
import Rendering
import Terms
import Transparency

struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record",
        abstract: "Record files or folders of them in the book.",
        discussion: """
            Each file is one recording. It is checked against the whole book and appended as a whole or \
            not at all. Files are recorded in the order of their dates of disclosure. A recording that is \
            in the book already is skipped, so the command may be repeated. The book is created if there \
            is none. With --sign-with each recording carries the recorder's own signature, which the \
            keeper of the book cannot make.

            A document that a source names (file and sha256) is copied beside the book, into \
            BOOK.documents, once its recording is in the book. Where an event that names a document is \
            redacted, the copy is removed; what cannot be removed now is removed by the next record.

            Each recording is dated by this machine's clock, and never before the previous one. A clock \
            more than a year ahead of the last recording is refused: set it, or give --accept-clock if the \
            book was not used for that long. verify lists where that was done.

            Example, first to see what would change and then to record it:
              deedbook record Events --dry-run
              deedbook record Events
              deedbook record Events --sign-with ana.key
            """)

    @Argument(
        help: ArgumentHelp("YAML files, JSON Lines files, or folders of them.", valueName: "file"))
    var files: [String]

    @Flag(help: "Show what would change today; write nothing.")
    var dryRun = false

    @OptionGroup var recorder: RecorderOptions

    @Option(
        help: ArgumentHelp(
            "Record only where nothing was recorded after this position in the agreements it touches: "
                + "what you looked at is what it changes.", valueName: "position"))
    var expect: PositionArgument?

    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var detail: DetailOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        if expect != nil, dryRun {
            throw ValidationError("--expect is for recording; --dry-run records nothing")
        }
        try recorder.check(isDryRun: dryRun)
        try bookOptions.asOf.check(isDryRun: dryRun)
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let signer = try recorder.signer(in: environment)
        let reading = Journal.read(paths: files)
        if let failure = DeedbookError(reading) { throw failure }
        // A book is made for what is recorded in it.
        guard !reading.drafts.isEmpty else { throw DeedbookError.nothing(to: "record", in: files) }
        let batch = recorder.batch(of: reading.drafts, signedBy: signer, in: environment)
        if dryRun {
            try await batch.showRedlines(of: bookOptions, detail, output)
        } else {
            try await record(batch, in: environment)
        }
    }

    private func record(_ batch: Batch, in environment: CommandEnvironment) async throws {
        let path = bookOptions.book.path(in: environment)
        let grounds = try bookOptions.book.grounds(in: environment)
        let store = try await bookOptions.book.created(heldTo: grounds, in: environment)
        let book = Book(store: store)
        try await recorder.checkClock(before: batch, in: book)
        let (receipts, documents) = try await DocumentKeeping(of: batch, in: book, at: path)
            .recording { try await batch.record(in: book, expecting: expect?.position) }
        try await grounds.remember(store)
        switch output.format {
        case .json: try environment.output.write(ReceiptsJSON.render(receipts))
        case .text:
            let fresh = receipts.filter { !$0.isRepeated }
            let known = receipts.count - fresh.count
            let lines =
                fresh.isEmpty
                ? [Self.nothingNew(known, in: path)]
                : RecordedText(of: fresh, in: path)
                    .lines(alreadyRecorded: known, isWhole: detail.full)
            for line in lines { try environment.output.say(line) }
        }
        try documents.report(in: environment)
        if receipts.last?.leavesRedactedBytes ?? false {
            try environment.errors.say(Self.leftBytes(in: path))
        }
        if let warning = Self.clockBehind(environment.clock(), after: receipts) {
            try environment.errors.say(warning)
        }
    }

    /// What is recorded by a clock that is behind keeps the instant of the recording before it.
    private static func clockBehind(_ now: Instant, after receipts: [Receipt]) -> String? {
        guard let last = receipts.last(where: { !$0.isRepeated })?.recordedAt,
            last.microseconds - now.microseconds > ClockLimits.skew
        else { return nil }
        return
            "warning: the clock of this machine says \(now.toTheSecond), which is before the last recording: "
            + "what was recorded has its instant, \(last.toTheSecond); set the clock (see deedbook doctor)"
    }

    /// What is redacted is out of the book for its readers, and not yet out of its files.
    private static func leftBytes(in path: String) -> String {
        "warning: bytes of what was redacted may stay in \(path)-wal while another process "
            + "reads the book; the next command that writes to it once that process has ended "
            + "erases them (see deedbook doctor)"
    }

    private static func nothingNew(_ known: Int, in path: String) -> String {
        known == 1
            ? "the recording was in \(path) already; nothing changed"
            : "all \(known) recordings were in \(path) already; nothing changed"
    }
}
