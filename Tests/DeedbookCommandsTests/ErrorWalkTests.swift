import Amendments
import DeedbookCommands
import EventStore
import Ledger
import Notation
import Synchronization
import Terms
import Testing
import Transparency

/// Every error, with hostile text wherever text can stand in it, as a command reports it.
struct ErrorWalkTests {
    @Test func `no error lets hostile text through`() async {
        for error in Self.errors(saying: HostileText.text) {
            let told = await Self.told(error)
            #expect(told.contains("evil"), "\(error.code)")
            HostileText.expectNone(in: told)
        }
    }

    @Test(arguments: ["x", "\u{202E}", "a\u{301}", "long "])
    func `no error is as long as what it is about`(piece: String) async {
        let long = String(repeating: piece, count: 200_000)
        for error in Self.errors(saying: long) {
            let told = await Self.told(error)
            #expect(told.contains("more characters)"), "\(error.code)")
            // Place, message and hint, of at most 2,000 characters each, each shown as at most ten.
            #expect(told.utf8.count < 64_000, "\(error.code) \(told.utf8.count)")
        }
    }

    /// Ids are in every other error; they are lower-case ASCII, so nothing hostile can be one.
    @Test func `no id is hostile`() {
        for scalar in HostileText.text.unicodeScalars where !scalar.isASCII || scalar.value < 0x20 {
            let text = "a\(scalar)b"
            #expect(AgreementID(text) == nil && TermID(text) == nil && RecordingKey(text) == nil)
            #expect(EventReference("\(text)#1") == nil && Currency(text) == nil)
        }
    }

    /// What a command says on the errors' stream where its book cannot be opened for that reason.
    private static func told(_ error: DeedbookError) async -> String {
        let errors = Mutex("")
        var environment = Console().environment()
        environment.bookExists = { _ in true }
        environment.openStore = { _, _ throws(DeedbookError) in throw error }
        environment.errors = OutputStream { text in errors.withLock { $0 += text } }
        #expect(await Deedbook.run(["log"], in: environment) != 0)
        return errors.withLock { $0 }
    }

    private static func errors(saying text: String) -> [DeedbookError] {
        Array(sequence(first: .sealRefused("deed", detail: text)) { next(after: $0, saying: text) })
    }

    /// The next case that has text in it. One who adds a case is asked by the compiler where it belongs.
    private static func next(
        after error: DeedbookError, saying text: String
    ) -> DeedbookError? {
        let checkpoint = Checkpoint(origin: text, size: 3, root: .leaf([1]))
        return switch error {
        case .sealRefused: .outcomeUnknown(detail: text)
        case .outcomeUnknown: .busy(text)
        case .busy: .inaccessible(path: text, detail: text)
        case .inaccessible: .notABook(path: text, detail: text)
        case .notABook: .newerFormat(path: text, found: 9, known: 2)
        case .newerFormat: .olderFormat(path: text, found: 1, known: 2)
        case .olderFormat: .full(path: text)
        case .full: .corrupted(Position(4), detail: text)
        case .corrupted: .derivedAltered(detail: text)
        case .derivedAltered: .unknownKind(Position(4), kind: text)
        case .unknownKind: .unknownName(text, .party, nearest: [text])
        case .unknownName: .ambiguousName(text, .recording, of: [text])
        case .ambiguousName: .unknownBase(text, line: 2, of: "fee", known: [text])
        case .unknownBase: .secondBase(text, line: 3, first: text)
        case .secondBase: .checkpointRefused(size: 3, detail: text)
        case .checkpointRefused: .notSigned(detail: text)
        case .notSigned: .discontinued(signed: checkpoint, now: checkpoint, detail: text)
        case .discontinued: .rolledBack(old: checkpoint, new: checkpoint, detail: text)
        case .rolledBack: .invalid("deed", [violation(text)])
        case .invalid: .problems(.fault, [problem(text)])
        case .problems: nil
        // Numbers, days, ids and words of ours.
        case .versionConflict, .keyReused, .keyRedacted, .entryTooLarge, .clockAhead,
            .redactsNothing,
            .overloaded,
            .newerDerived, .unknownAgreement, .beforeFirst, .unknownTerm, .hiddenAgreement,
            .hiddenTerm, .unknownField,
            .unknownRecording, .recordingElsewhere,
            .unknownEvent, .notCorrectable, .beyondHead, .beyondNow, .longSpan, .notPayable,
            .takesNoFigures, .needsFigures, .needsDays, .reversedDays, .severalCurrencies,
            .straddling, .noFigures, .entryAltered, .notCovered:
            nil
        }
    }

    private static func violation(_ text: String) -> Violation {
        Violation(
            message: text, hint: text, ground: .itself,
            event: EventReference(recording: "deed", ordinal: 2), mark: Mark(line: 7, column: 5))
    }

    private static func problem(_ text: String) -> Problem {
        Problem(text, hint: text, file: text, mark: Mark(line: 7, column: 5), path: [text, text])
    }
}
