import Amendments
import Foundation
import Journal
import Notation
import Testing

/// What `YAMLReader` says of a text: the node, and each problem as `line:column message`.
func read(_ yaml: String) -> (node: Node?, problems: [String]) { read(Array(yaml.utf8)) }

func read(_ bytes: [UInt8]) -> (node: Node?, problems: [String]) {
    var problems = Problems()
    let node = YAMLReader.read(bytes, &problems)
    return (node, problems.all.map(told))
}

/// A problem in one line, without its hint.
func told(_ problem: Problem) -> String {
    (problem.mark.map { "\($0.line):\($0.column) " } ?? "") + problem.message
}

/// The node as YAML has it: no scalar has a type, and none is quoted.
func untyped(_ node: Node) -> Node {
    switch node.content {
    case .plain, .null: node
    case .string(let text): Node(.plain(text))
    case .integer(let number): Node(.plain(String(number)))
    case .boolean(let flag): Node(.plain(flag ? "yes" : "no"))
    case .list(let items): .list(items.map(untyped))
    case .object(let members): .object(members.map { ($0.name, untyped($0.value)) })
    }
}

/// A folder for one test, removed after it.
func withFolder(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }
    try body(folder.path)
}

/// A recording's file with one event.
func recordingText(
    _ key: String, disclosed: String = "2026-04-27", reason: String = "entered twice"
) -> String {
    """
    recording: \(key)
    agreement: harbor
    instrument: { kind: correction, title: Correction }
    disclosed: \(disclosed)
    sources:
      - { id: register, grade: executed-text, publisher: The register }
    events:
      - event-rescinded: { event: "2020-01-01-charter#1", reason: \(reason) }

    """
}
