import Effort
import Payments
import Terms

/// A value that the record states, or leaves open in one of the ways that a record has.
enum OpenValue {
    case exact(Int128?)
    case between(Int128, Int128)
    /// Withheld: it has some value.
    case withheld(String, upTo: Int128)
    /// It may not exist.
    case unknown(upTo: Int128)

    func text(_ write: (Int128?) -> String) -> String {
        switch self {
        case .exact(let value): write(value)
        case .between(let low, let high): "{ between: [\(write(low)), \(write(high))] }"
        case .withheld(let word, _): word
        case .unknown: "unknown"
        }
    }

    func completed(_ random: inout Seeded) -> Int128? {
        switch self {
        case .exact(let value): value
        case .between(let low, let high): Int128.random(in: low...high, using: &random)
        case .withheld(_, let most): random.below(most)
        case .unknown(let most): random.chance(2) ? nil : random.below(most)
        }
    }

    /// Open once in so many times, else exact; `isOptional` values may be none.
    init(upTo most: Int128, isOptional: Bool, open: Int, _ random: inout Seeded) {
        let exact: Int128? = isOptional && random.chance(2) ? nil : random.below(most)
        guard random.chance(open) else {
            self = .exact(exact)
            return
        }
        let words = ["undisclosed", "silent", "{ redacted: \"[***]\" }"]
        switch Int.random(in: 0..<(isOptional ? 3 : 2), using: &random) {
        case 0:
            let low = random.below(most)
            self = .between(low, low + random.below(most - low))
        case 1:
            self = .withheld(words.randomElement(using: &random) ?? words[0], upTo: most)
        case _: self = .unknown(upTo: most)
        }
    }
}

/// A day, or a month in which it lies.
struct OpenDay {
    var first: Day
    var last: Day
    var text: String

    init(_ day: Day, isOpen: Bool) {
        guard isOpen else {
            (first, last, text) = (day, day, "\(day)")
            return
        }
        first = day.adding(days: 1 - day.day)
        var last = first
        while last.adding(days: 1).month == first.month { last = last.adding(days: 1) }
        self.last = last
        text = String("\(day)".prefix(7))
    }

    func completed(_ random: inout Seeded) -> Day {
        first.adding(days: Int.random(in: 0...first.days(until: last), using: &random))
    }
}

/// An agreement of which some things are not known: how it is recorded, and what it may be.
struct OpenPlan {
    var kind: TermKind
    var per: CalendarDuration?
    var start: OpenDay
    var through: OpenDay
    var pause: (from: Day, to: Day)?
    var steps: [Step]
    var capPeriod: CapPeriod
    /// The floor over the whole life, kept as a term of its own.
    var lifeFloor: OpenValue?
    var waiver: Waiver?
    var accruals: [Accrual] = []
    /// The first day that is asked about.
    var asked: Day

    struct Step {
        var from: OpenDay
        var amount: OpenValue
        var cap: OpenValue = .exact(nil)
        var floor: OpenValue = .exact(nil)
    }

    enum CapPeriod: String {
        case perPeriod = "per-period"
        case aggregate, undisclosed
    }

    struct Waiver {
        var from: OpenDay
        var through: Day?
    }

    /// What accrued from a day to another; unrecorded where nothing states it.
    struct Accrual {
        var first: Day
        var last: Day
        var amount: Int128
        var isRecorded: Bool
    }

    // MARK: A completion

    /// One record that says all that this one leaves open.
    func completed(_ slices: [CountedPeriod.Slice], _ random: inout Seeded) -> PaymentPlan {
        let start = start.completed(&random)
        var through = through.completed(&random)
        while through < start { through = self.through.completed(&random) }
        let period: CapPeriod =
            capPeriod == .undisclosed
            ? (random.chance(2) ? .aggregate : .perPeriod) : capPeriod
        let lifeFloor = lifeFloor?.completed(&random)
        // Without a period, what is least may be owed for each line, or not by any of them.
        let owesLeast = per != nil || random.chance(2)
        var made: [(from: Day, terms: DayTerms)] = []
        for (index, step) in steps.enumerated() {
            var terms = DayTerms()
            let amount = step.amount.completed(&random) ?? 0
            if kind == .fee { terms.sum = amount } else { terms.rate = amount }
            let cap = step.cap.completed(&random)
            if period == .aggregate { terms.aggregateCap = cap } else { terms.cap = cap }
            terms.floor = owesLeast ? step.floor.completed(&random) : nil
            terms.aggregateFloor = lifeFloor
            made.append((index == 0 ? start : step.from.completed(&random), terms))
        }
        var plan = PaymentPlan(
            kind: kind, per: per, start: start, through: through, pause: pause,
            steps: made.sorted { $0.from < $1.from })
        plan.isWaived = waived(plan, slices, &random)
        for accrual in accruals { plan.paidBefore += paid(accrual, &random) }
        return plan
    }

    /// Nothing, the days themselves, all that is counted together with one of them, or all up to their end.
    private func waived(
        _ plan: PaymentPlan, _ slices: [CountedPeriod.Slice], _ random: inout Seeded
    ) -> (Day) -> Bool {
        guard let waiver else { return { _ in false } }
        let from = waiver.from.completed(&random)
        func isIn(_ day: Day) -> Bool { from <= day && (waiver.through.map { day <= $0 } ?? true) }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return { _ in false }
        case 1: return isIn
        case 2: return { day in waiver.through.map { day <= $0 } ?? true }
        case _:
            return { day in
                let slice = slices.first { $0.days.contains(day) }
                let whole =
                    plan.period(of: day).map { $0.first...$0.last } ?? slice?.days ?? day...day
                // A period that any waived day lies in.
                return from <= whole.upperBound
                    && (waiver.through.map { whole.lowerBound <= $0 } ?? true)
            }
        }
    }

    /// The part of an amount that fell on the days before the first that is asked about.
    private func paid(_ accrual: Accrual, _ random: inout Seeded) -> Int128 {
        if accrual.last < asked { return accrual.isRecorded ? accrual.amount : random.below(9_000) }
        return accrual.first < asked ? random.below(accrual.amount) : 0
    }
}

extension OpenPlan {
    /// A random one, of which about a third of all that may be open is.
    static func random(_ random: inout Seeded) -> OpenPlan {
        let kind = [TermKind.revenueShare, .royalty, .fee].randomElement(using: &random) ?? .fee
        let opening: Day = "2024-01-01"
        let start = OpenDay(
            opening.adding(days: Int.random(in: 0...90, using: &random)), isOpen: random.chance(4))
        let end = start.last.adding(days: Int.random(in: 40...700, using: &random))
        var pers: [CalendarDuration?] = [nil, "P1M", "P1Q", "P1Y", "P45D"].map {
            $0.flatMap { CalendarDuration($0) }
        }
        if kind == .fee { pers.removeFirst() }
        let most: Int128 = kind == .fee ? 9_999 : 999_999
        func step(_ from: OpenDay, _ random: inout Seeded) -> Step {
            var step = Step(
                from: from, amount: OpenValue(upTo: most, isOptional: false, open: 3, &random))
            if kind != .fee {
                step.cap = OpenValue(upTo: 9_999, isOptional: true, open: 3, &random)
                step.floor = OpenValue(upTo: 2_000, isOptional: true, open: 4, &random)
            }
            return step
        }
        var steps = [step(start, &random)]
        var last = start.last
        for _ in 0..<Int.random(in: 0...3, using: &random) {
            let from = OpenDay(
                last.adding(days: Int.random(in: 32...250, using: &random)),
                isOpen: random.chance(3))
            guard from.last < end.adding(days: -32) else { break }
            steps.append(step(from, &random))
            last = from.last
        }
        var plan = OpenPlan(
            kind: kind,
            per: kind == .revenueShare ? nil : pers.randomElement(using: &random) ?? nil,
            start: start, through: OpenDay(end, isOpen: random.chance(4)), steps: steps,
            capPeriod: .perPeriod, asked: start.first)
        if kind == .revenueShare {
            plan.capPeriod =
                [.perPeriod, .aggregate, .undisclosed].randomElement(using: &random) ?? .perPeriod
            if random.chance(3) {
                plan.lifeFloor = OpenValue(upTo: 9_999, isOptional: false, open: 3, &random)
            }
        }
        if random.chance(3) {
            let from = start.last.adding(days: Int.random(in: 1...300, using: &random))
            let to = from.adding(days: Int.random(in: 1...60, using: &random))
            if to < plan.through.first { plan.pause = (from, to) }
        }
        if random.chance(3) {
            let from = start.last.adding(days: Int.random(in: 32...300, using: &random))
            plan.waiver = Waiver(
                from: OpenDay(from, isOpen: random.chance(3)),
                through: random.chance(2) ? from.adding(days: 90) : nil)
        }
        plan.addAccruals(&random)
        return plan
    }

    /// Where everything that was paid counts, what accrued before the days that are asked about.
    private mutating func addAccruals(_ random: inout Seeded) {
        guard capPeriod != .perPeriod || lifeFloor != nil, random.chance(2), pause == nil,
            through.first > start.last.adding(days: 100)
        else { return }
        asked = start.last.adding(days: 60)
        let middle = start.last.adding(days: 30)
        let straddling = random.chance(2) ? asked.adding(days: 20) : asked.adding(days: -1)
        accruals = [
            Accrual(
                first: start.first, last: middle, amount: random.below(4_000),
                isRecorded: !random.chance(3)),
            Accrual(
                first: middle.adding(days: 1), last: straddling, amount: random.below(4_000),
                isRecorded: true),
        ]
    }

    // MARK: The record

    private func fields(_ step: Step) -> String {
        if kind == .fee { return "amount: \(step.amount.text(PaymentText.cents))" }
        let floor = kind == .royalty ? "minimum" : "floor"
        var text = "rate: \(step.amount.text { PaymentText.percent($0 ?? 0) })"
        text += ", \(floor): \(step.floor.text(PaymentText.cents))"
        text += ", cap: \(step.cap.text(PaymentText.cents))"
        if kind == .revenueShare { text += ", cap-period: \(capPeriod.rawValue)" }
        return text
    }

    var recording: String {
        var text =
            QuillAndLantern.opening + """
                  - term-added:
                      term: pay.it
                      kind: \(kind.rawValue)
                      set:
                        { payer: quill, payee: lantern, \(fields(steps[0]))\(per.map { ", per: \($0)" } ?? ""),
                          ends: { through: \(through.text) } }
                      effective: { on: \(start.text) }

                """
        if let lifeFloor {
            text += """
                  - term-added:
                      term: floor.it
                      kind: floor
                      set: { on: pay.it, amount: \(lifeFloor.text(PaymentText.cents)), period: aggregate }

                """
        }
        for step in steps.dropFirst() {
            text +=
                "  - term-amended: { term: pay.it, set: { \(fields(step)) }, "
                + "effective: { on: \(step.from.text) } }\n"
        }
        if let pause {
            text += "  - term-suspended: { term: pay.it, effective: { on: \(pause.from) } }\n"
            text += "  - term-resumed: { term: pay.it, effective: { on: \(pause.to) } }\n"
        }
        if let waiver {
            let lasts = waiver.through.map { ", lasts: { through: \($0) }" } ?? ""
            text +=
                "  - right-waived: { term: pay.it, by: lantern, extent: some of it\(lasts), "
                + "effective: { on: \(waiver.from.text) } }\n"
        }
        for accrual in accruals where accrual.isRecorded {
            text +=
                "  - amount-accrued: { term: pay.it, amount: \(PaymentText.cents(accrual.amount)), "
                + "period: \(accrual.first)/\(accrual.last) }\n"
        }
        return text
    }
}
