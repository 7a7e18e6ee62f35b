public import Amendments
public import Notation
import Terms

/// Recordings in plain text: a folder of YAML files, one recording each, or JSON Lines.
public enum Journal {
    /// A recording with the place it was read from.
    public struct Draft: Sendable {
        public var file: String
        public var recording: Recording
        /// Where its key stands in the file.
        public var mark: Mark?
    }

    /// What reading found: the recordings in the order in which they are recorded, and every problem.
    public struct Reading: Sendable {
        public var drafts: [Draft] = []
        public var problems: [FileProblem] = []
        /// Paths that do not exist, cannot be read or are no files of recordings.
        public var unreadable: [FileProblem] = []

        public var recordings: [Recording] { drafts.map(\.recording) }
        public var isSound: Bool { problems.isEmpty && unreadable.isEmpty }
    }

    /// Reads files and folders: `.yaml` and `.yml` hold one recording, `.jsonl` one a line.
    ///
    /// The recordings come in the order of disclosure, then of key, so that every machine records them
    /// alike. Every problem of every file is there. In folders, whatever has another extension or a
    /// name that begins with a dot is passed over, and a symbolic link to a file is refused. A file that
    /// is given twice is read once.
    public static func read(paths: [String]) -> Reading {
        var reading = Reading()
        for file in JournalFiles.find(at: paths, &reading.unreadable) { read(file: file, &reading) }
        reading.drafts.sort {
            ($0.recording.disclosed.latest, $0.recording.key, $0.file)
                < ($1.recording.disclosed.latest, $1.recording.key, $1.file)
        }
        reportRepeatedKeys(&reading)
        return reading
    }

    /// Reads one recording written as YAML.
    public static func recording(yaml: String) -> (Recording?, [Problem]) {
        let (draft, problems) = draft(yaml: Array(yaml.utf8), in: nil)
        return (draft?.recording, problems)
    }

    /// Writes one recording as YAML, as it stands in `Events/`.
    public static func yaml(of recording: Recording) -> String {
        YAMLWriter.text(of: Recording.codec.encode(recording))
    }

    private static func read(file: String, _ reading: inout Reading) {
        let isLines = file.hasSuffix(JournalFiles.linesExtension)
        switch JournalFiles.bytes(of: file, limit: isLines ? nil : YAMLReader.Limit.bytes) {
        case .failure(let problem):
            reading.unreadable.append(FileProblem(file: file, problem: problem))
        case .success(let bytes):
            let (drafts, problems) = isLines ? drafts(jsonLines: bytes, in: file) : one(bytes, file)
            reading.drafts += drafts
            reading.problems += problems.map { FileProblem(file: file, problem: $0) }
        }
    }

    private static func one(_ bytes: [UInt8], _ file: String) -> ([Draft], [Problem]) {
        let (draft, problems) = draft(yaml: bytes, in: file)
        return (draft.map { [$0] } ?? [], problems)
    }

    /// The recording of a YAML file, or every problem.
    private static func draft(yaml bytes: [UInt8], in file: String?) -> (Draft?, [Problem]) {
        var problems = Problems()
        guard let node = YAMLReader.read(bytes, &problems) else { return (nil, problems.all) }
        let recording = Recording.codec.decode(node, &problems)
        let mark = node["recording"]?.mark
        if let file { checkName(node["recording"], file: file, &problems) }
        guard let recording, problems.isEmpty else { return (nil, problems.all) }
        return (Draft(file: file ?? "", recording: recording, mark: mark), [])
    }

    /// The file's name is the recording's key, so that it is found by it.
    private static func checkName(_ key: Node?, file: String, _ problems: inout Problems) {
        let name = JournalFiles.name(of: file)
        guard let key, let text = key.text, text != name else { return }
        problems.report(
            "the recording's key is '\(text)', but the file is named '\(name)'",
            hint: "name the file \(text).yaml", at: key.mark)
    }

    /// A key names one recording; the same recording may well stand in a folder and in an export of it.
    private static func reportRepeatedKeys(_ reading: inout Reading) {
        let groups = Dictionary(grouping: reading.drafts, by: \.recording.key)
        for (key, drafts) in groups.sorted(by: { $0.key < $1.key }) {
            for draft in drafts.dropFirst() where draft.recording != drafts[0].recording {
                let line = drafts[0].mark.map { ":\($0.line)" } ?? ""
                let problem = Problem(
                    "recording '\(key)' stands in \(drafts[0].file)\(line) too, with other content",
                    hint: "a key is unique in the book", mark: draft.mark)
                reading.problems.append(FileProblem(file: draft.file, problem: problem))
            }
        }
    }
}
