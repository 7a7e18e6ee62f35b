import Amendments
import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What is known of a term: agreed or reported, contested, passed over, known from a text or from others.
struct EvidenceTests {
    private let ground =
        "products: { only: [film] }, fields: all, territories: all, channels: all, customers: all"

    private func recording(
        _ id: String, to party: String, level: String = "exclusive",
        grade: String = "executed-text",
        kind: String = "definitive", set: String = "", more: String = ""
    ) -> String {
        """
        recording: \(id)
        agreement: \(id)
        instrument: { kind: \(kind), title: \(id), effective: { on: 2024-01-01 } }
        disclosed: 2024-01-01
        sources: [{ id: text, grade: \(grade), publisher: the parties }]
        events:
          - agreement-recorded: { title: \(id), zone: UTC }
          - party-admitted: { party: studio, name: Studio }
          - party-admitted: { party: \(party), name: \(party) }
          - term-added:
              term: grant
              kind: distribution
              set: { grantor: studio, distributor: \(party), exclusivity: \(level), \(set.isEmpty ? ground : set) }

        """ + more
    }

    private func found(_ first: String, _ second: String) throws -> [Conflict] {
        try report(first, second).conflicts
    }

    private func report(_ first: String, _ second: String) throws -> ConflictReport {
        ConflictReport(
            try given(yaml: first, second).views(), asked: [], over: "2020-01-01"..."2040-01-01")
    }

    @Test(arguments: [
        ("executed-text", Certainty.certain), ("regulatory-filing", .certain),
        ("party-statement", .certain), ("court-finding", .certain), ("named-press", .possible),
        ("unnamed-source", .possible), ("secondary", .possible), ("inference", .possible),
    ])
    func `what none but others say of an instrument is never certain`(
        _ grade: String, _ expected: Certainty
    ) throws {
        let found = try found(
            recording("first", to: "alpha"), recording("second", to: "beta", grade: grade))
        #expect(found.map(\.certainty) == [expected])
        #expect(found.first?.openDimensions == (expected == .certain ? [] : [.evidence]))
    }

    @Test func `a term that a report adds is never certain`() throws {
        let found = try found(
            recording("first", to: "alpha"), recording("second", to: "beta", kind: "report"))
        #expect(found.map(\.certainty) == [.possible])
    }

    @Test func `a value that is reported and not agreed is not known`() throws {
        let found = try found(
            recording("first", to: "alpha"),
            recording(
                "second", to: "beta",
                set: "fields: all, territories: all, channels: all, customers: all",
                more:
                    "  - value-reported: { term: grant, field: products, value: { only: [film] } }\n"
            ))
        #expect(found.map(\.certainty) == [.possible])
        #expect(found.first?.openDimensions == [.subject, .products])
    }

    @Test func `a contested value is not known`() throws {
        let found = try found(
            recording("first", to: "alpha"),
            recording(
                "second", to: "beta",
                more:
                    "  - value-reported: { term: grant, field: products, value: { only: [series] } }\n"
            ))
        #expect(found.map(\.certainty) == [.possible])
        #expect(found.first?.openDimensions.contains(.products) == true)
    }

    @Test func `a contested end leaves open whether the term is in force`() throws {
        let found = try found(
            recording(
                "first", to: "alpha", set: "\(ground), ends: { through: 2030-12-31 }",
                more:
                    "  - value-reported: { term: grant, field: ends, value: { through: 2025-12-31 } }\n"
            ),
            recording("second", to: "beta"))
        #expect(found.allSatisfy { $0.certainty == .possible })
        #expect(found.contains { $0.openDimensions == [.interval] })
    }

    @Test func `a term that an instrument passed over is not certain from then on`() throws {
        let found = try found(
            recording(
                "first", to: "alpha",
                more: "  - term-unaddressed: { term: grant, effective: { on: 2025-01-01 } }\n"),
            recording("second", to: "beta"))
        #expect(Set(found.map(\.certainty)) == [.certain, .possible])
        #expect(found.first { $0.certainty == .possible }?.days.from == "2025-01-01")
    }

    @Test(arguments: ["exclusive-until: { upon: launch }", "ends: { upon: launch }"])
    func `what lasts until a condition of which nothing is said is not certain`(
        _ bound: String
    ) throws {
        let found = try found(
            recording(
                "first", to: "alpha", set: "\(ground), \(bound)",
                more: "  - condition-defined: { condition: launch, text: The launch }\n"),
            recording("second", to: "beta", level: "non-exclusive"))
        #expect(found.map(\.certainty) == [.possible])
    }

    @Test func `a partial date contains the day beside it, and is no gap`() throws {
        let report = try report(
            recording(
                "first", to: "alpha",
                set: "\(ground), ends: { through: 2022-06-30 }, starts: { on: 2020-01-01 }",
                more:
                    "  - value-reported: { term: grant, field: ends, value: { through: 2022-06 } }\n"
            ),
            recording("second", to: "beta", set: "\(ground), starts: { on: 2023-01-01 }"))
        #expect(report.isEmpty)
        #expect(report.gaps.isEmpty)
    }

    @Test
    func `a successor stands in for its predecessor, and the conflict goes on with that reason`()
        throws
    {
        let found = try found(
            recording(
                "first", to: "alpha",
                more:
                    "  - party-succeeded: { party: studio, successor: heir, name: Heir, effective: { on: 2025-01-01 } }\n"
            ), recording("second", to: "beta"))
        #expect(found.count == 2)
        let late = try #require(found.first { $0.days.from == "2025-01-01" })
        #expect(late.certainty == .possible)
        #expect(late.openDimensions == [.grantor])
        #expect(late.days.to == nil)
        let early = try #require(found.first { $0.days.from == "2024-01-01" })
        #expect(early.certainty == .certain)
        #expect(early.goesOn)
    }

    @Test func `vocabularies of another agreement count for every agreement`() throws {
        let words = """
            recording: names
            agreement: vocabularies
            instrument: { kind: memorandum, title: Names }
            disclosed: 2024-01-01
            sources: [{ id: office, grade: inference, publisher: our office }]
            events:
              - agreement-recorded: { title: Vocabularies, zone: UTC }
              - scope-defined: { scope: short, within: film }

            """
        let story = try given(
            yaml: words, recording("first", to: "alpha"),
            recording(
                "second", to: "beta",
                set: ground.replacing("film", with: "short")))
        let days: ClosedRange<Day> = "2020-01-01"..."2040-01-01"
        let views = story.views()
        let all = ConflictReport(views, asked: [], over: days)
        #expect(all.conflicts.map(\.certainty) == [.certain])
        #expect(
            all.conflicts.first?.proofs.first { $0.dimension == .products }?.why.contains("names#2")
                == true)
        let asked = views.filter { $0.reading.state.id != "vocabularies" }
        let some = ConflictReport(
            asked, asked: ["first", "second"], over: days,
            vocabularies: views.filter { $0.reading.state.id == "vocabularies" })
        #expect(some.conflicts == all.conflicts)
        let without = ConflictReport(asked, asked: ["first", "second"], over: days)
        #expect(without.faint.map(\.certainty) == [.possible])
    }
}
