import Amendments
public import Notation
import Terms

/// A file of people's with everything in it written canonically, and all else as it was: comments, order and layout.
public struct Tidying: Sendable {
    /// The file as it should be; as it is where nothing is to be changed.
    public let bytes: [UInt8]
    /// What is written otherwise now, in the order of the file.
    public let changes: [Rewording]
    /// What only a person can put right: values with several meanings, and what is no YAML.
    public let problems: [Problem]

    /// - Parameter bytes: a recording in YAML. Whatever else may be wrong with it is for `check` to say.
    public init(yaml bytes: [UInt8]) { self = Self.tidied(bytes) }

    private static func tidied(_ bytes: [UInt8]) -> Tidying {
        let (node, found) = reading(bytes)
        guard let node else { return Tidying(bytes, [], found.all) }
        let changes = Self.changes(in: found)
        guard !changes.isEmpty else { return Tidying(bytes, [], found.doubts) }
        var ignored = Problems()
        guard let text = YAMLText.checked(bytes, &ignored) else {
            return Tidying(bytes, [], found.all)
        }
        var edits = YAMLEdits(text)
        var made: [Rewording] = []
        var left: [Problem] = []
        for change in changes {
            do throws(Problem) {
                try edits.make(change)
                made.append(change)
            } catch {
                left.append(error)
            }
        }
        let tidy = restored(edits.result, like: bytes)
        // A file that does not say the same afterwards is left to people.
        let again = reading(tidy)
        guard again.node.map(meaning) == meaning(node.reworded(made)),
            Self.changes(in: again.problems).count == left.count
        else {
            let problem = Problem(
                "the file cannot be tidied", hint: "change by hand what --check lists")
            return Tidying(bytes, [], found.doubts + [problem])
        }
        return Tidying(tidy, made, found.doubts + left)
    }

    private init(_ bytes: [UInt8], _ changes: [Rewording], _ problems: [Problem]) {
        self.bytes = bytes
        self.changes = changes
        self.problems = problems
    }

    private static func reading(_ bytes: [UInt8]) -> (node: Node?, problems: Problems) {
        var problems = Problems(.forgiving)
        let node = YAMLReader.readAsFarAsItGoes(bytes, &problems)
        if let node { _ = Recording.codec.decode(node, &problems) }
        return (node, problems)
    }

    /// One change a place: of several the last, which knows most of it.
    private static func changes(in problems: Problems) -> [Rewording] {
        var byMark: [Mark: Rewording] = [:]
        for rewording in problems.rewordings {
            if let mark = rewording.mark { byMark[mark] = rewording }
        }
        return byMark.sorted { ($0.key.line, $0.key.column) < ($1.key.line, $1.key.column) }
            .map(\.value)
    }

    /// The node whatever its quotes.
    private static func meaning(_ node: Node) -> Node { RawValue(node).node }

    /// The lines with the byte order mark and the line ends of the file.
    private static func restored(_ lines: [UInt8], like bytes: [UInt8]) -> [UInt8] {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        let head = bytes.starts(with: mark) ? mark : []
        let isOfCRLF = bytes.contains(0x0D)
        return head + (isOfCRLF ? lines.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } : lines)
    }
}

extension Journal {
    /// A file as `tidy` would write it.
    public struct TidyFile: Sendable {
        public let path: String
        public let tidying: Tidying
    }

    /// Every YAML file of the paths, tidied, and the paths that cannot be read. JSON Lines are canonical or refused, and
    /// are passed over.
    public static func tidied(paths: [String]) -> (files: [TidyFile], unreadable: [Problem]) {
        var files: [TidyFile] = []
        var unreadable: [Problem] = []
        for path in JournalFiles.find(at: paths, &unreadable)
        where !path.hasSuffix(JournalFiles.linesExtension) {
            do throws(Problem) {
                let bytes = try JournalFiles.bytes(of: path, limit: YAMLReader.Limit.bytes)
                files.append(TidyFile(path: path, tidying: Tidying(yaml: bytes)))
            } catch {
                unreadable.append(error.placed(in: path))
            }
        }
        return (files, unreadable)
    }
}

extension Rewording {
    /// The canonical form, as it is written in YAML.
    public var text: String { YAMLWriter.inFlow(canonical) }
}
