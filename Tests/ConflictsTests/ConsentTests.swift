import Amendments
import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What a term asks a consent for, beside the consents on record.
struct ConsentTests {
    private func chapter(
        _ key: String, _ day: String, kind: String = "amendment", grade: String = "executed-text",
        _ events: String...
    ) -> String {
        """
        recording: \(key)
        agreement: deal
        instrument: { kind: \(kind), title: \(key), effective: { on: \(day) } }
        disclosed: \(day)
        sources: [{ id: text, grade: \(grade), publisher: the parties }]
        events:

        """ + events.map { "  - \($0)\n" }.joined()
    }

    /// - Parameter before: events that stand before the term.
    private func opening(_ term: String, before: String...) -> String {
        let first = """
            recording: opening
            agreement: deal
            instrument: { kind: definitive, title: opening, effective: { on: 2020-01-01 } }
            disclosed: 2020-01-01
            sources: [{ id: text, grade: executed-text, publisher: the parties }]
            events:
              - agreement-recorded: { title: Deal, zone: UTC }
              - party-admitted: { party: a, name: A }
              - party-admitted: { party: b, name: B }
              - term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 1 } }

            """
        return first
            + (before + ["term-added: { term: asks, \(term) }"])
            .map { "  - \($0)\n" }.joined()
    }

    private static let transfer =
        "kind: assignment-restriction, set: { obligor: a, consent: yes }"
    private static let succeeds = "party-succeeded: { party: a, successor: c, name: C }"

    private func report(
        _ texts: String..., over days: ClosedRange<Day> = "2020-01-01"..."2040-01-01"
    ) throws -> ConflictReport {
        ConflictReport(try given(yaml: texts).views(), asked: [], over: days)
    }

    private func consent(_ key: String, _ day: String, _ more: String = "") -> String {
        chapter(
            key, day, kind: "consent", "consent-given: { term: asks, to: it, by: [b]\(more) }")
    }

    @Test func `a party that is succeeded where that needs a consent which none recorded`() throws {
        let found = try report(
            opening(Self.transfer), chapter("handed-on", "2022-02-01", Self.succeeds)
        ).conflicts
        #expect(found.map(\.rule) == [.consentMissing])
        #expect(found.map(\.certainty) == [.possible])
        #expect(found.map(\.days) == [DayRange(from: "2022-02-01")])
        #expect(found.first?.openDimensions == [.consent])
        #expect(found.first?.proofs.first?.second == "handed-on (handed-on#1), 2022-02-01")
    }

    @Test(arguments: [
        "kind: assignment-restriction, set: { obligor: b, consent: yes }",
        "kind: assignment-restriction, set: { obligor: a, consent: no }",
        "kind: assignment-restriction, set: { obligor: a }",
        "kind: publicity, set: { obligor: a, consent: yes }",
        "kind: governance, set: { holder: b, issuer: a, right: board-seat }",
        "kind: governance, set: { holder: b, issuer: a, right: veto, "
            + "acts: { all-except: [assign, amend] } }",
    ])
    func `a term that asks for no consent to it misses none`(_ term: String) throws {
        let found = try report(
            opening(term), chapter("handed-on", "2022-02-01", Self.succeeds))
        #expect(found.conflicts.isEmpty)
        #expect(found.faint.isEmpty)
    }

    @Test
    func `what was done before the term, with it, or after its end needs no consent under it`()
        throws
    {
        let found = try report(
            opening(
                "kind: assignment-restriction, set: { obligor: a, consent: yes, "
                    + "starts: { on: 2021-01-01 }, ends: { through: 2021-12-31 } }"),
            chapter(
                "before", "2020-06-01",
                "party-succeeded: { party: a, successor: aa, name: AA }"),
            chapter(
                "with", "2021-01-01", "party-succeeded: { party: aa, successor: ab, name: AB }"),
            chapter(
                "after", "2022-02-01", "party-succeeded: { party: ab, successor: ac, name: AC }"))
        #expect(found.conflicts.isEmpty)
    }

    @Test func `whether a consent is needed reads as it did before what was done`() throws {
        let found = try report(
            opening("kind: assignment-restriction, set: { obligor: a, consent: no }"),
            chapter("handed-on", "2022-02-01", Self.succeeds),
            chapter("stricter", "2023-01-01", "term-amended: { term: asks, set: { consent: yes } }")
        ).conflicts
        #expect(found.isEmpty)
    }

    @Test func `whether consent is needed may be withheld: then it is counted only`() throws {
        let found = try report(
            opening("kind: assignment-restriction, set: { obligor: a, consent: undisclosed }"),
            chapter("handed-on", "2022-02-01", Self.succeeds))
        #expect(found.conflicts.isEmpty)
        #expect(found.faint.map(\.rule) == [.consentMissing])
    }

    @Test(arguments: [
        ("2022-01-01", ""), ("2022-02-01", ""), ("2022-01-01", ", lasts: { through: 2022-12-31 }"),
    ])
    func `a consent on record settles it, with its words`(_ day: String, _ more: String) throws {
        let found = try report(
            opening(Self.transfer), consent("letter", day, more),
            chapter("handed-on", "2022-02-01", Self.succeeds))
        #expect(found.conflicts.isEmpty)
        #expect(found.settled.map(\.rule) == [.consentMissing])
        guard case .consent("b", "it", let event)? = found.settled.first?.resolution else {
            Issue.record("not settled by a consent")
            return
        }
        #expect(event.reference == "letter#1")
    }

    @Test func `a consent that came later settles it from its own day`() throws {
        let texts = [
            opening(Self.transfer), chapter("handed-on", "2022-02-01", Self.succeeds),
            consent("late", "2023-01-01"),
        ]
        let found = ConflictReport(
            try given(yaml: texts).views(), asked: [], over: "2020-01-01"..."2040-01-01")
        #expect(found.conflicts.map(\.days.to) == ["2023-01-01"])
        #expect(found.conflicts.first?.closedBy.map(\.reference) == ["late#1"])
        #expect(found.settled.map(\.days.from) == ["2023-01-01"])
    }

    @Test(arguments: [("", 1), (", lasts: { through: 2024-12-31 }", 0)])
    func `a consent answers for one instrument, one with an end for all until then`(
        _ more: String, _ missing: Int
    ) throws {
        let found = try report(
            opening(Self.transfer), consent("letter", "2022-01-01", more),
            chapter("first", "2022-02-01", Self.succeeds),
            chapter("second", "2023-02-01", "party-succeeded: { party: c, successor: d, name: D }"),
            over: "2024-01-01"..."2024-01-01")
        #expect(found.conflicts.count == missing)
        #expect(found.settled.count == 1 - missing)
        #expect(
            found.conflicts.map(\.notes)
                == (missing == 0 ? [] : [["consent by b to: it (letter#1)"]]))
    }

    @Test func `a consent that was over, or that the press alone knows of, settles nothing`() throws
    {
        let over = try report(
            opening(Self.transfer),
            consent("letter", "2021-01-01", ", lasts: { through: 2021-12-31 }"),
            chapter("handed-on", "2022-02-01", Self.succeeds))
        #expect(over.conflicts.map(\.openDimensions) == [[.consent]])
        let press = try report(
            opening(Self.transfer),
            chapter(
                "press", "2022-01-01", kind: "report", grade: "named-press",
                "consent-given: { term: asks, to: it, by: [b] }"),
            chapter("handed-on", "2022-02-01", Self.succeeds))
        #expect(press.conflicts.map(\.openDimensions) == [[.consent, .evidence]])
    }

    private static let lenders =
        "group-formed: { group: lenders, name: Lenders, members: [{ party: b }] }"

    private func reserved(_ acts: String, holder: String = "lenders") -> String {
        opening(
            "kind: governance, set: { holder: \(holder), issuer: a, right: consent\(acts) }",
            before: Self.lenders)
    }

    private let raise = "term-amended: { term: fee, set: { amount: USD 2 } }"

    @Test func `an amendment may need the majority of a group, whose consent is named where given`()
        throws
    {
        let asks = reserved(", acts: { only: [amend, waive] }")
        let missing = try report(asks, chapter("first", "2022-01-01", raise, raise)).conflicts
        #expect(missing.map(\.rule) == [.consentMissing])
        #expect(missing.first?.proofs.count == 1)
        let given =
            "consent-given: { term: asks, to: the amendment, group: the lenders, "
            + "majority: 51% of loans }"
        let settled = try report(asks, chapter("first", "2022-01-01", raise, given))
        #expect(settled.conflicts.isEmpty)
        #expect(settled.settled.count == 1)
        let waiver = "right-waived: { term: fee, by: b, extent: half }"
        let waived = try report(asks, chapter("grace", "2022-01-01", kind: "waiver", waiver))
        #expect(waived.conflicts.map(\.rule) == [.consentMissing])
    }

    @Test(arguments: [
        ("", "lenders"), (", matters: any change", "lenders"),
        (", acts: { only: [sell] }", "lenders"), (", acts: { only: [amend] }", "b"),
    ])
    func `a right that does not name amendments, or whose holder signs them, is counted only`(
        _ acts: String, _ holder: String
    ) throws {
        let found = try report(
            reserved(acts, holder: holder), chapter("first", "2022-01-01", raise))
        #expect(found.conflicts.isEmpty)
        #expect(found.faint.map(\.rule) == [.consentMissing])
    }

    @Test func `a consent under a right of consent stands beside the deal it may cover`() throws {
        let veto = opening(
            "kind: governance, set: { holder: b, issuer: a, right: veto, "
                + "acts: { only: [sell] } }")
        let sale = """
            recording: sale
            agreement: sale
            instrument: { kind: definitive, title: sale, effective: { on: 2022-06-01 } }
            disclosed: 2022-06-01
            sources: [{ id: text, grade: executed-text, publisher: the parties }]
            events:
              - agreement-recorded: { title: Sale, zone: UTC }
              - party-admitted: { party: a, name: A }
              - party-admitted: { party: d, name: D }
              - term-added: { term: deal, kind: sale, set: { seller: a, buyer: d, subject: it } }

            """
        let found = try report(veto, consent("letter", "2022-01-01"), sale).conflicts
        #expect(found.map(\.rule) == [.covenantBroken])
        let process = found.first?.proofs.first { $0.dimension == .process }
        #expect(process?.second == "consent by b to: it (letter#1)")
        #expect(process?.result == .unknown)
    }
}
