import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// What had accrued by a day: a sum over periods, or a range with its reason.
struct AccrualTests {
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// `AMOUNT, PERIOD` each.
        let stated: [String]
        let answers: [(day: Day, sums: [String])]
    }

    private static let table: [Row] = [
        Row(
            testDescription: "a period inside another is a part of it",
            stated: ["USD 10, 2024-01", "USD 30, 2024-01/2024-03"],
            answers: [
                ("2024-01-31", ["USD 10"]), ("2024-02-29", ["USD 10 to USD 30"]),
                ("2024-03-31", ["USD 30"]),
            ]),
        Row(
            testDescription: "the same amount for the same period is the same money",
            stated: ["USD 30, 2024-01/2024-03", "USD 30, 2024-01/2024-03"],
            answers: [("2024-03-31", ["USD 30"])]),
        Row(
            testDescription: "three payments of three days are three",
            stated: ["USD 50, 2024-01-05", "USD 50, 2024-02-05", "USD 50, 2024-03-05"],
            answers: [("2024-02-29", ["USD 100"]), ("2024-03-05", ["USD 150"])]),
        Row(
            testDescription: "periods that straddle each other share what is not known",
            stated: ["USD 10, 2024-01/2024-02", "USD 25, 2024-02/2024-03"],
            answers: [
                ("2024-01-31", ["USD 0 to USD 10"]), ("2024-02-29", ["USD 10"]),
                ("2024-03-31", ["USD 25 to USD 35"]),
            ]),
        Row(
            testDescription: "two amounts for one period contradict each other",
            stated: ["USD 10, 2024", "USD 25, 2024"],
            answers: [("2024-12-31", ["USD 10 to USD 35"])]),
        Row(
            testDescription: "a part that exceeds its whole contradicts it",
            stated: ["USD 40, 2024-01", "USD 30, 2024-01/2024-03"],
            answers: [("2024-03-31", ["USD 30 to USD 70"])]),
        Row(
            testDescription:
                "a month is read as other imprecise dates are: inside it the sum is open",
            stated: ["USD 10, 2020-06"],
            answers: [
                ("2020-05-31", []), ("2020-06-01", ["USD 0 to USD 10"]),
                ("2020-06-15", ["USD 0 to USD 10"]), ("2020-06-30", ["USD 10"]),
            ]),
        Row(
            testDescription: "a period whose end is not known has surely brought nothing yet",
            stated: ["USD 10, 2020-06-01/"],
            answers: [("2020-05-31", []), ("2030-01-01", ["USD 0 to USD 10"])]),
        Row(
            testDescription: "an approximate month may lie beside the one it seems to contain",
            stated: ["USD 10, 2020-06~", "USD 4, 2020-06-10"],
            answers: [("2020-07-31", ["USD 10 to USD 14"])]),
        Row(
            testDescription: "currencies stand apart",
            stated: ["USD 10, 2020", "KWD 1.125, 2020", "XDR 0.5, 2020"],
            answers: [("2020-12-31", ["KWD 1.125", "USD 10", "XDR 0.5"])]),
        Row(
            testDescription: "a credit lowers the sum",
            stated: ["USD 10, 2020-01", "USD -4, 2020-02"],
            answers: [("2020-02-15", ["USD 6 to USD 10"]), ("2020-02-29", ["USD 6"])]),
    ]

    private static func story(_ stated: [String], kind: String = "filing") throws -> Story {
        let events = stated.map { text in
            let parts = text.split(separator: ", ")
            return "- amount-accrued: { term: fee, amount: \(parts[0]), period: \(parts[1]) }"
        }
        return try recordedStory(
            fee(), chapter("paid", "2019-02-01", kind: kind, events.joined(separator: "\n")))
    }

    @Test(arguments: table)
    func `what accrued is the union of its periods, or a range`(row: Row) throws {
        let story = try Self.story(row.stated)
        for (day, sums) in row.answers {
            let found = story.on(day).fee?.accrued ?? []
            #expect(found.map(\.displayText) == sums, "\(day)")
            for sum in found { #expect(sum.isExact == sum.reasons.isEmpty) }
        }
    }

    @Test func `each range says why it is one`() throws {
        func reasons(_ stated: [String], _ day: Day) throws -> [AccrualReason] {
            try Self.story(stated).on(day).fee?.accrued.first?.reasons ?? []
        }
        let quarter = try #require(DateRange("2024-01/2024-03"))
        let january = try #require(DateRange("2024-01"))
        let late = try #require(DateRange("2024-03/2024-05"))
        let thirty = try #require(Money("USD 30"))
        #expect(
            try reasons(["USD 30, 2024-01/2024-03"], "2024-02-01") == [.running(quarter, thirty)])
        #expect(
            try reasons(["USD 30, 2024-01/2024-03", "USD 9, 2024-03/2024-05"], "2024-05-31")
                == [.overlapping([quarter, late])])
        #expect(
            try reasons(["USD 40, 2024-01", "USD 30, 2024-01/2024-03"], "2024-03-31")
                == [.contradictory([january, quarter])])
    }

    @Test func `what is reported stands apart from what instruments state`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "paid", "2024-02-01", kind: "filing",
                "- amount-accrued: { term: fee, amount: USD 10, period: 2023 }"),
            chapter(
                "leak", "2025-02-01", kind: "report",
                "- amount-accrued: { term: fee, amount: USD 20, period: 2024 }"))
        let sums = story.on("2024-12-31").fee?.accrued ?? []
        #expect(sums.map(\.displayText) == ["USD 10", "USD 30"])
        #expect(sums.map(\.isReported) == [false, true])
    }

    @Test func `a redacted amount leaves no upper end`() throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "paid", "2024-02-01", kind: "filing",
                """
                - amount-accrued: { term: fee, amount: USD 10, period: 2022 }
                - amount-accrued: { term: fee, amount: USD 20, period: 2023 }
                """),
            chapter(
                "hidden", "2025-02-01", "- payload-redacted: { event: paid#2, authority: a court }")
        )
        let sums = story.on("2024-12-31").fee?.accrued ?? []
        #expect(sums.map(\.displayText) == ["USD 10 or more"])
        #expect(sums.first?.reasons.isEmpty == false)
    }

    // MARK: Against every distribution over days

    private struct Stated {
        var first: Int
        var last: Int
        var amount: Int
    }

    /// Every way in which the amounts may have fallen on the days, days that nothing states without any.
    private func distributions(of all: [Stated], days: Int) -> [[Int]] {
        let most = all.map(\.amount).max() ?? 0
        var found: [[Int]] = [[]]
        for day in 0..<days {
            let isStated = all.contains { $0.first <= day && day <= $0.last }
            found = found.flatMap { start in
                (0...(isStated ? most : 0)).map { start + [$0] }
            }
            found = found.filter { amounts in
                all.allSatisfy { stated in
                    stated.last != day
                        || amounts[stated.first...stated.last].reduce(0, +) == stated.amount
                }
            }
        }
        return found
    }

    @Test func `the range of every day is that of all distributions that the statements allow`()
        throws
    {
        var random = Seeded(31)
        var contradictions = 0
        for round in 0..<400 {
            let days = 4
            let hidden = (0..<days).map { _ in Int.random(in: 0...2, using: &random) }
            let all = (0..<Int.random(in: 1...4, using: &random)).map { _ -> Stated in
                let first = Int.random(in: 0..<days, using: &random)
                let last = Int.random(in: first..<days, using: &random)
                let isWrong = Int.random(in: 0..<8, using: &random) == 0
                return Stated(
                    first: first, last: last,
                    amount: isWrong ? 3 : hidden[first...last].reduce(0, +))
            }
            let story = try Self.story(
                all.map { "USD \($0.amount), 2024-01-0\($0.first + 1)/2024-01-0\($0.last + 1)" })
            let worlds = distributions(of: all, days: days)
            if worlds.isEmpty { contradictions += 1 }
            for day in 0..<days {
                guard let sum = story.on(Day("2024-01-0\(day + 1)") ?? .first).fee?.accrued.first
                else {
                    #expect(all.allSatisfy { $0.first > day })
                    continue
                }
                let sums = worlds.map { $0[0...day].reduce(0, +) }
                if let least = sums.min(), let most = sums.max() {
                    #expect(sum.least.amount == ExactDecimal(least), "\(round) \(day) \(all)")
                    #expect(sum.most?.amount == ExactDecimal(most), "\(round) \(day) \(all)")
                } else if all.filter({ $0.first <= day }).count > 1, day == days - 1 {
                    #expect(!sum.isExact, "\(round) \(all)")
                }
            }
        }
        #expect(contradictions > 20)
    }
}
