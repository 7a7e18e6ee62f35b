import Foundation
import Ledger
import Notation
import Rendering
import Subprocesses
import Testing

struct JSONPatchTests {
    @Test(arguments: [
        (#"{"a": 1, "b": 2}"#, #"{"b": 2, "c": 3}"#),
        (#"{"a": [1, 2, 3]}"#, #"{"a": [1, 3]}"#), (#"{"a": [1]}"#, #"{"a": [0, 1, 2]}"#),
        (#"{"a/b": {"~": 1}}"#, #"{"a/b": {"~": 2, "~1": 0}}"#),
        (#"{"": 1}"#, #"{"": null}"#), (#"[]"#, #"{}"#), (#""x""#, #"true"#),
        (#"{"a": {"b": {"c": "d"}}}"#, #"{"a": {"b": "c"}}"#),
    ])
    func `a patch makes the second document of the first`(before: String, after: String) throws {
        let (old, new) = (try Self.node(before), try Self.node(after))
        let patch = JSONPatch.diff(old, new)
        #expect(!patch.operations.isEmpty)
        #expect(try JSONPatch.apply(patch, to: old).saysTheSame(as: new))
    }

    @Test func `random documents go there and back`() throws {
        var random = Random(seed: 7)
        for _ in 0..<400 {
            let (old, new) = (random.node(depth: 4), random.node(depth: 4))
            let patch = JSONPatch.diff(old, new)
            #expect(try JSONPatch.apply(patch, to: old).saysTheSame(as: new))
            #expect(JSONPatch.diff(old, old).operations.isEmpty)
        }
    }

    @Test func `the order of members is no difference`() throws {
        let (old, new) = (try Self.node(#"{"a": 1, "b": 2}"#), try Self.node(#"{"b": 2, "a": 1}"#))
        #expect(JSONPatch.diff(old, new).operations.isEmpty)
    }

    @Test(arguments: [
        (#"{"a": 1}"#, "/b"), (#"[1]"#, "/1"), (#"[1]"#, "/01"), (#"[1]"#, "/-"), (#"1"#, "/a"),
    ])
    func `a patch that does not fit is refused`(document: String, place: String) throws {
        let pointer = try #require(JSONPointer(place))
        #expect(throws: JSONPatch.Failure.noSuchPlace(pointer)) {
            try JSONPatch.apply(JSONPatch([.remove(pointer)]), to: Self.node(document))
        }
    }

    @Test func `move, copy and test do as RFC 6902 says`() throws {
        let document = try Self.node(#"{"a": {"x": 1}, "b": [10, 20]}"#)
        let (x, first, end) = (
            JSONPointer(["a", "x"]), JSONPointer(["b", "0"]), JSONPointer(["b", "-"])
        )
        let patch = JSONPatch([
            .test(x, .integer(1)), .move(from: x, to: first), .copy(from: first, to: end),
        ])
        let expected = try Self.node(#"{"a": {}, "b": [1, 10, 20, 1]}"#)
        #expect(try JSONPatch.apply(patch, to: document).saysTheSame(as: expected))
        #expect(throws: JSONPatch.Failure.testFailed(x)) {
            try JSONPatch.apply(JSONPatch([.test(x, .integer(2))]), to: document)
        }
    }

    @Test(arguments: ["", "/", "/a~1b/~0", "/terms/license.moulds/ends", "/~01", "/\u{301}"])
    func `a pointer is written as it was read`(text: String) {
        #expect(JSONPointer(text)?.description == text)
    }

    @Test(arguments: ["a", "/~", "/~2"])
    func `a pointer that RFC 6901 does not know is refused`(text: String) {
        #expect(JSONPointer(text) == nil)
    }

    @Test func `the patch of a redline turns one state into the other`() async throws {
        let redline = try await Story.redline("2025-02-28", "2025-03-02")
        let (old, new) = (
            StateDocument.node(of: redline.before), StateDocument.node(of: redline.after)
        )
        let patch = JSONPatch.diff(old, new)
        #expect(try JSONPatch.apply(patch, to: old).saysTheSame(as: new))
        let cap = JSONPointer(["terms", "royalty.paper", "cap", "state"])
        #expect(patch.operations.contains(.replace(cap, .string("undisclosed"))))
        #expect(RedlinePatch.render(redline) == CanonicalJSON.prettyText(of: patch.node))
    }

    @Test(.enabled("Python's jsonpatch is not installed") { try await Python.has("jsonpatch") })
    func `Python's jsonpatch makes the same document of a redline`() async throws {
        let redline = try await Story.redline("2025-02-28", "2025-04-03")
        let (old, new) = (
            StateDocument.node(of: redline.before), StateDocument.node(of: redline.after)
        )
        let input = CanonicalJSON.text(
            of: .object([("old", old), ("new", new), ("patch", JSONPatch.diff(old, new).node)]))
        let script = """
            import json, jsonpatch, sys
            d = json.load(sys.stdin)
            print(jsonpatch.apply_patch(d["old"], d["patch"]) == d["new"])
            """
        #expect(try await Python.run(script, input: input).output == "True\n")
    }

    private static func node(_ text: String) throws -> Node {
        try JSONReader.read(Array(text.utf8))
    }
}

/// A small generator of documents, the same in every run.
private struct Random {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func node(depth: Int) -> Node {
        switch next(depth > 0 ? 7 : 4) {
        case 0: return .integer(next(3))
        case 1: return .boolean(next(2) == 0)
        case 2: return Node(.null)
        case 3: return .string(["", "a", "~1", "/", "紙"][next(5)])
        case 4: return .list((0..<next(4)).map { _ in node(depth: depth - 1) })
        default:
            let names = ["a", "b/c", "~d", "", "e~1"].filter { _ in next(2) == 0 }
            return .object(names.map { ($0, node(depth: depth - 1)) })
        }
    }
}
