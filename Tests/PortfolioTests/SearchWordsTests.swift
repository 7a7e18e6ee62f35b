import Effort
import Portfolio
import Terms
import Testing

/// Words that are looked for, and how they differ from a condition.
struct SearchWordsTests {
    @Test(arguments: [
        ("cap", "Cap: undisclosed", true), ("cap", "of compute capacity", false),
        ("capac*", "of compute capacity", true), ("first refusal", "right of first-refusal", true),
        ("first refusal", "refusal comes first", false),
        ("AT&T", "between AT & T and others", true),
        ("Überlassung", "die überlassung", true), ("5%", "5 percent", true),
    ])
    func `words occur whole, one after the other, in any case`(
        words: String, text: String, occur: Bool
    ) throws {
        #expect(try #require(SearchWords(words)).occur(in: text) == occur)
    }

    @Test(arguments: ["", " ", "&", "*", "\" \""])
    func `a text without a word is none`(text: String) { #expect(SearchWords(text) == nil) }

    @Test(arguments: 0..<20)
    func `words occur where a search for them between blanks finds them`(seed: Int) throws {
        var random = Seeded(UInt64(seed))
        func sentence(_ length: Int) -> String {
            (0..<length).map { _ in
                ["a", "b", "ab", "ba"][Int.random(in: 0..<4, using: &random)]
            }.joined(separator: " ")
        }
        for _ in 0..<100 {
            let words = sentence(Int.random(in: 1...3, using: &random))
            let text = sentence(Int.random(in: 0...6, using: &random))
            let found = try #require(SearchWords(words)).occur(in: text)
            #expect(found == " \(text) ".contains(" \(words) "), "\(words) in \(text)")
        }
    }

    @Test(arguments: [
        ("cap", "\"cap\""), ("revenue share", "\"revenue\" and \"share\""),
        ("\"revenue share\" azure", "\"revenue share\" and \"azure\""),
        ("terms and conditions", "\"terms\" and \"and\" and \"conditions\""),
        ("what is owed", "\"what\" and \"is\" and \"owed\""), ("AT&T", "\"AT&T\""),
        ("cap is reported", "cap is reported"), ("kind = fee", "kind = fee"),
        ("\"cap is reported\"", "\"cap is reported\""),
        ("\"cap\" or \"floor\"", "\"cap\" or \"floor\""),
        ("kind = fee and not \"audit right\"", "kind = fee and not (\"audit right\")"),
    ])
    func `what reads as a condition is one, and all else are words`(
        source: String, read: String
    ) throws {
        let predicate = try TermPredicate(orWords: source)
        #expect(predicate.description == read)
        #expect(try TermPredicate(read) == predicate)
    }

    @Test(arguments: [
        ("rats > 5%", "did you mean rate"), ("cap is reprted", "did you mean reported"),
        ("exclusivty is stated", "did you mean exclusivity"), ("kind in fee", "(x, y)"),
        ("\"cap\" and kind fee", "in \"quotes\""), ("", "such as"), ("&", "in \"quotes\""),
    ])
    func `a condition with a mistake is not taken for words`(source: String, hint: String) {
        let error = #expect(throws: PredicateError.self) {
            try TermPredicate(orWords: source)
        }
        let said = error.map { "\($0.message) \($0.hint)" } ?? "nothing"
        #expect(said.contains(hint))
    }

    @Test func `names of parties, agreements and days are what they mean`() throws {
        let source =
            "party = \"Microsoft Corporation\" and agreement = Azure and payer = OpenAI "
            + "and ends before today"
        let names = TermPredicate.names(in: source)
        #expect(
            names == [
                PredicateName(.party, "Microsoft Corporation"), PredicateName(.party, "OpenAI"),
                PredicateName(.agreement, "Azure"), PredicateName(.day, "today"),
            ])
        let meanings = [
            PredicateName(.party, "Microsoft Corporation"): "microsoft",
            PredicateName(.party, "OpenAI"): "openai", PredicateName(.agreement, "Azure"): "azure",
            PredicateName(.day, "today"): "2026-05-01",
        ]
        #expect(
            try TermPredicate(source, meaning: meanings).description
                == "party = microsoft and agreement = azure and payer = openai and ends < 2026-05-01"
        )
        #expect(TermPredicate.names(in: "party = microsoft and ends before 2030").isEmpty)
    }
}
