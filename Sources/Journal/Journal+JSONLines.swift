public import Amendments
public import Notation

extension Journal {
    /// How long one line may be: as long as a YAML file.
    private static let lineLimit = YAMLReader.Limit.bytes
    /// A file of something else has several problems a line, and each is larger than its line.
    private static let problemLimit = 1_000

    /// Writes recordings as JSON Lines: one canonical JSON object a line.
    public static func jsonLines(of recordings: [Recording]) -> String {
        recordings.map { CanonicalJSON.text(of: Recording.codec.encode($0)) + "\n" }.joined()
    }

    /// Reads recordings written as JSON Lines, in the order of the lines.
    ///
    /// Blank lines are passed over. Every problem of every line is there, up to the line with the
    /// thousandth; what comes after it is not read, and the last problem says so.
    public static func recordings(jsonLines: String) -> ([Recording], [Problem]) {
        let found = drafts(jsonLines: Array(jsonLines.utf8), in: "")
        return (found.drafts.map(\.recording), found.problems)
    }

    static func drafts(jsonLines bytes: [UInt8], in file: String) -> Found {
        var all = Found()
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated()
        where !line.allSatisfy({ " \t\r".utf8.contains($0) }) {
            var found = draft(jsonLine: Array(line), number: index + 1, in: file)
            for number in found.problems.indices {
                let column = found.problems[number].mark?.column ?? 1
                found.problems[number].mark = Mark(line: index + 1, column: column)
            }
            all.add(found)
            if all.problems.count >= problemLimit, index + 1 < lines.count {
                all.problems.append(
                    Problem(
                        "\(all.problems.count) problems so far: the lines after this one are not read",
                        hint: "mend these first", mark: Mark(line: index + 1, column: 1)))
                let rest = Array(lines[(index + 1)...].joined(separator: [0x0A]))
                all.add(Journal.found(rest, in: file, problems: []))
                return all
            }
        }
        return all
    }

    private static func draft(jsonLine line: [UInt8], number: Int, in file: String) -> Found {
        guard line.count <= lineLimit else {
            let problem = Problem(
                "the line has \(line.count) bytes", hint: "a recording has at most \(lineLimit)")
            return found(line, in: file, problems: [problem])
        }
        var problems = Problems()
        do {
            var node = try JSONReader.read(line, line: number)
            let documents =
                file.isEmpty ? [] : SourceDocuments.check(&node, in: file, &problems)
            guard let recording = Recording.codec.decode(node, &problems), problems.isEmpty else {
                return found(
                    node, line, in: file, named: "line-\(number)", problems: problems.all)
            }
            let mark = node["recording"]?.mark
            return Found(drafts: [
                Draft(file: file, recording: recording, mark: mark, documents: documents)
            ])
        } catch {
            return found(line, in: file, problems: [error])
        }
    }
}
