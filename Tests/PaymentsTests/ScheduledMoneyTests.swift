import Amendments
import DeedbookTesting
import Effort
import Journal
import Ledger
import Payments
import Terms
import Testing

/// Fees that are paid in instalments.
@Suite struct ScheduledMoneyTests {
    private func fee(_ schedule: String, later: [String] = []) throws -> TermCase {
        try TermCase("fee", "schedule: [\(schedule)]", later: later)
    }

    private func due(_ day: String, _ amount: String) -> String {
        "{ due: { on: \(day) }, amount: \(amount) }"
    }

    private func due(_ calculation: Calculation) -> [String: Amount] {
        Dictionary(
            calculation.lines.filter { $0.amount != .zero }.map {
                ("\($0.slice.days.lowerBound)/\($0.slice.days.upperBound)", $0.amount)
            }, uniquingKeysWith: { one, _ in one })
    }

    @Test func `each instalment falls due whole on its day`() throws {
        let fee = try fee(due("2024-03-01", "USD 10.00") + ", " + due("2024-09-01", "USD 5.50"))
        let year = try fee.payable("2024-01-01", "2024-12-31")
        #expect(year.total == Amount(1_550))
        #expect(
            due(year) == [
                "2024-03-01/2024-03-01": Amount(1_000), "2024-09-01/2024-09-01": Amount(550),
            ])
        #expect(try fee.payable("2024-03-02", "2024-08-31").total == .zero)
        #expect(try fee.payable("2024-03-01", "2024-03-01").total == Amount(1_000))
    }

    @Test func `one of a month falls on one of its days, and counts once`() throws {
        let fee = try fee(due("2024-03", "USD 10.00"))
        #expect(try fee.payable("2024-01-01", "2024-12-31").total == Amount(1_000))
        #expect(try fee.payable("2024-01-01", "2024-03-15").total == Amount(0, 1_000))
        #expect(
            try due(fee.payable("2024-01-01", "2024-12-31"))
                == ["2024-03-01/2024-03-31": Amount(1_000)])
    }

    @Test func `one that waits for a condition is named, and not counted`() throws {
        let fee = try fee(
            "{ due: { upon: launch }, amount: USD 10.00 }",
            later: ["condition-defined: { condition: launch, text: It is launched }"])
        let payable = try fee.payable("2024-01-01", "2024-12-31")
        #expect(payable.total == .zero)
        #expect(
            payable.paymentSpans.flatMap(\.reasons).contains(
                "USD 10.00 of pay.it is due upon launch, of which no day is known: it is not counted"
            ))
    }

    @Test func `what is withheld may be any amount on any day`() throws {
        let fee = try TermCase("fee", "schedule: undisclosed")
        #expect(try fee.payable("2024-01-01", "2024-12-31").total == Amount(0, nil))
    }

    @Test func `what is recorded as accrued was paid, and the rest is outstanding`() throws {
        let fee = try fee(
            due("2024-03-01", "USD 10.00") + ", " + due("2024-09-01", "USD 5.50"),
            later: ["amount-accrued: { term: pay.it, amount: USD 4.00, period: 2024-03-01 }"])
        let dollars = try #require(Currency("USD"))
        func outstanding(_ last: Day) throws -> Amount? {
            try #require(Payable(fee.terms, from: "2024-01-01", to: last, in: dollars)).outstanding
        }
        #expect(try outstanding("2024-02-29") == .zero)
        #expect(try outstanding("2024-08-31") == Amount(600))
        #expect(try outstanding("2024-12-31") == Amount(1_150))
        let price = try TermCase("fee", "amount: USD 1.00")
        let other = Payable(price.terms, from: "2024-01-01", to: "2024-12-31", in: dollars)
        #expect(other?.outstanding == nil)
    }

    /// Day by day: what the schedule that holds on a day has due on it.
    @Test func `random schedules give what a day-by-day account of them says`() throws {
        var random = Seeded(19)
        let start: Day = "2024-01-01"
        func schedule() -> [(day: Day, cents: Int128)] {
            (0..<Int.random(in: 1...5, using: &random)).map { _ in
                (start.adding(days: Int.random(in: 0...400, using: &random)), random.below(9_999))
            }
        }
        func text(_ schedule: [(day: Day, cents: Int128)]) -> String {
            "["
                + schedule.map { due("\($0.day)", PaymentText.cents($0.cents)) }
                .joined(separator: ", ") + "]"
        }
        for round in 0..<Rounds.of(200) {
            var steps = [(from: start, schedule: schedule())]
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let from = (steps.last?.from ?? start).adding(
                    days: Int.random(in: 1...150, using: &random))
                steps.append((from, schedule()))
            }
            let through = start.adding(days: Int.random(in: 100...400, using: &random))
            let amendments = steps.dropFirst().filter { $0.from <= through }.map {
                "term-amended: { term: pay.it, set: { schedule: \(text($0.schedule)) }, "
                    + "effective: { on: \($0.from) } }"
            }
            let fee = try TermCase(
                "fee", "schedule: \(text(steps[0].schedule)), ends: { through: \(through) }",
                later: amendments)
            let first = start.adding(days: Int.random(in: 0...100, using: &random))
            let last = first.adding(days: Int.random(in: 0...400, using: &random))
            var expected: Int128 = 0
            var day = first
            while day <= min(last, through) {
                let own = steps.last { $0.from <= day }?.schedule ?? []
                expected += own.filter { $0.day == day }.map(\.cents).reduce(0, +)
                day = day.adding(days: 1)
            }
            #expect(
                try fee.payable(first, last).total == Amount(expected),
                "\(round): \(steps) through \(through)")
        }
    }
}
