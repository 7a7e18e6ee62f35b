public import Amendments
import Foundation
import Ledger
public import Notation
import Terms

/// Recordings in plain text: a folder of YAML files, one recording each, or JSON Lines.
public enum Journal {
    /// A recording with the file it was read from.
    public struct Draft: Sendable {
        public var file: String
        public var recording: Recording
    }

    /// What reading found: the recordings in the order in which they are recorded, and every problem.
    public struct Reading: Sendable {
        public var drafts: [Draft] = []
        public var problems: [FileProblem] = []
        /// Paths that do not exist or cannot be read.
        public var unreadable: [FileProblem] = []

        public var recordings: [Recording] { drafts.map(\.recording) }
        public var isSound: Bool { problems.isEmpty && unreadable.isEmpty }
    }

    /// Reads files and folders: `.yaml` and `.yml` hold one recording, `.jsonl` one a line.
    ///
    /// The recordings come in the order of disclosure, then of key, so that every machine records them
    /// alike. Every problem of every file is there.
    public static func read(paths: [String]) -> Reading {
        var reading = Reading()
        for path in paths {
            for file in files(at: path, &reading) { read(file: file, &reading) }
        }
        reading.drafts.sort {
            ($0.recording.disclosed.latest, $0.recording.key)
                < ($1.recording.disclosed.latest, $1.recording.key)
        }
        reportRepeatedKeys(&reading)
        return reading
    }

    /// Reads one recording written as YAML.
    public static func recording(yaml: String) -> (Recording?, [Problem]) {
        var problems = Problems()
        let recording = YAMLReader.read(Array(yaml.utf8), &problems).flatMap {
            Recording.codec.decode($0, &problems)
        }
        return (problems.isEmpty ? recording : nil, problems.all)
    }

    /// Writes one recording as YAML, as it stands in `Events/`.
    public static func yaml(of recording: Recording) -> String {
        YAMLWriter.text(of: Recording.codec.encode(recording))
    }

    /// Writes recordings as JSON Lines: one canonical JSON object a line.
    public static func jsonLines(of recordings: [Recording]) -> String {
        recordings.map { CanonicalJSON.text(of: Recording.codec.encode($0)) + "\n" }.joined()
    }
}

extension Journal {
    private static func files(at path: String, _ reading: inout Reading) -> [String] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            reading.unreadable.append(
                FileProblem(
                    file: path,
                    problem: Problem(
                        "no such file or folder", hint: "give YAML files or folders of them")))
            return []
        }
        guard isFolder.boolValue else { return [path] }
        guard let found = FileManager.default.enumerator(atPath: path) else { return [] }
        let names = found.compactMap { $0 as? String }.filter { isRecording($0) }.sorted()
        return names.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" }
    }

    private static func isRecording(_ name: String) -> Bool {
        [".yaml", ".yml", ".jsonl"].contains { name.hasSuffix($0) }
    }

    private static func read(file: String, _ reading: inout Reading) {
        guard let data = FileManager.default.contents(atPath: file) else {
            reading.unreadable.append(
                FileProblem(file: file, problem: Problem("cannot be read", hint: "check its mode")))
            return
        }
        if file.hasSuffix(".jsonl") {
            readLines(data, of: file, &reading)
            return
        }
        var problems = Problems()
        let node = YAMLReader.read([UInt8](data), &problems)
        let recording = node.flatMap { Recording.codec.decode($0, &problems) }
        if let recording, let node, problems.isEmpty {
            checkName(of: recording, in: file, node, &problems)
            reading.drafts.append(Draft(file: file, recording: recording))
        }
        reading.problems += problems.all.map { FileProblem(file: file, problem: $0) }
    }

    /// The file's name is the recording's key, so that it is found by it.
    private static func checkName(
        of recording: Recording, in file: String, _ node: Node, _ problems: inout Problems
    ) {
        let name = URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
        guard name != recording.key.text else { return }
        problems.report(
            "the recording's key is '\(recording.key)', but the file is named '\(name)'",
            hint: "name the file \(recording.key).yaml", at: node["recording"]?.mark)
    }

    private static func readLines(_ data: Data, of file: String, _ reading: inout Reading) {
        for (index, line) in data.split(separator: 0x0A).enumerated() {
            var problems = Problems()
            do {
                let node = try JSONReader.read([UInt8](line))
                if let recording = Recording.codec.decode(node, &problems), problems.isEmpty {
                    reading.drafts.append(Draft(file: file, recording: recording))
                }
                reading.problems += problems.all.map {
                    FileProblem(file: file, problem: $0, firstLine: index + 1)
                }
            } catch {
                reading.problems.append(
                    FileProblem(file: file, problem: error, firstLine: index + 1))
            }
        }
    }

    private static func reportRepeatedKeys(_ reading: inout Reading) {
        let groups = Dictionary(grouping: reading.drafts, by: \.recording.key)
        for (key, drafts) in groups.sorted(by: { $0.key < $1.key })
        where Set(drafts.map(\.recording)).count > 1 {
            for draft in drafts.dropFirst() {
                reading.problems.append(
                    FileProblem(
                        file: draft.file,
                        problem: Problem(
                            "recording '\(key)' stands in \(drafts[0].file) too, with other content",
                            hint: "a key is unique in the book",
                            mark: Mark(line: 1, column: 1))))
            }
        }
    }
}
