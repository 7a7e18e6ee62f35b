import Portfolio
import Rendering
import Testing

/// What is wrong in a predicate, pointed at under the text as a terminal shows it.
struct PredicateExcerptTests {
    @Test(arguments: [
        ("party = Microsoft", "  party = Microsoft\n          ^^^^^^^^^"),
        ("not", "  not\n     ^"),
        ("law = \u{202E} & = 1", "  law = \\u{202E} & = 1\n        ^^^^^^^^"),
        ("law = \"紙\" & = 1", "  law = \"紙\" & = 1\n             ^"),
    ])
    func `carets stand under what is shown`(source: String, excerpt: String) throws {
        let error = try #require(throws: PredicateError.self) { try TermPredicate(source) }
        #expect(PredicateExcerpt.text(of: error) == excerpt, "\(error)")
    }

    @Test func `of a long predicate what stands around the mistake is shown`() throws {
        let source =
            String(repeating: "kind = fee and ", count: 400) + "kind = fees"
            + String(repeating: " and kind = fee", count: 400)
        let error = try #require(throws: PredicateError.self) { try TermPredicate(source) }
        let lines = PredicateExcerpt.text(of: error).split(separator: "\n")
        #expect(lines.count == 2 && lines.allSatisfy { $0.count < 190 })
        let (text, carets) = (Array(lines[0]), Array(lines[1]))
        let pointed = carets.indices.filter { carets[$0] == "^" }.map { text[$0] }
        #expect(String(pointed) == "fees")
        #expect(text.starts(with: "  …") && text.last == "…")
    }
}
