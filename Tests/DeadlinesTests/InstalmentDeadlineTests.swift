import Amendments
import Deadlines
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// Days on which instalments fall due, and on which amounts follow an index anew.
struct InstalmentDeadlineTests {
    private func fee(_ fields: String) -> String {
        """
        - term-added:
            term: care
            kind: fee
            set: { payer: a, payee: b, \(fields) }
        """
    }

    private static let two =
        "schedule: [{ due: { on: 2025-03-01 }, amount: USD 10 }, { due: { on: 2025-09-01 }, amount: USD 5.50 }]"

    @Test func `each instalment is a payment on its day, and nothing is owed on the first`() throws
    {
        let payments = try Mill(fee(Self.two)).all(.payment)
        #expect(payments.map(\.when) == [.on("2025-03-01"), .on("2025-09-01")])
        #expect(
            payments.map { $0.values.map { $0.value?.displayText } } == [["USD 10"], ["USD 5.50"]])
        #expect(payments.map(\.actor) == ["a", "a"])
        #expect(payments.map(\.isTentative) == [false, false])
        #expect(payments.map(\.key) == ["mill/care/payment/1", "mill/care/payment/2"])
    }

    @Test func `an instalment of a month has that month, and is not certain of a day`() throws {
        let payments = try Mill(fee("schedule: [{ due: { on: 2025-03 }, amount: USD 10 }]"))
            .all(.payment)
        #expect(payments.map(\.when) == [.within(first: "2025-03-01", last: "2025-03-31")])
        #expect(payments.map(\.isTentative) == [true])
    }

    @Test func `an instalment that waits for a condition has no day before it comes true`() throws {
        let events =
            "- condition-defined: { condition: launch, text: It is launched }\n"
            + fee("schedule: [{ due: { upon: launch }, amount: USD 10 }]")
        #expect(try Mill(events).all(.payment).map(\.when) == [.upon(["launch"])])
        let after = try Mill(
            events,
            later: ["- condition-satisfied: { condition: launch, effective: { on: 2026-02-01 } }"])
        #expect(try after.all(.payment).map(\.when) == [.on("2026-02-01")])
    }

    @Test func `a later schedule takes the place of what is not due yet`() throws {
        let mill = try Mill(
            fee(Self.two),
            later: [
                "- term-amended: { term: care, set: { schedule: "
                    + "[{ due: { on: 2025-01-15 }, amount: USD 7 }, { due: { on: 2025-10-01 }, amount: USD 8 }] }, "
                    + "effective: { on: 2025-06-01 } }"
            ])
        let payments = try mill.all(.payment)
        #expect(payments.map(\.when) == [.on("2025-03-01"), .on("2025-10-01")])
        #expect(
            payments.map { $0.values.first?.value?.displayText } == ["USD 10", "USD 8"])
    }

    @Test func `a schedule that is withheld is withheld, whatever its days`() throws {
        let payments = try Mill(fee("schedule: undisclosed")).all(.payment)
        #expect(payments.map(\.when) == [.withheld(.schedule)])
    }

    private static let index =
        "amount: USD 100, per: P1M, index: { name: CPI-U, base: 2024-12, each: P1Y }"

    @Test func `an amount follows its index anew each year of the term's life`() throws {
        let mill = try Mill(fee(Self.index + ", ends: { through: 2027-12-31 }"))
        let adjustments = try mill.all(.adjusts)
        #expect(adjustments.map(\.when) == [.on("2026-01-01"), .on("2027-01-01")])
        #expect(adjustments.map(\.actor) == [nil, nil])
        #expect(adjustments.map(\.isTentative) == [false, false])
    }

    @Test func `no period begins after the time that they go on for, and none is adjusted`() throws
    {
        let mill = try Mill(fee(Self.index + ", over: P2Y"))
        #expect(try mill.all(.adjusts).map(\.when) == [.on("2026-01-01")])
    }

    @Test func `a commitment follows its index too, and what is suspended is not adjusted`() throws
    {
        let mill = try Mill(
            """
            - term-added:
                term: least
                kind: minimum-commitment
                set: { obligor: a, beneficiary: b, \(Self.index), ends: { through: 2028-06-30 } }
            - term-suspended: { term: least, effective: { on: 2026-12-01 }, lasts: { through: 2027-02-28 } }
            """)
        #expect(try mill.all(.adjusts).map(\.when) == [.on("2026-01-01"), .on("2028-01-01")])
    }

    /// Day by day: what the schedule that holds on a day has due on it.
    @Test func `random schedules are due on the days that a walk through them finds`() throws {
        var random = Seeded(41)
        let start: Day = "2025-01-01"
        func day(_ most: Int, least: Int = 0) -> Day {
            start.adding(days: Int.random(in: least...most, using: &random))
        }
        func schedule() -> [(day: Day, sum: Int)] {
            (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (day(400), Int.random(in: 1...99, using: &random))
            }
        }
        func text(_ schedule: [(day: Day, sum: Int)]) -> String {
            let all = schedule.map { "{ due: { on: \($0.day) }, amount: USD \($0.sum) }" }
            return "schedule: [\(all.joined(separator: ", "))]"
        }
        for round in 0..<Rounds.of(200) {
            let through = day(400, least: 200)
            let (from, pause, resumed) = (
                day(199, least: 1), day(80, least: 1), day(180, least: 81)
            )
            let steps = [(from: start, schedule: schedule()), (from: from, schedule: schedule())]
            let mill = try Mill(
                fee(text(steps[0].schedule) + ", ends: { through: \(through) }")
                    + """

                    - term-amended: { term: care, set: { \(text(steps[1].schedule)) }, effective: { on: \(from) } }
                    - term-suspended: { term: care, effective: { on: \(pause) } }
                    - term-resumed: { term: care, effective: { on: \(resumed) } }
                    """)
            var expected: [String] = []
            var day = start
            while day <= through {
                defer { day = day.adding(days: 1) }
                if pause <= day, day < resumed { continue }
                let own = steps.last { $0.from <= day }?.schedule ?? []
                expected += own.filter { $0.day == day }.map { "\(day) USD \($0.sum)" }
            }
            let found = try mill.all(.payment).map { payment in
                "\(payment.when.days?.first ?? .first) "
                    + (payment.values.first?.value?.displayText ?? "")
            }
            #expect(found.sorted() == expected.sorted(), "\(round): \(steps) through \(through)")
        }
    }
}
