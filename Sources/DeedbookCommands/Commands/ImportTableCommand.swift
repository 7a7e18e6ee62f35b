import Amendments
import ArgumentParser
import EventStore
import Journal
import Ledger
import Notation
import Questions
import Rendering
import Terms
import Transparency

struct ImportTableCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-table",
        abstract: "Record a spreadsheet of terms: all of it, or nothing.",
        discussion: """
            FILE is CSV in UTF-8 (comma, semicolon or tab) with a header row and a row for each term or \
            change. Columns: agreement, title, zone, parties, instrument, instrument-kind, \
            instrument-number, signed, effective, disclosed, source, change, term, kind, lasts, clause, \
            note, currency, and any field of a term. The rows of one instrument become one recording. A \
            row that names a kind adds a term, one that does not amends it; otherwise the column change \
            says what it does. Cells of the instrument that are empty are those of the row above.

            Headers of others are matched with --map, a YAML file: columns, from their header to our name \
            or ignore, and values that every row has. Without one a guess is printed to start from. \
            Everything that is wrong is shown at once, by row and column, and nothing is recorded. What \
            is recorded already is left as it is; a row that has changed since is refused.

            A workbook (XLSX) is saved as CSV first. Excel: Save As, CSV UTF-8. LibreOffice: soffice \
            --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76' FILE.xlsx. Google Sheets: \
            File, Download, Comma-separated values. export --format csv writes such a table.

            Example, first to see what would change and then to record it:
              deedbook import-table terms.csv --map map.yaml --dry-run
              deedbook import-table terms.csv --map map.yaml
            """)

    @Argument(help: ArgumentHelp("The table, as CSV.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("What the headers of the table mean, in YAML.", valueName: "file"))
    var map: String?

    @Flag(help: "Show what would change, and write nothing.")
    var dryRun = false

    @OptionGroup var recorder: RecorderOptions
    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    /// A table has at most 64 MiB.
    private static let limit = 64 << 20

    func validate() throws { try recorder.check(isDryRun: dryRun) }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let signer = try recorder.signer(in: environment)
        let table = try table(in: environment)
        let hasBook = environment.bookExists(bookOptions.path(in: environment))
        let book = hasBook ? try await bookOptions.opened(in: environment) : nil
        let head = try await book?.head()
        let reading = table.reading(knowing: try await knowledge(of: table, in: book))
        if map == nil, let guess = table.guessedMap { try environment.output.write(guess) }
        let (fresh, changed) = try await compare(reading, with: book)
        let batch = recorder.batch(of: fresh, signedBy: signer, in: environment)
        let others =
            fresh.isEmpty
            ? [] : try await batch.problems(against: book, unread: reading.unread)
        let problems = Self.inOrder(reading.problems + changed + reading.placed(others))
        guard problems.isEmpty else {
            throw Self.refusal(reading, problems, in: file)
        }
        if dryRun {
            if output.format == .text { try environment.output.say(reading.summary()) }
            try await batch.showRedlines(of: bookOptions, output)
        } else {
            try await record(
                batch, knownAlready: reading.drafts.count - fresh.count, expecting: head,
                in: environment)
        }
    }

    // MARK: Reading

    private func table(in environment: CommandEnvironment) throws(DeedbookError) -> TermTable {
        let map = try map.map { path throws(DeedbookError) in
            try readMap(path, in: environment)
        }
        let bytes = try environment.files.read(file, "table", limit: Self.limit).bytes
        do throws(Problem) {
            return try TermTable(bytes, file: file, map: map ?? .own)
        } catch {
            throw .problems(.invalid, [error])
        }
    }

    private func readMap(
        _ path: String, in environment: CommandEnvironment
    ) throws(DeedbookError) -> TableMap {
        let bytes = try environment.files.read(path, "map").bytes
        var problems = Problems()
        guard let map = TableMap.read(bytes, &problems) else {
            throw .problems(.invalid, problems.all.map { $0.placed(in: path) })
        }
        return map
    }

    private func knowledge(
        of table: TermTable, in book: Book?
    ) async throws(DeedbookError) -> TableKnowledge {
        var known = TableKnowledge()
        guard let book else { return known }
        for agreement in table.agreements {
            known.learn(
                try await book.store.events(of: agreement, through: nil), of: agreement)
        }
        return known
    }

    /// The recordings that are not in the book yet, and what is wrong with those that are.
    private func compare(
        _ reading: TableReading, with book: Book?
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

    /// In the order of the table.
    private static func inOrder(_ problems: [Problem]) -> [Problem] {
        problems.enumerated().sorted { one, other in
            let (first, second) = (one.element.mark, other.element.mark)
            return (first?.line ?? 0, first?.column ?? 0, one.offset)
                < (second?.line ?? 0, second?.column ?? 0, other.offset)
        }.map(\.element)
    }

    private static func refusal(
        _ reading: TableReading, _ problems: [Problem], in file: String
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

    /// How many problems are shown of a table: one of something else has several a row.
    private static let problemLimit = 1_000

    // MARK: Recording

    private func record(
        _ batch: Batch, knownAlready known: Int, expecting head: Position?,
        in environment: CommandEnvironment
    ) async throws {
        let path = bookOptions.path(in: environment)
        guard !batch.drafts.isEmpty else {
            if output.format == .json {
                try environment.output.write(ReceiptsJSON.render([]))
            } else {
                try environment.output.say("\(known) already recorded in \(path); nothing changed")
            }
            return
        }
        let grounds = try bookOptions.grounds(in: environment)
        let store = try await bookOptions.created(heldTo: grounds, in: environment)
        let book = Book(store: store)
        try await recorder.checkClock(before: batch, in: book)
        // All of it was checked against the book as it was: where somebody appended since, nothing is recorded.
        let receipts = try await batch.record(in: book, expecting: head ?? Position(0))
        try await grounds.remember(store)
        switch output.format {
        case .json: try environment.output.write(ReceiptsJSON.render(receipts))
        case .text:
            for receipt in receipts {
                try environment.output.say(
                    "recorded \(receipt.key), \(receipt.first) to \(receipt.last)")
            }
            let documents = receipts.count == 1 ? "1 document" : "\(receipts.count) documents"
            let events = receipts.map { $0.last.number - $0.first.number + 1 }.reduce(0, +)
            try environment.output.say(
                "Recorded \(documents) (\(events) events) in \(path)"
                    + (known == 0 ? "" : "; \(known) already recorded"))
        }
    }
}
