import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Shares of one base that cover different things: they are added up only where they may have something in common.
struct ShareScopeTests {
    private func royalty(_ id: String, to party: String, _ rate: String, _ scope: String) -> String
    {
        "  - term-added: { term: \(id), kind: royalty, set: { payer: studio, payee: \(party), "
            + "rate: \(rate) of sales\(scope) } }\n"
    }

    /// Each term in an agreement of its own.
    private func report(_ terms: String...) throws -> ConflictReport {
        let texts = zip(["one", "two", "three"], terms).map { id, term in
            """
            recording: \(id)
            agreement: \(id)
            instrument: { kind: definitive, title: \(id), effective: { on: 2024-01-01 } }
            disclosed: 2024-01-01
            sources: [{ id: text, grade: executed-text, publisher: invented for tests }]
            events:
              - agreement-recorded: { title: \(id), zone: UTC }
              - party-admitted: { party: studio, name: Studio }
              - party-admitted: { party: alpha, name: Alpha }
              - party-admitted: { party: beta, name: Beta }

            """
                + (id == "one"
                    ? "  - scope-defined: { scope: sales, text: All sales of the studio }\n" : "")
                + term
        }
        return ConflictReport(
            try given(yaml: texts).views(), asked: [], over: "2020-01-01"..."2040-01-01")
    }

    private func certainties(_ one: String, _ other: String) throws -> [Certainty] {
        try report(
            royalty("one", to: "alpha", "60%", one), royalty("two", to: "beta", "60%", other)
        ).conflicts.filter { $0.rule == .capacityExceeded }.map(\.certainty)
    }

    @Test func `royalties on sales of two territories are not added up`() throws {
        #expect(
            try certainties(", territories: { only: [de] }", ", territories: { only: [fr] }") == [])
    }

    @Test func `royalties on sales in one territory are`() throws {
        #expect(
            try certainties(", territories: { only: [de] }", ", territories: { only: [de] }")
                == [.certain])
        #expect(
            try certainties(", territories: all", ", territories: { only: [de] }") == [.certain])
    }

    @Test func `where one says what it covers and another does not, they are perhaps`() throws {
        #expect(try certainties(", territories: { only: [de] }", "") == [.possible])
    }

    @Test func `names that nothing relates may be one`() throws {
        #expect(
            try certainties(", products: { only: [lamps] }", ", products: { only: [shades] }")
                == [.possible])
    }

    @Test func `where neither says what it covers, the base is what is shared`() throws {
        #expect(try certainties("", "") == [.certain])
    }

    @Test(arguments: [("2024-01-01", [Certainty.certain]), ("2025-01-01", [.possible])])
    func `stakes that are stated as of several days may never have been held together`(
        _ day: String, _ expected: [Certainty]
    ) throws {
        func stake(_ holder: String, _ day: String) -> String {
            "  - term-added: { term: \(holder)-stake, kind: equity-stake, effective: { on: \(day) }, "
                + "set: { holder: \(holder), issuer: studio, percentage: 60% of sales } }\n"
        }
        let found = try report(stake("alpha", "2024-01-01"), stake("beta", day))
        #expect(found.conflicts.map(\.certainty) == expected)
    }

    @Test func `what stands between two that have nothing in common may meet both`() throws {
        let found = try report(
            royalty("one", to: "alpha", "40%", ", territories: { only: [de] }"),
            royalty("two", to: "beta", "40%", ", territories: { only: [fr] }"),
            royalty("three", to: "beta", "40%", ", territories: { only: [de, fr] }"))
        #expect(
            found.conflicts.filter { $0.rule == .capacityExceeded }.map(\.certainty) == [.possible])
    }
}
