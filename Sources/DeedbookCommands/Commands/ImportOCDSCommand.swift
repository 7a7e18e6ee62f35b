import Amendments
import ArgumentParser
import EventStore
import Journal
import Notation
import OCDS
import Questions
import Terms

struct ImportOCDSCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import-ocds",
        abstract: "Record public contracts from OCDS releases: all of them, or nothing.",
        discussion: """
            FILE is JSON of the Open Contracting Data Standard, 1.0 or 1.1: a release package, a record \
            package with its releases, one release, a list of them, or one a line (.jsonl). Releases that \
            are linked are named, to be fetched first. Each contract becomes one agreement, named by its \
            process and its id: buyer and suppliers are its parties, the value a fee, the period how long \
            it runs, milestones are terms, amendments instruments of their own.

            What a release changes is recorded as what its amendments changed; where it names none and is \
            no contractAmendment, as a report. Days are those that are written, whatever their offset; \
            what is undated is announced on the day of the release. What has no place in the record is \
            listed by path and count.

            Everything that is wrong is shown at once, by file and JSON pointer, and nothing is recorded. \
            What is recorded already is left as it is; releases go in by their dates.

            Example, first to see what would change and then to record it:
              deedbook import-ocds releases.json --dry-run
              deedbook import-ocds releases.json --zone America/Bogota --grade regulatory-filing
            """)

    @Argument(help: ArgumentHelp("Releases, records or packages of them.", valueName: "file"))
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "The time zone of the agreements' days, in which today is computed.",
            valueName: "zone"))
    var zone = "UTC"

    @Option(
        help: ArgumentHelp(
            "How good the evidence of the publication is, such as regulatory-filing.",
            valueName: "grade"))
    var grade = SourceGrade.secondary

    @Flag(help: "Show what would change, and write nothing.")
    var dryRun = false

    @OptionGroup var recorder: RecorderOptions
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var detail: DetailOptions
    @OptionGroup var output: OutputOptions

    /// A file has at most 64 MiB.
    private static let limit = 64 << 20

    func validate() throws {
        try recorder.check(isDryRun: dryRun)
        try bookOptions.asOf.check(isDryRun: dryRun)
        guard !ZoneNames.contains(zone) else { return }
        let nearest = ZoneNames.nearest(to: zone).first ?? "Europe/Berlin"
        throw ValidationError("'\(zone)' is no time zone; a zone is a place, such as \(nearest)")
    }

    func run() async throws {
        let foreign = try await ForeignImport(recorder, bookOptions, detail, output)
        let set = ReleaseSet(
            try files.map { file in
                let read = try foreign.environment.files.read(file, "package", limit: Self.limit)
                return (file, read.bytes)
            })
        let options = OCDSOptions(zone: zone, grade: grade)
        let reading = set.reading(knowing: try await knowledge(of: set, in: foreign.book), options)
        try await foreign.finish(
            OCDSImport(reading), in: files[0], remarks: Self.remarks(of: reading), dryRun: dryRun)
    }

    private func knowledge(
        of set: ReleaseSet, in book: Book?
    ) async throws(DeedbookError) -> RecordedContracts {
        var known = RecordedContracts()
        guard let book else { return known }
        for agreement in set.agreements {
            known.learn(
                try await book.store.events(of: agreement, through: nil), of: agreement)
        }
        return known
    }

    /// What is not recorded: values by path and count, then what is stated of a contract and has no place.
    private static func remarks(of reading: ReleaseReading) -> [String] {
        let paths = reading.unmapped.sorted { $0.key < $1.key }
        let sum = paths.map(\.value).reduce(0, +)
        let head = sum == 0 ? [] : ["not recorded, \(sum) value\(sum == 1 ? "" : "s") by path:"]
        return head + paths.map { "  \($0.key) \($0.value)" }
            + reading.remarks.map { "not recorded: \($0)" }
    }
}

/// Releases as they were read, with the recordings that go into a book.
private struct OCDSImport: ForeignReading {
    let reading: ReleaseReading

    init(_ reading: ReleaseReading) { self.reading = reading }

    var drafts: [Journal.Draft] {
        reading.drafts.map {
            Journal.Draft(file: $0.file, recording: $0.recording, mark: $0.mark)
        }
    }

    var problems: [Problem] { reading.problems }
    var unread: Unread { Unread() }

    func summary(with problems: [Problem]) -> String { reading.summary(with: problems) }

    func placed(_ problems: [Problem]) -> [Problem] { problems.map(reading.placed) }

    func changes(of draft: Journal.Draft, since recorded: [RecordedEvent]) -> [Problem] {
        let own = ReleaseReading.Draft(
            file: draft.file, recording: draft.recording, mark: draft.mark)
        return [reading.change(of: own, since: recorded)].compactMap(\.self)
    }
}
