public import Amendments
public import Notation
public import Terms

extension Journal {
    /// The text of a recording's file in which the hash of every document is stated.
    public struct Stating: Sendable {
        public var text: [UInt8]
        /// The documents whose hash was not stated before, in the order of the sources.
        public var stated: [(name: DocumentPath, sha256: DocumentDigest)] = []
        /// What is wrong with a document, as `check` has it, or why a hash cannot be stated; then none is.
        public var problems: [Problem] = []
    }

    /// States the hash of every document that the sources of a YAML file name without one.
    ///
    /// Nothing else in the text changes: the hash goes before the member `file`, in a line of its own or, where a map in
    /// braces has it, into the same line.
    public static func stateDocuments(in bytes: [UInt8], of file: String) -> Stating {
        var stating = Stating(text: bytes)
        var problems = Problems()
        guard let node = YAMLReader.readAsFarAsItGoes(bytes, &problems), problems.isEmpty else {
            stating.problems = problems.all.map { $0.placed(in: file) }
            return stating
        }
        let found = SourceDocuments.find(in: node, of: file, &problems)
        guard problems.isEmpty else {
            stating.problems = problems.all.map { $0.placed(in: file) }
            return stating
        }
        let documents = found.unstated
        stating.stated = documents.map { ($0.name, $0.sha256) }
        let insertions = documents.compactMap { document in
            document.mark.map { (mark: $0, sha256: document.sha256) }
        }
        for inBraces in [false, true] {
            let text = inserting(insertions, into: bytes, inBraces: inBraces)
            if isSame(text, but: stating.stated.count, as: node) {
                stating.text = text
                return stating
            }
        }
        stating.problems = documents.map { document in
            Problem(
                "no place was found for the sha256 of '\(document.name)'",
                hint: "write it beside the member file: sha256: \(document.sha256)", file: file,
                mark: document.mark)
        }
        return stating
    }

    /// - Parameter inBraces: whether members that stand first in their line are those of a map in braces, too.
    private static func inserting(
        _ insertions: [(mark: Mark, sha256: DocumentDigest)], into bytes: [UInt8], inBraces: Bool
    ) -> [UInt8] {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { Array(String(decoding: $0, as: UTF8.self).unicodeScalars) }
        // From the last on, so that the places of those before it stay.
        for (mark, digest) in insertions.reversed() where lines.indices.contains(mark.line - 1) {
            let line = lines[mark.line - 1]
            let place = min(max(mark.column - 1, 0), line.count)
            let member = Array("sha256: \(digest)".unicodeScalars)
            let isFirst = line[..<place].allSatisfy { $0 == " " || $0 == "-" }
            if isFirst, !inBraces {
                lines[mark.line - 1] = line[..<place] + member
                let indent = Array(repeating: Unicode.Scalar(0x20 as UInt8), count: place)
                lines.insert(indent + line[place...], at: mark.line)
            } else {
                lines[mark.line - 1] =
                    line[..<place] + member + Array(", ".unicodeScalars) + line[place...]
            }
        }
        return Array(
            lines.map { line in
                var text = String.UnicodeScalarView()
                text.append(contentsOf: line)
                return String(text)
            }.joined(separator: "\n").utf8)
    }

    /// Whether a text says what another does, but for the hashes of that many documents.
    private static func isSame(_ text: [UInt8], but count: Int, as node: Node) -> Bool {
        var problems = Problems()
        guard let new = YAMLReader.readAsFarAsItGoes(text, &problems), problems.isEmpty else {
            return false
        }
        let (old, added) = (withoutHashes(node), withoutHashes(new))
        return old.node == added.node && added.count == old.count + count && isStated(in: new)
    }

    /// Whether every source that names a document has its hash.
    private static func isStated(in node: Node) -> Bool {
        guard case .list(let sources)? = node["sources"]?.content else { return true }
        return sources.allSatisfy { $0["file"] == nil || $0["sha256"] != nil }
    }

    /// The recording without the hashes of its sources' documents, and how many these are.
    private static func withoutHashes(_ node: Node) -> (node: Node, count: Int) {
        guard case .object(var members) = node.content,
            let place = members.firstIndex(where: { $0.name == "sources" }),
            case .list(let sources) = members[place].value.content
        else { return (node, 0) }
        var count = 0
        members[place].value.content = .list(
            sources.map { source in
                guard case .object(let own) = source.content else { return source }
                let rest = own.filter { $0.name != "sha256" }
                count += own.count - rest.count
                return Node(.object(rest))
            })
        return (Node(.object(members)), count)
    }
}
