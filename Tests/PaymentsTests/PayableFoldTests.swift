import Amendments
import DeedbookTesting
import Ledger
import Payments
import Terms
import Testing

/// Random agreements, written as recordings and read through the fold, beside a day-by-day account of what
/// was planned.
@Suite struct PayableFoldTests {
    /// What a term is meant to say, step by step.
    private struct Plan {
        var kind: TermKind
        var per: CalendarDuration?
        var start: Day
        var through: Day
        var pause: (from: Day, to: Day)?
        /// By first day; the first step is the term as added.
        var steps: [(from: Day, terms: DayTerms)]

        func terms(on day: Day) -> DayTerms? {
            if day < start || day > through { return nil }
            if let pause, pause.from <= day, day < pause.to { return nil }
            return steps.last { $0.from <= day }?.terms
        }

        /// The period of a day, found by counting one length after the other.
        func period(of day: Day) -> (first: Day, last: Day)? {
            guard let per, day >= start else { return nil }
            var (number, first) = (1, start)
            while let next = per.times(number)?.added(to: start) {
                if day < next { return (first, next.adding(days: -1)) }
                (number, first) = (number + 1, next)
            }
            return nil
        }
    }

    private func plan(_ random: inout Seeded) -> Plan {
        let kinds: [TermKind] = [.revenueShare, .royalty, .fee]
        let kind = kinds.randomElement(using: &random) ?? .royalty
        let opening: Day = "2024-01-01"
        let start = opening.adding(days: Int.random(in: 0...90, using: &random))
        let through = start.adding(days: Int.random(in: 20...700, using: &random))
        var pers: [CalendarDuration?] = [nil, "P1M", "P1Q", "P1Y", "P45D"].map {
            $0.flatMap { CalendarDuration($0) }
        }
        if kind == .fee { pers.removeFirst() }
        var plan = Plan(
            kind: kind,
            per: kind == .revenueShare ? nil : pers.randomElement(using: &random) ?? nil,
            start: start, through: through, steps: [])
        var days = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            start.adding(days: Int.random(in: 1...500, using: &random))
        }.filter { $0 <= through }
        days = [start] + Array(Set(days)).sorted()
        plan.steps = days.map { ($0, step(of: kind, &random)) }
        if random.chance(3) {
            let from = start.adding(days: Int.random(in: 1...300, using: &random))
            let to = from.adding(days: Int.random(in: 1...100, using: &random))
            if to <= through { plan.pause = (from, to) }
        }
        return plan
    }

    private func step(of kind: TermKind, _ random: inout Seeded) -> DayTerms {
        var terms = DayTerms()
        if kind == .fee {
            terms.sum = random.below(9_999)
        } else {
            terms.rate = random.below(999_999)
        }
        if kind != .fee, random.chance(2) { terms.floor = random.below(2_000) }
        if kind == .revenueShare, random.chance(3) {
            terms.aggregateCap = random.below(9_999)
        } else if kind != .fee, random.chance(2) {
            terms.cap = random.below(9_999)
        }
        return terms
    }

    // MARK: The plan as recordings

    private func cents(_ units: Int128?) -> String {
        guard let units else { return "none" }
        let digits = String(units)
        let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
        return "USD \(padded.dropLast(2)).\(padded.suffix(2))"
    }

    private func percent(_ rate: Int128) -> String {
        let digits = String(rate)
        let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
        return "\(padded.dropLast(4)).\(padded.suffix(4))% of revenue"
    }

    private func fields(_ terms: DayTerms, of kind: TermKind) -> String {
        if kind == .fee { return "amount: \(cents(terms.sum))" }
        let floor = kind == .royalty ? "minimum" : "floor"
        var text = "rate: \(percent(terms.rate ?? 0)), \(floor): \(cents(terms.floor))"
        text += ", cap: \(cents(terms.cap ?? terms.aggregateCap))"
        if kind == .revenueShare {
            text += ", cap-period: \(terms.aggregateCap == nil ? "per-period" : "aggregate")"
        }
        return text
    }

    private func recording(of plan: Plan) -> String {
        let per = plan.per.map { ", per: \($0)" } ?? ""
        var text =
            QuillAndLantern.opening + """
                  - term-added:
                      term: pay.it
                      kind: \(plan.kind.rawValue)
                      set:
                        { payer: quill, payee: lantern, \(fields(plan.steps[0].terms, of: plan.kind))\(per),
                          ends: { through: \(plan.through) } }
                      effective: { on: \(plan.start) }

                """
        for step in plan.steps.dropFirst() {
            text += """
                  - term-amended:
                      term: pay.it
                      set: { \(fields(step.terms, of: plan.kind)) }
                      effective: { on: \(step.from) }

                """
        }
        if let pause = plan.pause {
            text += """
                  - term-suspended: { term: pay.it, effective: { on: \(pause.from) } }
                  - term-resumed: { term: pay.it, effective: { on: \(pause.to) } }

                """
        }
        return text
    }

    // MARK: The two accounts

    private struct Row: Equatable {
        var first: Day
        var last: Day
        var amount: Amount
    }

    private func counted(_ plan: Plan, _ slices: [CountedPeriod.Slice]) -> [Row] {
        var account = DayAccount(terms: plan.terms)
        var rows: [Row] = []
        var day = slices[0].first
        while let slice = slices.first(where: { $0.first <= day && day <= $0.last }) {
            let period = plan.period(of: day)
            let first = period?.first ?? day
            var last = period?.last ?? slice.last
            if period == nil, plan.per != nil { last = min(last, plan.start.adding(days: -1)) }
            let length = period.map { $0.first.days(until: $0.last) + 1 } ?? slice.figure?.days ?? 1
            let mine = slices.compactMap { slice -> CountedPeriod.Slice? in
                let (from, to) = (max(slice.first, day), min(slice.last, last))
                return from <= to ? .init(first: from, last: to, figure: slice.figure) : nil
            }
            let amounts = account.pay(first, last, length: length, mine)
            rows += zip(mine, amounts).map {
                Row(first: $0.first, last: $0.last, amount: Amount($1))
            }
            day = last.adding(days: 1)
        }
        return rows.filter { $0.first >= plan.start }
    }

    private func slices(of plan: Plan, _ random: inout Seeded) throws -> [CountedPeriod.Slice] {
        var next = random.chance(3) ? plan.start.adding(days: -20) : plan.start
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

    private func payable(_ plan: Plan, _ slices: [CountedPeriod.Slice]) throws -> Payable? {
        let story = try given(yaml: recording(of: plan))
        let vantage = Vantage(on: plan.start)
        let reading = AgreementReading("quill-lantern", history: story.events, from: vantage)
        let terms = try #require(
            TermsOfPayment("pay.it", in: reading, from: vantage, resolved: QuillAndLantern.resolved)
        )
        if plan.kind == .fee {
            return Payable(
                terms, from: slices[0].first, to: slices[0].last,
                in: try #require(Currency("USD")))
        }
        return Payable(terms, figures: slices.compactMap(\.figure))
    }

    @Test func `a thousand random agreements come to what a day-by-day account of the plan says`()
        throws
    {
        var random = Seeded(state: 26)
        for round in 0..<1_000 {
            let plan = plan(&random)
            let slices = try slices(of: plan, &random)
            let payable = try #require(try payable(plan, slices))
            let rows = payable.agreed.lines.map {
                Row(first: $0.slice.first, last: $0.slice.last, amount: $0.amount)
            }
            let told = "\(round): \(recording(of: plan))"
            #expect(rows.filter { $0.first >= plan.start } == counted(plan, slices), "\(told)")
            #expect(
                rows.filter { $0.first < plan.start && $0.last < plan.start }
                    .allSatisfy { $0.amount == .zero })
        }
    }
}
