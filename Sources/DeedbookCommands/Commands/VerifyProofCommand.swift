import ArgumentParser
import EventStore
import Ledger
import Notation
import Rendering
import Transparency

struct VerifyProofCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify-proof",
        abstract: "Check a proof file or a signed note without the book, and state what it proves.",
        discussion: """
            It needs only the file and whom to believe: a policy of logs and witnesses, or keys. A \
            proof is of an event of a book, whose entry is in it, or with --leaf of the bytes of a \
            file in any log (C2SP tlog-proof). A consistency proof (deedbook prove consistency) needs \
            the older checkpoint that you kept, and shows that its own continues it. A signed note \
            (C2SP signed-note) is checked by keys, for any text; with a policy it has to be a \
            checkpoint.

            Exit status: 0 proved, 1 the event or leaf is not in the tree of the checkpoint, or it does \
            not show that one checkpoint continues the other, 3 a signature is missing or false, 4 too \
            few witnesses, 5 two checkpoints are signed that cannot both be true.

            Example:
              deedbook verify-proof event-17.tlog-proof --policy trust.policy
              deedbook verify-proof since-last.proof --against last.checkpoint \\
                --policy trust.policy
              deedbook verify-proof tool.tlog-proof --leaf tool.sha256 --policy log.policy
              deedbook verify-proof notice.txt --key example.com/press+8d56c2f1+AQ…
            """)

    @Argument(
        help: ArgumentHelp(
            "The proof (C2SP tlog-proof, or of consistency) or note (C2SP signed-note).",
            valueName: "file"))
    var proof: String

    @OptionGroup var trust: TrustOptions

    @Option(
        help: ArgumentHelp(
            "The log's own name, where its key has another one.", valueName: "origin"))
    var origin: String?

    @Option(
        help: ArgumentHelp(
            "The entry's bytes; else those that the proof has with it.", valueName: "file"))
    var entry: String?

    @Option(
        help: ArgumentHelp(
            "The leaf of a log that is no book: any bytes, as they are hashed.", valueName: "file"))
    var leaf: String?

    @Option(
        help: ArgumentHelp(
            "Of a consistency proof: the older checkpoint, which you kept.", valueName: "file"))
    var against: String?

    @Option(
        help: ArgumentHelp(
            "Of a consistency proof: the newer checkpoint; else the one that the proof has with it.",
            valueName: "file"))
    var checkpoint: String?

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (trust.policy == nil) != trust.publicKeys.isEmpty else {
            throw ValidationError("give whom to believe: a policy with --policy, or --key")
        }
        guard [entry, leaf, against].compactMap(\.self).count <= 1 else {
            throw ValidationError(
                "give one of: --entry for an event of a book, --leaf for any bytes, --against for a "
                    + "consistency proof")
        }
        if checkpoint != nil, against == nil {
            throw ValidationError(
                "--checkpoint is the newer one of two: give the older one with --against")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let bytes = try environment.files.read(proof, "proof").bytes
        let policy = try believed(environment)
        let status =
            if let against {
                try checkContinuation(of: against, by: bytes, policy, environment)
            } else if ProofFile.isMeant(by: bytes) {
                if let leaf {
                    try check(leaf: leaf, by: bytes, policy, environment)
                } else {
                    try checkEntry(by: bytes, policy, environment)
                }
            } else {
                try checkNote(bytes, policy, environment)
            }
        if status != .success { throw ExitCode(status.rawValue) }
    }

    /// Whom to believe. Keys alone ask for no witness.
    private func believed(
        _ environment: CommandEnvironment
    ) throws(DeedbookError) -> TrustPolicy {
        if let policy = try trust.policy(in: environment) { return policy }
        return TrustPolicy(trusting: try trust.keys(in: environment))
    }

    private func show(
        _ environment: CommandEnvironment, text: (TextOptions) -> String, json: () -> String
    ) throws {
        try environment.output.write(
            output.format == .json ? json() : text(output.layout.text(in: environment)))
    }

    static func status(isInTree: Bool, _ verdict: TrustPolicy.Verdict) -> ExitStatus {
        if !isInTree { return .found }
        if verdict.signers.isEmpty || !verdict.forgeries.isEmpty { return .badSignature }
        return verdict.isQuorumMet ? .success : .noQuorum
    }
}

// Proofs.
extension VerifyProofCommand {
    /// - Parameter extensions: a book writes no extension lines, another log may.
    private func file(
        _ bytes: [UInt8], extensions: ExtensionLines
    ) throws(DeedbookError) -> ProofFile {
        do { return try ProofFile(parsing: bytes, extensions: extensions) } catch {
            throw NoteFile.failure(
                error, in: proof, "no proof",
                hint: "a proof is written by: deedbook prove inclusion POSITION --out FILE")
        }
    }

    private func check(
        leaf: String, by bytes: [UInt8], _ policy: TrustPolicy, _ environment: CommandEnvironment
    ) throws -> ExitStatus {
        let file = try file(bytes, extensions: .ignored)
        let report = LeafReport(
            of: file, leaf: try environment.files.read(leaf, "leaf").bytes,
            verdict: policy.judge(file.checkpoint, of: origin))
        try show(environment) {
            LeafReportText.render(report, options: $0)
        } json: {
            LeafReportJSON.render(report)
        }
        return Self.status(isInTree: report.flaw == nil, report.verdict)
    }

    private func checkEntry(
        by bytes: [UInt8], _ policy: TrustPolicy, _ environment: CommandEnvironment
    ) throws -> ExitStatus {
        let file = try file(bytes, extensions: .refused)
        let entryBytes = try entryBytes(of: file, environment)
        let contents: EntryContents
        do { contents = try EntryContents(parsing: entryBytes) } catch {
            throw DeedbookError(
                in: entry ?? proof, "the entry cannot be read: \(error.message)", hint: Self.hint)
        }
        let report = ProofReport(
            of: file, entry: entryBytes, contents: contents, by: policy, of: origin)
        try show(environment) {
            ProofReportText.render(report, options: $0)
        } json: {
            ProofReportJSON.render(report)
        }
        if report.flaws.isEmpty, report.recorderRefusal != nil { return .badSignature }
        return Self.status(isInTree: report.flaws.isEmpty, report.verdict)
    }

    private func entryBytes(
        of file: ProofFile, _ environment: CommandEnvironment
    ) throws -> [UInt8] {
        if let entry { return try environment.files.read(entry, "entry").bytes }
        guard let extra = file.extra else {
            throw DeedbookError(in: proof, "the proof has no entry with it", hint: Self.hint)
        }
        return extra
    }

    private static let hint =
        "give the entry as it is stored with --entry; or the leaf, where the log is no book, "
        + "with --leaf"
}

// Consistency proofs.
extension VerifyProofCommand {
    private func checkContinuation(
        of older: String, by bytes: [UInt8], _ policy: TrustPolicy,
        _ environment: CommandEnvironment
    ) throws -> ExitStatus {
        let consistency: AddCheckpoint
        do { consistency = try AddCheckpoint(parsing: bytes) } catch {
            throw NoteFile.failure(
                error, in: proof, "no consistency proof",
                hint:
                    "a consistency proof is written by: deedbook prove consistency FILE --out FILE")
        }
        let report = ContinuationReport(
            of: consistency, from: try CheckpointFile.read(older, in: environment),
            to: try checkpoint.map { path in try CheckpointFile.read(path, in: environment) }
        ) { policy.judge($0, of: origin) }
        try show(environment) {
            ContinuationReportText.render(report, options: $0)
        } json: {
            ContinuationReportJSON.render(report)
        }
        return Self.status(of: report)
    }

    static func status(of report: ContinuationReport) -> ExitStatus {
        if report.isForked { return .rolledBack }
        if report.flaw == nil, !report.isOlderSigned { return .badSignature }
        return status(isInTree: report.flaw == nil, report.verdict)
    }
}

// Notes.
extension VerifyProofCommand {
    private func checkNote(
        _ bytes: [UInt8], _ policy: TrustPolicy, _ environment: CommandEnvironment
    ) throws -> ExitStatus {
        guard entry == nil, leaf == nil else {
            throw DeedbookError(
                in: proof, line: 1, "this is no proof of what was given with --entry or --leaf",
                hint: "a proof begins with the line c2sp.org/tlog-proof@v1")
        }
        guard !AddCheckpoint.isMeant(by: bytes) else {
            throw DeedbookError(
                in: proof, line: 1,
                "a consistency proof, and no checkpoint that it could go on from",
                hint: "give the older checkpoint, which you kept, with --against")
        }
        let note: SignedNote
        do { note = try SignedNote(parsing: bytes) } catch {
            throw NoteFile.failure(
                error, in: proof, "neither a proof nor a signed note",
                hint: "a proof is written by: deedbook prove inclusion POSITION --out FILE")
        }
        let checkpoint = try asCheckpoint(note)
        let report = NoteReport(
            of: note, as: checkpoint?.checkpoint,
            verdict: checkpoint.map { policy.judge($0, of: origin) } ?? policy.judge(note))
        try show(environment) {
            NoteReportText.render(report, options: $0)
        } json: {
            NoteReportJSON.render(report)
        }
        return Self.status(isInTree: true, report.verdict)
    }

    /// A note is a checkpoint where it is asked for as one: by a policy, or an origin. By keys it is any text.
    private func asCheckpoint(_ note: SignedNote) throws(DeedbookError) -> SignedCheckpoint? {
        if trust.policy == nil, origin == nil { return nil }
        do { return try SignedCheckpoint(note: note, extensions: .ignored) } catch {
            throw NoteFile.failure(
                error, in: proof, "no checkpoint",
                hint:
                    "a policy and an origin are about checkpoints; check any other note with --key")
        }
    }
}
