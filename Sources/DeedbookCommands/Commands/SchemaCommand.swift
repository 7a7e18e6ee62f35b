import Amendments
import ArgumentParser
import Foundation
import Notation

struct SchemaCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Write the JSON Schema of recordings.",
        discussion: """
            Editors and validators use it to check recordings in YAML or JSON. Without --out it is \
            written to the output.

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
            for document in SchemaDocument.all { try environment.output.write(document.text) }
            return
        }
        var written: [String] = []
        for document in SchemaDocument.all {
            let path = out.hasSuffix("/") ? out + document.name : "\(out)/\(document.name)"
            do {
                try FileManager.default.createDirectory(
                    atPath: out, withIntermediateDirectories: true)
                try Data(document.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
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

/// One file of `Events/Schema`.
public struct SchemaDocument: Hashable, Sendable {
    public let name: String
    public let text: String

    /// Every schema document there is, generated from the codecs.
    public static var all: [SchemaDocument] {
        let node = Recording.codec.schema.document(
            id: "https://deedbook.example/schema/recording/1", title: "A recording of Deedbook")
        return [
            SchemaDocument(
                name: "recording.schema.json", text: CanonicalJSON.prettyText(of: node))
        ]
    }
}
