import Amendments
import ArgumentParser
import Audit
import EventStore
import Ledger
import Questions
import Rendering
import Terms
import Transparency

struct ProveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove",
        abstract: "Make evidence for a reader who does not have the book.",
        discussion: """
            Example, that an event is in the book, and that the book continues an older checkpoint:
              deedbook prove inclusion 17 --out event-17.tlog-proof
              deedbook prove consistency last.checkpoint
            """,
        subcommands: [ProveInclusionCommand.self, ProveConsistencyCommand.self])
}

struct ProveInclusionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inclusion",
        abstract: "Prove that an event is in the book, under its newest checkpoint.",
        discussion: """
            The proof is a file of C2SP tlog-proof, with the event's entry in it: who has it and a \
            policy needs nothing else. It is verified before it is written. The payload is not in it, \
            only its digest. Without --out it is written to standard output.

            Example:
              deedbook prove inclusion 17 --out event-17.tlog-proof
            """)

    @Argument(help: ArgumentHelp("The event's position, as 17.", valueName: "position"))
    var position: PositionArgument

    @Option(help: ArgumentHelp("The new file for the proof.", valueName: "file"))
    var out: String?

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let store = try await bookOptions.store(.readOnly, in: environment)
        let position = try await position.checked(in: store)
        let proof = try await Evidence(of: store).inclusion(of: position)
        guard let out else {
            try environment.output.write(
                output.format == .json ? ProofJSON.render(inclusion: proof) : proof.encoded)
            return
        }
        try environment.files.write(proof.encoded, to: out, .new)
        switch output.format {
        case .json: try environment.output.write(ProofJSON.render(inclusion: proof))
        case .text:
            try environment.output.write(
                ProofText.render(
                    inclusion: proof, file: out, options: output.layout.text(in: environment)))
        }
    }
}

struct ProveConsistencyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "consistency",
        abstract: "Prove that the book, at its newest checkpoint, continues an older one.",
        discussion: """
            The proof has the form of a request to a witness (C2SP tlog-witness): the old size, the \
            hashes, and the new checkpoint. It is verified before it is written. Without --out it is \
            written to the output.

            Example:
              deedbook prove consistency last.checkpoint --out since-last.proof
            """)

    @Argument(help: ArgumentHelp("The older checkpoint.", valueName: "file"))
    var checkpoint: String

    @Option(help: ArgumentHelp("The new file for the proof.", valueName: "file"))
    var out: String?

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let old = try CheckpointFile.read(checkpoint, in: environment).checkpoint
        let store = try await bookOptions.store(.readOnly, in: environment)
        guard old.isOf(store.origin) else {
            throw DeedbookError(
                in: checkpoint, line: 1,
                "a checkpoint of '\(old.origin)'; this book is '\(store.origin)'",
                hint: "give one of this book, or the other book with --book")
        }
        let head = try await store.head()
        guard old.size <= head.number else {
            throw DeedbookError(
                .rolledBack,
                "\(checkpoint) covers \(old.size) events; the book has \(head.number)",
                hint: "keep the checkpoint: it is evidence that the book was rolled back")
        }
        let proof = try await Evidence(of: store).consistency(from: old)
        guard let out else {
            try environment.output.write(
                output.format == .json
                    ? ProofJSON.render(consistency: proof, from: old) : proof.encoded)
            return
        }
        try environment.files.write(proof.encoded, to: out, .new)
        switch output.format {
        case .json: try environment.output.write(ProofJSON.render(consistency: proof, from: old))
        case .text:
            try environment.output.write(
                ProofText.render(
                    consistency: proof, from: old, file: out,
                    options: output.layout.text(in: environment)))
        }
    }
}

/// A position as people write it: 17 or #17.
struct PositionArgument: ExpressibleByArgument {
    let position: Position

    init?(argument: String) {
        guard case .position(let position)? = RecordedPoint(argument: argument) else { return nil }
        self.position = position
    }

    /// - Throws: where the book has no event there.
    func checked(in store: any TamperEvidentStore) async throws(DeedbookError) -> Position {
        let head = try await store.head()
        guard position.number >= 1, position <= head else {
            throw DeedbookError(
                .unknown, "there is no event at \(position)",
                hint: head.number > 0
                    ? "the book has #1 to \(head)" : "the book is empty")
        }
        return position
    }
}
