import Amendments
import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Supplies, loans and groups of parties that cannot be kept beside each other, or need a look.
struct DealTests {
    /// One agreement of 2024 between the studio and others.
    private func agreement(
        _ id: String, with parties: [String], on day: String = "2024-01-01", events: String = "",
        _ term: String
    ) -> String {
        """
        recording: \(id)
        agreement: \(id)
        instrument: { kind: definitive, title: \(id), effective: { on: \(day) } }
        disclosed: \(day)
        sources: [{ id: text, grade: executed-text, publisher: the parties }]
        events:
          - agreement-recorded: { title: \(id), zone: UTC }

        """
            + parties.map { "  - party-admitted: { party: \($0), name: \($0) }\n" }.joined()
            + events + "  - term-added: { term: deal, \(term) }\n"
    }

    private func report(
        _ texts: String..., over days: ClosedRange<Day> = "2020-01-01"..."2040-01-01"
    ) throws -> [Conflict] {
        ConflictReport(try given(yaml: texts).views(), asked: [], over: days).conflicts
    }

    private static let ground =
        "products: { only: [chips] }, fields: all, territories: all, channels: all, customers: all"

    private func supply(_ supplier: String, to buyer: String, _ more: String = "") -> String {
        "kind: supply, set: { supplier: \(supplier), buyer: \(buyer), \(more)\(Self.ground) }"
    }

    @Test(arguments: [
        ("exclusivity: exclusive, ", "", RuleName.laterGrantUnderExclusive),
        ("exclusivity: sole, ", "exclusivity: exclusive, ", .doubleExclusive),
        ("exclusivity: non-exclusive, ", "", nil),
        ("purchase-exclusivity: exclusive, ", "", nil),
    ])
    func `a supplier that is bound to one buyer supplies another`(
        _ first: String, _ second: String, _ rule: RuleName?
    ) throws {
        let found = try report(
            agreement("one", with: ["studio", "alpha"], supply("studio", to: "alpha", first)),
            agreement("two", with: ["studio", "beta"], supply("studio", to: "beta", second)))
        #expect(found.map(\.rule) == [rule].compactMap(\.self))
        #expect(found.allSatisfy { $0.certainty == .certain })
    }

    @Test(arguments: [
        ("purchase-exclusivity: exclusive, ", "", RuleName.laterGrantUnderExclusive),
        (
            "purchase-exclusivity: exclusive, ", "purchase-exclusivity: sole, ", .doubleExclusive
        ),
        ("purchase-exclusivity: non-exclusive, ", "", nil), ("exclusivity: exclusive, ", "", nil),
        (
            "purchase-exclusivity: exclusive, purchase-exclusive-until: { through: 2023-12-31 }, ",
            "", nil
        ),
    ])
    func `a buyer that is bound to one supplier buys from another`(
        _ first: String, _ second: String, _ rule: RuleName?
    ) throws {
        let found = try report(
            agreement("one", with: ["studio", "alpha"], supply("alpha", to: "studio", first)),
            agreement("two", with: ["studio", "beta"], supply("beta", to: "studio", second)))
        #expect(found.map(\.rule) == [rule].compactMap(\.self))
        #expect(found.allSatisfy { $0.certainty == .certain })
    }

    @Test func `what is stated in words alone is never certain`() throws {
        func words(_ supplier: String, _ more: String) -> String {
            "kind: supply, set: { supplier: \(supplier), buyer: studio, subject: chips\(more) }"
        }
        let found = try report(
            agreement(
                "one", with: ["studio", "alpha"],
                words("alpha", ", purchase-exclusivity: exclusive")),
            agreement("two", with: ["studio", "beta"], words("beta", "")))
        #expect(found.map(\.certainty) == [.possible])
    }

    @Test(arguments: [
        ("60%", "50%", true), ("50%", "50%", false),
    ])
    func `more than all of the requirements is promised to two suppliers`(
        _ first: String, _ second: String, _ isMore: Bool
    ) throws {
        func found(_ events: String) throws -> [Certainty] {
            try report(
                agreement(
                    "one", with: ["studio", "alpha"], events: events,
                    supply("alpha", to: "studio", "requirements: \(first) of chips, ")),
                agreement(
                    "two", with: ["studio", "beta"],
                    supply("beta", to: "studio", "requirements: \(second) of chips, "))
            ).filter { $0.rule == .capacityExceeded }.map(\.certainty)
        }
        #expect(try found("") == (isMore ? [.possible] : []))
        let named = "  - scope-defined: { scope: chips, text: All chips that the studio needs }\n"
        #expect(try found(named) == (isMore ? [.certain] : []))
    }

    private func covenant(_ word: String) -> String {
        "kind: covenant, set: { obligor: studio, beneficiary: alpha, covenant: \(word) }"
    }

    private func loan(_ more: String) -> String {
        "kind: credit-facility, set: { borrower: studio, lender: beta\(more) }"
    }

    @Test(arguments: [
        ("negative-pledge", ", security: all receivables", true),
        ("negative-pledge", ", security: undisclosed", true),
        ("negative-pledge", "", false),
        ("negative-pledge", ", security: none", false),
        ("indebtedness", ", security: none", true),
        ("disposals", ", security: all receivables", false),
        ("financial", "", false),
    ])
    func `a later loan may break a covenant, and is never certain to`(
        _ word: String, _ more: String, _ isFound: Bool
    ) throws {
        let found = try report(
            agreement("one", with: ["studio", "alpha"], covenant(word)),
            agreement("two", with: ["studio", "beta"], on: "2024-06-01", loan(more)))
        #expect(found.map(\.rule) == (isFound ? [.covenantBroken] : []))
        #expect(found.allSatisfy { $0.certainty == .possible })
    }

    @Test func `a loan of which no security is stated is counted beside a negative pledge`() throws
    {
        let texts = [
            agreement("one", with: ["studio", "alpha"], covenant("negative-pledge")),
            agreement("two", with: ["studio", "beta"], on: "2024-06-01", loan("")),
        ]
        let report = ConflictReport(
            try given(yaml: texts).views(), asked: [], over: "2020-01-01"..."2040-01-01")
        #expect(report.faint.map(\.rule) == [.covenantBroken])
    }

    @Test func `what was there before the covenant does not break it`() throws {
        let found = try report(
            agreement("one", with: ["studio", "beta"], on: "2023-01-01", loan(", security: all")),
            agreement("two", with: ["studio", "alpha"], covenant("negative-pledge")))
        #expect(found.isEmpty)
    }

    @Test func `a sale may need the consent of one who has a veto`() throws {
        let found = try report(
            agreement(
                "one", with: ["studio", "alpha"],
                "kind: governance, set: { holder: alpha, issuer: studio, right: veto, "
                    + "acts: { only: [sell] } }"),
            agreement(
                "two", with: ["studio", "beta"], on: "2024-06-01",
                "kind: sale, set: { seller: studio, buyer: beta, subject: the archive }"))
        #expect(found.map(\.rule) == [.covenantBroken])
        #expect(found.map(\.certainty) == [.possible])
    }

    private func grant(_ grantor: String, to distributor: String, _ more: String = "") -> String {
        "kind: distribution, set: { grantor: \(grantor), distributor: \(distributor), "
            + "\(more)\(Self.ground) }"
    }

    private func consortium(_ more: String = "") -> String {
        agreement(
            "one", with: ["studio", "partner", "alpha"],
            events: """
                  - group-formed: { group: consortium, name: C, members: [{ party: studio }, { party: partner }] }
                \(more)
                """, grant("consortium", to: "alpha", "exclusivity: exclusive, "))
    }

    @Test func `a member is bound through its group, perhaps`() throws {
        let found = try report(
            consortium(),
            agreement(
                "two", with: ["studio", "beta"], on: "2024-06-01", grant("studio", to: "beta")))
        #expect(found.map(\.rule) == [.laterGrantUnderExclusive])
        #expect(found.map(\.certainty) == [.possible])
        #expect(found.first?.openDimensions == [.grantor])
    }

    @Test func `who left a group is no longer bound through it`() throws {
        let left =
            "  - member-left: { group: consortium, party: studio, effective: { on: 2025-01-01 } }\n"
        let two = agreement(
            "two", with: ["studio", "beta"], on: "2024-06-01", grant("studio", to: "beta"))
        #expect(try report(consortium(left), two, over: "2024-06-01"..."2024-12-31").count == 1)
        #expect(try report(consortium(left), two, over: "2025-01-02"..."2040-01-01").isEmpty)
    }
}
