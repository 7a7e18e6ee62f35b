import ArgumentParser
import Foundation
import Journal
import Notation

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write the JSON Schema of recordings.",
        discussion: """
            Editors and validators use it to check recordings. With --out every schema is written to \
            a folder, that for YAML too; without it that for JSON is written to the output.

            Example:
              deedbook schema --out Events/Schema
            """)

    @Option(
        help: ArgumentHelp("The folder to write to; it is made if missing.", valueName: "folder"))
    var out: String?

    @Option(help: "The format of the answer: text or json.")
    var format: AnswerFormat = .text

    func run() async throws {
        let environment = try CommandEnvironment.current
        guard let out else {
            if let first = SchemaDocuments.all.first {
                try environment.output.write(CanonicalJSON.prettyText(of: first.node))
            }
            return
        }
        var written: [String] = []
        for document in SchemaDocuments.all {
            let path = out.hasSuffix("/") ? out + document.name : "\(out)/\(document.name)"
            let text = CanonicalJSON.prettyText(of: document.node)
            do {
                try FileManager.default.createDirectory(
                    atPath: out, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
            } catch {
                throw CommandFailure(
                    .cannotCreate, "cannot write \(path)",
                    hint: "check that \(out) is a folder that may be written to")
            }
            written.append(path)
        }
        switch format {
        case .text: try environment.output.write(written.map { "wrote \($0)\n" }.joined())
        case .json:
            let files = Node.list(written.map { .string($0) })
            try environment.output.write(
                CanonicalJSON.prettyText(
                    of: .object([("schema", .string("deedbook/files/1")), ("written", files)])))
        }
    }
}
