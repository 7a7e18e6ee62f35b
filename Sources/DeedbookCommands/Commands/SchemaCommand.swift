import ArgumentParser
import Audit
import EventStore
import Foundation
import Journal
import Notation
import Rendering

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write the JSON Schemas of recordings, JSON answers and exports.",
        discussion: """
            Editors and validators use the schemas to check recordings; programs that read answers, \
            to know their members. Without a name, the schema of recordings in JSON is written to the \
            output; with the name of an answer, as its member schema has it, that answer's; with the \
            word answers, all of them in one; with the word export, that of a line of an export. With \
            --out every schema is written to a folder: those of recordings, also for YAML, that of all \
            answers, that of exports, and each answer's in the folder answers.

            Within a version of an answer, members keep their names and types and are always there; \
            members and words may be added.

            Example:
              deedbook schema conflicts
              deedbook schema deedbook/terms/1
              deedbook schema export
              deedbook schema --list
              deedbook schema --out schemas
            """)

    @Argument(
        help: ArgumentHelp(
            "An answer, as --list names it, or: answers, export.", valueName: "answer"))
    var answer: String?

    @Flag(help: "List the answers that have a schema.")
    var list = false

    @Option(
        help: ArgumentHelp("Folder to write to; it is created if missing.", valueName: "folder"))
    var out: String?

    @Option(help: "The format of --list and --out: text or json.")
    var format: AnswerFormat = .preferred(else: .text)

    func validate() throws {
        if [answer != nil, list, out != nil].count(where: \.self) > 1 {
            throw ValidationError("give one of: an answer, --list, --out")
        }
    }

    func run() async throws {
        let environment = try CommandEnvironment.current
        if list {
            return try environment.output.write(
                format == .json ? SchemaListJSON.render(AnswerSchema.all) : listText)
        }
        if let out { return try write(to: out, environment) }
        try environment.output.write(CanonicalJSON.prettyText(of: document()))
    }

    private func document() throws(DeedbookError) -> Node {
        guard let answer else { return SchemaDocuments.all.first?.node ?? Node(.null) }
        if answer == "answers" { return AnswerSchema.bundle }
        if ["export", BookExport.format].contains(answer) { return BookExport.schemaDocument }
        guard let schema = AnswerSchema.named(answer) else {
            throw DeedbookError(
                .usage, "no answer is called \(answer)",
                hint: Spelling.hint(
                    for: answer, among: AnswerSchema.all.map(\.what),
                    else: "one of: " + AnswerSchema.all.map(\.what).joined(separator: ", ")
                        + "; or answers, for all of them; or export, for a line of an export"))
        }
        return schema.document
    }
}

// Everything, in a folder.
extension SchemaCommand {
    private func write(to out: String, _ environment: CommandEnvironment) throws {
        let folder = out.hasSuffix("/") ? String(out.dropLast()) : out
        let documents =
            SchemaDocuments.all + [
                (AnswerSchema.bundleName, AnswerSchema.bundle),
                (BookExport.schemaName, BookExport.schemaDocument),
            ]
            + AnswerSchema.all.map { ("answers/\($0.fileName)", $0.document) }
        let files = environment.files
        do throws(FileFailure) { try files.makeFolder("\(folder)/answers") } catch {
            throw error.writing(folder)
        }
        for (name, node) in documents {
            try files.write(
                CanonicalJSON.prettyText(of: node), to: "\(folder)/\(name)", .replacing)
        }
        let written = documents.map { "\(folder)/\($0.0)" }
        switch format {
        case .text: for path in written { try environment.output.say("wrote \(path)") }
        case .json: try environment.output.write(FilesJSON.render(written))
        }
    }
}

// What there is.
extension SchemaCommand {
    private var listText: String {
        let width = AnswerSchema.all.map(\.mark.count).max() ?? 0
        return AnswerSchema.all.map { schema in
            let mark = schema.mark.padding(toLength: width, withPad: " ", startingAt: 0)
            return "\(mark)  \(schema.title)\n"
        }.joined()
    }
}
