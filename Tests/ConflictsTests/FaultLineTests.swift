import Amendments
import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Small records that were answered wrongly once, each for a kind.
struct FaultLineTests {
    private func agreement(
        _ id: String, parties: [String] = ["a", "b"], from: String = "2020-01-01", _ events: String
    ) -> String {
        """
        recording: \(id)
        agreement: \(id)
        instrument: { kind: definitive, title: \(id), effective: { on: \(from) } }
        disclosed: 2020-01-01
        sources: [{ id: s, grade: regulatory-filing, publisher: the parties }]
        events:
          - agreement-recorded: { title: \(id), zone: Europe/Berlin }

        """ + parties.map { "  - party-admitted: { party: \($0), name: \($0) }\n" }.joined()
            + events.split(separator: "\n").map { "  \($0)\n" }.joined()
    }

    private func report(on day: Day, _ texts: String...) throws -> ConflictReport {
        ConflictReport(try given(yaml: texts).views(), asked: [], over: day...day)
    }

    private let lenses = """
        - term-added: { term: licence, kind: license-grant, set: { grantor: a, grantee: b, subject: Patents on lenses, exclusivity: exclusive } }
        """

    @Test func `r8: patents against office software of another owner are never certain`() throws {
        let found = try report(
            on: "2021-01-01", agreement("x", from: "2019-01-01", lenses),
            agreement(
                "y", parties: ["a", "c"],
                "- term-added: { term: licence, kind: license-grant, set: { grantor: c, grantee: a, subject: Office software, exclusivity: non-exclusive } }"
            ))
        #expect((found.conflicts + found.faint).allSatisfy { $0.certainty == .possible })
        #expect(found.isEmpty)
    }

    @Test func `r8b: patents against a song, no scope stated, are never certain`() throws {
        let found = try report(
            on: "2021-01-01", agreement("x", from: "2019-01-01", lenses),
            agreement(
                "y", parties: ["a", "c"],
                "- term-added: { term: licence, kind: license-grant, set: { grantor: a, grantee: c, subject: The song Yesterday, exclusivity: exclusive } }"
            ))
        #expect(found.conflicts.map(\.certainty) == [.possible])
        #expect(
            found.conflicts.first?.openDimensions.contains(.subject) == true
                && found.conflicts.first?.openDimensions.contains(.territories) == true)
    }

    @Test(arguments: ["2020-06-01", "2023-06-01"] as [Day])
    func `r9: a waiver of one prototype in words settles nothing, and is shown`(_ day: Day) throws {
        func wafers(_ term: String, for party: String) -> String {
            "- term-added: { term: \(term), kind: exclusivity, set: { obligor: a, beneficiary: \(party), act: Buy wafers, exclusivity: exclusive, products: { only: [chips] } } }"
        }
        let found = try report(
            on: day,
            agreement(
                "x",
                wafers("only-b", for: "b")
                    + "\n- right-waived: { term: only-b, by: b, extent: One prototype may be made elsewhere in 2020 }"
            ), agreement("y", parties: ["a", "c"], wafers("only-c", for: "c")))
        #expect(found.settled.isEmpty)
        #expect(found.conflicts.map(\.certainty) == [.possible])
        #expect(
            found.conflicts.first?.proofs.contains {
                $0.dimension == .waiver && $0.first.contains("One prototype")
            } == true)
    }

    @Test func `r10: a sole licence leaves the grantor's own use`() throws {
        func found(_ level: String) throws -> ConflictReport {
            try report(
                on: "2021-01-01",
                agreement(
                    "x",
                    "- term-added: { term: l, kind: license-grant, set: { grantor: a, grantee: b, subject: Series, exclusivity: \(level), limits: The licensor may show it itself } }"
                ),
                agreement(
                    "y", parties: ["a", "c"],
                    "- term-added: { term: own, kind: license-grant, set: { grantor: a, grantee: a, subject: Series, exclusivity: non-exclusive } }"
                ))
        }
        let sole = try found("sole")
        #expect(sole.conflicts.isEmpty && sole.faint.isEmpty && sole.settled.isEmpty)
        let exclusive = try found("exclusive")
        #expect(exclusive.conflicts.map(\.rule) == [.grantorsOwnUse])
        #expect(exclusive.conflicts.first?.certainty == .possible)
        #expect(
            exclusive.conflicts.first?.proofs.contains {
                $0.dimension == .limits && $0.first.contains("The licensor may show it itself")
            } == true)
    }

    @Test func `r11: 5nm lies in 7nm-and-smaller once a vocabulary says so, and not before`() throws
    {
        func licence(_ party: String, _ fields: String) -> String {
            "- term-added: { term: l, kind: license-grant, set: { grantor: a, grantee: \(party), subject: Chips, exclusivity: exclusive, fields: \(fields) } }"
        }
        func found(_ names: String) throws -> ConflictReport {
            try report(
                on: "2021-01-01",
                agreement("x", licence("b", "{ all-except: [7nm-and-smaller] }") + names),
                agreement("y", parties: ["a", "c"], licence("c", "{ only: [5nm] }")))
        }
        #expect(try found("").conflicts.map(\.certainty) == [.possible])
        let none = try found("\n- scope-defined: { scope: 5nm, within: 7nm-and-smaller }")
        #expect(none.conflicts.isEmpty && none.faint.isEmpty && none.settled.isEmpty)
    }

    @Test func `r16: a month contains its last day, and is no conflict`() throws {
        let found = try report(
            on: "2021-01-01",
            agreement(
                "x",
                """
                - term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 100, ends: { through: 2022-06-30 } } }
                - value-reported: { term: f, field: ends, value: { through: 2022-06 } }
                """))
        #expect(found.isEmpty && found.gaps.isEmpty)
    }

    @Test func `r18: a succession in one agreement does not make the conflict vanish`() throws {
        let second = """
            - term-added: { term: licence, kind: license-grant, set: { grantor: a, grantee: c, subject: Patents on lenses, exclusivity: exclusive } }
            """
        let texts = [
            agreement(
                "x", from: "2019-01-01",
                lenses
                    + "\n- party-succeeded: { party: a, successor: z, name: Z, effective: { on: 2021-01-01 } }"
            ), agreement("y", parties: ["a", "c"], second),
        ]
        let views = try given(yaml: texts).views()
        for day in ["2020-12-31", "2021-01-01", "2030-01-01"] as [Day] {
            let found = ConflictReport(views, asked: [], over: day...day).conflicts
            #expect(found.map(\.rule) == [.doubleExclusive], "\(day)")
        }
        let late = ConflictReport(views, asked: [], over: "2021-01-01"..."2021-01-01").conflicts
        let grantor = late.first?.proofs.first { $0.dimension == .grantor }
        #expect(grantor?.first == "z (for a)")
        #expect(late.first?.isFaint == false)
    }
}
