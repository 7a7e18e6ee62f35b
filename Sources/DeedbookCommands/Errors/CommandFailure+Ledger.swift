import Amendments
import EventStore
import Ledger
import Notation
import Questions
import Terms

extension CommandFailure {
    /// - Parameter file: the file a violation's mark counts in, given the recording it is about.
    init(_ error: LedgerError, file: (RecordingKey) -> String? = { _ in nil }) {
        switch error {
        case .store(let error): self.init(error)
        case .unknownAgreement(let id, let known):
            self.init(
                .badData, "unknown agreement '\(id)'",
                hint: known.isEmpty
                    ? "the book is empty; record something with: deedbook record FOLDER"
                    : "agreements: \(Self.list(known))")
        case .unknownTerm(let id, let nearest):
            self.init(
                .badData, "unknown term '\(id)'",
                hint: nearest.isEmpty
                    ? "the agreement has no terms there"
                    : "perhaps \(Self.list(Nearest.ids(to: id, among: nearest)))")
        case .unknownField(let field, let kind):
            let names = kind.definition.fields.map(\.name.rawValue)
            self.init(
                .badData, "this \(kind.rawValue) never had a field '\(field)'",
                hint: "fields of its kind: \(names.joined(separator: ", "))")
        case .unknownRecording(let key, let nearest):
            self.init(
                .badData, "unknown recording '\(key)'",
                hint: nearest.isEmpty
                    ? "list them with: deedbook log"
                    : "perhaps \(Self.list(Nearest.ids(to: key, among: nearest)))")
        case .invalid(let violations):
            self.init(.badData, violations.map { Complaint($0, file: file($0.event.recording)) })
        case .beyondHead(let asked, let head):
            self.init(
                .badData, "position \(asked) is beyond the end of the book, \(head)",
                hint: "an answer from there would not be the same tomorrow")
        case .beyondNow(let asked, let now):
            self.init(
                .badData, "\(asked) is not past yet: it is \(now)",
                hint:
                    "an answer from there would not be the same tomorrow; leave it out for the end")
        }
    }

    private static func list<Kind>(_ ids: [Identifier<Kind>]) -> String {
        ids.map(\.text).joined(separator: ", ")
    }
}

extension CommandFailure {
    init(_ error: EventStoreError) {
        switch error {
        case .versionConflict(let agreement, _, let actual):
            self.init(
                .temporary, "somebody else appended to '\(agreement)', now at version \(actual)",
                hint: "run the command again")
        case .keyReused(let key, let position):
            self.init(
                .badData,
                "recording '\(key)' is in the book already at \(position), with other content",
                hint: "what is recorded never changes: record an event-corrected under a new key")
        case .entryTooLarge(let event, let bytes):
            self.init(
                .badData, "event \(event) takes \(bytes) bytes; an entry has at most 65535",
                hint: "split it, or shorten quotes and notes")
        case .redactsNothing(let event, let redaction):
            self.init(
                .badData, "\(redaction) redacts \(event), which no earlier recording has",
                hint: "list the events with: deedbook log, then deedbook show RECORDING")
        case .sealRefused(let key, let detail):
            self.init(
                .badData, "the signature of '\(key)' is refused: \(detail)",
                hint: "sign with the key of the recorder")
        case .busy, .inaccessible, .notABook, .newerFormat, .olderFormat, .full, .overloaded,
            .outcomeUnknown:
            self.init(ofFile: error)
        case .sizeBeyondHead, .checkpointRefused, .corrupted, .unknownKind:
            self.init(ofContents: error)
        }
    }

    /// Trouble with the file, or with who else uses it.
    private init(ofFile error: EventStoreError) {
        switch error {
        case .busy(let detail):
            self.init(.temporary, "the book is busy: \(detail)", hint: "run the command again")
        case .inaccessible(let path, let detail):
            self.init(
                .inputOutput, "cannot use the book \(path): \(detail)",
                hint: "check the path and its permissions")
        case .notABook(let path, let detail):
            self.init(
                .badData, "\(path) is not a book: \(detail)",
                hint: "give another file with --book")
        case .newerFormat(let path, let found, let known):
            self.init(
                .badData,
                "\(path) has book format \(found); this version of Deedbook knows up to \(known)",
                hint: "use a newer Deedbook")
        case .olderFormat(let path, let found, let known):
            self.init(
                .badData,
                "\(path) has book format \(found), of a development version; this one writes \(known)",
                hint: "record its files in a new book")
        case .full(let path):
            self.init(
                .inputOutput, "there is no space left for the book \(path)",
                hint: "free some and run the command again: nothing is half-written")
        case .overloaded(let capacity):
            self.init(
                .temporary, "\(capacity) appends are waiting already", hint: "run the command again"
            )
        case .outcomeUnknown(let detail):
            self.init(
                .inputOutput, "whether the recording was written is not known: \(detail)",
                hint: "run the command again: what was written is recognized and not repeated")
        case _: self.init(.internalError, "\(error)")
        }
    }

    /// Trouble with what the book holds.
    private init(ofContents error: EventStoreError) {
        switch error {
        case .sizeBeyondHead(let asked, let size):
            self.init(
                .badData, "position #\(asked) is beyond the end of the book, #\(size)",
                hint: "ask for one from #1 to #\(size)")
        case .checkpointRefused(let size, let detail):
            self.init(
                .badData, "the checkpoint of size \(size) is refused: \(detail)",
                hint: "find out why with: deedbook verify --against FILE")
        case .corrupted(let position, let detail):
            self.init(
                .badData, "the stored event \(position) cannot be read back: \(detail)",
                hint: "restore the book from a backup")
        case .unknownKind(let position, let kind):
            self.init(
                .badData, "the stored event \(position) is of the unknown kind '\(kind)'",
                hint: "use a newer Deedbook")
        case _: self.init(.internalError, "\(error)")
        }
    }
}

extension CommandFailure.Complaint {
    init(_ violation: Violation, file: String?) {
        let mark = violation.mark.map { ":\($0.line):\($0.column)" } ?? ""
        let other = violation.other.map { " (see \($0))" } ?? ""
        self.init(
            place: file.map { $0 + mark }, message: violation.message + other,
            hint: violation.hint)
        if file == nil { message = "\(violation.event): \(message)" }
    }
}
