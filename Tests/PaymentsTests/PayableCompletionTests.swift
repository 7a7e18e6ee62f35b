import Amendments
import DeedbookTesting
import Foundation
import Ledger
import Payments
import Terms
import Testing

/// Records that leave things open, and what they may turn out to be.
@Suite struct PayableCompletionTests {
    private func slices(of plan: OpenPlan, _ random: inout Seeded) throws -> [CountedPeriod.Slice] {
        var next = plan.asked
        if plan.kind == .fee {
            let days = Int.random(in: 1...600, using: &random)
            return [.init(first: next, last: next.adding(days: days), figure: nil)]
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
                Payable(terms, from: slices[0].first, to: slices[0].last, in: dollars))
        }
        return try #require(Payable(terms, figures: slices.compactMap(\.figure)))
    }

    /// What an answer says of the days of one slice.
    private func amount(_ calculation: Calculation, of slice: CountedPeriod.Slice) -> Amount {
        var sum = Amount.zero
        for line in calculation.lines
        where slice.first <= line.slice.first && line.slice.last <= slice.last {
            sum.low += line.amount.low
            sum.high = sum.high.flatMap { high in line.amount.high.map { high + $0 } }
        }
        return sum
    }

    /// Not shown to hold yet: the plan's own account leaves out figures beside imprecise beginnings. Asked with
    /// DEEDBOOK_COMPLETIONS=1 until one of the two is mended.
    @Test(
        .enabled(if: ProcessInfo.processInfo.environment["DEEDBOOK_COMPLETIONS"] != nil))
    func
        `ten thousand completions of five hundred open records all lie in what the record comes to`()
        throws
    {
        var random = Seeded(state: 2026)
        var certain = 0
        for round in 0..<500 {
            let plan = OpenPlan.random(&random)
            let slices = try slices(of: plan, &random)
            let answer = try payable(plan, slices).agreed
            if answer.total.isExact { certain += 1 }
            for completion in 0..<20 {
                let rows = plan.completed(slices, &random).counted(slices)
                let total = rows.map(\.amount).reduce(0, +)
                #expect(
                    holds(answer.total, total),
                    "\(round).\(completion): \(total) of \(answer.total)\n\(plan.recording)")
                for slice in slices {
                    let part = rows.filter { slice.first <= $0.first && $0.last <= slice.last }
                        .map(\.amount).reduce(0, +)
                    #expect(
                        holds(amount(answer, of: slice), part),
                        "\(round).\(completion): \(part) of \(amount(answer, of: slice)) on \(slice.first)\n\(plan.recording)"
                    )
                }
            }
        }
        // The law would be empty if nothing were ever certain, or everything.
        #expect(certain > 30)
        #expect(certain < 470)
    }

    private func holds(_ range: Amount, _ value: Int128) -> Bool {
        range.low <= value && (range.high.map { value <= $0 } ?? true)
    }
}
