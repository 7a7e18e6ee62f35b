import Rendering
import Testing

struct WordDiffTests {
    @Test(arguments: [
        ("within ten days", "within twenty days", "within [-ten-]{+twenty+} days"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("same", "same", "same"),
        ("one two three", "one 2 3", "one [-two three-]{+2 3+}"),
        ("a, b and c", "a and c", "a[-, b-] and c"),
        ("all-or-nothing", "all or nothing", "[-all-or-nothing-]{+all or nothing+}"),
        ("紙 を 作る", "紙 を 売る", "紙 を [-作る-]{+売る+}"),
    ])
    func `a redline marks whole words`(before: String, after: String, expected: String) {
        #expect(Self.text(of: WordDiff(from: before, to: after)) == expected)
    }

    @Test(arguments: [
        ("The Mill shall deliver.", "The Press may deliver paper."),
        ("  spaces   stay \n as they are", "spaces stay\nas they were "),
        ("x", "a totally different text"), ("", ""),
    ])
    func `both texts can be read back from a redline`(before: String, after: String) {
        let segments = WordDiff(from: before, to: after).segments
        let old = segments.map { segment in
            switch segment {
            case .kept(let text), .deleted(let text): text
            case .inserted: ""
            }
        }
        let new = segments.map { segment in
            switch segment {
            case .kept(let text), .inserted(let text): text
            case .deleted: ""
            }
        }
        #expect(old.joined() == before)
        #expect(new.joined() == after)
    }

    @Test func `two texts without a word in common are better told whole`() {
        #expect(!WordDiff(from: "paper moulds", to: "any cloud at all").isWorthShowing)
        #expect(WordDiff(from: "within ten days", to: "within twenty days").isWorthShowing)
    }

    @Test func `long texts with nothing in common are not compared pair by pair`() {
        let before = (0..<5_000).map { "a\($0)" }.joined(separator: " ")
        let after = (0..<5_000).map { "b\($0)" }.joined(separator: " ")
        #expect(WordDiff(from: before, to: after).segments.count == 2)
    }

    private static func text(of diff: WordDiff) -> String {
        diff.segments.map { segment in
            switch segment {
            case .kept(let text): text
            case .deleted(let text): "[-\(text)-]"
            case .inserted(let text): "{+\(text)+}"
            }
        }.joined()
    }
}
