import Foundation
import Notation
import OCDS
import Testing

/// The published cases of the merge rules of OCDS: see `Fixtures/ocds-merge/README.md`.
struct MergeFixtureTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures/ocds-merge")

    /// A list of releases, and what it says results from them.
    struct Case: Sendable, CustomTestStringConvertible {
        var folder: String
        var name: String
        var testDescription: String { "\(folder)/\(name)" }
    }

    private static func cases(in folder: String) -> [Case] {
        let path = Self.folder.appendingPathComponent(folder).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().filter { name in
            name.hasSuffix(".json") && !name.hasSuffix("-compiled.json")
                && !name.hasSuffix("-versioned.json")
        }.map { Case(folder: folder, name: String($0.dropLast(5))) }
    }

    private static let published = cases(in: "1.0") + cases(in: "1.1")
    private static let ofRules = cases(in: "schema")

    private static func json(_ path: String) throws -> Node? {
        let file = folder.appendingPathComponent(path)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        // The published schema of 1.0 has one member twice, which is no JSON that means one thing (RFC 7493).
        let text = try String(contentsOf: file, encoding: .utf8)
            .replacing("            \"title\":\"Amendment\",\n", with: "")
        return try JSONReader.read(Array(text.utf8), numbers: .decimal)
    }

    private static func rules(of folder: String) throws -> MergeRules {
        switch folder {
        case "1.0": .ocds10
        case "1.1": .ocds11
        case _: MergeRules(schema: try #require(try json("schema.json")))
        }
    }

    private func check(_ test: Case) throws {
        let file = "\(test.folder)/\(test.name)"
        let releases = try #require(try Self.json("\(file).json"))
        guard case .list(let items) = releases.content else { throw Problem("no list") }
        var merged = MergedRelease(try Self.rules(of: test.folder))
        for release in items { try merged.append(release) }
        let results = [("compiled", merged.compiled), ("versioned", merged.versioned)]
        var count = 0
        for (word, result) in results {
            guard let expected = try Self.json("\(file)-\(word).json") else { continue }
            #expect(CanonicalJSON.text(of: result) == CanonicalJSON.text(of: expected), "\(word)")
            count += 1
        }
        #expect(count > 0)
    }

    @Test func `there are eighteen published cases`() {
        #expect(Self.published.count == 18)
        #expect(Self.ofRules.count == 14)
    }

    @Test(arguments: published)
    func `releases merge to the compiled and the versioned release that is published`(
        _ test: Case
    ) throws {
        try check(test)
    }

    @Test(arguments: ofRules)
    func `the rules of a schema are followed as its cases say`(_ test: Case) throws {
        try check(test)
    }

    @Test func `the rules in the code are those of the published schemas`() throws {
        for (file, rules) in [
            ("release-schema-1__0__3.json", MergeRules.ocds10),
            ("release-schema-1__1__4.json", .ocds11),
        ] {
            let schema = try #require(try Self.json(file))
            #expect(MergeRules(schema: schema) == rules, "\(file)")
        }
    }
}
