import Amendments
import EventStore
import Journal
import Ledger
import Notation
import Questions
import Rendering
import Terms
import Transparency

/// What files of another form were read as: a spreadsheet, releases of a public contract.
protocol ForeignReading: Sendable {
    /// The recordings in the order in which they are recorded.
    var drafts: [Journal.Draft] { get }
    /// Everything that is wrong with the files by themselves.
    var problems: [Problem] { get }
    /// What could not be read.
    var unread: Unread { get }

    /// How many of its parts are valid, duplicate and invalid.
    ///
    /// - Parameter problems: what else is wrong with them.
    func summary(with problems: [Problem]) -> String

    /// The same problems, in the words of the form: by row and column, by pointer.
    func placed(_ problems: [Problem]) -> [Problem]

    /// What a recording says otherwise than the one that is in the book under its key; empty where they are the same.
    func changes(of draft: Journal.Draft, since recorded: [RecordedEvent]) -> [Problem]
}

extension TableReading: ForeignReading {}

/// Records files of another form: all of them, or nothing; what is in the book already is left as it is.
struct ForeignImport {
    let recorder: RecorderOptions
    let bookOptions: AskedBookOptions
    let detail: DetailOptions
    let output: OutputOptions
    let environment: CommandEnvironment
    let signer: SigningKey?
    /// The book as it is; nil where there is none yet.
    let book: Book?
    /// Where it ends: what is checked is recorded after that alone.
    private let head: Position?

    init(
        _ recorder: RecorderOptions, _ bookOptions: AskedBookOptions, _ detail: DetailOptions,
        _ output: OutputOptions
    ) async throws {
        let environment = try CommandEnvironment.current
        self.recorder = recorder
        self.bookOptions = bookOptions
        self.detail = detail
        self.output = output
        self.environment = environment
        signer = try recorder.signer(in: environment)
        let hasBook = environment.bookExists(bookOptions.book.path(in: environment))
        book = hasBook ? try await bookOptions.book.opened(in: environment) : nil
        head = try await book?.head()
    }

    /// Checks what was read, and records it or shows the redline that it would cause.
    ///
    /// - Parameters:
    ///   - file: what the last line of a refusal is placed in.
    ///   - remarks: what is said beside it, a line each.
    func finish(
        _ reading: some ForeignReading, in file: String, remarks: [String] = [], dryRun: Bool
    ) async throws {
        let (fresh, changed) = try await compare(reading)
        let batch = recorder.batch(of: fresh, signedBy: signer, in: environment)
        let others =
            fresh.isEmpty ? [] : try await batch.problems(against: book, unread: reading.unread)
        let problems = Self.inOrder(reading.problems + changed + reading.placed(others))
        guard problems.isEmpty else { throw Self.refusal(reading, problems, in: file) }
        if output.format == .text {
            if dryRun { try environment.output.say(reading.summary(with: [])) }
            for remark in remarks { try environment.output.say(remark) }
        }
        if dryRun {
            try await batch.showRedlines(of: bookOptions, detail, output)
        } else {
            try await record(batch, knownAlready: reading.drafts.count - fresh.count)
        }
    }

    /// The recordings that are not in the book yet, and what is wrong with those that are.
    private func compare(
        _ reading: some ForeignReading
    ) async throws(DeedbookError) -> (fresh: [Journal.Draft], changed: [Problem]) {
        guard let book else { return (reading.drafts, []) }
        var fresh: [Journal.Draft] = []
        var changed: [Problem] = []
        for draft in reading.drafts {
            let recorded = try await book.store.recording(draft.recording.key)
            if recorded.isEmpty {
                fresh.append(draft)
            } else {
                changed += reading.changes(of: draft, since: recorded)
            }
        }
        return (fresh, changed)
    }

    /// In the order of the files.
    private static func inOrder(_ problems: [Problem]) -> [Problem] {
        problems.enumerated().sorted { one, other in
            if one.element.stands(before: other.element) { return true }
            return !other.element.stands(before: one.element) && one.offset < other.offset
        }.map(\.element)
    }

    private static func refusal(
        _ reading: some ForeignReading, _ problems: [Problem], in file: String
    ) -> DeedbookError {
        var note = Problem(
            "\(reading.summary(with: problems)); nothing was recorded", file: file)
        note.isNote = true
        let more = problems.count - Self.problemLimit
        guard more > 0 else { return .problems(.invalid, problems + [note]) }
        var rest = Problem(
            "\(more) more problems are not shown", hint: "correct these first", file: file)
        rest.isNote = true
        return .problems(.invalid, problems.prefix(Self.problemLimit) + [rest, note])
    }

    /// How many problems are shown: a file of something else has several a row.
    private static let problemLimit = 1_000

    // MARK: Recording

    private func record(_ batch: Batch, knownAlready known: Int) async throws {
        let path = bookOptions.book.path(in: environment)
        guard !batch.drafts.isEmpty else {
            if output.format == .json {
                try environment.output.write(ReceiptsJSON.render([]))
            } else {
                try environment.output.say("\(known) already recorded in \(path); nothing changed")
            }
            return
        }
        let grounds = try bookOptions.book.grounds(in: environment)
        let store = try await bookOptions.book.created(heldTo: grounds, in: environment)
        let book = Book(store: store)
        try await recorder.checkClock(before: batch, in: book)
        // All of it was checked against the book as it was: where someone appended since, nothing is recorded.
        let receipts = try await batch.record(wholeIn: book, checkedAt: head ?? Position(0))
        try await grounds.remember(store)
        switch output.format {
        case .json: try environment.output.write(ReceiptsJSON.render(receipts))
        case .text:
            let lines = RecordedText(of: receipts, in: path)
                .lines(alreadyRecorded: known, isWhole: detail.full)
            for line in lines { try environment.output.say(line) }
        }
    }
}
