import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// How the life of a term bears on a conflict: since when it excludes others, and whether its days are sure.
struct LifeTests {
    /// An exclusive distribution of 2020 and a later one of 2021, stated in every dimension.
    private func found(
        _ events: String, set: String = "", level: String = "exclusive", grade: String? = nil,
        kind: String = "amendment"
    ) throws -> ConflictReport {
        let ground =
            "products: { only: [film] }, fields: all, territories: all, channels: all, customers: all"
        func recording(
            _ key: String, _ day: Day, in agreement: String, kind: String = "definitive",
            grade: String = "executed-text", _ events: String
        ) -> String {
            """
            recording: \(key)
            agreement: \(agreement)
            instrument: { kind: \(kind), title: \(key), signed: \(day), effective: { on: \(day) } }
            disclosed: \(day)
            sources: [{ id: text, grade: \(grade), publisher: the parties }]
            events:

            """ + events
        }
        func opening(_ agreement: String, _ party: String, _ level: String, _ more: String)
            -> String
        {
            """
              - agreement-recorded: { title: \(agreement), zone: UTC }
              - party-admitted: { party: studio, name: Studio }
              - party-admitted: { party: \(party), name: \(party) }
              - condition-defined: { condition: launch, text: The launch }
              - term-added: { term: grant, kind: distribution, set: { grantor: studio, distributor: \(party), exclusivity: \(level), \(ground)\(more) } }

            """
        }
        let story = try given(
            yaml: recording(
                "first", "2020-01-01", in: "first", opening("first", "alpha", level, set)),
            recording(
                "second", "2021-01-01", in: "second",
                opening("second", "beta", "non-exclusive", "")),
            recording(
                "since", "2022-01-01", in: "first", kind: kind, grade: grade ?? "executed-text",
                events))
        return ConflictReport(story.views(), asked: [], over: "2018-01-01"..."2035-01-01")
    }

    private func rules(of report: ConflictReport) -> Set<RuleName> {
        Set((report.conflicts + report.settled).map(\.rule))
    }

    private func certainty(of report: ConflictReport, on day: Day) -> Certainty? {
        report.conflicts.first { $0.meets(day...day) }?.certainty
    }

    @Test(arguments: [
        "term-suspended: { term: grant, lasts: { through: 2022-12-31 } }",
        "term-amended: { term: grant, set: { exclusivity: non-exclusive }, lasts: { through: 2022-12-31 } }",
        "term-amended: { term: grant, set: { exclusivity: sole } }",
        "term-interpreted: { term: grant, field: exclusivity, reading: against rivals, by: [studio], readings: [against all, against rivals] }",
        "term-amended: { term: grant, set: { exclusive-until: { through: 2024 } } }",
    ])
    func `a pause, a change for a time and a dispute leave the earlier right the earlier one`(
        _ event: String
    ) throws {
        let report = try found("  - \(event)\n")
        #expect(rules(of: report) == [.laterGrantUnderExclusive])
    }

    @Test func `an exclusivity given up and agreed again is the later one`() throws {
        let report = try found(
            "  - term-amended: { term: grant, set: { exclusivity: non-exclusive } }\n"
                + "  - term-amended: { term: grant, set: { exclusivity: exclusive }, effective: { on: 2024-01-01 } }\n"
        )
        #expect(rules(of: report) == [.laterGrantUnderExclusive, .encumberedExclusive])
        #expect(
            report.conflicts.first { $0.rule == .encumberedExclusive }?.days.from == "2024-01-01")
    }

    @Test func `a right made exclusive later takes the ground as it finds it`() throws {
        let report = try found(
            "  - term-amended: { term: grant, set: { exclusivity: exclusive } }\n",
            level: "non-exclusive")
        #expect(rules(of: report) == [.encumberedExclusive])
    }

    @Test(arguments: [
        "agreement-terminated: { effective: { upon: launch } }",
        "term-suspended: { term: grant, effective: { upon: launch } }",
        "term-removed: { term: grant, effective: { upon: launch } }",
        "term-amended: { term: grant, set: { exclusivity: non-exclusive }, effective: { upon: launch } }",
        "right-waived: { term: grant, by: alpha, extent: everything, products: all, fields: all, territories: all, channels: all, customers: all, effective: { upon: launch } }",
        "term-added: { term: life, kind: term-and-renewal, set: { ends: { upon: launch } } }",
        "party-withdrew: { party: alpha, effective: { upon: launch } }",
        "term-added: { term: exit, kind: termination-right, set: { holder: alpha, ground: cause } }\n  - notice-given: { term: exit, by: alpha, takes-effect: { upon: launch } }",
        "term-added: { term: life, kind: term-and-renewal, set: { ends: { through: 2030-12-31 }, renewal: automatic, renewal-period: P1Y } }\n  - notice-given: { term: life, by: alpha, effective: { upon: launch } }",
    ])
    func `what would end it upon a condition leaves it possible from the day it is agreed`(
        _ event: String
    ) throws {
        let report = try found("  - \(event)\n")
        #expect(certainty(of: report, on: "2021-06-01") == .certain)
        #expect(certainty(of: report, on: "2022-06-01") == .possible)
        let open = report.conflicts.first { $0.meets("2022-06-01"..."2022-06-01") }
        #expect(
            open?.proofs.contains { $0.result == .unknown && $0.why.contains("launch") } == true)
    }

    @Test func `a right that begins upon a condition may have begun`() throws {
        let report = try found(
            "  - condition-defined: { condition: other, text: Another }\n",
            set: ", starts: { upon: launch }")
        #expect(certainty(of: report, on: "2022-06-01") == .possible)
        let open = try #require(report.conflicts.first)
        #expect(open.openDimensions.contains(.interval))
    }

    @Test func `what never began since its condition lapsed meets nothing`() throws {
        let report = try found(
            "  - condition-lapsed: { condition: launch }\n", set: ", starts: { upon: launch }")
        #expect(certainty(of: report, on: "2021-06-01") == .possible)
        #expect(certainty(of: report, on: "2022-06-01") == nil)
    }

    @Test(arguments: ["removed", "waived"])
    func `a trigger that is taken out ends nothing`(_ manner: String) throws {
        let report = try found(
            "  - agreement-terminated: { effective: { upon: launch } }\n"
                + "  - condition-\(manner): { condition: launch, effective: { on: 2023-01-01 } }\n")
        #expect(certainty(of: report, on: "2022-06-01") == .possible)
        #expect(certainty(of: report, on: "2023-06-01") == .certain)
    }

    @Test func `a successor that may not have come yet leaves it possible to the last day`() throws
    {
        let report = try found(
            "  - party-succeeded: { party: alpha, successor: beta, name: Beta, effective: { between: [2023-01-01, 2024-12-31] } }\n"
        )
        #expect(certainty(of: report, on: "2022-06-01") == .certain)
        #expect(certainty(of: report, on: "2024-06-01") == .possible)
    }

    @Test func `who came into the place of a party has agreed to what that party had`() throws {
        let ground =
            "products: { only: [film] }, fields: all, territories: all, channels: all, customers: all"
        func right(_ term: String, _ party: String) -> String {
            "  - term-added: { term: \(term), kind: distribution, set: { grantor: studio, distributor: \(party), exclusivity: exclusive, \(ground) } }\n"
        }
        let story = try given(
            yaml: """
                recording: deal
                agreement: deal
                instrument: { kind: definitive, title: Deal, signed: 2020-01-01, effective: { on: 2020-01-01 } }
                disclosed: 2020-01-01
                sources: [{ id: text, grade: executed-text, publisher: the parties }]
                events:
                  - agreement-recorded: { title: Deal, zone: UTC }
                  - party-admitted: { party: studio, name: Studio }
                  - party-admitted: { party: alpha, name: Alpha }
                  - party-admitted: { party: gamma, name: Gamma }

                """ + right("one", "alpha") + right("two", "gamma")
                    + "  - party-succeeded: { party: alpha, successor: delta, name: Delta, effective: { on: 2020-06-01 } }\n"
        )
        let report = ConflictReport(story.views(), asked: [], over: "2018-01-01"..."2035-01-01")
        #expect(certainty(of: report, on: "2020-03-01") == .possible)
        #expect(certainty(of: report, on: "2021-01-01") == .possible)
    }

    @Test func `a report that narrows what was agreed proves no one apart`() throws {
        let report = try found(
            "  - term-amended: { term: grant, set: { products: { only: [book] } } }\n",
            grade: "unnamed-source", kind: "report")
        #expect(certainty(of: report, on: "2022-06-01") == .possible)
    }

    @Test func `a value whose day is not stated is doubtful from the day announced`() throws {
        let report = try found(
            "  - term-amended: { term: grant, set: { products: { only: [film, book] } }, effective: { announced: 2022-01-01 } }\n"
        )
        #expect(certainty(of: report, on: "2021-06-01") == .certain)
        #expect(certainty(of: report, on: "2022-06-01") == .possible)
    }

    @Test(arguments: [
        "term-removed: { term: grant, effective: { on: 2024-01-01~ } }",
        "agreement-terminated: { effective: { on: 2024-01-01? } }",
        "term-suspended: { term: grant, effective: { on: 2024-01-01% } }",
        "term-amended: { term: grant, set: { territories: { only: [fr] } }, effective: { on: 2024-01-01~ } }",
        "term-amended: { term: grant, set: { exclusive-until: { through: 2024-01-01~ } } }",
        "term-added: { term: life, kind: term-and-renewal, set: { ends: { through: 2024-01-01~ } } }",
    ])
    func `what ends or changes about a day is never certain to the day`(_ event: String) throws {
        let report = try found("  - \(event)\n")
        #expect(certainty(of: report, on: "2023-12-31") == .possible)
        let open = report.conflicts.first { $0.meets("2023-12-31"..."2023-12-31") }
        #expect(open?.proofs.contains { $0.why.contains("approximate") } == true)
    }

    @Test func `a day that is approximate after the end concerns no one`() throws {
        let report = try found(
            "  - agreement-terminated: { effective: { on: 2030-01-01~ } }\n",
            set: ", ends: { through: 2025-12-31 }")
        #expect(certainty(of: report, on: "2023-12-31") == .certain)
    }

    @Test(arguments: [("report", "executed-text"), ("waiver", "unnamed-source")])
    func `a waiver that none but a report states settles nothing for certain`(
        _ kind: String, _ grade: String
    ) throws {
        let report = try found(
            "  - right-waived: { term: grant, by: alpha, extent: everything, products: all, fields: all, territories: all, channels: all, customers: all }\n",
            grade: grade, kind: kind)
        #expect(report.settled.isEmpty)
        #expect(certainty(of: report, on: "2022-06-01") == .possible)
    }

    @Test(arguments: [("side-letter", "executed-text", true), ("report", "named-press", false)])
    func `a later instrument settles where an instrument states it`(
        _ kind: String, _ grade: String, _ settles: Bool
    ) throws {
        let report = try found(
            "  - party-admitted: { party: gamma, name: Gamma }\n"
                + "  - term-added: { term: other, kind: distribution, set: { grantor: studio, distributor: gamma, exclusivity: non-exclusive, products: { only: [film] }, fields: all, territories: all, channels: all, customers: all } }\n",
            grade: grade, kind: kind)
        #expect(report.settled.isEmpty != settles)
        let ours = report.conflicts.filter { $0.sides[1].term == "other" }
        #expect(ours.map(\.certainty) == (settles ? [] : [.possible]))
    }
}
