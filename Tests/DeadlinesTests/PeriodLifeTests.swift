import Deadlines
import Ledger
import Terms
import Testing

/// Which periods of a term fall due: those of the life of their day, as surely as the term asks them then.
struct PeriodLifeTests {
    private static let spending =
        "- term-added: { term: mc, kind: minimum-commitment, set: { obligor: b, beneficiary: a, amount: EUR 100, per: P1Y"

    /// The last days of committed periods, with whether each is certain.
    private func periods(_ events: String, later: String...) throws -> [Day: Bool] {
        let mill = try Mill(events, later: later)
        return try mill.all(.period).reduce(into: [:]) { days, deadline in
            guard case .on(let day) = deadline.when else { return }
            days[day] = !deadline.isTentative
        }
    }

    @Test
    func `a new life counts its periods from its own first day, and takes none of the old one`()
        throws
    {
        let found = try periods(
            Self.spending + ", ends: { through: 2026-06-30 } } }",
            later:
                "- term-added: { term: mc, kind: minimum-commitment, set: { obligor: b, beneficiary: a, amount: EUR 300, per: P1Y }, effective: { on: 2027-06-15 } }"
        )
        #expect(
            found == [
                "2025-12-31": true, "2028-06-14": true, "2029-06-14": true, "2030-06-14": true,
            ])
    }

    @Test func `periods are shown up to the last day of the calendar, each once`() throws {
        let mill = try Mill(Self.spending + " } }")
        let last = try mill.deadlines(from: "9990-01-01", to: .last).filter { $0.what == .period }
        #expect(
            last.map(\.when) == (9990...9998).compactMap { Day("\($0)-12-31").map { .on($0) } }
        )
    }

    @Test func `periods far from the first day are those that are counted from it`() throws {
        let mill = try Mill(
            "- term-added: { term: mc, kind: minimum-commitment, set: { obligor: b, beneficiary: a, amount: EUR 1, per: P1D } }"
        )
        let found = try mill.deadlines(from: "3000-02-27", to: "3000-03-02")
            .filter { $0.what == .period }
        #expect(
            found.map(\.when) == [
                .on("3000-02-27"), .on("3000-02-28"), .on("3000-03-01"), .on("3000-03-02"),
            ])
    }

    @Test func `a change of parties that is dropped with its condition is shown on no day`() throws
    {
        let mill = try Mill(
            "- condition-defined: { condition: merger, text: They merge }",
            later: [
                "- party-withdrew: { party: a, effective: { upon: merger } }",
                "- party-succeeded: { party: b, successor: c, name: C, effective: { upon: merger } }",
                "- condition-removed: { condition: merger, effective: { on: 2026-01-01 } }",
            ])
        #expect(try mill.all(.partyWithdraws).isEmpty)
        #expect(try mill.all(.partySucceeded).isEmpty)
    }

    @Test func `a change of parties is shown whichever recording says so`() throws {
        let mill = try Mill("- party-withdrew: { party: a, effective: { on: 2026-01-31 } }")
        #expect(try mill.all(.partyWithdraws).map(\.when) == [.on("2026-01-31")])
    }

    @Test func `a waiver of a text that was replaced ends with the text`() throws {
        let mill = try Mill(
            Self.spending + " } }",
            later: [
                "- right-waived: { term: mc, by: a, extent: half, effective: { on: 2026-01-01 }, lasts: { through: 2026-12-31 } }",
                "- agreement-restated: { terms: [{ term: mc, kind: minimum-commitment, set: { obligor: b, beneficiary: a, amount: EUR 120, per: P1Y } }], effective: { on: 2026-06-15 } }",
            ])
        #expect(try mill.all(.waiverEnds).isEmpty)
    }

    @Test func `a suspension that is dropped with its condition begins on no day`() throws {
        let mill = try Mill(
            "- condition-defined: { condition: merger, text: They merge }\n" + Self.spending
                + " } }",
            later: [
                "- term-suspended: { term: mc, effective: { upon: merger } }",
                "- condition-waived: { condition: merger, effective: { on: 2026-01-01 } }",
            ])
        #expect(try mill.all(.suspensionBegins).isEmpty)
    }

    @Test func `a text that states the same amount again owes nothing more`() throws {
        let fee = "{ payer: b, payee: a, amount: EUR 100 }"
        let mill = try Mill(
            "- term-added: { term: price, kind: fee, set: \(fee) }",
            later: [
                "- agreement-restated: { terms: [{ term: price, kind: fee, set: \(fee) }], effective: { on: 2026-06-15 } }"
            ])
        #expect(try mill.all(.payment).map(\.when) == [.on("2025-01-01")])
    }

    @Test func `the last period ends with the time that all of them go on for`() throws {
        let found = try periods(
            "- term-added: { term: mc, kind: minimum-commitment, set: { obligor: b, beneficiary: a, amount: EUR 100, per: P2M, over: P3M } }"
        )
        #expect(found == ["2025-02-28": true, "2025-03-31": true])
    }

    @Test func `what a new life is spread over ends as long after its own first day`() throws {
        let found = try periods(
            "- term-added: { term: mc, kind: minimum-commitment, set: { obligor: b, beneficiary: a, amount: EUR 100, over: P6M, ends: { through: 2025-06-30 } } }",
            later:
                "- term-added: { term: mc, kind: minimum-commitment, set: { obligor: b, beneficiary: a, amount: EUR 300, over: P6M }, effective: { on: 2027-06-15 } }"
        )
        #expect(found == ["2025-06-30": true, "2027-12-14": true])
    }

    @Test(arguments: [
        (["- term-suspended: { term: mc, effective: { on: 2026-03-01 } }"], nil as Bool?),
        (["- term-removed: { term: mc, effective: { between: [2026-03-01, 2029-12-31] } }"], false),
        (
            [
                "- right-waived: { term: mc, by: a, extent: all of it, effective: { on: 2026-03-01 } }"
            ], false
        ),
        (["- party-withdrew: { party: b, effective: { on: 2026-03-01 } }"], false),
        (
            [
                "- party-withdrew: { party: b, effective: { on: 2026-03-01 } }",
                "- party-admitted: { party: b, name: B, effective: { on: 2026-04-01 } }",
            ], true
        ),
    ])
    func `a period falls due as surely as the term asks it on its last day`(
        _ later: [String], _ isSure: Bool?
    ) throws {
        let mill = try Mill(Self.spending + " } }", later: later)
        let ends = try mill.all(.period).first { $0.when == .on("2026-12-31") }
        #expect(ends.map { !$0.isTentative } == isSure)
    }
}
