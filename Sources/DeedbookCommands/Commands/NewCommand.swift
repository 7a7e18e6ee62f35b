import Amendments
import ArgumentParser
import EventStore
import Journal
import Ledger
import Notation
import Questions
import Rendering
import Terms

struct NewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Write a draft recording, with what the book knows filled in.",
        discussion: """
            Every place to fill has a comment that begins with <-; until all are filled, check shows \
            exactly these. Fields that may be left out are named in one comment; with --full each is there \
            as a comment, with an example. Without --out it is written to standard output; a file is never \
            overwritten.

            The first line names a JSON Schema, with which editors that know YAML complete names and mark \
            mistakes. With --out it is written to the folder .deedbook beside the file; without, \
            deedbook schema --out .deedbook writes it.

            Example:
              deedbook new amendment microsoft-openai revenue-share.openai-to-microsoft.cap
            """,
        subcommands: [
            NewAgreementCommand.self, NewAmendmentCommand.self, NewCorrectionCommand.self,
        ])
}

/// Where a skeleton goes, and how it is called.
struct TemplateOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "New file; its name without .yaml is the recording's key.", valueName: "file"))
    var out: String?

    @Flag(help: "Include every optional field, as a comment with an example.")
    var full = false

    var detail: RecordingTemplate.Detail { full ? .full : .named }

    /// The file's name, else one of the day and of what it is, which no recording of the book has.
    func key(
        _ what: String, on today: Day?, besides book: Book?, in environment: CommandEnvironment
    ) async throws -> RecordingKey {
        let day = environment.moment(today: today).todayInUTC
        guard let out else {
            var number = 1
            while let key = RecordingKey("\(day)-\(what)\(number == 1 ? "" : "-\(number)")") {
                guard try await isTaken(key, in: book) else { return key }
                number += 1
            }
            throw DeedbookError(.usage, "give the file with --out: the name would be too long")
        }
        let name = out.split(separator: "/").last.map(String.init) ?? out
        guard name.hasSuffix(".yaml"), let key = RecordingKey(String(name.dropLast(5))) else {
            throw DeedbookError(
                .usage, "'\(name)' is no name of a recording's file",
                hint: "lower-case letters, digits, - and ., then .yaml: \(day)-\(what).yaml")
        }
        return key
    }

    private func isTaken(_ key: RecordingKey, in book: Book?) async throws -> Bool {
        guard let book else { return false }
        return try await !book.store.recording(key).isEmpty
    }

    func write(_ text: String, in environment: CommandEnvironment) throws {
        guard let out else {
            try environment.output.write(text)
            return
        }
        try environment.files.write(text, to: out, .new)
        try writeSchema(beside: out, in: environment)
        try environment.output.say("\(out): fill in every place marked <-")
    }
}

extension TemplateOptions {
    /// Puts the schema where the first line of the file says that it lies, for editors that read it.
    private func writeSchema(beside out: String, in environment: CommandEnvironment) throws {
        let name = RecordingTemplate.schemaPath.split(separator: "/").last.map { String($0) }
        guard let schema = SchemaDocuments.all.first(where: { $0.name == name }) else { return }
        let folder = out.lastIndex(of: "/").map { String(out[...$0]) } ?? ""
        let path = folder + RecordingTemplate.schemaPath
        do throws(FileFailure) {
            try environment.files.makeFolder(String(path.dropLast(schema.name.count + 1)))
        } catch {
            throw error.writing(path)
        }
        try environment.files.write(
            CanonicalJSON.prettyText(of: schema.node), to: path, .replacing)
    }
}

struct NewAgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "The first recording of an agreement.",
        discussion: """
            Example:
              deedbook new agreement acme-lumen --kind license-grant --kind royalty
            """)

    @Argument(help: ArgumentHelp("The id of the agreement.", valueName: "agreement"))
    var agreement: AgreementID

    @Option(
        help: ArgumentHelp("A kind of term to begin with; may be repeated.", valueName: "kind"),
        completion: .list(TermKind.allCases.map(\.rawValue)), transform: word)
    var kind: [TermKind] = []

    @OptionGroup var today: TodayOption
    @OptionGroup var template: TemplateOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let key = try await template.key(
            agreement.text, on: today.today, besides: nil, in: environment)
        try template.write(
            RecordingTemplate.agreement(agreement, kinds: kind, key: key, detail: template.detail),
            in: environment)
    }
}

struct NewAmendmentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amendment",
        abstract: "An amendment of terms, or of fields of terms, with their values as was.",
        discussion: """
            With --from and --to it is made of two versions of the contract, as text or HTML: clauses are \
            aligned by number, heading and words; each that changed is an event with its new text, under \
            a redline by word. What moved, was renumbered, or is not sure, is listed; every changed word of \
            the new version is in the draft. Where an amount, a rate, a day, a duration, a number or how \
            exclusive a right is changed, the field that states it is a place to fill. A person has to \
            finish it: which term each clause is, and what else changed beside its text.

            What is struck out or hidden on a page of HTML, what belongs to pages (their numbers, what \
            stands at the top or the foot of several), tables of contents and kinds of quotes are no text \
            of a version; the draft says what was left out. The items of a numbered list have their \
            numbers. The mark of a footnote is raised: EUR 5¹. A file without a clause is refused.

            Examples:
              deedbook new amendment microsoft-openai revenue-share.openai-to-microsoft.cap
              deedbook new amendment microsoft-openai --from old.htm --to new.htm \\
                --out amendment.yaml
            """)

    @Argument(help: .agreement, completion: Completion.agreements)
    var agreement: String

    @Argument(
        help: ArgumentHelp("Terms, or fields of terms.", valueName: "term[.field]"),
        completion: Completion.subjects)
    var subjects: [String] = []

    @OptionGroup var versions: VersionOptions
    @OptionGroup var vantageOptions: VantageOptions
    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var template: TemplateOptions

    func validate() throws {
        guard subjects.isEmpty == (versions.from == nil) else { return }
        throw ValidationError(
            subjects.isEmpty
                ? "give terms, or two versions of the contract with --from and --to"
                : "give terms, or --from and --to, not both")
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        if let versions = try versions.versions(in: environment) {
            return try await write(versions, in: environment)
        }
        let inquirer = try await bookOptions.inquirer(in: environment)
        let (agreement, point) = try await inquirer.agreement(agreement, from: vantageOptions)
        let copy = try await inquirer.answer(
            TermsQuestion(of: agreement, on: point.on, point.knowledge)
        ).content.copy
        var fields: [(term: ConformedTerm, names: [FieldName])] = []
        for subject in subjects {
            let reading = try await inquirer.subject(subject, of: agreement, from: point)
            let (term, names) = try Self.found(reading, in: copy)
            if let index = fields.firstIndex(where: { $0.term.identity == term.identity }) {
                fields[index].names += names.filter { !fields[index].names.contains($0) }
            } else {
                fields.append((term, names))
            }
        }
        let key = try await template.key(
            "\(agreement)-amendment", on: bookOptions.asOf.today, besides: inquirer.book,
            in: environment)
        try template.write(
            RecordingTemplate.amendment(
                of: copy, changing: fields, key: key, detail: template.detail),
            in: environment)
    }

    /// A term with the field asked for, or with all that it has.
    private static func found(
        _ reading: Subject.Reading, in copy: ConformedCopy
    ) throws -> (ConformedTerm, [FieldName]) {
        guard let term = copy.term(reading.term) else {
            throw DeedbookError.unknownTerm(
                reading.term, nearest: reading.term.nearest(among: copy.terms.map(\.id)))
        }
        guard let field = reading.field else { return (term, term.fields.map(\.name)) }
        guard term.kind.definition.field(field) != nil else {
            throw DeedbookError.unknownField(field, term.kind)
        }
        return (term, [field])
    }
}

struct NewCorrectionCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correction",
        abstract: "A correction of an event, with what it says now as the replacement.",
        discussion: """
            Example:
              deedbook new correction 2026-04-27-revised-agreement#11
            """)

    @Argument(help: ArgumentHelp("The event, by recording and number.", valueName: "key#n"))
    var event: String

    @OptionGroup var bookOptions: AskedBookOptions
    @OptionGroup var template: TemplateOptions

    func run() async throws {
        let environment = try CommandEnvironment.current
        let inquirer = try await bookOptions.inquirer(in: environment)
        let reference = try await event(in: inquirer)
        let now = try await inquirer.answer(CorrectionQuestion(of: reference)).content
        let key = try await template.key(
            "\(now.agreement)-correction", on: bookOptions.asOf.today, besides: inquirer.book,
            in: environment)
        try template.write(
            RecordingTemplate.correction(of: now, key: key, detail: template.detail),
            in: environment)
    }

    private func event(in inquirer: Inquirer) async throws -> EventReference {
        let parts = event.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let reference = EventReference("event#\(parts[1])") else {
            throw DeedbookError(
                .usage, "'\(event)' is not an event", hint: "expected KEY#N, as deedbook log shows")
        }
        return EventReference(
            recording: try await inquirer.recording(parts[0]), ordinal: reference.ordinal)
    }
}
