import Foundation

extension GoldenCase {
    /// Public contracts as releases: files of the folder `ocds`, which are in memory by their names.
    static let importing = [
        GoldenCase("dry-run", "import-ocds roads.json --dry-run --zone Europe/Berlin", on: .none),
        GoldenCase("record", "import-ocds roads.json --grade party-statement", on: .none),
        GoldenCase("json", "import-ocds roads.json --format json", on: .none),
        GoldenCase(
            "again", "import-ocds roads.json records.json", on: .none,
            before: ["import-ocds roads.json"]),
        GoldenCase("wrong", "import-ocds wrong.json", on: .none),
        GoldenCase("bad-zone", "import-ocds roads.json --zone Europe/Berln", on: .none),
        GoldenCase("bad-grade", "import-ocds roads.json --grade rumour", on: .none),
    ]
}

/// The packages of the folder `ocds`.
enum OCDSFixture {
    static let agreement = "ocds-ht12ab-roads-7-c-2023-7"

    static func file(_ name: String) throws -> MemoryFiles.File {
        let path = Fixture.folder.appendingPathComponent("ocds/\(name)")
        return MemoryFiles.File(try String(contentsOf: path, encoding: .utf8))
    }

    static func files() throws -> [String: MemoryFiles.File] {
        var files: [String: MemoryFiles.File] = [:]
        for name in ["roads.json", "records.json", "wrong.json"] { files[name] = try file(name) }
        return files
    }
}
