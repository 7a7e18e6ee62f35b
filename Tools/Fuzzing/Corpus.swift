public import Foundation
import Journal
import Notation

extension FuzzTarget {
    /// Real inputs for this target from a checkout: the record and the fixed forms of the events.
    ///
    /// In the order of their paths, so that a run repeats. Empty where the files are not there.
    public func corpus(of checkout: URL) -> [[UInt8]] {
        switch name {
        case "yaml", "journal": Self.files(in: checkout, under: "Events", suffix: ".yaml")
        case "json": Self.forms(of: checkout)
        case "json-lines":
            Self.files(in: checkout, under: "Events", suffix: ".yaml").compactMap(Self.line)
        case "events": Self.forms(of: checkout).compactMap(Self.payload)
        case _: []
        }
    }

    private static func forms(of checkout: URL) -> [[UInt8]] {
        files(in: checkout, under: "Tests/AmendmentsTests/Golden", suffix: ".json")
    }

    /// A stored event as the target takes it, from `{"kind":{…}}`.
    private static func payload(_ form: [UInt8]) -> [UInt8]? {
        guard let node = parsedJSON(form), case .object(let members) = node.content,
            let member = members.first
        else { return nil }
        return Array("\(member.name)\n".utf8) + CanonicalJSON.bytes(of: member.value)
    }

    /// A recording in YAML as a line of JSON.
    private static func line(_ yaml: [UInt8]) -> [UInt8]? {
        Journal.recording(yaml: String(decoding: yaml, as: UTF8.self)).0
            .map { Array(Journal.jsonLines(of: [$0]).utf8) }
    }

    private static func files(in root: URL, under folder: String, suffix: String) -> [[UInt8]] {
        let folder = root.appendingPathComponent(folder)
        let names = FileManager.default.enumerator(atPath: folder.path)?.allObjects ?? []
        return names.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.sorted()
            .compactMap { try? [UInt8](Data(contentsOf: folder.appendingPathComponent($0))) }
    }
}
