import Amendments
import DeedbookTesting
import Effort
import Ledger
import Payments
import Terms
import Testing

/// Random agreements, written as recordings and read through the fold, beside a day-by-day account of what
/// was planned.
@Suite struct PayableFoldTests {
    private func plan(_ random: inout Seeded) -> PaymentPlan {
        let kinds: [TermKind] = [
            .revenueShare, .royalty, .fee, .revenueShare, .royalty, .fee, .supply, .milestone,
        ]
        let kind = kinds.randomElement(using: &random) ?? .royalty
        let opening: Day = "2024-01-01"
        let start = opening.adding(days: Int.random(in: 0...90, using: &random))
        let through = start.adding(days: Int.random(in: 20...700, using: &random))
        var pers: [CalendarDuration?] = [nil, "P1M", "P1Q", "P1Y", "P45D"].map {
            $0.flatMap { CalendarDuration($0) }
        }
        if kind == .fee || kind == .supply { pers.removeFirst() }
        var plan = PaymentPlan(
            kind: kind,
            per: kind == .revenueShare || kind == .milestone
                ? nil : pers.randomElement(using: &random) ?? nil,
            over: kind == .fee && random.chance(3) ? CalendarDuration("P7M") : nil,
            start: start, through: through, steps: [])
        var days = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            start.adding(days: Int.random(in: 1...500, using: &random))
        }.filter { $0 <= through }
        days = [start] + Array(Set(days)).sorted()
        let isPriced = kind == .royalty && random.chance(3)
        plan.steps = days.map { ($0, step(of: kind, isPriced: isPriced, &random)) }
        if random.chance(3) {
            let from = start.adding(days: Int.random(in: 1...300, using: &random))
            let to = from.adding(days: Int.random(in: 1...100, using: &random))
            if to <= through { plan.pause = (from, to) }
        }
        plan.grow(&random)
        if plan.per != nil, random.chance(3) {
            plan.periodsFrom = start.adding(days: Int.random(in: -500...500, using: &random))
        }
        return plan
    }

    private func step(
        of kind: TermKind, isPriced: Bool, _ random: inout Seeded
    ) -> DayTerms {
        if kind == .supply { return supplied(&random) }
        if kind == .fee || kind == .milestone { return DayTerms(sum: random.below(9_999)) }
        var terms = DayTerms()
        terms.parts =
            isPriced
            ? PaymentText.priceParts : [7, 11, 300, 1_000_000].randomElement(using: &random) ?? 7
        terms.rate = random.below(isPriced ? 99_999 : terms.parts - 1)
        if random.chance(3) { addTiers(to: &terms, &random) }
        if random.chance(2) { terms.floor = random.below(2_000) }
        defer {
            // What is least on days without a cap bounds them by runs of days, not day by day.
            if terms.tiers != nil, terms.cap == nil { terms.floor = nil }
        }
        if kind == .revenueShare, random.chance(3) {
            terms.aggregateCap = random.below(9_999)
        } else if random.chance(2) {
            terms.cap = random.below(9_999)
        }
        return terms
    }

    /// A price in whole cents, and a quantity that is paid for in any case or not.
    private func supplied(_ random: inout Seeded) -> DayTerms {
        var terms = DayTerms()
        let (cents, quantity) = (random.below(999), random.below(60))
        terms.parts = PaymentText.priceParts
        terms.rate = cents * 100
        terms.leastQuantity = quantity
        if random.chance(2) { terms.floor = quantity * cents }
        return terms
    }

    /// Steps by time, or by what is counted; rates that apply to all do not fall.
    private func addTiers(to terms: inout DayTerms, _ random: inout Seeded) {
        let isPriced = terms.parts == PaymentText.priceParts
        let most: Int128 = isPriced ? 99_999 : terms.parts - 1
        if random.chance(3) {
            let lengths = ["P3M", "P7M", "P15M"].compactMap { CalendarDuration($0) }
            terms.early = lengths.prefix(Int.random(in: 1...3, using: &random))
                .map { ($0, random.below(most)) }
            return
        }
        let count = Int.random(in: 2...4, using: &random)
        let isByCount = !isPriced && random.chance(3)
        var ends: Set<Int128> = []
        while ends.count < count - 1 {
            ends.insert(1 + random.below(isPriced || isByCount ? 120_000_000 : 120_000))
        }
        var rates = (0..<count).map { _ in random.below(most) }
        let isWhole = random.chance(2) || isByCount
        if isWhole { rates.sort() }
        terms.tiers = DayTiers(
            ends: ends.sorted(), rates: rates, isWhole: isWhole, isAggregate: random.chance(2),
            isByCount: isByCount)
    }

    private func slices(of plan: PaymentPlan, _ random: inout Seeded) throws -> [CountedPeriod
        .Slice]
    {
        var next = random.chance(3) ? plan.start.adding(days: -20) : plan.start
        if plan.kind == .fee || plan.kind == .milestone {
            let days = Int.random(in: 1...600, using: &random)
            return [.init(next...next.adding(days: days), figure: nil)]
        }
        var slices: [CountedPeriod.Slice] = []
        for line in 0..<Int.random(in: 1...8, using: &random) {
            // Days whose parts have a common measure in 128 bits.
            let days = [1, 5, 7, 14, 28, 30, 31, 60, 90].randomElement(using: &random) ?? 30
            // Millionths of a unit, or cents.
            let most: Int128 = plan.isPriced ? 50_000_000 : 50_000
            let first = try figure(
                from: next, days: days, random.below(most), line: line, isQuantity: plan.isPriced)
            slices.append(.init(first, others: try others(first, of: plan, &random)))
            next = next.adding(days: days)
        }
        return slices
    }

    /// Figures of other bases, where formulas may name them.
    private func others(
        _ first: Figure, of plan: PaymentPlan, _ random: inout Seeded
    ) throws -> [Figure] {
        let needsOthers = plan.steps.contains {
            $0.terms.formula != nil || $0.terms.tiers?.isByCount ?? false
        }
        guard needsOthers else { return [] }
        var returns = first
        (returns.base, returns.units) = ("returns", random.below(50_000))
        let wafers = try figure(
            from: first.days.lowerBound, days: first.days.count, random.below(50_000_000),
            line: first.line, isQuantity: true)
        return [returns, wafers]
    }

    private func payable(_ plan: PaymentPlan, _ slices: [CountedPeriod.Slice]) throws -> Payable? {
        let story = try given(yaml: plan.recording)
        let vantage = Vantage(on: plan.start)
        let reading = AgreementReading("quill-lantern", history: story.events, from: vantage)
        let terms = try #require(
            TermsOfPayment(
                "pay.it", in: reading, from: vantage, resolved: QuillAndLantern.resolved,
                indices: try IndexFile.read("period,index,value\n" + (plan.index?.lines ?? "")))
        )
        if plan.kind == .fee || plan.kind == .milestone {
            return Payable(
                terms, from: slices[0].days.lowerBound, to: slices[0].days.upperBound,
                in: try #require(Currency("USD")))
        }
        return Payable(
            terms, figures: slices.flatMap { [$0.figure].compactMap(\.self) + $0.others })
    }

    @Test func `random agreements give what a day-by-day account of the plan says`()
        throws
    {
        var random = Seeded(26)
        for round in 0..<Rounds.of(5_000, else: 300) {
            let plan = plan(&random)
            let slices = try slices(of: plan, &random)
            let payable = try #require(try payable(plan, slices))
            let lines = payable.agreed.lines
            if plan.launch != nil {
                expectInstalments(of: plan, payable.agreed, on: slices[0].days, "\(round)")
                continue
            }
            guard plan.saysWhenLeastIsOwed else {
                expectRanges(of: plan, payable.agreed, on: slices, "\(round)")
                continue
            }
            #expect(
                lines.filter { $0.slice.days.lowerBound >= plan.start }.map(\.amount)
                    == plan.counted(slices).filter { $0.days.lowerBound >= plan.start }
                    .map { Amount($0.amount) },
                "\(round): \(plan.recording)")
            let before = lines.filter { $0.slice.days.upperBound < plan.start }
            #expect(before.allSatisfy { $0.amount == .zero })
        }
    }

    /// What is least once a line, or not at all: it is not stated for which time it is owed.
    private func expectRanges(
        of plan: PaymentPlan, _ calculation: Calculation, on slices: [CountedPeriod.Slice],
        _ round: String
    ) {
        let (least, most) = (plan.withoutFloors.counted(slices), plan.counted(slices))
        let total = Amount(
            least.map(\.amount).reduce(0, +), most.map(\.amount).reduce(0, +))
        #expect(calculation.total == total, "\(round): \(plan.recording)")
        // The amount of a line under bounds over all depends on the amounts of the lines before it.
        let isBoundOverAll = plan.steps.contains { $0.terms.aggregateCap != nil }
        for (line, (least, most)) in zip(calculation.lines, zip(least, most)) {
            let (low, high) = (min(least.amount, most.amount), max(least.amount, most.amount))
            #expect(
                isBoundOverAll
                    ? line.amount.low <= low && line.amount.high.map { high <= $0 } ?? true
                    : line.amount == Amount(low, high), "\(round): \(plan.recording)")
        }
        #expect(calculation.lines.map(\.slice.days) == least.map(\.days), "\(round)")
    }

    /// Each sum whole on its day, and nothing on any other.
    private func expectInstalments(
        of plan: PaymentPlan, _ calculation: Calculation, on days: ClosedRange<Day>, _ round: String
    ) {
        let lines = calculation.lines.filter { $0.amount != .zero }
        let due = plan.due(on: days).sorted { $0.key < $1.key }
        #expect(
            lines.map(\.slice.days) == due.map { $0.key...$0.key }, "\(round): \(plan.recording)")
        #expect(lines.map(\.amount) == due.map { Amount($0.value) }, "\(round)")
        #expect(calculation.total == Amount(due.map(\.value).reduce(0, +)), "\(round)")
    }
}
