import Amendments
import ArgumentParser
import EventStore
import Terms
import Transparency

struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness",
        abstract: "Act as a witness: cosign the checkpoints of other books.",
        discussion: """
            A witness remembers the last checkpoint of each book and cosigns the next one only if it \
            continues it (C2SP tlog-witness). Then no one can show you one book and another reader \
            another, nor take back what you saw. Its memory is made once (init), and must never be reset \
            or put back from a backup. Give your public key to those who check the book, for their policy.

            Example, to begin with, over HTTP on this machine, and by mail:
              deedbook witness init seen.witness
              deedbook witness serve --key witness.key --memory seen.witness --log VKEY
              deedbook witness cosign request.txt --key witness.key \\
                --memory seen.witness --log VKEY
            """,
        subcommands: [
            WitnessInitCommand.self, WitnessServeCommand.self, WitnessCosignCommand.self,
        ])
}

/// What a witness needs, however it is asked.
struct WitnessOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The witness's private key: deedbook keygen NAME --witness.", valueName: "file"))
    var key: String

    @Option(help: ArgumentHelp("What it saw; made with: deedbook witness init.", valueName: "file"))
    var memory: String

    @Option(
        name: .customLong("log"),
        help: ArgumentHelp(
            "The public key of a book, as it is or in a file; repeat it for more.",
            valueName: "vkey or file"))
    var logs: [String]

    func cosigner(in environment: CommandEnvironment) throws -> Cosigner {
        let key = try KeyFile.read(key, in: environment)
        let logs = try VerifierKeyFile.keys(logs, in: environment)
        for log in logs where log.algorithm != .ed25519 {
            throw DeedbookError(
                .usage, "\(log.label) is the key of a witness, not of a book",
                hint: "the book's key is printed by: deedbook keygen --out FILE")
        }
        guard key.verifier.algorithm == .cosignatureV1 else {
            throw DeedbookError(
                .invalid, "\(self.key) holds no key of a witness",
                hint: "make one with: deedbook keygen NAME --witness --out FILE")
        }
        do {
            return try Cosigner(
                key: key, logs: logs, memory: try environment.witnesses.openMemory(memory))
        } catch let error as WitnessMemoryError {
            throw DeedbookError(error)
        }
    }
}

extension DeedbookError {
    /// Nothing is signed without the memory.
    fileprivate init(_ error: WitnessMemoryError) {
        switch error {
        case .missing:
            self.init(
                .missing, "nothing was signed: \(error)",
                hint:
                    "a new witness makes one, once: deedbook witness init FILE; one that cosigned before "
                    + "needs its own: without it, it could be shown another history")
        case .exists:
            self.init(
                .unwritable, "\(error)",
                hint:
                    "a memory is made once and never reset: go on with it, or give another name for a new "
                    + "witness")
        case .notMade(let detail):
            self.init(
                .unwritable, "the memory cannot be made: \(detail)",
                hint: "give a path where a file can be made")
        case .failed(let detail):
            self.init(
                .inaccessible, "the memory cannot be used: \(detail)",
                hint:
                    "give the file that was made for this witness with: deedbook witness init FILE")
        }
    }
}

struct WitnessInitCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make the memory of a new witness.",
        discussion: """
            This is done once, when the witness begins: one that lost its memory could be shown another \
            story, and has to begin anew with another key.

            Example, with the key:
              deedbook keygen lumen.example/witness --witness --out witness.key
              deedbook witness init seen.witness
            """)

    @Argument(help: ArgumentHelp("The new file for what it sees.", valueName: "file"))
    var memory: String

    func run() async throws {
        let environment = try CommandEnvironment.current
        do { try environment.witnesses.makeMemory(memory) } catch { throw DeedbookError(error) }
        try environment.output.say(
            "\(memory) is the memory of a witness that saw nothing yet; never reset it")
    }
}

struct WitnessServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Answer requests over HTTP on this machine (POST /add-checkpoint).",
        discussion: """
            It listens on 127.0.0.1 and logs each request in a line; Ctrl-C ends it. To be reached from \
            elsewhere, put a server that speaks TLS before it.

            Example:
              deedbook witness serve --key witness.key --memory seen.witness \\
                --log VKEY --port 8080
            """)

    @OptionGroup var options: WitnessOptions

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("The port; 0 for any that is free.", valueName: "n"))
    var port: UInt16 = 8080

    func run() async throws {
        let environment = try CommandEnvironment.current
        let cosigner = try options.cosigner(in: environment)
        try environment.output.say("witness \(cosigner.verifier)")
        do {
            try await environment.witnesses.serve(cosigner, port) { line in
                // A log that no one reads any more is no reason to stop.
                try? environment.output.say("\(environment.clock().toTheSecond) \(line)")
            }
        } catch {
            throw DeedbookError(
                .inaccessible, "cannot serve on port \(port): \(error)",
                hint: "give a port that is free with --port")
        }
    }
}

struct WitnessCosignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cosign",
        abstract: "Answer one request that came as a file.",
        discussion: """
            REQUEST is what deedbook checkpoint --witness FILE wrote. The answer is to be sent back, \
            for deedbook checkpoint --cosigned. Exit status: 0 cosigned, 3 not signed by the book, \
            5 it does not continue what this witness saw, 65 anything else.

            Example:
              deedbook witness cosign request.txt --key witness.key --memory seen.witness \
            --log VKEY --out answer.txt
            """)

    @Argument(help: ArgumentHelp("The request.", valueName: "file"))
    var request: String

    @OptionGroup var options: WitnessOptions

    @Option(help: ArgumentHelp("The new file for the answer; else the output.", valueName: "file"))
    var out: String?

    func run() async throws {
        let environment = try CommandEnvironment.current
        let cosigner = try options.cosigner(in: environment)
        let body = try environment.files.read(request, "request").bytes
        if let out, (try? environment.files.open(out)) != nil {
            throw FileFailure.exists.writing(out)
        }
        let seconds = UInt64(max(0, environment.clock().microseconds / 1_000_000))
        let reply = await cosigner.answer(body, at: seconds)
        guard reply.status == 200 || reply.status == 409 else {
            throw Self.failure(reply, request)
        }
        if let out {
            try environment.files.write(reply.body, to: out, .new)
            let what = reply.status == 200 ? "cosigned" : "not cosigned"
            try environment.output.say("\(what): the answer is in \(out)")
        } else {
            try environment.output.write(reply.body)
        }
        guard reply.status == 200 else {
            throw DeedbookError(
                .invalid,
                "not cosigned: this witness has size \(reply.body.dropLast()), the request another",
                hint: "send the answer back all the same: it states from where to go on")
        }
    }

    private static func failure(_ reply: WitnessReply, _ path: String) -> DeedbookError {
        let words = reply.cause ?? String(reply.body.dropLast())
        switch reply.status {
        case 400:
            return DeedbookError(
                in: path, "no request: \(words)",
                hint: "a request is written by: deedbook checkpoint --witness FILE")
        case 403:
            return DeedbookError(
                .forged, "\(path): not cosigned: \(words)",
                hint:
                    "ask the book's keeper for the key it is signed with now, and give it with --log"
            )
        case 404:
            return DeedbookError(
                .invalid, "\(path): not cosigned: \(words)",
                hint: "give the book's public key with --log, if you want to be its witness")
        case 422:
            return DeedbookError(
                .rolledBack, "\(path): not cosigned: it does not continue what was seen: \(words)",
                hint: "keep the request: it is evidence that the book was changed or forked")
        case _:
            return DeedbookError(
                .inaccessible, "\(path): not cosigned: \(words)",
                hint: "look at the memory's file, and run the command again")
        }
    }
}
