public import Amendments
public import Notation
import Terms

/// Recordings in plain text: a folder of YAML files, one recording each, or JSON Lines.
///
/// YAML is what people write, and is read forgivingly: see `Problems.Manner`. JSON Lines are read strictly.
public enum Journal {
    /// A recording with the place it was read from.
    public struct Draft: Sendable {
        public var file: String
        public var recording: Recording
        /// Where its key stands in the file.
        public var mark: Mark?
        /// The documents beside the file that its sources name, each as it is stated.
        public var documents: [SourceDocument]

        /// A recording that was made of a file of another form.
        public init(file: String, recording: Recording, mark: Mark?) {
            self.init(file: file, recording: recording, mark: mark, documents: [])
        }

        init(file: String, recording: Recording, mark: Mark?, documents: [SourceDocument]) {
            self.file = file
            self.recording = recording
            self.mark = mark
            self.documents = documents
        }
    }

    /// What reading found: the recordings in the order in which they are recorded, and every problem.
    public struct Reading: Sendable {
        public var drafts: [Draft] = []
        public var problems: [Problem] = []
        /// The recordings with problems, as far as they can be read; what cannot is left out of them.
        public var partial: [Draft] = []
        /// What could not be read.
        public var unread = Unread()
        /// The files in which something is not written canonically, and was understood.
        public var reworded: [String] = []
        /// Paths that do not exist, cannot be read or are no files of recordings.
        public var unreadable: [Problem] = []

        public var recordings: [Recording] { drafts.map(\.recording) }
        /// Every recording as far as it can be read, in the order in which they are recorded.
        public var asFarAsRead: [Draft] { Journal.inOrder(drafts + partial) }
        public var isSound: Bool { problems.isEmpty && unreadable.isEmpty }
    }

    /// Reads files and folders: `.yaml` and `.yml` hold one recording, `.jsonl` one a line.
    ///
    /// The recordings come in the order of disclosure, then of key, so that every machine records them
    /// alike; but one that records an agreement comes before all others of that agreement. Every problem of every file is there. In folders, whatever has another extension or a
    /// name that begins with a dot is passed over, and a symbolic link to a file is refused. A file that
    /// is given twice is read once.
    public static func read(paths: [String]) -> Reading {
        var reading = Reading()
        for file in JournalFiles.find(at: paths, &reading.unreadable) { read(file: file, &reading) }
        reading.drafts = inOrder(reading.drafts)
        reportRepeatedKeys(&reading)
        return reading
    }

    /// Reads one recording written as YAML.
    public static func recording(yaml: String) -> (Recording?, [Problem]) {
        let found = draft(yaml: Array(yaml.utf8), in: nil)
        return (found.drafts.first?.recording, found.problems)
    }

    /// Writes one recording as YAML, as it stands in `Events/`.
    public static func yaml(of recording: Recording) -> String {
        YAMLWriter.text(of: Recording.codec.encode(recording))
    }

    private static func read(file: String, _ reading: inout Reading) {
        var found: Found
        do throws(Problem) {
            if file.hasSuffix(JournalFiles.linesExtension) {
                found = try drafts(in: file, JournalFiles.chunks(of: file))
            } else {
                let bytes = try JournalFiles.bytes(of: file, limit: YAMLReader.Limit.bytes)
                found = draft(yaml: bytes, in: file)
                found.refuseStatedTwice()
            }
        } catch {
            reading.unreadable.append(error.placed(in: file))
            return
        }
        reading.drafts += found.drafts
        reading.problems += found.problems.map { $0.placed(in: file) }
        reading.partial += found.partial
        reading.unread.add(found.unread)
        if !found.isCanonical { reading.reworded.append(file) }
    }

    /// The recording of a YAML file, or every problem.
    private static func draft(yaml bytes: [UInt8], in file: String?) -> Found {
        var problems = Problems(.forgiving)
        guard var node = YAMLReader.readAsFarAsItGoes(bytes, &problems) else {
            return found(bytes, in: file ?? "", problems: problems.all)
        }
        let documents = file.map { SourceDocuments.check(&node, in: $0, &problems) } ?? []
        let recording = Recording.codec.decode(node, &problems)
        if let file { checkName(node["recording"], file: file, &problems) }
        guard let recording, problems.isEmpty else {
            let name = JournalFiles.name(of: file ?? "")
            return found(
                node, bytes, in: file ?? "", named: name, problems: problems.all, .forgiving)
        }
        let mark = node["recording"]?.mark
        var found = Found(drafts: [
            Draft(file: file ?? "", recording: recording, mark: mark, documents: documents)
        ])
        found.isCanonical = problems.rewordings.isEmpty
        return found
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
                reading.problems.append(
                    Problem(
                        "recording '\(key)' stands in \(drafts[0].file)\(line) too, with other content",
                        hint: "a key is unique in the book", file: draft.file, mark: draft.mark))
            }
        }
    }
}
