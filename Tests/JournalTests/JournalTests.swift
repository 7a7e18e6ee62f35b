import Amendments
import Foundation
import Journal
import Notation
import Terms
import Testing

struct JournalTests {
    @Test func `a folder is read in the order of disclosure, then of key`() throws {
        try withFolder([
            "b/2026-b.yaml": recordingText("2026-b", disclosed: "2026-04"),
            "2026-c.yml": recordingText("2026-c", disclosed: "2026-04-30"),
            "a/2026-z.yaml": recordingText("2026-z", disclosed: "2026-04-29"),
            "README.md": "not a recording", "Schema/event.json": "{}", ".2026-x.yaml": ":",
        ]) { folder in
            let reading = Journal.read(paths: [folder])
            #expect(reading.isSound)
            #expect(reading.recordings.map(\.key.text) == ["2026-z", "2026-b", "2026-c"])
            #expect(reading.drafts[0].file == "\(folder)/a/2026-z.yaml")
            #expect(reading.drafts[0].mark == Mark(line: 1, column: 12))
        }
    }

    @Test func `every problem of every file is reported, as compilers do`() throws {
        try withFolder([
            "2026-a.yaml": recordingText("2026-a", disclosed: "soon").replacing(
                "executed-text", with: "hearsay"),
            "2026-b.yaml": "recording: 2026-b\nevents: &x []\nevents: []\n",
            "2026-c.yaml": recordingText("2026-c"),
        ]) { folder in
            let reading = Journal.read(paths: [folder])
            let lines = reading.problems.map { $0.description.replacing("\(folder)/", with: "") }
            #expect(lines.count == 8)
            #expect(lines[0].hasPrefix("2026-a.yaml:4:12: error: 'soon' is not "))
            #expect(lines[0].contains("(at disclosed)\n  hint: expected "))
            #expect(lines[1].hasPrefix("2026-a.yaml:6:28: error: "))
            #expect(lines[2].hasPrefix("2026-b.yaml:2:9: error: an anchor '&x'"))
            #expect(lines[3].hasPrefix("2026-b.yaml:3:1: error: 'events' is given twice"))
            #expect(lines[4...].allSatisfy { $0.contains("' is missing") })
            #expect(reading.recordings.map(\.key.text) == ["2026-c"])
        }
    }

    @Test func `a file is named by its key`() throws {
        try withFolder(["2026-b.yaml": recordingText("2026-a.1")]) { folder in
            #expect(
                Journal.read(paths: [folder]).problems.map(\.description) == [
                    """
                    \(folder)/2026-b.yaml:1:12: error: the recording's key is '2026-a.1', but the file \
                    is named '2026-b'
                      hint: name the file 2026-a.1.yaml
                    """
                ])
        }
    }

    @Test func `one key with two contents is refused naming both files`() throws {
        let other = recordingText("2026-a", reason: "other")
        try withFolder([
            "x/2026-a.yaml": recordingText("2026-a"), "y/2026-a.yaml": other,
        ]) { folder in
            #expect(
                Journal.read(paths: [folder]).problems.map(\.description) == [
                    """
                    \(folder)/y/2026-a.yaml:1:12: error: recording '2026-a' stands in \
                    \(folder)/x/2026-a.yaml:1 too, with other content
                      hint: a key is unique in the book
                    """
                ])
        }
    }

    @Test func `a file given twice is read once`() throws {
        try withFolder(["2026-a.yaml": recordingText("2026-a")]) { folder in
            let reading = Journal.read(paths: [folder, folder + "/2026-a.yaml", folder + "/"])
            #expect(reading.isSound)
            #expect(reading.drafts.count == 1)
        }
    }

    @Test func `what is no file of recordings is reported, and the rest is read`() throws {
        try withFolder([
            "2026-a.yaml": recordingText("2026-a"), "notes.txt": "notes",
            "2026-big.yaml": String(repeating: "#\n", count: 600_000),
        ]) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/2026-l.yaml", withDestinationPath: folder + "/2026-a.yaml")
            let reading = Journal.read(
                paths: [folder + "/none.yaml", folder + "/notes.txt", folder])
            #expect(
                reading.unreadable.map { $0.description.replacing("\(folder)/", with: "") } == [
                    "none.yaml: error: no such file or folder\n"
                        + "  hint: give YAML files or folders of them",
                    "notes.txt: error: not a file of recordings\n"
                        + "  hint: expected a name in .yaml, .yml, .jsonl",
                    "2026-l.yaml: error: not a regular file\n  hint: put the file itself here",
                    "2026-big.yaml: error: the file has 1200000 bytes\n"
                        + "  hint: a recording has at most 1048576 bytes",
                ])
            #expect(reading.recordings.count == 1)
            #expect(!reading.isSound)
        }
    }

    @Test func `a symbolic link that is named itself is followed`() throws {
        try withFolder(["there/2026-a.yaml": recordingText("2026-a")]) { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder + "/2026-a.yaml",
                withDestinationPath: folder + "/there/2026-a.yaml")
            let reading = Journal.read(paths: [folder + "/2026-a.yaml"])
            #expect(reading.isSound && reading.drafts.count == 1)
        }
    }
}

struct JSONLinesTests {
    @Test func `what is written as JSON Lines is read back`() throws {
        let recordings = ["2026-b", "2026-a"].compactMap {
            Journal.recording(yaml: recordingText($0)).0
        }
        let text = Journal.jsonLines(of: recordings)
        let (back, problems) = Journal.recordings(jsonLines: text)
        #expect(problems == [])
        #expect(back == recordings)
        #expect(text.split(separator: "\n").count == 2)
    }

    @Test func `a problem of a line says which line, also after blank ones`() throws {
        let line = try #require(Journal.recording(yaml: recordingText("2026-a")).0)
        let good = Journal.jsonLines(of: [line])
        let bad = good.replacing("\"2026-04-27\"", with: "\"soon\"")
        let (back, problems) = Journal.recordings(jsonLines: "\n\(good)\r\n\(bad){\n[1.5]\n")
        #expect(back == [line])
        #expect(problems.map { $0.mark?.line } == [4, 5, 6])
        #expect(problems[0].message.hasPrefix("'soon' is not "))
        #expect(problems[0].path == ["disclosed"])
    }

    @Test func `a long file of something else is left after a thousand problems`() {
        let (back, problems) = Journal.recordings(
            jsonLines: String(repeating: "[]\n", count: 300_000))
        #expect(back.isEmpty)
        #expect(problems.count == 1001)
        #expect(problems.first.map(told) == "1:1 a list of 0 is not a map")
        #expect(
            problems.last.map(told)
                == "1000:1 1000 problems so far: the lines after this one are not read")
    }

    @Test
    func `of a line that is too long only its length is kept, and the lines after it are read`()
        throws
    {
        let good = try #require(Journal.recording(yaml: recordingText("2026-a")).0)
        let long = String(repeating: "0", count: 3 << 20)
        try withFolder(["book.jsonl": "\(long)\n\(Journal.jsonLines(of: [good]))"]) { folder in
            let reading = Journal.read(paths: [folder])
            #expect(reading.recordings == [good])
            #expect(
                reading.problems.map(\.description) == [
                    "\(folder)/book.jsonl:1:1: error: the line has 3145728 bytes\n"
                        + "  hint: a recording has at most 1048576"
                ])
            // Whatever stands there may be missing anywhere.
            let gap = try #require(reading.unread.gaps.first)
            #expect(reading.unread.unchecked(after: gap, among: reading.drafts).count == 1)
        }
    }

    @Test func `long lines of something else are left after 8 MiB of them`() {
        let line = "\"" + String(repeating: "a", count: 1_000_000) + "\"\n"
        let (_, problems) = Journal.recordings(jsonLines: String(repeating: line, count: 12))
        #expect(problems.last?.message.hasSuffix("the lines after this one are not read") == true)
        #expect(problems.last?.mark?.line == 9)
    }

    @Test(arguments: [1, 2, 3, 7])
    func `lines are the same wherever the bytes of a file are parted`(_ size: Int) throws {
        var rest = Array("one\n\n four\r\nlonger\nend".utf8)[...]
        var stream = LineStream(limit: 5) {
            defer { rest = rest.dropFirst(size) }
            return Array(rest.prefix(size))
        }
        var lines: [String] = []
        while let line = try stream.next() {
            switch line {
            case .whole(let bytes): lines.append(String(decoding: bytes, as: UTF8.self))
            case .long(let count): lines.append("\(count) bytes")
            }
        }
        #expect(lines == ["one", "", "6 bytes", "6 bytes", "end"])
    }

    @Test func `thousands of unknown citations do not each name thousands of sources`() {
        let sources = (0..<3_000).map { "  - { id: s\($0), grade: secondary, publisher: P }" }
        let events = (0..<500).map {
            "  - party-admitted: { party: p, name: N, cites: [x\($0), y, z] }"
        }
        let head =
            "recording: r\nagreement: a\ninstrument: { kind: notice, title: T }\ndisclosed: 2024"
        let text = ([head, "sources:"] + sources + ["events:"] + events).joined(separator: "\n")
        let (_, problems) = Journal.recording(yaml: text)
        #expect(problems.count == 1_500)
        #expect(problems.first?.hint?.hasSuffix("s18, s19 and 2980 more") == true)
    }

    @Test func `lines of a file are recordings with their places`() throws {
        let recordings = ["2026-b", "2026-a"].compactMap {
            Journal.recording(yaml: recordingText($0)).0
        }
        let text = Journal.jsonLines(of: recordings)
        try withFolder(["book.jsonl": "\n" + text]) { folder in
            let reading = Journal.read(paths: [folder])
            #expect(reading.recordings.map(\.key.text) == ["2026-a", "2026-b"])
            #expect(reading.drafts.map { $0.mark?.line } == [3, 2])
        }
    }

    @Test func `an export beside its folder repeats nothing`() throws {
        let recording = try #require(Journal.recording(yaml: recordingText("2026-a")).0)
        try withFolder([
            "2026-a.yaml": recordingText("2026-a"),
            "book.jsonl": Journal.jsonLines(of: [recording]),
        ]) { folder in
            #expect(Journal.read(paths: [folder]).isSound)
        }
    }
}
