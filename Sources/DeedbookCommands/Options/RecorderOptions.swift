import ArgumentParser
import Journal
import Questions
import Transparency

/// Who records, with which key, and whether the clock is right.
struct RecorderOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Name of the recorder (default: $DEEDBOOK_RECORDER, then your user name).",
            valueName: "name"))
    var recorder: String?

    @Option(
        help: ArgumentHelp(
            "Sign each recording with this private key; the key's name is the recorder.",
            valueName: "key file"))
    var signWith: String?

    @Flag(help: "Accept this machine's clock although the last recording is more than a year old.")
    var acceptClock = false

    func validate() throws {
        if signWith != nil, recorder != nil {
            throw ValidationError(
                "give --recorder or --sign-with, not both: who signs is the recorder")
        }
    }

    /// Throws where a command that records nothing is asked to accept the clock.
    func check(isDryRun: Bool) throws {
        if acceptClock, isDryRun {
            throw ValidationError("--accept-clock is for recording; --dry-run records nothing")
        }
    }

    /// Nil where nothing is signed.
    func signer(in environment: CommandEnvironment) throws -> SigningKey? {
        try signWith.map { path in try KeyFile.signingKey(path, in: environment) }
    }

    /// What is to be recorded, by the holder of the key where one is given.
    func batch(
        of drafts: [Journal.Draft], signedBy signer: SigningKey?,
        in environment: CommandEnvironment
    ) -> Batch {
        Batch(
            drafts: drafts,
            recorder: signer?.verifier.name ?? recorder ?? environment.recorder, signer: signer,
            environment: environment)
    }

    /// Throws where the clock is far ahead of the book, unless that was accepted.
    func checkClock(before batch: Batch, in book: Book) async throws {
        if acceptClock { return }
        try await book.checkClock(batch.environment.clock(), before: batch.drafts.map(\.recording))
    }
}
