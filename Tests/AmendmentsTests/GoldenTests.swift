import Amendments
import Foundation
import Notation
import Terms
import Testing

/// The written form of every kind of event, fixed for ever: `Golden/<kind>.json`.
///
/// To write them anew after a new kind was added: `RECORD_GOLDEN=1 swift test --filter GoldenTests`. A file
/// that was there already must never change: what is stored in books looks like it.
@Suite struct GoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")

    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    @Test func `there is a sample of every kind`() {
        #expect(Set(Samples.events.map(\.kind)) == Set(EventKind.allCases))
        #expect(Samples.events.count == EventKind.allCases.count)
    }

    @Test(arguments: EventKind.allCases)
    func `an event written once is read for ever`(kind: EventKind) throws {
        let file = Self.folder.appendingPathComponent("\(kind.rawValue).json")
        let sample = try #require(Samples.event(of: kind))
        if Self.isRecording, !FileManager.default.fileExists(atPath: file.path) {
            try Data(CanonicalJSON.bytes(of: Event.codec.encode(sample))).write(to: file)
        }
        let golden = try [UInt8](Data(contentsOf: file))
        let event = try Event.codec.decode(try JSONReader.read(golden))
        #expect(kind.payloadType.kind == kind)
        #expect(event.kind == kind)
        #expect(event == sample)
        #expect(
            CanonicalJSON.text(of: Event.codec.encode(event))
                == String(decoding: golden, as: UTF8.self))
    }

    /// The form in which a kind was written before it had further members.
    @Test(arguments: [
        "right-waived", "right-waived.2", "condition-satisfied", "term-amended",
        "agreement-terminated", "option-exercised", "group-formed",
    ])
    func `an event written before its kind had more members reads and is written as it was`(
        name: String
    ) throws {
        let file = Self.folder.appendingPathComponent("Earlier/\(name).json")
        let golden = try [UInt8](Data(contentsOf: file))
        let event = try Event.codec.decode(try JSONReader.read(golden))
        #expect(name.split(separator: ".").first.map(String.init) == event.kind.rawValue)
        #expect(
            CanonicalJSON.text(of: Event.codec.encode(event))
                == String(decoding: golden, as: UTF8.self))
    }

    @Test func `no golden file is left over`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let kinds = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
        #expect(Set(kinds) == Set(EventKind.allCases.map(\.rawValue)))
    }

    @Test(arguments: EventKind.allCases)
    func `every member of a kind is in its sample`(kind: EventKind) throws {
        let sample = try #require(Samples.event(of: kind))
        guard case .object(let members) = sample.body.content else {
            Issue.record("the body of a \(kind.rawValue) is not a map")
            return
        }
        let alternatives: Set<String> =
            switch kind {
            case .valueReported: ["instrument"]
            case .effectiveDateMoved: ["recording"]
            case _: []
            }
        #expect(Set(members.map(\.name)).union(alternatives) == Set(try allowedMembers(of: kind)))
    }

    /// The members that the schema of the kind names.
    private func allowedMembers(of kind: EventKind) throws -> [String] {
        let definition = try #require(Event.codec.schema.definitions[kind.rawValue])
        guard case .object(let members)? = definition["properties"]?.content else { return [] }
        return members.map(\.name)
    }
}
