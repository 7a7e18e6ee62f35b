import Amendments
import Foundation
import Journal
import Notation
import Terms
import Testing

/// What stands in the pages on the recording format is what the code reads.
struct KindsPageTests {
    private static let events = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Events")

    /// The page has these once for all.
    private static let ofEveryEvent = ["agreement", "effective", "cites", "clause", "note"]

    private static func page(_ name: String) throws -> String {
        try String(contentsOf: events.appendingPathComponent(name), encoding: .utf8)
    }

    @Test func `the page on the kinds of term is made of their definitions`() throws {
        if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
            try Data(KindsPage.text.utf8).write(
                to: Self.events.appendingPathComponent(KindsPage.name))
        }
        #expect(
            try Self.page(KindsPage.name) == KindsPage.text,
            "Events/\(KindsPage.name) is stale: RECORD_GOLDEN=1 swift test --filter KindsPage")
    }

    @Test(arguments: TermKind.allCases)
    func `a kind stands in the index and has its fields under its own heading`(kind: TermKind)
        throws
    {
        let page = KindsPage.text
        #expect(page.contains("\n| [\(kind.rawValue)](#\(kind.rawValue)) | "))
        let section = try #require(page.components(separatedBy: "\n## \(kind.rawValue)\n").last)
        for field in kind.definition.fields where field.isRequired {
            #expect(section.contains("\n| **\(field.name)**, required | \(field.summary) | "))
        }
    }

    @Test(arguments: EventKind.allCases)
    func `an event stands in the recording format with all its members`(kind: EventKind) throws {
        let page = try Self.page("README.md")
        let start = try #require(page.range(of: "`\(kind.rawValue): {"), "\(kind)")
        let rest = page[start.upperBound...]
        let end = rest.range(of: "\n\n")?.lowerBound ?? rest.endIndex
        let words = Set(rest[..<end].split { !($0.isLetter || $0.isNumber || $0 == "-") })
        let schema = try #require(SchemaDocuments.all.first).node["$defs"]?[kind.rawValue]
        guard case .object(let members)? = schema?["properties"]?.content else {
            Issue.record("no members")
            return
        }
        for member in members.map(\.name) where !Self.ofEveryEvent.contains(member) {
            #expect(words.contains(Substring(member)), "\(kind): \(member)")
        }
    }
}
