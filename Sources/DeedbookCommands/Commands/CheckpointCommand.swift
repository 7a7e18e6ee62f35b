import ArgumentParser
import EventStore
import Ledger
import Rendering
import Transparency

struct CheckpointCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checkpoint",
        abstract: "Sign the present state of the book, and have witnesses cosign it.",
        discussion: """
            A checkpoint states the book's name, its size and its root, with signatures (C2SP tlog- \
            checkpoint). It is kept in the book; give a copy to the other side (--out), because only a \
            copy kept elsewhere shows a rollback. Before signing, the entries since the last checkpoint \
            are read again; a checkpoint that does not continue it is not signed. To change keys, sign \
            with both for a while.

            A witness is asked over HTTP by its URL. By mail, --witness FILE writes the request and \
            --cosigned FILE reads the answer. A cosignature is kept once a key of the policy has verified \
            it.

            Example, signed; cosigned over HTTP; and by mail:
              deedbook checkpoint --key book.key --out last.checkpoint
              deedbook checkpoint --key book.key --policy trust.policy \\
                --witness http://localhost:8080
              deedbook checkpoint --policy trust.policy --cosigned answer.txt
            """)

    @Option(
        name: .customLong("key"),
        help: ArgumentHelp(
            "Private key of the book. Repeatable, for old and new keys.", valueName: "file"))
    var keyFiles: [String] = []

    @Option(
        help: ArgumentHelp(
            "Also write the checkpoint to this file; an older one of this book is replaced.",
            valueName: "file"))
    var out: String?

    @Option(
        name: .customLong("witness"),
        help: ArgumentHelp(
            "Ask the witness at this URL, or write the request to a new file.",
            valueName: "url or file"))
    var witnesses: [String] = []

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The size the witness states.", valueName: "n"))
    var witnessHas: Int?

    @Option(
        help: ArgumentHelp(
            "Policy of the witnesses whose cosignatures are accepted (C2SP tlog-policy).",
            valueName: "file"))
    var policy: String?

    @Option(help: ArgumentHelp("Keep the cosignatures of a witness's answer.", valueName: "file"))
    var cosigned: String?

    @Flag(help: "List the checkpoints in the book.")
    var list = false

    @OptionGroup var bookOptions: BookOptions
    @OptionGroup var output: OutputOptions

    func validate() throws {
        let isAsking = witnesses.contains(where: Self.isURL)
        if isAsking || cosigned != nil, policy == nil {
            throw ValidationError(
                "a witness's answer is only kept when a key proves it: give --policy FILE")
        }
        if let witnessHas, witnessHas < 0 {
            throw ValidationError("--witness-has is at least 0")
        }
        if list, !keyFiles.isEmpty || out != nil || !witnesses.isEmpty || cosigned != nil {
            throw ValidationError("--list stands alone")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        let policy = try policy.map { path in try PolicyFile.read(path, in: environment) }
        let keys = try keyFiles.map { path in try KeyFile.signingKey(path, in: environment) }
        let memory = try out.map { path in
            try CheckpointMemory(path: path, environment: environment)
        }
        let isWritten = !keys.isEmpty || !witnesses.isEmpty || cosigned != nil
        let store = try await bookOptions.store(isWritten ? .readWrite : .readOnly, in: environment)
        if list { return try await printList(of: store, environment) }
        try check(keys, of: store)
        try await memory?.check(store)
        let exchange = WitnessExchange(
            store: store, witnesses: policy?.witnesses ?? [], environment: environment)
        for url in witnesses where Self.isURL(url) { _ = try exchange.witness(at: url) }
        var work = CheckpointWork(exchange: exchange)
        guard var signed = try await work.signed(with: keys) else {
            try await printUnsigned(store, environment)
            guard out == nil, witnesses.isEmpty, cosigned == nil else {
                throw DeedbookError(
                    .unknown, "the book has no signed checkpoint yet",
                    hint: "sign one with: deedbook checkpoint --key FILE")
            }
            return
        }
        if let cosigned { try await work.take(answer: cosigned) }
        for witness in witnesses {
            await work.ask(witness, for: signed, witnessHas: witnessHas, isURL: Self.isURL(witness))
        }
        signed = try await work.kept(signed)
        if let memory, let out {
            try memory.keep(signed)
            work.notes.append(("written to", out))
        }
        try printCheckpoint(signed, work.notes, environment)
        if let failure = work.failure { throw failure }
    }

    static func isURL(_ text: String) -> Bool {
        text.hasPrefix("http://") || text.hasPrefix("https://")
    }

    /// A verifier looks for the book's own name.
    private func check(_ keys: [SigningKey], of store: any TamperEvidentStore) throws {
        for (key, path) in zip(keys, keyFiles) where key.verifier.name != store.origin {
            throw DeedbookError(
                .invalid,
                "\(path) is the key of '\(key.verifier.name)'; this book is '\(store.origin)'",
                hint: "make a key for the book with: deedbook keygen --out FILE")
        }
    }

    private func printList(
        of store: any TamperEvidentStore, _ environment: CommandEnvironment
    ) async throws {
        let all = try await store.checkpoints()
        switch output.format {
        case .text:
            try environment.output.write(
                CheckpointText.render(
                    list: all, of: store.origin, options: output.layout.text(in: environment)))
        case .json:
            try environment.output.write(CheckpointJSON.render(list: all, of: store.origin))
        }
    }

    private func printUnsigned(
        _ store: any TamperEvidentStore, _ environment: CommandEnvironment
    ) async throws {
        let now = try await store.checkpoint(at: nil)
        switch output.format {
        case .text:
            try environment.output.write(
                CheckpointText.render(
                    unsigned: now, options: output.layout.text(in: environment)))
        case .json: try environment.output.write(CheckpointJSON.render(unsigned: now))
        }
    }

    private func printCheckpoint(
        _ signed: SignedCheckpoint, _ notes: [(label: String, text: String)],
        _ environment: CommandEnvironment
    ) throws {
        switch output.format {
        case .text:
            try environment.output.write(
                CheckpointText.render(
                    signed, notes: notes, options: output.layout.text(in: environment)))
        case .json: try environment.output.write(CheckpointJSON.render(signed, notes: notes))
        }
    }
}
