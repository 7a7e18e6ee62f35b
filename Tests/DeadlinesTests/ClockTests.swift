import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What a notice, a waiver, a suspension or the agreement's end sets running.
struct ClockTests {
    // MARK: Answers that are due

    private func refusal(_ response: String, _ notice: String = "2025-01-31") throws -> Mill {
        try Mill(
            """
            - term-added:
                term: first
                kind: first-refusal
                set: { holder: b, grantor: a, subject: The mill, \(response) }
            - notice-given: { term: first, by: a, to: b, effective: { on: \(notice) } }
            """)
    }

    @Test(arguments: [
        ("response: P30D", "2025-01-31", "2025-03-02"),
        ("response: P1M", "2025-01-31", "2025-02-28"),
        ("response: P1M", "2025-03-31", "2025-04-30"),
        ("response: P1Q", "2025-11-30", "2026-02-28"),
    ])
    func `the answer to an offer is due that long after the notice, by whom it was given to`(
        response: String, notice: String, due: Day
    ) throws {
        let found = try refusal(response, notice).all(.response)
        #expect(found.map(\.when) == [.on(due)])
        #expect(found.first?.actor == "b")
        #expect(found.first?.causes.map(\.event.kind) == [.noticeGiven, .termAdded])
    }

    @Test(arguments: ["response: undisclosed", "response: unknown", "response: none"])
    func `where the time to answer is not stated no day is made up`(response: String) throws {
        #expect(try refusal(response).all(.response).isEmpty)
    }

    @Test func `a notice in a month gives a window for the answer`() throws {
        let mill = try Mill(
            """
            - term-added:
                term: first
                kind: first-refusal
                set: { holder: b, grantor: a, subject: The mill, response: P1M }
            - notice-given: { term: first, by: a, effective: { on: 2025-02 } }
            """)
        let due = try #require(try mill.all(.response).first)
        #expect(due.when == .within(first: "2025-03-01", last: "2025-03-28"))
        #expect(due.isTentative)
        #expect(due.actor == "b")
    }

    // MARK: Waivers

    private func waiver(_ lasts: String) throws -> [Deadline] {
        try Mill(
            """
            - condition-defined: { condition: sale, text: The mill is sold }
            - term-added:
                term: audit
                kind: audit-right
                set: { holder: a, of: the books }
            - right-waived:
                { term: audit, by: a, extent: this year, lasts: \(lasts),
                  effective: { on: 2025-03-01 } }
            """
        ).all(.waiverEnds)
    }

    @Test func `a waiver for a time ends on its last day, and the party that waived is named`()
        throws
    {
        let found = try waiver("{ through: 2025-12-31 }")
        #expect(found.map(\.when) == [.on("2025-12-31")])
        #expect(found.first?.actor == "a")
    }

    @Test func `a waiver until a day ends the day before`() throws {
        #expect(try waiver("{ until: 2025-12-31 }").map(\.when) == [.on("2025-12-30")])
    }

    @Test func `a waiver through a month ends in it, on a day that is not stated`() throws {
        let found = try waiver("{ through: 2025-06 }")
        #expect(found.map(\.when) == [.within(first: "2025-06-01", last: "2025-06-30")])
        #expect(found.first?.isTentative == true)
    }

    @Test func `a waiver upon a condition has no day until it comes true`() throws {
        #expect(try waiver("{ upon: sale }").map(\.when) == [.upon(["sale"])])
    }

    // MARK: Suspensions

    private func pauses(_ events: String) throws -> [String] {
        let mill = try Mill(
            """
            - term-added:
                term: care
                kind: fee
                set: { payer: a, payee: b, amount: USD 1, ends: { through: 2027-12-31 } }

            """ + events)
        return try (mill.all(.suspensionBegins) + mill.all(.suspensionEnds)).map {
            guard case .on(let day) = $0.when else { return "\($0.when)" }
            return "\($0.what.rawValue) \(day)"
        }
    }

    @Test func `a suspension is shown on its first and its last day`() throws {
        #expect(
            try pauses(
                "- term-suspended: { term: care, lasts: { through: 2026-02-28 }, "
                    + "effective: { on: 2026-01-01 } }")
                == ["suspension-begins 2026-01-01", "suspension-ends 2026-02-28"])
    }

    @Test func `a term that is resumed was suspended up to the day before`() throws {
        #expect(
            try pauses(
                """
                - term-suspended: { term: care, effective: { on: 2026-01-01 } }
                - term-resumed: { term: care, effective: { on: 2026-03-01 } }
                """) == ["suspension-begins 2026-01-01", "suspension-ends 2026-02-28"])
    }

    @Test func `a suspension that was cut short does not end a second time`() throws {
        #expect(
            try pauses(
                """
                - term-suspended:
                    { term: care, lasts: { through: 2026-12-31 }, effective: { on: 2026-01-01 } }
                - term-resumed: { term: care, effective: { on: 2026-03-01 } }
                """) == ["suspension-begins 2026-01-01", "suspension-ends 2026-02-28"])
    }

    @Test func `a suspension of what is suspended begins nothing`() throws {
        #expect(
            try pauses(
                """
                - term-suspended:
                    { term: care, lasts: { through: 2026-03-31 }, effective: { on: 2026-01-01 } }
                - term-suspended:
                    { term: care, lasts: { through: 2026-06-30 }, effective: { on: 2026-02-01 } }
                """) == ["suspension-begins 2026-01-01", "suspension-ends 2026-06-30"])
    }

    // MARK: Duties that outlive the agreement

    private func duty(_ ending: String, _ period: String = "period: P1M") throws -> [Deadline] {
        try Mill(
            """
            - term-added:
                term: silence
                kind: post-termination
                set: { obligor: b, duty: Silence, \(period) }

            """ + ending
        ).all(.dutyEnds)
    }

    @Test func `a duty after a termination is counted from the agreement's last day`() throws {
        // The agreement is over on 31 January: its last day is the 30th.
        let found = try duty("- agreement-terminated: { by: a, effective: { on: 2026-01-31 } }")
        #expect(found.map(\.when) == [.on("2026-02-27")])
        #expect(found.first?.actor == "b")
        #expect(found.first?.causes.map(\.event.kind) == [.termAdded, .agreementTerminated])
    }

    private func life(_ renewal: String) -> String {
        """
        - term-added:
            term: life
            kind: term-and-renewal
            set: { ends: { through: 2026-06-30 }, \(renewal) }
        """
    }

    @Test func `a duty after an agreement that is not renewed runs from its end`() throws {
        let found = try duty(life("renewal: none"), "period: P2Y")
        #expect(found.map(\.when) == [.on("2028-06-30")])
        #expect(found.first?.isTentative == false)
    }

    @Test func `where a renewal may follow the duty's end is tentative`() throws {
        let found = try duty(life("renewal: by-agreement"), "period: P2Y")
        #expect(found.map(\.when) == [.on("2028-06-30")])
        #expect(found.first?.isTentative == true)
    }

    @Test func `after an end that no one knows a duty has a length and no day`() throws {
        let found = try duty(life("renewal: automatic, renewal-period: P1Y"), "period: P2Y")
        #expect(found.map(\.when) == [.afterEnd(try #require(CalendarDuration("P2Y")))])
    }

    @Test(arguments: ["period: undisclosed", "period: unknown"])
    func `a duty of a length that is not stated has no end to show`(period: String) throws {
        #expect(try duty(life("renewal: none"), period).isEmpty)
    }

    // MARK: Changes for a time

    @Test func `a value for a time does not go back where another has taken its place`() throws {
        let reverts = try Mill(
            """
            - term-added:
                term: care
                kind: fee
                set: { payer: a, payee: b, amount: USD 1 }
            - term-amended:
                { term: care, set: { amount: USD 2 }, lasts: { through: 2025-06-30 },
                  effective: { on: 2025-03-01 } }
            - term-amended: { term: care, set: { amount: USD 3 }, effective: { on: 2025-05-01 } }
            """
        ).all(.reverts)
        #expect(reverts.map(\.when) == [])
    }
}
