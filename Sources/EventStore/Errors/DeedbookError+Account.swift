import Amendments
public import Notation
public import Terms
import Transparency

extension DeedbookError {
    /// An error in words.
    public struct Account: Hashable, Sendable {
        /// What happened, in a word for programs; it never changes.
        public var code: String
        public var kind: Kind
        /// What happened, for people; lines after the first are indented.
        public var sentence: String
        /// What to do about it. Commands that it names are those of the program `deedbook`.
        public var hint: String?
        /// What of that which was given is at fault; nil where nothing is.
        public var place: Place?

        fileprivate init(
            _ code: String, _ kind: Kind, _ sentence: String, hint: String? = nil,
            at place: Place? = nil
        ) {
            self.code = code
            self.kind = kind
            self.sentence = sentence
            self.hint = hint
            self.place = place
        }
    }

    /// What of that which was given is at fault.
    public enum Place: Hashable, Sendable {
        case recording(RecordingKey)
        /// The figures that an amount is worked out from; the line from 1, where it is one.
        case figures(line: Int?)

        fileprivate var mark: Mark? {
            switch self {
            case .recording: nil
            case .figures(let line): line.map { Mark(line: $0) }
            }
        }
    }

    /// What happened, in a word for programs; it never changes.
    public var code: String { account.code }
    public var kind: Kind { account.kind }

    /// All that is said of each case, in one table: who adds a case is asked for it here, and nowhere else.
    public var account: Account {
        switch self {
        case .versionConflict(let agreement, _, let actual):
            Account(
                "version-conflict", .temporary,
                "another process appended to '\(agreement)', now at version \(actual)",
                hint: "look at what was recorded since, and expect what stands there now")
        case .keyReused(let key, let position):
            Account(
                "key-reused", .conflict,
                "recording '\(key)' is in the book already at \(position), with other content",
                hint: "what is recorded never changes: record an event-corrected under a new key",
                at: .recording(key))
        case .keyRedacted(let event, let position):
            Account(
                "key-redacted", .conflict,
                "the event \(event) at \(position) was redacted, so whether this is the recording that is in "
                    + "the book cannot be named",
                hint: "leave the file out, or let it say what is left of the event: deedbook show "
                    + "\(event.recording)", at: .recording(event.recording))
        case .invalid(let key, let violations):
            Account(
                "invalid-recording", .invalid,
                "recording '\(key)' cannot hold: "
                    + violations.map(\.message).joined(separator: "; "),
                hint: violations.first?.hint, at: .recording(key))
        case .entryTooLarge(let event, let bytes):
            Account(
                "entry-too-large", .invalid,
                "event \(event) takes \(bytes) bytes; an entry has at most 65535",
                hint: "split it, or shorten quotes and notes", at: .recording(event.recording))
        case .clockAhead(let now, let last, let position):
            Account(
                "clock-ahead", .conflict,
                "nothing was recorded: the clock of this machine says \(now), more than "
                    + "\(ClockLimits.restingDays) days after the last recording (\(position), recorded at "
                    + "\(last))",
                hint:
                    "set the clock; where it is right, because the book rested, say --accept-clock: no "
                    + "later recording can have an earlier instant")
        case .redactsNothing(let event, let redaction):
            Account(
                "redacts-nothing", .invalid,
                "\(redaction) redacts \(event), which no earlier recording has",
                hint: "list the events with: deedbook log, then deedbook show RECORDING",
                at: .recording(redaction.recording))
        case .sealRefused(let key, let detail):
            Account(
                "seal-refused", .invalid, "the signature of '\(key)' is refused: \(detail)",
                hint: "sign with the key of the recorder", at: .recording(key))
        case .overloaded(let capacity):
            Account(
                "overloaded", .temporary, "\(capacity) appends are waiting already", hint: again)
        case .outcomeUnknown(let detail):
            Account(
                "outcome-unknown", .inaccessible,
                "whether the recording was written is not known: \(detail)",
                hint: "run the command again: what was written is recognized and not repeated")
        case .busy(let detail):
            Account("busy", .temporary, "the book is busy: \(detail)", hint: again)
        case .inaccessible(let path, let detail):
            Account(
                "inaccessible", .inaccessible, "cannot use the book \(path): \(detail)",
                hint: "check the path and its permissions")
        case .notABook(let path, let detail):
            Account(
                "not-a-book", .damaged, "\(path) is not a book: \(detail)",
                hint: "give another file with --book")
        case .newerFormat(let path, let found, let known):
            Account(
                "newer-format", .damaged,
                "\(path) has book format \(found); this version of Deedbook knows up to \(known)",
                hint: "use a newer Deedbook")
        case .olderFormat(let path, let found, let known):
            Account(
                "older-format", .damaged,
                "\(path) has book format \(found), of a development version; this one writes \(known)",
                hint: "record its files in a new book")
        case .newerDerived(let found, let known):
            Account(
                "newer-derived", .damaged,
                "the book is not written to: its derived tables have form \(found), of a newer version; "
                    + "this version of Deedbook makes form \(known)",
                hint: "use a Deedbook that makes form \(found), or a newer one")
        case .full(let path):
            Account(
                "full", .inaccessible, "there is no space left for the book \(path)",
                hint: "free some and run the command again: nothing is half-written")
        case .corrupted(let position, let detail):
            Account(
                "corrupted", .damaged,
                "the stored event \(position) cannot be read back: \(detail)",
                hint:
                    "see everything that is wrong with: deedbook verify; what was whole is in a backup"
            )
        case .derivedAltered(let detail):
            Account(
                "derived-altered", .damaged,
                "what the book keeps beside its events is not what was written there: \(detail)",
                hint:
                    "see everything that is wrong with: deedbook verify; where the events are sound, make it again with: deedbook rebuild"
            )
        case .unknownKind(let position, let kind):
            Account(
                "unknown-event-kind", .damaged,
                "the stored event \(position) is of the unknown kind '\(kind)'",
                hint: "use a newer Deedbook")
        case .unknownAgreement(let id, let known):
            Account(
                "unknown-agreement", .unknown, "unknown agreement '\(id)'",
                hint: known.isEmpty
                    ? "the book is empty; record something with: deedbook record FOLDER"
                    : Spelling.hint(
                        for: id.text, among: known.map(\.text), else: "agreements: \(list(known))")
            )
        case .beforeFirst(let asked, let key, let last):
            Account(
                "before-first", .unknown,
                asked.number > 0
                    ? "position \(asked) lies inside the recording '\(key)' (#1 to \(last)), before "
                        + "whose end the book said nothing"
                    : "the book said nothing yet: its first recording is '\(key)' (#1 to \(last))",
                hint: "ask at \(last) or later")
        case .unknownTerm(let id, let nearest):
            Account(
                "unknown-term", .unknown, "unknown term '\(id)'",
                hint: nearest.isEmpty
                    ? "the agreement has no terms there" : "perhaps \(list(nearest))")
        case .unknownName(let name, let named, let nearest):
            Account(
                "unknown-name", .unknown, "unknown \(named.rawValue) '\(name)'",
                hint: nearest.isEmpty
                    ? named.listing : "did you mean \(nearest.joined(separator: " or "))?")
        case .ambiguousName(let name, let named, let candidates):
            Account(
                "ambiguous-name", .unknown,
                "'\(name)' may mean several \(named.rawValue)s: "
                    + candidates.joined(separator: ", "), hint: "give more of the name")
        case .hiddenAgreement(let id, let hidden):
            Account(
                "hidden-agreement", .unknown, "agreement '\(id)' was \(hidden.sentence)",
                hint: hidden.hint)
        case .hiddenTerm(let id, let agreement, let hidden):
            Account(
                "hidden-term", .unknown, "term '\(id)' of \(agreement) was \(hidden.sentence)",
                hint: hidden.hint)
        case .unknownField(let field, let kind):
            Account(
                "unknown-field", .unknown,
                "this \(kind.rawValue) never had a field '\(field)'",
                hint: Spelling.hint(
                    for: field.rawValue,
                    among: kind.definition.fields.map(\.name.rawValue).filter {
                        $0 != field.rawValue
                    },
                    else: "fields of its kind: "
                        + kind.definition.fields.map(\.name.rawValue).joined(separator: ", ")))
        case .unknownRecording(let key, let nearest):
            Account(
                "unknown-recording", .unknown, "unknown recording '\(key)'",
                hint: nearest.isEmpty
                    ? "list them with: deedbook log" : "perhaps \(list(nearest))")
        case .recordingElsewhere(let key, let asked, let touched):
            Account(
                "recording-elsewhere", .unknown,
                "'\(key)' says nothing of \(asked): it is of \(list(touched))",
                hint: touched.first.map {
                    "see what it changed with: deedbook diff \($0) --by \(key)"
                }
                    ?? "see it with: deedbook show \(key)")
        case .unknownEvent(let event, let count):
            Account(
                "unknown-event", .unknown, "'\(event.recording)' has \(count) events",
                hint: "give a number from 1 to \(count)")
        case .notCorrectable(let event):
            Account(
                "not-correctable", .conflict,
                "\(event) cannot be corrected: it is rescinded, redacted or a record event",
                hint: "see it with: deedbook show \(event.recording)")
        case .beyondHead(let asked, let head):
            Account(
                "beyond-head", .unknown,
                "position \(asked) is beyond the end of the book, \(head)",
                hint: "an answer from there would not be the same tomorrow")
        case .beyondNow(let asked, let now):
            Account(
                "beyond-now", .unknown, "\(asked) is not past yet: it is \(now)",
                hint:
                    "an answer from there would not be the same tomorrow; leave it out for the end")
        case .longSpan(let from, let to, let limit):
            Account(
                "long-span", .usage,
                "\(from) to \(to) are \(to.number - from.number + 1) days: at most \(limit) are shown "
                    + "at once",
                hint: "ask for a part of them with --from and --to")
        case .notPayable(let term, let kind, let agreement, let vantage, let payable):
            Account(
                "not-payable", .unknown,
                noAmount(of: term, kind)
                    ?? "\(agreement) has no term '\(term)' from \(vantage)",
                hint: "see: deedbook terms \(agreement); payable: "
                    + payable.map(\.rawValue).joined(separator: ", "))
        case .takesNoFigures(let kind):
            Account(
                "takes-no-figures", .usage, "a \(kind.rawValue) needs no figures",
                hint: "leave out --figures and give --from and --to")
        case .needsFigures(let kind):
            Account(
                "needs-figures", .usage,
                "a \(kind.rawValue) needs figures, such as each month's revenue",
                hint: "give --figures FILE; see: deedbook help payable")
        case .needsDays:
            Account(
                "needs-days", .usage,
                "which days? without --figures both --from and --to are needed",
                hint: "for example: --from 2026-01-01 --to 2026-12-31")
        case .reversedDays(let from, let to):
            Account("reversed-days", .usage, "--to \(to) lies before --from \(from)")
        case .severalCurrencies(let term, let known):
            Account(
                "several-currencies", .usage,
                "\(term) has amounts in \(known.map(\.code).joined(separator: " and "))",
                hint: known.first.map { "say which to count: --currency \($0.code)" })
        case .unknownBase(let base, let line, let term, let known):
            Account(
                "unknown-base", .invalid, "no rate of \(term) is of '\(base)'",
                hint: "its rates are of: \(known.joined(separator: "; "))", at: .figures(line: line)
            )
        case .secondBase(let base, let line, let first):
            Account(
                "second-base", .invalid, "a second base: '\(base)'",
                hint: "give one base a file, here '\(first)'", at: .figures(line: line))
        case .straddling(let period, let line, let day):
            Account(
                "straddling", .invalid, "\(period) lies on both sides of \(day)",
                hint: "let --from and --to keep periods whole: nothing says how to split a figure",
                at: .figures(line: line))
        case .noFigures:
            Account(
                "no-figures", .invalid, "no figure lies in the time asked",
                hint: "check --from and --to", at: .figures(line: nil))
        case .checkpointRefused(let size, let detail):
            Account(
                "checkpoint-refused", .invalid,
                "the checkpoint of size \(size) is refused: \(detail)",
                hint: "find out why with: deedbook verify --against FILE")
        case .notSigned(let detail):
            Account("not-signed", .invalid, "the checkpoint cannot be signed: \(detail)")
        case .discontinued(let signed, let now, let detail):
            Account(
                "discontinued", .damaged,
                "nothing was signed: the book of \(now.size) events does not continue the checkpoint "
                    + "of #\(signed.size) that was signed before: \(detail)\n"
                    + "  signed before: size \(signed.size), root \(signed.root.base64)\n"
                    + "  the book now:  size \(now.size), root \(now.root.base64)",
                hint: "keep the book as it is, and find out what happened with: deedbook verify")
        case .entryAltered(let position):
            Account(
                "entry-altered", .damaged,
                "nothing was signed: the entry at \(position) was altered",
                hint: "see everything that is wrong with: deedbook verify")
        case .notCovered(let position):
            Account(
                "not-covered", .unknown, "no signed checkpoint covers \(position) yet",
                hint: "make one with: deedbook checkpoint --key FILE")
        case .rolledBack(let old, let new, let detail):
            Account(
                "rolled-back", .rolledBack,
                "the book does not continue the checkpoint of #\(old.size): \(detail)\n"
                    + "  the checkpoint: size \(old.size), root \(old.root.base64)\n"
                    + "  the book:       size \(new.size), root \(new.root.base64)",
                hint:
                    "keep the checkpoint: it is evidence; see more with: deedbook verify --against FILE"
            )
        case .problems(let kind, let problems):
            Account(
                kind.rawValue, kind, problems.map(\.message).joined(separator: "; "),
                hint: problems.first?.hint)
        }
    }

    private func noAmount(of term: TermID, _ kind: TermKind?) -> String? {
        switch kind {
        case nil: nil
        case .volumeCommitment?, .supply?:
            "'\(term)' is a quantity, for which the record has no price: no amount can be computed"
        case .milestone?:
            "'\(term)' is a milestone, for which the record has no payment: no amount can be computed"
        case .serviceLevel?:
            "'\(term)' is a service level, for which the record has no credit: no amount can be computed"
        case let kind?: "'\(term)' is a \(kind.rawValue) term, which has no amount of money"
        }
    }

    private var again: String { "run the command again" }

    private func list<Kind>(_ ids: [Identifier<Kind>]) -> String {
        ids.map(\.text).joined(separator: ", ")
    }
}

// Where it is.
extension DeedbookError {
    /// Everything that is wrong, each with its place.
    ///
    /// - Parameter file: the file that a recording or figures were read from; nil where they are of none.
    public func problems(in file: (Place) -> String? = { _ in nil }) -> [Problem] {
        if case .problems(_, let problems) = self { return problems }
        if case .invalid(let key, let violations) = self {
            return violations.map { violation in
                Problem(
                    violation, in: file(.recording(violation.event.recording)),
                    else: file(.recording(key)))
            }
        }
        let account = account
        return [
            Problem(
                account.sentence, hint: account.hint, file: account.place.flatMap(file),
                mark: account.place?.mark)
        ]
    }
}

extension Problem {
    /// - Parameters:
    ///   - file: the file the event was read from, in which its mark counts.
    ///   - refused: the file of the recording that cannot be made, where the event is of another.
    fileprivate init(_ violation: Violation, in file: String?, else refused: String?) {
        let other = violation.other.map { " (see \($0))" } ?? ""
        let event = file == nil ? "\(violation.event): " : ""
        self.init(
            event + violation.message + other, hint: violation.hint, file: file ?? refused,
            mark: file == nil ? nil : violation.mark)
    }
}
