import Amendments
import ArgumentParser
import Audit
import EventStore
import Ledger
import Notation
import Questions
import Rendering
import Terms
import Transparency

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Restore a book from an export (all or nothing).",
        discussion: """
            The export is audited first, as a book is: with anything wrong in it nothing is written. \
            The new book has the old one's name, entries, tree and checkpoints. With --policy, --key \
            or --against its signatures and its past are checked, too. Documents that lie beside the \
            export, in FILE.documents, go along; one that is missing or altered is named.

            With --check nothing is written at all; so can the export of one agreement be audited, \
            whose events are proved to be in the tree of its checkpoint. Exit statuses are those of \
            verify: 0 nothing wrong, 1 not in order with itself, 3 a signature is missing or false, \
            4 too few witnesses, 5 not what the checkpoint you kept is of.

            Examples:
              deedbook import book.jsonl --book restored.deedbook --against last.checkpoint
              deedbook import part.jsonl --check --policy trust.policy
            """)

    @Argument(help: ArgumentHelp("The export.", valueName: "file"))
    var file: String

    @OptionGroup var trust: TrustOptions

    @Option(
        help: ArgumentHelp(
            "A checkpoint you kept: the export must hold what it covers.", valueName: "file"))
    var against: String?

    @Flag(help: "Audit the export, and make no book.")
    var check = false

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let path = bookOptions.path(in: environment)
        guard check || !environment.bookExists(path) else {
            throw FileFailure.exists.writing(path)
        }
        let known = try bookOptions.grounds(in: environment, remembering: !check)
        let grounds = try known.audit(trust, against: against)
        let reading = BookReading(path: file, environment: environment)
        let audited = try reading.audited(grounds, takesParts: check)
        let isImported = !check && audited.report.isClean
        var carried: Carrying.Carried?
        if isImported {
            let recalled = environment.recalled(of: path)
            var carrying = Carrying(from: file, to: path, environment)
            try reading.restore(audited, to: path, with: &carrying)
            // What was remembered of a book of that name is not of this one; what was remembered since is.
            try environment.remember(audited.report.head, of: path, insteadOf: recalled)
            carried = try await finish(path, &carrying, environment)
        }
        switch output.format {
        case .text where isImported:
            try environment.output.say("imported \(file) to \(path): \(audited.counts)")
            try environment.output.say("root \(audited.root.base64)")
            try carried?.say(in: environment)
        case .text:
            var options = output.layout.text(in: environment)
            options.showsFields = true
            try environment.output.write(AuditText.render(audited.report, options: options))
        case .json:
            try carried?.warn(in: environment)
            try environment.output.write(
                AuditJSON.render(
                    audited.report, of: file, importedTo: isImported ? path : nil))
        }
        let status = VerifyCommand.status(of: audited.report)
        guard status != .success else { return }
        guard !check else { throw ExitCode(status.rawValue) }
        try environment.errors.write(
            Problem("nothing was imported", hint: "ask for another export").text)
        throw ExitCode(status.rawValue)
    }
}

extension ImportCommand {
    /// How many events that would be refused are listed one by one.
    private static let listedSingly = 12

    /// Counts the documents that the new book names, and reports what of it would be refused today.
    ///
    /// - Returns: nil where no book was made.
    private func finish(
        _ path: String, _ carrying: inout Carrying, _ environment: CommandEnvironment
    ) async throws -> Carrying.Carried? {
        guard environment.bookExists(path) else { return nil }
        // As who only reads it one would leave SQLite's files beside the new book.
        let store = try environment.openStore(path, .readWrite)
        let carried = try carrying.carry(try await Book(store: store).documents())
        try await reportRefusals(in: store, environment)
        return carried
    }

    /// What was recorded stays as it is; that some of it would be refused today is said beside it.
    private func reportRefusals(
        in store: any TamperEvidentStore, _ environment: CommandEnvironment
    ) async throws {
        let doubts = await RuleAudit(store).doubts()
        for doubt in doubts.prefix(Self.listedSingly) {
            try environment.errors.say("warning: \(doubt.description)")
        }
        guard doubts.count > Self.listedSingly else { return }
        try environment.errors.say(
            "warning: \(doubts.count - Self.listedSingly) more; see all with: deedbook verify")
    }
}

/// An export being read, twice: once to audit it, once to make a book of it.
struct BookReading {
    let path: String
    let environment: CommandEnvironment

    struct Audited {
        var head: BookExport.Head
        var checkpoints: [SignedCheckpoint]
        var report: AuditReport

        var root: TreeHash { report.head.root }

        var counts: String {
            "\(report.eventsRead) events, \(checkpoints.count) checkpoint"
                + "\(checkpoints.count == 1 ? "" : "s")"
        }
    }

    /// - Parameter takesParts: whether the export of one agreement will do.
    func audited(
        _ grounds: AuditGrounds, takesParts: Bool
    ) throws(DeedbookError) -> Audited {
        var lines = try opened()
        guard let first = try lines.next() else {
            throw DeedbookError(in: path, line: 1, "the file is empty", hint: Self.hint)
        }
        guard case .head(let head) = try item(first) else {
            throw DeedbookError(
                in: path, line: 1, "the first line does not say what it is", hint: Self.hint)
        }
        if let agreement = head.agreement {
            guard takesParts else {
                throw DeedbookError(
                    in: path, line: 1, "this is only a part, the agreement '\(agreement)'",
                    hint: "only a whole book can be imported: deedbook export --out FILE; "
                        + "a part can be audited: --check")
            }
            return try auditedPart(&lines, of: head, agreement, grounds)
        }
        var audit = ExportAudit(of: head, grounds: grounds)
        var checkpoints: [SignedCheckpoint] = []
        var progress = Progress("checking", of: head.size, in: environment)
        defer { progress.finish() }
        while let line = try lines.next() {
            switch try item(line) {
            case .head:
                throw DeedbookError(
                    in: path, line: line.number, "a second first line", hint: Self.hint)
            case .checkpoint(let checkpoint):
                audit.add(checkpoint)
                checkpoints.append(checkpoint)
            case .event(let event):
                audit.add(event)
                progress.reach(audit.events, of: head.size)
            }
        }
        return Audited(head: head, checkpoints: checkpoints, report: audit.finish())
    }

    private func auditedPart(
        _ lines: inout LineReader, of head: BookExport.Head, _ agreement: AgreementID,
        _ grounds: AuditGrounds
    ) throws(DeedbookError) -> Audited {
        var audit = PartAudit(of: head, agreement: agreement, grounds: grounds)
        var checkpoints: [SignedCheckpoint] = []
        while let line = try lines.next() {
            switch try item(line) {
            case .head:
                throw DeedbookError(
                    in: path, line: line.number, "a second first line", hint: Self.hint)
            case .checkpoint(let checkpoint):
                audit.add(checkpoint)
                checkpoints.append(checkpoint)
            case .event(let event): audit.add(event)
            }
        }
        return Audited(head: head, checkpoints: checkpoints, report: audit.finish())
    }

    /// Makes the book; an export that is another one by now is refused. Its documents are there before it is.
    func restore(
        _ audited: Audited, to book: String, with carrying: inout Carrying
    ) throws {
        var lines = try opened()
        _ = try lines.next()
        var tree = CompactTree()
        try environment.books.restore(book, audited.head, audited.checkpoints) {
            var batch: [BookExport.Line] = []
            while batch.count < 500, let line = try lines.next() {
                guard case .event(let event) = try item(line) else { continue }
                tree.append(.leaf(event.entry))
                batch.append(event)
                if carrying.hasAny, let digest = try Self.document(of: event) {
                    try carrying.carry(digest)
                }
            }
            guard batch.isEmpty else { return batch }
            guard tree.root == audited.root else {
                throw DeedbookError(
                    .inaccessible, "\(path) was changed while it was read",
                    hint: "run the command again")
            }
            return nil
        }
    }

    /// The document that an event's payload names, as it stands or as a correction puts it.
    private static func document(
        of line: BookExport.Line
    ) throws -> DocumentDigest? {
        guard case .present(let payload, _) = line.payload else { return nil }
        let contents = try EntryContents(parsing: line.entry)
        let kinds: [EventKind] = [.documentAttached, .eventCorrected]
        guard kinds.contains(where: { $0.rawValue == contents.kind }) else { return nil }
        return try Entry.event(
            kind: contents.kind, schema: contents.schema, payload: payload,
            at: contents.place.position
        ).documentDigest
    }

    private func opened() throws(DeedbookError) -> LineReader {
        do { return LineReader(try environment.files.open(path), path: path) } catch {
            throw error.reading(path, "export")
        }
    }

    private func item(_ line: LineReader.Line) throws(DeedbookError) -> BookExport.Item {
        do { return try BookExport.item(parsing: line.bytes) } catch {
            throw DeedbookError(
                in: path, line: line.number, error.message, hint: error.hint ?? Self.hint)
        }
    }

    private static let hint = "an export is written by: deedbook export --out FILE"
}

/// The lines of a file of any length, one at a time.
struct LineReader {
    struct Line {
        let number: Int
        let bytes: [UInt8]
    }

    /// More than an entry, a payload and a proof can take.
    private static let limit = 1 << 20

    private let source: FileSource
    private let path: String
    private var buffer: [UInt8] = []
    private var start = 0
    private var number = 0

    init(_ source: FileSource, path: String) {
        self.source = source
        self.path = path
    }

    /// The next line without its line feed; nil after the last.
    mutating func next() throws(DeedbookError) -> Line? {
        var searched = start
        while true {
            if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                number += 1
                defer { start = end + 1 }
                return Line(number: number, bytes: Array(buffer[start..<end]))
            }
            guard buffer.count - start <= Self.limit else {
                throw DeedbookError(
                    in: path, line: number + 1, "a line of more than \(Self.limit) bytes",
                    hint: "an export is written by: deedbook export --out FILE")
            }
            buffer.removeFirst(start)
            start = 0
            searched = buffer.count
            let more: [UInt8]
            do { more = try source.next() } catch {
                throw error.reading(path, "export")
            }
            if more.isEmpty {
                guard !buffer.isEmpty else { return nil }
                throw DeedbookError(
                    in: path, line: number + 1, "the file ends in the middle of a line",
                    hint: "copy it again: it was cut off")
            }
            buffer += more
        }
    }
}
