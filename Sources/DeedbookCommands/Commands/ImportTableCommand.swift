import ArgumentParser
import EventStore
import Journal
import Notation
import Questions

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
            (amount in EUR where it is one of amounts in one currency) or ignore, and values that every \
            row has. Without one a guess is printed to start from. \
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
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var detail: DetailOptions
    @OptionGroup var output: OutputOptions

    /// A table has at most 64 MiB.
    private static let limit = 64 << 20

    func validate() throws {
        try recorder.check(isDryRun: dryRun)
        try bookOptions.asOf.check(isDryRun: dryRun)
    }

    func run() async throws {
        let foreign = try await ForeignImport(recorder, bookOptions, detail, output)
        let environment = foreign.environment
        let table = try table(in: environment)
        let reading = table.reading(knowing: try await knowledge(of: table, in: foreign.book))
        if map == nil, let guess = table.guessedMap {
            try environment.output.write(SafeText.withoutPrivateKeys(guess))
        }
        try await foreign.finish(reading, in: file, dryRun: dryRun)
    }

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
}
