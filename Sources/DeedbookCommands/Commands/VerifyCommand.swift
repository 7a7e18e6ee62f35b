import ArgumentParser
import Audit
import EventStore
import Ledger
import Questions
import Rendering
import Transparency

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Audit the whole book: find every alteration, and state what was checked.",
        discussion: """
            Every entry is read and hashed again, every payload opened, and all derived data compared. By \
            itself a book can only be consistent: a person who holds the file and the key can make another \
            one. A checkpoint you kept (--against) shows that it is still the same book; a policy with \
            witnesses shows that others saw it. Every document that the book names is hashed again: one \
            that is missing or altered is named, and the exit status is 1; one that cannot be read is \
            listed as not checked.

            Exit status: 0 nothing wrong, 1 the book is not consistent, 3 a signature is missing, false or \
            of the wrong key, 4 too few witnesses, 5 rolled back or forked. If several apply, the first of \
            5, 1, 3, 4 is the status. What was not checked is not a fault; the answer lists it.

            Example, and then with everything that can be known from outside:
              deedbook verify
              deedbook verify --policy trust.policy --against last.checkpoint \\
                --save last.checkpoint
            """)

    @OptionGroup var trust: TrustOptions

    @Option(
        help: ArgumentHelp(
            "A checkpoint you kept; the book must still contain what it covers.", valueName: "file")
    )
    var against: String?

    @Option(
        help: ArgumentHelp(
            "A checkpoint you audited; only what was recorded after it is read.", valueName: "file")
    )
    var from: String?

    @Option(
        help: ArgumentHelp(
            "Keep the newest checkpoint there once nothing is wrong; an older one is replaced.",
            valueName: "file"))
    var save: String?

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var detail: FullOption
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let known = try bookOptions.grounds(in: environment)
        let grounds = try known.audit(
            trust, against: against, from: from, seen: try known.seen())
        let store = try await bookOptions.store(.audit, in: environment)
        let report = try await audited(store, grounds, environment)
        let documents = try await documents(of: store, report, environment)
        let saving = try save.map { path in
            try CheckpointMemory(path: path, environment: environment)
        }
        let (words, failure) = saved(saving, after: report, grounds)
        switch output.format {
        case .text:
            var options = output.layout.text(in: environment)
            detail.apply(to: &options)
            try environment.output.write(
                AuditText.render(report, documents: documents, options: options) + words)
        case .json:
            try environment.output.write(AuditJSON.render(report, documents: documents))
        }
        if report.isClean { try await known.remember(store, audited: report.head) }
        let status = Self.status(of: report, documents)
        if status != .success { throw ExitCode(status.rawValue) }
        if let failure { throw failure }
    }

    /// Keeps the newest checkpoint where nothing is wrong; what was done, in a line.
    private func saved(
        _ memory: CheckpointMemory?, after report: AuditReport, _ grounds: AuditGrounds
    ) -> (words: String, failure: DeedbookError?) {
        guard let memory, let save else { return ("", nil) }
        guard report.isClean else { return ("\(save) was not changed\n", nil) }
        guard let newest = report.newest else {
            return (
                "",
                DeedbookError(
                    .unknown, "the book has no checkpoint to keep in \(save)",
                    hint: "its keeper makes one with: deedbook checkpoint --key FILE")
            )
        }
        do {
            try memory.keep(newest, beside: [grounds.saved, grounds.trusted].compactMap(\.self))
            return ("\(save) keeps the checkpoint of #\(newest.checkpoint.size)\n", nil)
        } catch {
            return ("", error)
        }
    }

    private func audited(
        _ store: any TamperEvidentStore, _ grounds: AuditGrounds,
        _ environment: CommandEnvironment
    ) async throws -> AuditReport {
        var progress = Progress("verifying", of: 0, in: environment)
        defer { progress.finish() }
        return try await Auditor(store, grounds: grounds).audit { read, total in
            progress.reach(read, of: total)
        }
    }

    /// What is kept of the documents that the book names; nil where a faulty book does not say which.
    private func documents(
        of store: any TamperEvidentStore, _ report: AuditReport, _ environment: CommandEnvironment
    ) async throws(DeedbookError) -> DocumentReport? {
        let named: [NamedDocument]
        do { named = try await Book(store: store).documents() } catch {
            if report.isClean { throw error }
            return nil
        }
        return DocumentFolder(beside: bookOptions.path(in: environment), in: environment)
            .report(on: named)
    }

    /// What is reported first of several: that surest to be tampering.
    ///
    /// - Parameter documents: what is kept of the documents that the book names, where that was looked at.
    static func status(
        of report: AuditReport, _ documents: DocumentReport? = nil
    ) -> ExitStatus {
        let failed = Set(report.failedClasses)
        if failed.contains(.rollback) { return .rolledBack }
        if !failed.isDisjoint(with: [.schema, .order, .contents, .projections]) {
            return .found
        }
        if let documents, !documents.isClean { return .found }
        if failed.contains(.signatures) { return .badSignature }
        return failed.contains(.witness) ? .noQuorum : .success
    }
}
