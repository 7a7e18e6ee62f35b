import Amendments
import EventStore
import Ledger
import Notation
import Portfolio
import Questions
import Terms
import Testing

/// Words are found in all that is recorded of a term, and what is only reported is said to be.
struct FindWordsTests {
    private static func desk() async throws -> Desk {
        var noted = fee("fee", from: .upon("launch"))
        noted.note = "Priced by analogy with the lighthouse tariff."
        return try await Desk(
            opening(
                Event(
                    ConditionDefined(
                        condition: "launch", text: "The first satellite is in orbit.")),
                noted, fee("rent"),
                Event(
                    TermAdded(
                        term: "duty", kind: .other,
                        set: RawFields([.text: .string("A keeps the archive sealed.")]))),
                Event(
                    TermInterpreted(
                        term: "duty", field: .text, reading: "Sealed means locked.", by: ["a"],
                        readings: ["Sealed means welded."])),
                Event(
                    ValueReported(
                        subject: .term("duty"), field: .text,
                        value: RawValue("A keeps the archive in Oslo.")))),
            opening(of: "y", fee("rent")))
    }

    private static func found(_ text: String) async throws -> (Portfolio, [String], [String]) {
        let answer = try await desk().ask(
            FindQuestion(try TermPredicate(orWords: text), on: "2025-04-02")
        ).content
        func names(_ terms: [KnownTerm]) -> [String] { terms.map { "\($0.agreement) \($0.id)" } }
        return (answer, names(answer.matches), names(answer.possible.map(\.term)))
    }

    @Test(arguments: [
        ("sealed", ["x duty"]), ("ARCHIVE keeps", ["x duty"]), ("\"archive keeps\"", []),
        ("rent", ["x rent", "y rent"]), ("\"rent\" and agreement = y", ["y rent"]),
        ("welded", ["x duty"]), ("nowhere", []),
    ])
    func `words are found in ids, sentences, fields and readings`(
        text: String, terms: [String]
    ) async throws {
        #expect(try await Self.found(text).1 == terms)
    }

    @Test func `notes and conditions are named, with nothing in which the words do not occur`()
        async throws
    {
        let anyStatus = "not status = ended"
        let noted = try await Self.found("\"lighthouse\" and \(anyStatus)").0
        #expect(noted.matches.map(\.id) == ["fee"])
        #expect(noted.matches.first?.texts.map(\.place.description) == ["note of x#5"])
        let waiting = try await Self.found("\"satellite\" and \(anyStatus)").0
        #expect(waiting.matches.map(\.id) == ["fee"])
        #expect(waiting.matches.first?.texts.map(\.place) == [.condition("launch")])
        let plain = try await Self.found("\"fee\" and \(anyStatus)").0
        #expect(plain.matches.allSatisfy { $0.texts.isEmpty })
    }

    @Test func `what is only reported may match, and says so`() async throws {
        let (answer, certain, possible) = try await Self.found("oslo")
        #expect(certain == [] && possible == ["x duty"])
        let reason = answer.possible.first?.doubts.first?.reason ?? ""
        #expect(reason.hasPrefix("reported, not agreed: "), "\(reason)")
    }

    @Test func `parties are found by their names, former ones too`() async throws {
        let desk = try await Desk(
            opening(fee()),
            recording(
                "renamed", on: "2024-06-01",
                [Event(PartyRenamed(party: "a", name: "Acme Works, Inc."))]))
        let names: Set = [PredicateName(.party, "ACME works inc"), PredicateName(.party, "A")]
        let meanings = try await desk.ask(PredicateNamesQuestion(names)).content
        #expect(meanings.values.sorted() == ["a", "a"])
        await #expect(throws: DeedbookError.self) {
            try await desk.ask(PredicateNamesQuestion([PredicateName(.party, "Zephyr Ltd")]))
        }
    }
}
