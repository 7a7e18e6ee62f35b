import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Days of loans, warrants, milestones, sales, escrows and supplies.
struct DealDeadlineTests {
    @Test(arguments: ["{ through: 2026-12-31 }", "{ until: 2027-01-01 }"])
    func `a facility may be drawn up to a day, and matures on another`(_ available: String) throws {
        let mill = try Mill(
            """
            - term-added:
                term: loan
                kind: credit-facility
                set: { borrower: a, lender: b, available: \(available), maturity: { on: 2027-06-30 } }
            """)
        #expect(try mill.all(.availabilityEnds).map(\.when) == [.on("2026-12-31")])
        #expect(try mill.all(.matures).map(\.when) == [.on("2027-06-30")])
    }

    @Test func `an amendment of the maturity moves it`() throws {
        let mill = try Mill(
            """
            - term-added:
                term: loan
                kind: credit-facility
                set: { borrower: a, lender: b, maturity: { on: 2027-06-30 } }
            """,
            later: [
                "- term-amended: { term: loan, set: { maturity: { on: 2029-06-30 } }, effective: { on: 2026-01-01 } }"
            ])
        #expect(try mill.all(.matures).map(\.when) == [.on("2029-06-30")])
    }

    private static let warrant = """
        - condition-defined: { condition: gigawatt, text: One gigawatt is deployed }
        - term-added:
            term: warrant
            kind: warrant
            set: { holder: a, issuer: b, vests: { upon: gigawatt }, closes: { through: 2030-10-05 } }
        """

    @Test func `a tranche vests upon its condition, and has no day before`() throws {
        let before = try Mill(Self.warrant).all(.vests)
        #expect(before.map(\.when) == [.upon(["gigawatt"])])
        let after = try Mill(
            Self.warrant,
            later: ["- condition-satisfied: { condition: gigawatt, effective: { on: 2026-02-01 } }"]
        )
        #expect(try after.all(.vests).map(\.when) == [.on("2026-02-01")])
        #expect(try after.all(.closes).map(\.when) == [.on("2030-10-05")])
    }

    @Test(arguments: [(", payer: a, payee: b, amount: USD 5", [Deadline.What.payment]), ("", [])])
    func `a milestone is due by a day, and pays only where a payment is promised for it`(
        _ payment: String, _ expected: [Deadline.What]
    ) throws {
        let mill = try Mill(
            """
            - condition-defined: { condition: first-light, text: The first light }
            - term-added:
                term: milestone
                kind: milestone
                set: { subject: the first light, due: { through: 2026-03-31 }, condition: first-light\(payment) }
            """)
        #expect(try mill.all(.due).map(\.when) == [.on("2026-03-31")])
        #expect(try mill.all(.payment).map(\.what) == expected)
    }

    @Test func `a sale closes upon its condition, and not after the long stop`() throws {
        let mill = try Mill(
            """
            - condition-defined: { condition: clearance, text: The clearance }
            - term-added:
                term: sale
                kind: sale
                set: { seller: a, buyer: b, subject: the mill, condition: clearance, long-stop: { through: 2026-06-30 } }
            """)
        #expect(try mill.all(.closing).map(\.when) == [.upon(["clearance"])])
        #expect(try mill.all(.longStop).map(\.when) == [.on("2026-06-30")])
    }

    @Test func `an escrow is released some time after a day`() throws {
        let mill = try Mill(
            """
            - term-added:
                term: escrow
                kind: escrow
                set:
                  depositor: a
                  beneficiary: b
                  subject: a part of the price
                  release: { after: { of: { on: 2025-01-01 }, period: P18M } }
            """)
        #expect(try mill.all(.release).map(\.when) == [.on("2026-07-01")])
    }

    @Test func `a withheld day is shown as withheld`() throws {
        let mill = try Mill(
            """
            - term-added:
                term: loan
                kind: credit-facility
                set: { borrower: a, lender: b, maturity: { redacted: "[***]" } }
            """)
        #expect(try mill.all(.matures).map(\.when) == [.withheld(.maturity)])
    }

    @Test func `the quantity of each year is a scheduled amendment`() throws {
        let mill = try Mill(
            """
            - term-added:
                term: wafers
                kind: supply
                set: { supplier: a, buyer: b, minimum-quantity: 1000, unit: wafers, per: P1Y, ends: { through: 2027-12-31 } }
            - term-amended: { term: wafers, set: { minimum-quantity: 2000 }, effective: { on: 2026-01-01 } }
            - term-amended: { term: wafers, set: { minimum-quantity: 3000 }, effective: { on: 2027-01-01 } }
            """)
        let periods = try mill.all(.period)
        #expect(
            periods.map(\.when) == [.on("2025-12-31"), .on("2026-12-31"), .on("2027-12-31")])
        #expect(
            periods.map { $0.values.first?.value?.displayText } == ["1,000", "2,000", "3,000"])
        #expect(periods.map(\.actor) == ["b", "b", "b"])
    }

    @Test func `who joins a group and who leaves it stands in the calendar`() throws {
        let mill = try Mill(
            "- group-formed: { group: lenders, name: L, members: [{ party: a }] }",
            later: [
                "- member-joined: { group: lenders, party: b, effective: { on: 2026-01-01 } }",
                "- member-left: { group: lenders, party: a, effective: { on: 2027-01-01 } }",
            ])
        #expect(try mill.all(.memberJoins).map(\.when) == [.on("2026-01-01")])
        #expect(try mill.all(.memberLeaves).map(\.when) == [.on("2027-01-01")])
        #expect(try mill.all(.memberLeaves).map(\.actor) == ["a"])
    }
}
