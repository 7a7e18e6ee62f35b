import Amendments
import ArgumentParser
import Audit
import EventStore
import Journal
import Ledger
import Notation
import Questions
import Rendering
import Terms
import Transparency

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the book, or one agreement of it, as lines of canonical JSON.",
        discussion: """
            Every entry stands there with the bytes that are stored and hashed, with its payload (or \
            what is left of it) and every checkpoint: the whole of a book can be imported again, and \
            is the same book. One agreement is a part, with a proof for each event under the newest \
            checkpoint; it can be checked, not imported. Without --out it is written to standard output.

            The documents that the book names go along in a folder beside the export, FILE.documents: \
            files of any size have no place in its lines. They are there before the export has its name. \
            An export to standard output has none.

            With --format csv it is a table of the terms of one agreement from a vantage, a row for \
            each: deedbook import-table reads it again. What no row can say, such as a value that is \
            only reported, is named on standard error. With --history it has a row for each change, \
            in the order of the instruments, and not for one day: read again, it gives the terms of every \
            day. What no row can say is counted by name. With --format csv-fields or markdown it is \
            for people: each field with its evidence, as rows for a spreadsheet or as a document with \
            its sources as footnotes. Such a copy cannot be imported.

            Example:
              deedbook export --out book.jsonl
              deedbook export --agreement microsoft-openai --on 2026-05-12 --format csv
              deedbook export --agreement microsoft-openai --format csv --history
            """)

    @Option(
        help: ArgumentHelp("Only this agreement.", valueName: "id"),
        completion: Completion.agreements)
    var agreement: String?

    /// What is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case jsonl, csv
        case csvFields = "csv-fields"
        case markdown
    }

    @Option(
        help: "The format: jsonl of the book; csv, csv-fields or markdown of an agreement's terms.")
    var format: Format = .jsonl

    @OptionGroup var vantageOptions: VantageOptions

    @Flag(help: "In csv-fields and markdown, ended terms too.")
    var all = false

    @Flag(help: "In csv, a row for each change, over all days, and not the terms of one.")
    var history = false

    @Option(help: ArgumentHelp("The new file.", valueName: "file"))
    var out: String?

    @OptionGroup var bookOptions: AskedBookOptions

    func validate() throws {
        if history, format != .csv || vantageOptions.on != nil {
            throw ValidationError("--history is for --format csv, without --on: it has every day")
        }
        switch format {
        case .csv, .csvFields, .markdown:
            guard format != .csv || !all else {
                throw ValidationError("--all is for --format csv-fields or markdown")
            }
            guard agreement == nil else { return }
            throw ValidationError(
                "--format \(format.rawValue) is of one agreement: name it with --agreement")
        case .jsonl:
            let isAsked = [vantageOptions.on, vantageOptions.known.disclosedBy].contains {
                $0 != nil
            }
            guard isAsked || vantageOptions.known.recordedAt != nil || all else { return }
            throw ValidationError(
                "--on, --disclosed-by, --recorded-at and --all are for --format csv, "
                    + "csv-fields or markdown")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        if let agreement, format != .jsonl {
            let inquirer = try await bookOptions.inquirer(in: environment)
            let (agreement, point) = try await inquirer.agreement(agreement, from: vantageOptions)
            return history
                ? try await writeHistory(of: agreement, point, inquirer)
                : try await writeCopy(of: agreement, from: point, inquirer)
        }
        let store = try await bookOptions.book.store(.readOnly, in: environment)
        let asking = Inquirer(book: Book(store: store), environment: environment)
        let agreement = try await asking.agreements([agreement].compactMap(\.self)).first
        let path = bookOptions.book.path(in: environment)
        let writing = BookWriting(store: store, agreement: agreement)
        guard let out else {
            try await writing.write(in: environment) { text in
                // Every text as it is may steer a terminal; escaped it means the same.
                try environment.output.write(
                    environment.output.isTerminal ? CanonicalJSON.escapingUnseen(in: text) : text)
            }
            let left = try await documents(of: agreement, in: store)
            if !left.isEmpty {
                try environment.errors.say(
                    "note: \(left.count) document\(left.count == 1 ? "" : "s") stayed behind; "
                        + "with --out FILE they go along in FILE.documents")
            }
            return
        }
        environment.files.sweep([out])
        let sink: FileSink
        do { sink = try environment.files.create(out, .newPrivate) } catch {
            throw error.writing(out)
        }
        do {
            let events = try await writing.write(in: environment) { text in
                try sink.write(Array(text.utf8))
            }
            var carrying = Carrying(from: path, to: out, environment)
            let carried = try carrying.carry(try await documents(of: agreement, in: store))
            try sink.finish()
            let what = agreement.map { "\($0) of \(path)" } ?? path
            try environment.output.say("exported \(what) to \(out): \(events) events")
            try carried.say(in: environment)
        } catch let failure as FileFailure {
            sink.abandon()
            throw failure.writing(out)
        } catch {
            sink.abandon()
            throw error
        }
    }
}

extension ExportCommand {
    /// The documents that the exported events name.
    private func documents(
        of agreement: AgreementID?, in store: any TamperEvidentStore
    ) async throws(DeedbookError) -> [NamedDocument] {
        let book = Book(store: store)
        let all =
            if let agreement {
                try await book.documents(of: agreement)
            } else {
                try await book.documents()
            }
        return all.filter { $0.sha256 != nil }
    }

    /// Writes the conformed copy of an agreement, for people.
    private func writeCopy(
        of agreement: AgreementID, from point: AskedPoint, _ inquirer: Inquirer
    ) async throws {
        let environment = inquirer.environment
        let answer = try await inquirer.answer(
            TermsQuestion(
                of: agreement, on: point.on, point.knowledge,
                resting: Basis(countsLater: vantageOptions.countsLater)))
        let copy = answer.content.copy
        let options = TextOptions(
            showsAll: all, today: answer.today, askedPosition: answer.askedPosition)
        let text: String
        switch format {
        case .csv: text = try table(of: copy, in: environment)
        case .csvFields: text = ConformedCopyCSV.render(copy, showsAll: all)
        case .markdown, .jsonl: text = ConformedCopyMarkdown.render(copy, options: options)
        }
        try write(text, "\(agreement) on \(copy.vantage.on)", in: environment)
    }

    /// Writes what is for people, or for import-table, to the file, else to the output.
    private func write(_ text: String, _ what: String, in environment: CommandEnvironment) throws {
        guard let out else {
            // A table that is read again has every text as it is, which may steer a terminal.
            try environment.output.write(
                environment.output.isTerminal ? SafeText.of(text) : text)
            return
        }
        try environment.files.write(text, to: out, .newPrivate)
        try environment.output.say("exported \(what) to \(out)")
    }
}

extension ExportCommand {
    /// Writes every change of an agreement as a table, after what is not in it was named.
    private func writeHistory(
        of agreement: AgreementID, _ point: AskedPoint, _ inquirer: Inquirer
    ) async throws {
        let environment = inquirer.environment
        let answer = try await inquirer.answer(
            HistoryQuestion(
                of: agreement, point.knowledge,
                resting: Basis(countsLater: vantageOptions.countsLater)))
        let (text, leftOut) = TermTable.text(ofHistory: answer.content.reading)
        if !leftOut.isEmpty {
            try environment.errors.say(
                "note: not in the table: " + leftOut.joined(separator: "; "))
        }
        for note in try await refusals(of: text, in: environment) {
            try environment.errors.write(note.text)
        }
        try write(text, "the history of \(agreement)", in: environment)
    }

    /// What an empty book would refuse of the table, for what is not in it.
    private func refusals(
        of table: String, in environment: CommandEnvironment
    ) async throws -> [Problem] {
        let file = out ?? "table"
        let reading: TableReading
        do throws(Problem) {
            reading = try TermTable(Array(table.utf8), file: file).reading(
                knowing: TableKnowledge())
        } catch {
            return [error]
        }
        let batch = Batch(drafts: reading.drafts, recorder: "export", environment: environment)
        let found = try await batch.problems(against: nil, unread: reading.unread)
        return (reading.problems + found.map(reading.placed)).map { problem in
            var note = problem
            note.isNote = true
            note.message = "import-table would refuse this: \(problem.message)"
            return note
        }
    }
}

extension ExportCommand {
    /// The table of a copy, after what is not in it was named.
    private func table(
        of copy: ConformedCopy, in environment: CommandEnvironment
    ) throws -> String {
        let (text, leftOut) = TermTable.text(of: copy)
        if !leftOut.isEmpty {
            try environment.errors.say(
                "note: not in the table: " + leftOut.joined(separator: "; "))
        }
        return text
    }
}

/// A book on its way out: the head, the checkpoints, then the events, a page of rows at a time.
struct BookWriting {
    let store: any TamperEvidentStore
    let agreement: AgreementID?

    /// - Returns: how many events were written.
    @discardableResult
    func write(
        in environment: CommandEnvironment, to output: (String) throws -> Void
    ) async throws -> Int {
        let kept = try await store.checkpoints()
        let size = try await size(kept)
        try output(
            BookExport.text(
                of: BookExport.Head(origin: store.origin, size: size, agreement: agreement)))
        let checkpoints =
            agreement == nil
            ? kept.filter { $0.checkpoint.size <= size }
            : kept.last { $0.checkpoint.size == size }.map { [$0] } ?? []
        for checkpoint in checkpoints { try output(BookExport.text(of: checkpoint)) }
        var rows = try await CheckedRows(of: store)
        var progress = Progress("exporting", of: rows.tree.size, in: environment)
        defer { progress.finish() }
        var count = 0
        while let page = try await rows.next() {
            for row in page where row.position <= size {
                guard let line = try await line(of: row, in: size) else { continue }
                try output(BookExport.text(of: line))
                count += 1
            }
            progress.reach(page.last?.position ?? 0, of: rows.tree.size)
        }
        return count
    }

    /// The whole book; a part goes as far as someone signed.
    private func size(_ kept: [SignedCheckpoint]) async throws -> Int {
        let head = try await store.head()
        guard let agreement else { return head.number }
        let version = try await store.version(of: agreement)
        guard version > 0 else {
            let known = try await Book(store: store).agreements(at: nil)
            throw DeedbookError.unknownAgreement(agreement, known: known)
        }
        guard let newest = kept.last else {
            throw DeedbookError(
                .unknown, "a part is proved by a checkpoint, and the book has none",
                hint: "make one with: deedbook checkpoint --key FILE")
        }
        return newest.checkpoint.size
    }

    private func line(
        of row: StoredRow, in size: Int
    ) async throws -> BookExport.Line? {
        if let agreement, row.columns.agreement != agreement.text { return nil }
        let payload: StoredPayload
        if let remains = row.remains {
            payload = .redacted(remains)
        } else if let bytes = row.payload, let salt = row.salt {
            payload = .present(bytes: bytes, salt: salt)
        } else {
            throw Self.damaged(row.position)
        }
        guard agreement != nil else { return BookExport.Line(entry: row.entry, payload: payload) }
        let proof = try await store.inclusionProof(of: Position(row.position), in: size)
        return BookExport.Line(entry: row.entry, payload: payload, proof: proof)
    }

    private static func damaged(_ position: Int) -> DeedbookError {
        DeedbookError(
            .damaged, "the event #\(position) is not whole: nothing was exported",
            hint: "see everything that is wrong with: deedbook verify")
    }
}
