import Effort
import Notation
import Terms
import Testing

struct TagSetTests {
    /// Every path of two names over three, and below each tag one name no one lists: trees are open.
    static let names = ["a", "b", "c"]
    static let tags =
        names.compactMap { ScopeTag($0) }
        + names.flatMap { first in names.compactMap { ScopeTag("\(first)/\($0)") } }
    static let leaves: [String] = {
        let all = names + ["unlisted"]
        return all.flatMap { first in
            all.flatMap { second in ["\(first)/\(second)/x", "\(first)/\(second)/y"] }
        }
    }()

    /// The leaves a set covers, found by looking at each.
    static func covered(_ set: TagSet) -> Set<String> {
        func isUnder(_ leaf: String, _ tags: [ScopeTag]) -> Bool {
            tags.contains { leaf.hasPrefix($0.path + "/") }
        }
        return Set(
            leaves.filter { leaf in
                switch set {
                case .all: true
                case .only(let tags): isUnder(leaf, tags)
                case .allExcept(let tags): !isUnder(leaf, tags)
                }
            })
    }

    static func randomSet(_ random: inout Seeded) -> TagSet {
        let count = Int.random(in: 0...3, using: &random)
        let some = Array(tags.shuffled(using: &random).prefix(count))
        return switch Int.random(in: 0..<5, using: &random) {
        case 0: .all
        case 1, 2: .only(some)
        case _: .allExcept(some)
        }
    }

    @Test func `overlap and containment agree with looking at every leaf`() {
        var random = Seeded(11)
        for _ in 0..<3000 {
            let (first, second) = (Self.randomSet(&random), Self.randomSet(&random))
            let (left, right) = (Self.covered(first), Self.covered(second))
            let meets = !left.isDisjoint(with: right)
            #expect(first.overlaps(second) == meets, "\(first) and \(second)")
            #expect(second.overlaps(first) == meets, "\(second) and \(first)")
            #expect(first.contains(second) == left.isSuperset(of: right), "\(first) ⊇ \(second)")
        }
    }

    @Test(arguments: [
        ("compute", "compute", true), ("compute", "compute/training", true),
        ("compute/training", "compute", false), ("compute", "computer", false),
        ("compute", "compute-x/a", false), ("a/b", "a/b/c", true), ("a/b", "a/bc", false),
    ])
    func `a tag covers itself and what lies below`(outer: String, inner: String, covers: Bool)
        throws
    {
        let outer = try #require(ScopeTag(outer))
        let inner = try #require(ScopeTag(inner))
        #expect(outer.contains(inner) == covers)
        #expect(outer.overlaps(inner) == (covers || inner.contains(outer)))
        #expect(TagSet.only([outer]).contains(inner) == covers)
    }

    @Test func `an exception below a tag leaves the rest of it`() {
        let rest = TagSet.allExcept(["compute/training"])
        #expect(rest.overlaps(.only(["compute"])))
        #expect(!rest.overlaps(.only(["compute/training/large"])))
        #expect(!rest.contains("compute"))
        #expect(rest.contains("compute/inference"))
    }

    @Test(arguments: [
        ("\"all\"", "all"), (#"{"only":["a","b/c"]}"#, "only a, b/c"),
        (#"{"all-except":["gpt-4.1"]}"#, "all except gpt-4.1"),
    ])
    func `a set is written as its word or a map`(json: String, words: String) throws {
        let set = try TagSet.codec.decode(try JSONReader.read(json))
        #expect(set.displayText == words)
        #expect(CanonicalJSON.text(of: TagSet.codec.encode(set)) == json)
        try expectRoundTrip(set, TagSet.codec)
    }

    @Test func `order does not matter`() throws {
        let first = TagSet.only(["b", "a"])
        #expect(first == .only(["a", "b"]))
        #expect(first.hashValue == TagSet.only(["a", "b"]).hashValue)
        #expect(first != .allExcept(["a", "b"]))
        #expect(TagSet.codec.encode(first) == TagSet.codec.encode(.only(["a", "b"])))
        try expectRoundTrip(first, TagSet.codec)
    }

    @Test(arguments: [
        (#""some""#, "\"some\" is not a set of tags"),
        (#"{"only":[]}"#, "the list is too short"),
        (#"{"only":["a","a"]}"#, "'a' is given twice"),
        (#"{"except":["a"]}"#, "unknown member 'except' of a set of tags"),
        (#"{"only":["A"]}"#, "'A' is not a tag such as compute or compute/training"),
        (#"{"only":"a"}"#, "\"a\" is not a list"),
        (#"{"only":["a"],"all-except":["b"]}"#, "a set of tags has exactly one member"),
    ])
    func `what is no set is refused with a reason`(json: String, message: String) throws {
        let found = problems(reading: try JSONReader.read(json), TagSet.codec)
        #expect(found.map(\.message) == [message])
    }

    private static func many(_ count: Int) -> [Node] { (0..<count).map { .string("t\($0)") } }

    private static func found(_ tags: [Node]) -> [String] {
        problems(reading: .object([("only", .list(tags))]), TagSet.codec).map(\.message)
    }

    @Test func `of a hundred thousand tags the one that is given twice is found`() {
        let tags = Self.many(100_000)
        #expect(Self.found(tags) == [])
        #expect(Self.found(tags + [.string("t7")]) == ["'t7' is given twice"])
    }

    @Test func `the work for tags grows in proportion to them`() {
        let growth = Growth.eightfold(3_000, of: Self.many) { _ = Self.found($0) }
        #expect(Growth.isLinear(growth), "eight times the tags take \(growth) times the work")
    }

    @Test(arguments: ["", "/a", "a/", "a//b", "A", "a b", "a_b", "a/-b", "é"])
    func `a path with a misspelled name is refused`(path: String) {
        #expect(ScopeTag(path) == nil)
    }
}

struct SourceGradeTests {
    @Test func `the best grade is the smallest`() throws {
        let words = [
            "executed-text", "regulatory-filing", "party-statement", "court-finding",
            "named-press", "unnamed-source", "secondary", "inference",
        ]
        #expect(SourceGrade.allCases.shuffled().sorted().map(\.rawValue) == words)
        #expect(SourceGrade.allCases.min() == .executedText)
        for grade in SourceGrade.allCases { try expectRoundTrip(grade, SourceGrade.codec) }
    }
}
