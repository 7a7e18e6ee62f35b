import Journal
import Notation
import Testing

/// A recording that says two things of one, which cannot both hold.
struct StatedTwiceTests {
    private static func problems(_ events: String...) throws -> [Problem] {
        let head = """
            recording: 2026-a
            agreement: x
            instrument: { kind: amendment, title: A, signed: 2026-01-01, effective: { on: 2026-01-01 } }
            disclosed: 2026-01-01
            sources: [ { id: s, grade: executed-text, publisher: P } ]
            events:
            """
        let lines = events.map { "  - \($0)\n" }.joined()
        var found: [Problem] = []
        try withFolder(["2026-a.yaml": "\(head)\n\(lines)"]) { folder in
            let reading = Journal.read(paths: [folder])
            found = reading.problems
            #expect(reading.drafts.isEmpty == !found.isEmpty)
            #expect(reading.partial.count == (found.isEmpty ? 0 : 1))
        }
        return found
    }

    private static let added =
        "term-added: { term: fee, kind: fee, set: { amount: EUR 10, payer: a, payee: b } }"

    @Test(arguments: [
        (
            added, "term-amended: { term: fee, set: { amount: EUR 20 } }",
            "'amount' of 'fee' is 'EUR 20' here and 'EUR 10' in line 7"
        ),
        (
            "term-amended: { term: fee, set: { amount: EUR 10 } }",
            "term-amended: { term: fee, set: { payer: c, amount: undisclosed } }",
            "'amount' of 'fee' is 'undisclosed' here and 'EUR 10' in line 7"
        ),
        (
            "term-amended: { term: fee, set: { amount: EUR 10 }, effective: { on: 2026-01-01 } }",
            "term-amended: { term: fee, set: { amount: EUR 20 } }", "'amount' of 'fee'"
        ),
        (
            "party-admitted: { party: a, name: Acme }",
            "party-admitted: { party: a, name: Acme Ltd }",
            "the name of 'a' is 'Acme Ltd' here and 'Acme' in line 7"
        ),
        (
            "party-admitted: { party: a, name: Acme, role: buyer }",
            "party-admitted: { party: a, name: Acme, role: seller }", "the role of 'a'"
        ),
        (
            "party-renamed: { party: a, name: Acme }", "party-renamed: { party: a, name: Bcme }",
            "the new name of 'a'"
        ),
        (
            "group-formed: { group: g, name: G, members: [ { party: a }, { party: b } ] }",
            "group-formed: { group: g, name: G, members: [ { party: a } ] }", "who is in 'g'"
        ),
        (
            "condition-defined: { condition: c, text: one }",
            "condition-defined: { condition: c, text: two }", "the text of 'c'"
        ),
    ])
    func `two values of one thing from the same day are refused with both lines`(
        first: String, second: String, says: String
    ) throws {
        let problems = try Self.problems(first, second)
        #expect(problems.count == 1, "\(problems)")
        let problem = try #require(problems.first)
        #expect(problem.message.hasPrefix(says), "\(problem)")
        #expect(problem.message.contains("in line 7, from the same day"), "\(problem)")
        #expect(problem.mark?.line == 8)
        #expect(problem.hint?.contains("keep what the document states") == true)
    }

    @Test(arguments: [
        // The same once more, in another spelling too.
        (added, "term-amended: { term: fee, set: { amount: 'EUR 10.00' } }"),
        // A step from a later day.
        (
            added,
            "term-amended: { term: fee, set: { amount: EUR 20 }, effective: { on: 2027-01-01 } }"
        ),
        // For a time.
        (
            added,
            "term-amended: { term: fee, set: { amount: EUR 20 }, lasts: { through: 2026-03-31 } }"
        ),
        // One that says which it follows.
        (added, "term-amended: { term: fee, was: { amount: EUR 10 }, set: { amount: EUR 20 } }"),
        // Another field, another term, another agreement, another source's word.
        (added, "term-amended: { term: fee, set: { per: P1Y } }"),
        (added, "term-amended: { term: fee.two, set: { amount: EUR 20 } }"),
        (added, "term-amended: { term: fee, set: { amount: EUR 20 }, agreement: y }"),
        (added, "value-reported: { term: fee, field: amount, value: EUR 20 }"),
        (
            "condition-defined: { condition: c, text: one }",
            "condition-defined: { condition: c, text: two, effective: { on: 2027-01-01 } }"
        ),
        (
            "party-admitted: { party: a, name: Acme }",
            "party-admitted: { party: b, name: Bcme }"
        ),
    ])
    func `what can stand beside the other is read`(first: String, second: String) throws {
        #expect(try Self.problems(first, second).isEmpty)
    }

    @Test func `all of them are shown, beside what else is wrong`() throws {
        let problems = try Self.problems(
            Self.added, "term-amended: { term: fee, set: { amount: EUR 20 } }",
            "term-amended: { term: fee, set: { amount: EUR 30 } }", "party-admitted: { party: a }")
        #expect(problems.count == 3, "\(problems)")
        #expect(problems.contains { $0.message.contains("'EUR 30' here and 'EUR 20' in line 8") })
        #expect(problems.contains { $0.message.contains("'name' is missing") })
    }
}
