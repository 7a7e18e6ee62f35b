import ArgumentParser
import EventStore
import Ledger
import Notation
import Rendering
import Transparency

struct VerifyProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-proof",
        abstract: "Check a proof file without the book, and say what it proves.",
        discussion: """
            It needs only the proof and a policy, which says whose signatures count. Exit status: \
            0 proved, 1 the event is not in the tree of the checkpoint, 3 the book's signature is \
            missing or false, 4 too few witnesses.

            Example:
              deedbook verify-proof event-17.tlog-proof --policy trust.policy
            """)

    @Argument(help: ArgumentHelp("The proof (C2SP tlog-proof).", valueName: "file"))
    var proof: String

    @Option(
        help: ArgumentHelp(
            "Whom to believe: logs, witnesses and how many of them (C2SP tlog-policy).",
            valueName: "file"))
    var policy: String

    @Option(
        help: ArgumentHelp(
            "The entry's bytes; else those that the proof has with it.", valueName: "file"))
    var entry: String?

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let bytes = try environment.files.read(proof, "proof").bytes
        let file: ProofFile
        do { file = try ProofFile(parsing: bytes) } catch {
            throw NoteFile.failure(
                error, in: proof, "no proof",
                hint: "a proof is written by: deedbook prove inclusion POSITION --out FILE")
        }
        let verdict = try PolicyFile.read(policy, in: environment).judge(file.checkpoint)
        let entryBytes = try entryBytes(of: file, environment)
        let contents: EntryContents
        do { contents = try EntryContents(parsing: entryBytes) } catch {
            throw DeedbookError(
                in: entry ?? proof, "the entry cannot be read: \(error.message)",
                hint: "give the entry as it is stored with --entry")
        }
        let report = ProofReport(
            of: file, entry: entryBytes, contents: contents, verdict: verdict)
        switch output.format {
        case .text:
            try environment.output.write(
                ProofReportText.render(report, options: output.layout.text(in: environment)))
        case .json: try environment.output.write(ProofReportJSON.render(report))
        }
        let status = Self.status(of: report)
        if status != .success { throw ExitCode(status.rawValue) }
    }

    private func entryBytes(
        of file: ProofFile, _ environment: CommandEnvironment
    ) throws -> [UInt8] {
        if let entry { return try environment.files.read(entry, "entry").bytes }
        guard let extra = file.extra else {
            throw DeedbookError(
                in: proof, "the proof has no entry with it",
                hint: "give the entry as it is stored with --entry")
        }
        return extra
    }

    static func status(of report: ProofReport) -> ExitStatus {
        if !report.flaws.isEmpty { return .different }
        if report.verdict.signers.isEmpty || !report.verdict.forgeries.isEmpty {
            return .badSignature
        }
        return report.verdict.isQuorumMet ? .success : .noQuorum
    }
}
