import Amendments
import DeedbookTesting
import Effort
import Foundation
import Ledger
import Payments
import Terms
import Testing

/// Records that leave things open, and what they may turn out to be.
@Suite struct PayableCompletionTests {
    /// The first of ten seeds; another one asks about other records.
    private let first =
        ProcessInfo.processInfo.environment["DEEDBOOK_SEED"].flatMap { UInt64($0) } ?? 2026

    private func slices(of plan: OpenPlan, _ random: inout Seeded) throws -> [CountedPeriod.Slice] {
        var next = plan.asked
        if plan.kind == .fee {
            let days = Int.random(in: 1...600, using: &random)
            return [.init(next...next.adding(days: days), figure: nil)]
        }
        var slices: [CountedPeriod.Slice] = []
        for line in 0..<Int.random(in: 1...8, using: &random) {
            let days = Int.random(in: 1...95, using: &random)
            slices.append(
                .init(try figure(from: next, days: days, random.below(50_000), line: line)))
            next = next.adding(days: days)
        }
        return slices
    }

    private func payable(_ plan: OpenPlan, _ slices: [CountedPeriod.Slice]) throws -> Payable {
        let story = try given(yaml: plan.recording)
        let vantage = Vantage(on: plan.asked)
        let reading = AgreementReading("quill-lantern", history: story.events, from: vantage)
        let terms = try #require(
            TermsOfPayment("pay.it", in: reading, from: vantage, resolved: QuillAndLantern.resolved)
        )
        if plan.kind == .fee {
            let dollars = try #require(Currency("USD"))
            return try #require(
                Payable(
                    terms, from: slices[0].days.lowerBound, to: slices[0].days.upperBound,
                    in: dollars))
        }
        return try #require(Payable(terms, figures: slices.compactMap(\.figure)))
    }

    /// What an answer says of the days of one slice.
    private func amount(_ calculation: Calculation, of slice: CountedPeriod.Slice) -> Amount {
        var sum = Amount.zero
        for line in calculation.lines
        where slice.days.contains(line.slice.days) {
            sum.low += line.amount.low
            sum.high = sum.high.flatMap { high in line.amount.high.map { high + $0 } }
        }
        return sum
    }

    @Test(arguments: 0..<10)
    func `a thousand completions of fifty open records all lie in the amounts of the record`(
        seed: Int
    ) throws {
        var random = Seeded(UInt64(seed) + first)
        var certain = 0
        for round in 0..<50 {
            let plan = OpenPlan.random(&random)
            let slices = try slices(of: plan, &random)
            let answer = try payable(plan, slices).agreed
            if answer.total.isExact { certain += 1 }
            for completion in 0..<20 {
                let rows = plan.completed(slices, &random).counted(slices)
                let total = rows.map(\.amount).reduce(0, +)
                #expect(
                    holds(answer.total, total),
                    "\(seed).\(round).\(completion): \(total) of \(answer.total)\n\(plan.recording)"
                )
                for slice in slices {
                    let part = rows.filter { slice.days.contains($0.days) }
                        .map(\.amount).reduce(0, +)
                    #expect(
                        holds(amount(answer, of: slice), part),
                        "\(seed).\(round).\(completion): \(part) of \(amount(answer, of: slice)) on \(slice.days.lowerBound)\n\(plan.recording)"
                    )
                }
            }
        }
        // The law would be empty if nothing were ever certain, or everything.
        #expect(certain > 0)
        #expect(certain < 50)
    }

    private func holds(_ range: Amount, _ value: Int128) -> Bool {
        range.low <= value && (range.high.map { value <= $0 } ?? true)
    }
}
