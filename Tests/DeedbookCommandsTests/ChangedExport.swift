import EventStore
import Foundation
import Notation
import Testing
import Transparency

/// An export or a proof as someone may have changed it on its way.
///
/// The books are of the fixture `tern` with its redaction: #1 to #10 supply, #11 to #18 the first amendment, #19 a report,
/// #20 the order that redacts #11.
struct ChangedExport {
    /// The lines without their line feeds.
    var lines: [String]
    /// What ends the last one.
    var end = "\n"
    /// The same book as it was exported before the redaction.
    let before: [String]

    var text: String { lines.joined(separator: "\n") + end }

    /// Where the line of an event is.
    private func index(of event: Int) -> Int {
        (lines.firstIndex { $0.contains(#""entry":"#) } ?? 0) + event - 1
    }

    subscript(event event: Int) -> String {
        get { lines[index(of: event)] }
        set { lines[index(of: event)] = newValue }
    }

    mutating func remove(_ event: Int) { lines.remove(at: index(of: event)) }

    mutating func swap(_ first: Int, _ second: Int) {
        lines.swapAt(index(of: first), index(of: second))
    }

    mutating func `repeat`(_ event: Int) { lines.insert(self[event: event], at: index(of: event)) }

    /// Replaces the first such text of a line.
    mutating func replace(line: Int, _ old: String, _ new: String) {
        lines[line] = Self.replacing(old, with: new, in: lines[line])
    }

    /// Replaces the first such text in a member of an event's line, such as its entry.
    mutating func replace(_ event: Int, _ member: String, _ old: String, _ new: String) {
        edit(index(of: event), member) { Self.replacing(old, with: new, in: $0) }
    }

    /// Replaces the first such text in the note of a checkpoint's line.
    mutating func replace(checkpoint line: Int, _ old: String, _ new: String) {
        edit(line, "checkpoint") { Self.replacing(old, with: new, in: $0) }
    }

    /// Replaces a character with another one: the first after a text, or a later one.
    mutating func alter(checkpoint line: Int, after text: String, by offset: Int = 0) {
        edit(line, "checkpoint") { Self.altered($0, after: text, by: offset) }
    }

    mutating func alter(_ event: Int, _ member: String, after text: String) {
        edit(index(of: event), member) { Self.altered($0, after: text) }
    }

    mutating func alter(line: Int, after text: String = "", by offset: Int = 0) {
        lines[line] = Self.altered(lines[line], after: text, by: offset)
    }

    mutating func dropSignature(of name: String, line: Int) {
        edit(line, "checkpoint") { note in
            note.split(separator: "\n", omittingEmptySubsequences: false)
                .filter { !$0.hasPrefix("\u{2014} \(name) ") }.joined(separator: "\n")
        }
    }

    /// A member of a line, such as an entry.
    static func member(_ name: String, of line: String) throws -> String {
        try #require(try JSONReader.read(line)[name]?.text)
    }

    mutating func set(_ event: Int, _ member: String, to text: String) {
        edit(index(of: event), member) { _ in text }
    }

    /// Makes the digest in an event's entry that of its payload as it is now.
    mutating func reseal(_ event: Int) throws {
        let payload = try Self.member("payload", of: self[event: event])
        let salt = try #require(
            Hexadecimal.bytes(of: try Self.member("salt", of: self[event: event])))
        let digest = Entry.digest(of: Array(payload.utf8), salt: salt)
        edit(index(of: event), "entry") {
            $0.replacing(
                /"payload":"sha256:[0-9a-f]{64}"/,
                with: #""payload":"sha256:\#(digest.hexadecimal)""#)
        }
    }

    private mutating func edit(_ line: Int, _ member: String, _ edit: (String) -> String) {
        guard let node = try? JSONReader.read(lines[line]), case .object(let members) = node.content
        else { return }
        lines[line] = CanonicalJSON.text(
            of: .object(
                members.map {
                    ($0.name, $0.name == member ? .string(edit($0.value.text ?? "")) : $0.value)
                }))
    }

    private static func replacing(_ old: String, with new: String, in text: String) -> String {
        guard let range = text.range(of: old) else { return text }
        return text.replacingCharacters(in: range, with: new)
    }

    private static func altered(
        _ text: String, after prefix: String, by offset: Int = 0
    ) -> String {
        let start = prefix.isEmpty ? text.startIndex : text.range(of: prefix)?.upperBound
        guard let start,
            let place = text.index(start, offsetBy: offset, limitedBy: text.endIndex),
            place < text.endIndex
        else { return text }
        return text.replacingCharacters(
            in: place...place, with: text[place] == "0" ? "1" : "0")
    }
}

extension ChangedExport {
    /// What is exported of the book as it is, with no signature on it and nothing kept elsewhere: what is wrong must
    /// show by itself.
    static func plain() async throws -> Console {
        let console = try await Fixture.tern.console()
        try await console.prepare([
            "export --out before.jsonl", "record FIXTURES/redaction --recorder ben",
            "export --out book.jsonl",
        ])
        return console
    }

    /// The same, with recordings that their recorder signed.
    static func recorded() async throws -> Console {
        let console = try await Fixture.none.console()
        try await console.prepare([
            "record FIXTURES/tern --sign-with ana.key", "export --out before.jsonl",
            "record FIXTURES/redaction --recorder ben", "export --out book.jsonl",
        ])
        return console
    }

    /// The same with two checkpoints, both cosigned, and a checkpoint that was kept elsewhere.
    static func signed() async throws -> Console {
        let console = try await Fixture.none.console()
        let checkpoint =
            "checkpoint --key book.key --policy trust.policy --witness http://lumen.example"
        try await console.prepare([
            "record FIXTURES/tern --sign-with ana.key", "\(checkpoint) --out old.checkpoint",
            "export --out before.jsonl", "record FIXTURES/redaction --recorder ben",
            "\(checkpoint) --out last.checkpoint", "export --out book.jsonl",
            "export --agreement tern-mill --out part.jsonl",
            "prove inclusion 12 --out 12.tlog-proof",
            "prove consistency old.checkpoint --out since.proof",
        ])
        return console
    }

    /// - Parameter file: one that a console of the above wrote.
    init(_ file: String, of console: Console) throws {
        func lines(_ file: String) throws -> [String] {
            try console.text(of: file).split(separator: "\n", omittingEmptySubsequences: false)
                .dropLast().map(String.init)
        }
        self.init(lines: try lines(file), before: try lines("before.jsonl"))
    }
}

/// One way to change it, as a sentence.
struct ExportChange: Sendable {
    let name: String
    let change: @Sendable (inout ChangedExport) throws -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout ChangedExport) throws -> Void) {
        self.name = name
        self.change = change
    }
}
