import Amendments
import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What settles a conflict, and how far.
struct SettlementTests {
    private static let everything = "fields: all, channels: all, customers: all"

    /// Two distributions over one ground, fully stated, and what was said since.
    private func report(
        first: String = "{ only: [fr, de] }", second: String = "{ only: [fr, de] }",
        _ events: String, exception: Bool = false, level: String = "non-exclusive"
    ) throws -> ConflictReport {
        func recording(_ id: String, _ party: String, _ set: String, _ more: String) -> String {
            """
            recording: \(id)
            agreement: \(id)
            instrument: { kind: definitive, title: \(id), effective: { on: 2024-01-01 } }
            disclosed: 2024-01-01
            sources:
              - { id: text, grade: executed-text, publisher: the parties }
              - { id: press, grade: named-press, publisher: a newspaper }
            events:
              - agreement-recorded: { title: \(id), zone: UTC }
              - party-admitted: { party: studio, name: Studio }
              - party-admitted: { party: \(party), name: \(party) }
              - condition-defined: { condition: no-stock, text: Alpha is out of stock }
              - term-added:
                  term: grant
                  kind: distribution
                  set: { grantor: studio, distributor: \(party), products: { only: [film] }, \(set), \(Self.everything) }

            """ + more
        }
        let terms = exception ? ", exception: no-stock" : ""
        return ConflictReport(
            try given(
                yaml: recording(
                    "first", "alpha", "exclusivity: exclusive, territories: \(first)\(terms)",
                    events),
                recording(
                    "second", "beta", "exclusivity: \(level), territories: \(second)", "")
            ).views(), asked: [], over: "2020-01-01"..."2040-01-01")
    }

    private func waiver(_ more: String, by party: String = "alpha") -> String {
        "  - right-waived: { term: grant, by: \(party), extent: as agreed, \(more) }\n"
    }

    private let all = "products: all, fields: all, territories: all, channels: all, customers: all"

    @Test func `without a waiver it is certain`() throws {
        #expect(try report("").conflicts.map(\.certainty) == [.certain])
    }

    @Test func `a waiver of the whole ground settles it from its day, and the days before stay`()
        throws
    {
        let found = try report(waiver("\(all), effective: { on: 2025-01-01 }"))
        let open = try #require(found.conflicts.first)
        #expect(found.conflicts.count == 1)
        #expect(open.days.to == "2025-01-01")
        #expect(open.goesOn)
        #expect(open.closedBy.map(\.event.kind) == [.rightWaived])
        let settled = try #require(found.settled.first)
        #expect(settled.days.from == "2025-01-01")
        guard case .waiver(by: "alpha", _, _)? = settled.resolution else {
            Issue.record("\(String(describing: settled.resolution))")
            return
        }
    }

    @Test func `a waiver towards who owes the right is one towards everybody`() throws {
        let found = try report(
            waiver("\(all), towards: [studio], effective: { on: 2024-01-01 }"))
        #expect(found.settled.count == 1)
        #expect(found.conflicts.isEmpty)
    }

    @Test func `a duty that is given up leaves nothing to forbid`() throws {
        func found(_ more: String) throws -> ConflictReport {
            func recording(_ id: String, _ party: String, _ events: String) -> String {
                """
                recording: \(id)
                agreement: \(id)
                instrument: { kind: definitive, title: \(id), effective: { on: 2024-01-01 } }
                disclosed: 2024-01-01
                sources: [{ id: text, grade: executed-text, publisher: the parties }]
                events:
                  - agreement-recorded: { title: \(id), zone: UTC }
                  - party-admitted: { party: studio, name: Studio }
                  - party-admitted: { party: \(party), name: \(party) }

                """ + events
            }
            return ConflictReport(
                try given(
                    yaml: recording(
                        "first", "alpha",
                        "  - term-added: { term: sole, kind: exclusivity, set: { obligor: studio, beneficiary: alpha, act: buy, acts: { only: [buy] }, exclusivity: exclusive, territories: all, products: all, \(Self.everything) } }\n"
                    ),
                    recording(
                        "second", "beta",
                        "  - term-added: { term: spend, kind: minimum-commitment, set: { obligor: studio, beneficiary: beta, amount: USD 10, per: P1Y, products: { only: [film] }, territories: all, \(Self.everything) } }\n"
                            + more)
                ).views(), asked: [], over: "2020-01-01"..."2040-01-01")
        }
        #expect(try found("").conflicts.map(\.rule) == [.prohibitionAgainstDuty])
        let waived = try found("  - right-waived: { term: spend, by: beta, extent: all, \(all) }\n")
        #expect(waived.conflicts.isEmpty)
        #expect(waived.settled.map(\.rule) == [.prohibitionAgainstDuty])
        let partly = try found("  - right-waived: { term: spend, by: beta, extent: half }\n")
        #expect(partly.conflicts.map(\.certainty) == [.possible])
    }

    @Test func `a waiver that ends settles nothing after its last day`() throws {
        let found = try report(
            waiver("\(all), effective: { on: 2025-01-01 }, lasts: { through: 2025-12-31 }"))
        #expect(found.settled.map(\.days.from) == ["2025-01-01"])
        #expect(found.settled.map(\.days.to) == ["2026-01-01"])
        #expect(found.conflicts.map(\.days.from).sorted() == ["2024-01-01", "2026-01-01"])
        #expect(found.conflicts.allSatisfy { $0.certainty == .certain })
    }

    @Test func `a waiver of some days settles those, and no others`() throws {
        let found = try report(
            waiver("\(all), period: 2025, effective: { on: 2024-01-01 }"))
        #expect(found.settled.map(\.days.from) == ["2025-01-01"])
        #expect(found.conflicts.map(\.days.from) == ["2024-01-01", "2026-01-01"])
    }

    @Test func `a waiver of a part of the right settles nothing for certain`() throws {
        let found = try report(waiver("\(all), share: part, effective: { on: 2024-01-01 }"))
        #expect(found.settled.isEmpty)
        #expect(found.conflicts.map(\.certainty) == [.possible])
    }

    @Test func `a waiver in words alone settles nothing, and leaves it possible`() throws {
        let found = try report(
            "  - right-waived: { term: grant, by: alpha, extent: One copy in Lyon, effective: { on: 2025-01-01 } }\n"
        )
        #expect(found.settled.isEmpty)
        let last = try #require(found.conflicts.last { $0.days.to == nil })
        #expect(last.certainty == .possible)
        #expect(last.openDimensions == [.waiver])
        #expect(last.proofs.contains { $0.first == "alpha waived: One copy in Lyon" })
    }

    @Test(arguments: [
        ("territories: { only: [fr, de] }", "settled"),
        ("territories: { only: [europe] }", "settled"),
        ("territories: { only: [fr] }", "certain"), ("territories: { only: [us] }", "certain"),
        ("territories: { all-except: [de] }", "certain"),
        ("territories: { only: [emea] }", "possible"),
    ])
    func `a waiver settles what it covers, and the rest stands`(
        _ scope: String, _ expected: String
    ) throws {
        let rest = "products: all, fields: all, channels: all, customers: all"
        let found = try report(waiver("\(rest), \(scope), effective: { on: 2024-01-01 }"))
        #expect(found.settled.count == (expected == "settled" ? 1 : 0))
        #expect(
            found.conflicts.map(\.certainty.rawValue) == (expected == "settled" ? [] : [expected]))
    }

    @Test func `a waiver that leaves a dimension unstated settles nothing for certain`() throws {
        let found = try report(waiver("products: all, effective: { on: 2024-01-01 }"))
        #expect(found.settled.isEmpty)
        #expect(found.conflicts.map(\.certainty) == [.possible])
    }

    @Test(arguments: [
        ("towards: [beta]", "settled"), ("towards: [gamma]", "certain"),
        ("towards: [beta, gamma]", "settled"),
    ])
    func `a waiver towards a party settles nothing for another`(
        _ towards: String, _ expected: String
    ) throws {
        let found = try report(
            "  - party-admitted: { party: gamma, name: Gamma }\n"
                + "  - party-admitted: { party: beta, name: Beta }\n"
                + waiver("\(all), \(towards), effective: { on: 2024-01-01 }"))
        #expect(found.settled.count == (expected == "settled" ? 1 : 0))
        #expect(
            found.conflicts.map(\.certainty.rawValue) == (expected == "settled" ? [] : [expected]))
    }

    @Test func `a waiver by another party settles nothing`() throws {
        let found = try report(waiver("\(all), effective: { on: 2025-01-01 }", by: "studio"))
        #expect(found.settled.isEmpty)
        #expect(found.conflicts.map(\.certainty) == [.certain])
    }

    @Test(arguments: ["{ announced: 2025-01-01 }", "{ on: 2025 }"])
    func `a waiver whose day is not stated exactly settles nothing for certain that day`(
        _ day: String
    ) throws {
        let found = try report(waiver("\(all), effective: \(day)"))
        let windows = found.conflicts.filter { $0.meets("2025-06-01"..."2025-06-01") }
        #expect(windows.map(\.certainty) == [.possible])
    }

    @Test func `of two exclusive rights one waiver settles nothing for the other`() throws {
        let one = try report(waiver("\(all), effective: { on: 2024-01-01 }"), level: "exclusive")
        #expect(one.settled.isEmpty)
        #expect(one.conflicts.map(\.certainty) == [.possible])
    }

    @Test(arguments: [
        (Self.whole, "settled"), ("territories: { only: [fr, de] }", "possible"), ("", "possible"),
        (Self.whole + ", lasts: { through: 2025-12-31 }", "settled"),
    ])
    func `an exception settles what it came about for`(
        _ scope: String, _ expected: String
    ) throws {
        let more = scope.isEmpty ? "" : ", \(scope)"
        let found = try report(
            "  - condition-satisfied: { condition: no-stock, effective: { on: 2025-01-01 }\(more) }\n",
            exception: true)
        let on: ClosedRange<Day> = "2025-06-01"..."2025-06-01"
        #expect(found.settled.contains { $0.meets(on) } == (expected == "settled"))
        #expect(found.conflicts.contains { $0.meets(on) } == (expected == "possible"))
        #expect(found.conflicts.allSatisfy { $0.certainty == .possible })
        let later: ClosedRange<Day> = "2026-06-01"..."2026-06-01"
        #expect(found.settled.contains { $0.meets(later) } == (scope == Self.whole))
    }

    private func satisfied(_ more: String) -> String {
        "  - condition-satisfied: { condition: no-stock, \(more) }\n"
    }

    private let rest = "products: all, fields: all, channels: all, customers: all"

    /// How a day is answered: certain, possible or settled; nil where nothing is found.
    private func answer(of report: ConflictReport, on day: Day) -> String? {
        if report.settled.contains(where: { $0.meets(day...day) }) { return "settled" }
        return report.conflicts.first { $0.meets(day...day) }?.certainty.rawValue
    }

    @Test func `every coming about of an exception releases, with its own ground and its own time`()
        throws
    {
        let found = try report(
            first: "all", second: "{ only: [de] }",
            satisfied("\(rest), territories: { only: [jp] }, effective: { on: 2025-01-01 }")
                + satisfied(
                    "\(rest), territories: { only: [de] }, effective: { on: 2026-01-01 }, "
                        + "lasts: { through: 2026-12-31 }"), exception: true)
        #expect(answer(of: found, on: "2025-06-01") == "possible")
        #expect(answer(of: found, on: "2026-06-01") == "settled")
        #expect(answer(of: found, on: "2027-06-01") == "possible")
    }

    @Test(arguments: [
        (["territories: { only: [fr] }", "territories: { only: [de] }"], "settled"),
        (["territories: { only: [fr] }", "territories: { only: [jp] }"], "certain"),
        (["territories: { all-except: [fr] }", "territories: { only: [fr, us] }"], "settled"),
        (["territories: { only: [fr] }", "territories: { only: [emea] }"], "possible"),
    ])
    func `what releases cover together is settled together, and the rest stands`(
        _ scopes: [String], _ expected: String
    ) throws {
        let waivers = scopes.map { waiver("\(rest), \($0), effective: { on: 2024-01-01 }") }
        let found = try report(waivers.joined())
        #expect(answer(of: found, on: "2024-06-01") == expected)
        guard expected == "settled" else { return }
        guard case .several(let both)? = found.settled.first?.resolution else {
            Issue.record("\(String(describing: found.settled.first?.resolution))")
            return
        }
        #expect(both.count == 2)
    }

    @Test func `a quarter of the ground that none of three releases covers stands`() throws {
        func waiver(_ territory: String, _ channels: String) -> String {
            self.waiver(
                "products: all, fields: all, customers: all, territories: { only: [\(territory)] }, "
                    + "channels: \(channels), effective: { on: 2024-01-01 }")
        }
        let three =
            waiver("fr", "{ only: [tv] }") + waiver("fr", "{ all-except: [tv] }")
            + waiver("de", "{ only: [tv] }")
        #expect(answer(of: try report(three), on: "2024-06-01") != "settled")
        let four = three + waiver("de", "{ all-except: [tv] }")
        #expect(answer(of: try report(four), on: "2024-06-01") == "settled")
    }

    @Test func `an exception and a waiver settle together what neither settles alone`() throws {
        let events =
            satisfied("\(rest), territories: { only: [fr] }, effective: { on: 2025-01-01 }")
            + waiver("\(rest), territories: { only: [de] }, effective: { on: 2026-01-01 }")
        let found = try report(events, exception: true)
        #expect(answer(of: found, on: "2025-06-01") == "possible")
        #expect(answer(of: found, on: "2026-06-01") == "settled")
    }

    @Test func `what none but the press knows of settles nothing for certain`() throws {
        let cited = "\(all), effective: { on: 2025-01-01 }, cites: [press]"
        let waived = try report(waiver(cited))
        #expect(answer(of: waived, on: "2025-06-01") == "possible")
        let excepted = try report(satisfied(cited), exception: true)
        #expect(answer(of: excepted, on: "2025-06-01") == "possible")
    }

    @Test(arguments: ["upon: no-stock", "on: 2025-01-01~", "on: 2025-01-01?"])
    func `a waiver that waits, or begins about a day, settles nothing for certain`(
        _ day: String
    ) throws {
        let found = try report(waiver("\(all), effective: { \(day) }"))
        #expect(answer(of: found, on: "2025-06-01") == "possible")
    }

    @Test func `a waiver whose words take something back settles nothing for certain`() throws {
        let found = try report(
            "  - right-waived: { term: grant, by: alpha, extent: All of it except Lyon, \(all) }\n")
        #expect(answer(of: found, on: "2024-06-01") == "possible")
    }

    private static let whole =
        "products: all, fields: all, territories: all, channels: all, customers: all"

    @Test(arguments: [("lapsed", Certainty.certain), ("waived", .certain), ("removed", .certain)])
    func `an exception that can no longer come about leaves the term binding`(
        _ end: String, _ expected: Certainty
    ) throws {
        let found = try report(
            "  - condition-\(end): { condition: no-stock, effective: { on: 2025-01-01 } }\n",
            exception: true)
        let before = found.conflicts.filter { $0.meets("2024-06-01"..."2024-06-01") }
        #expect(before.map(\.certainty) == [.possible])
        let after = found.conflicts.filter { $0.meets("2025-06-01"..."2025-06-01") }
        #expect(after.map(\.certainty) == [expected])
    }
}
