public import Amendments
public import Notation

extension Journal {
    /// How long one line may be: as long as a YAML file.
    private static let lineLimit = YAMLReader.Limit.bytes
    /// A file of something else has several problems a line, and each is larger than its line.
    private static let problemLimit = 1_000
    /// Bytes of lines with problems: the words of each are kept.
    private static let faultyBytes = 8 * lineLimit

    /// Writes recordings as JSON Lines: one canonical JSON object a line.
    public static func jsonLines(of recordings: [Recording]) -> String {
        recordings.map { CanonicalJSON.text(of: Recording.codec.encode($0)) + "\n" }.joined()
    }

    /// Reads recordings written as JSON Lines, in the order of the lines.
    ///
    /// Blank lines are passed over. Every problem of every line is there, up to the line with the
    /// thousandth, or up to 8 MiB of lines with problems; what comes after it is not read, and the last problem says so.
    public static func recordings(jsonLines: String) -> ([Recording], [Problem]) {
        var rest = Array(jsonLines.utf8)
        // A text in memory can always be read.
        let found = try? drafts(in: "") {
            defer { rest = [] }
            return rest
        }
        return (found?.drafts.map(\.recording) ?? [], found?.problems ?? [])
    }

    /// The recordings of a file of JSON Lines, of which no more is in memory than one line.
    ///
    /// - Parameter more: its next bytes; none at the end.
    static func drafts(
        in file: String, _ more: @escaping () throws(Problem) -> [UInt8]
    ) throws(Problem) -> Found {
        var lines = LineStream(limit: lineLimit, more: more)
        var (all, number, faulty, last) = (Found(), 0, 0, 0)
        while let line = try lines.next() {
            number += 1
            if line.isBlank { continue }
            if all.problems.count >= problemLimit || faulty >= faultyBytes {
                all.leave(after: last, in: file)
                return all
            }
            var found = draft(line, number: number, in: file)
            for index in found.problems.indices {
                let column = found.problems[index].mark?.column ?? 1
                found.problems[index].mark = Mark(line: number, column: column)
            }
            if !found.problems.isEmpty { faulty += line.keptBytes }
            last = number
            all.add(found)
        }
        return all
    }

    private static func draft(_ line: LineStream.Line, number: Int, in file: String) -> Found {
        switch line {
        case .whole(let bytes): return draft(jsonLine: bytes, number: number, in: file)
        case .long(let count):
            var found = Found(problems: [
                Problem(
                    "the line has \(count) bytes", hint: "a recording has at most \(lineLimit)")
            ])
            found.unread.gaps = [Unread.Gap(somewhereIn: file)]
            return found
        }
    }

    private static func draft(jsonLine line: [UInt8], number: Int, in file: String) -> Found {
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

extension Journal.Found {
    /// Says that lines with something in them were left unread.
    fileprivate mutating func leave(after line: Int, in file: String) {
        problems.append(
            Problem(
                "\(problems.count) problems so far: the lines after this one are not read",
                hint: "mend these first", mark: Mark(line: line, column: 1)))
        unread.gaps.append(Unread.Gap(somewhereIn: file))
    }
}

extension LineStream.Line {
    fileprivate var isBlank: Bool {
        switch self {
        case .whole(let bytes): bytes.allSatisfy { " \t\r".utf8.contains($0) }
        case .long: false
        }
    }

    fileprivate var keptBytes: Int {
        switch self {
        case .whole(let bytes): bytes.count
        case .long: 0
        }
    }
}
