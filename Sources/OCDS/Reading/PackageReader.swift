import Notation

/// Finds the releases of one file: a release package, a record package, a record, a release, a list of any of these, or
/// one of them a line.
struct PackageReader {
    private let file: String
    private(set) var releases: [Release] = []
    private(set) var problems: [Problem] = []
    /// How many releases cannot be read.
    private(set) var unreadable = 0

    init(_ bytes: [UInt8], file: String) {
        self.file = file
        if file.hasSuffix(".jsonl") {
            let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where !line.allSatisfy(Self.isSpace) {
                read(Array(line), line: index + 1)
            }
        } else {
            read(bytes, line: 1)
        }
        problems = problems.map { $0.placed(in: file) }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { " \t\r".utf8.contains(byte) }

    private mutating func read(_ bytes: [UInt8], line: Int) {
        do throws(Problem) {
            let node = try JSONReader.read(bytes, line: line, numbers: .decimal)
            if case .list(let items) = node.content {
                for (index, item) in items.enumerated() {
                    read(item, at: .root.item(index), in: Package())
                }
            } else {
                read(node, at: .root, in: Package())
            }
        } catch {
            problems.append(error)
        }
    }

    /// What a package says of all that is in it.
    private struct Package {
        var publisher: String?
        var version: String?

        init() {}

        init(_ node: Node) {
            publisher = node["publisher"]?["name"]?.words
            version = node["version"]?.text
        }
    }

    private mutating func read(_ node: Node, at pointer: JSONPointer, in package: Package) {
        if let records = node["records"] {
            let package = Package(node)
            for (index, record) in records.items.enumerated() {
                readRecord(record, at: pointer.member("records").item(index), in: package)
            }
        } else if node["releases"] != nil, node["ocid"] == nil {
            readReleases(of: node, at: pointer, in: Package(node))
        } else if node["releases"] != nil || node["compiledRelease"] != nil
            || node["versionedRelease"] != nil
        {
            readRecord(node, at: pointer, in: package)
        } else if node["ocid"] != nil {
            readRelease(node, at: pointer, in: package)
        } else {
            problems.append(
                Problem(
                    pointer, "neither a release nor a record, nor a package of them",
                    hint:
                        "expected the JSON of the Open Contracting Data Standard: an object with releases, records "
                        + "or ocid", of: node))
        }
    }

    private mutating func readReleases(
        of node: Node, at pointer: JSONPointer, in package: Package
    ) {
        for (index, release) in (node["releases"]?.items ?? []).enumerated() {
            readRelease(release, at: pointer.member("releases").item(index), in: package)
        }
    }

    private mutating func readRecord(_ node: Node, at pointer: JSONPointer, in package: Package) {
        guard node["releases"]?.items.isEmpty == false else {
            unreadable += 1
            return problems.append(
                Problem(
                    pointer, "the record has no releases, and a compiled release has no history",
                    hint:
                        "fetch the releases of \(node["ocid"]?.text ?? "the process") and import them",
                    of: node))
        }
        readReleases(of: node, at: pointer, in: package)
    }

    private mutating func readRelease(_ node: Node, at pointer: JSONPointer, in package: Package) {
        let before = problems.count
        func report(_ place: JSONPointer, _ message: String, _ hint: String, _ at: Node?) {
            problems.append(Problem(place, message, hint: hint, of: at ?? node))
        }
        if let url = node["url"]?.text, node["ocid"] == nil {
            unreadable += 1
            return report(
                pointer, "the release is linked, not embedded",
                "fetch \(SafeText.shortened(url, to: 300)) and import that file", node["url"])
        }
        let tags = Set((node["tag"]?.items ?? []).compactMap(\.text))
        if tags.contains("compiled") {
            report(
                pointer.member("tag"), "a compiled release says what holds, and not since when",
                "fetch the releases that it was compiled from and import them", node["tag"])
        }
        func text(_ name: String, _ hint: String) -> String? {
            if let text = node[name]?.identifier { return text }
            report(pointer.member(name), "'\(name)' is missing", hint, node[name])
            return nil
        }
        let ocid = text(
            "ocid", "a release has the id of its process, such as ocds-213czf-000-00001")
        let id = text("id", "a release has an id that no other of its process has")
        let date = date(node["date"], at: pointer.member("date"), in: node)
        var check = ReleaseCheck()
        check.look(at: node, pointer)
        problems += check.problems
        guard problems.count == before, let ocid, let id, let date else {
            unreadable += 1
            return
        }
        releases.append(
            Release(
                node: node, file: file, pointer: pointer, ocid: ocid, id: id, date: date,
                tags: tags, publisher: package.publisher,
                rules: package.version == "1.0" ? .ocds10 : .ocds11))
    }

    private mutating func date(
        _ node: Node?, at pointer: JSONPointer, in release: Node
    ) -> WrittenInstant? {
        if let date = node?.text.flatMap({ WrittenInstant($0) }) { return date }
        problems.append(
            Problem(
                pointer, "\(node.map { "\($0.excerpt) is no date" } ?? "'date' is missing")",
                hint: "a release has the moment of its publication, such as 2026-04-27T09:00:00Z",
                of: node ?? release))
        return nil
    }
}
