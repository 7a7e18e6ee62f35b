import Payments
import Terms

/// What a term is meant to say, day by day, all of it known.
struct PaymentPlan {
    var kind: TermKind
    var per: CalendarDuration?
    /// How long its periods go on; nil for ever.
    var over: CalendarDuration?
    var start: Day
    var through: Day
    var pause: (from: Day, to: Day)?
    /// By first day; the first step is the term as added.
    var steps: [(from: Day, terms: DayTerms)]
    /// Days on which nothing is owed because the payee gave it up.
    var isWaived: (Day) -> Bool = { _ in false }
    var paidBefore: Int128 = 0

    /// Whether it is a price of each unit that is paid.
    var isPriced: Bool { steps[0].terms.parts == PaymentText.priceParts }

    func terms(on day: Day) -> DayTerms? {
        if day < start || day > through || isWaived(day) { return nil }
        if let pause, pause.from <= day, day < pause.to { return nil }
        return steps.last { $0.from <= day }?.terms
    }

    /// The period of a day, found by counting one length after the other.
    func period(of day: Day) -> (first: Day, last: Day, length: Int)? {
        guard let per, day >= start else { return nil }
        let end = over?.added(to: start)
        if let end, day >= end { return nil }
        var (number, first) = (1, start)
        while let next = per.times(number)?.added(to: start) {
            if day < next {
                let last = end.map { min($0, next) } ?? next
                return (first, last.adding(days: -1), first.days(until: next))
            }
            (number, first) = (number + 1, next)
        }
        return nil
    }

    struct Row: Equatable {
        var days: ClosedRange<Day>
        var amount: Int128
    }

    /// Each day's terms, read once.
    private final class Memory {
        private let plan: PaymentPlan
        private var known: [Day: DayTerms?] = [:]

        init(plan: PaymentPlan) { self.plan = plan }

        /// Whether it is a price of each unit that is paid.
        var isPriced: Bool { steps[0].terms.parts == PaymentText.priceParts }

        func terms(on day: Day) -> DayTerms? {
            if let terms = known[day] { return terms }
            let terms = plan.terms(on: day)
            known[day] = .some(terms)
            return terms
        }
    }

    /// What a day-by-day account of the plan comes to.
    func counted(_ slices: [CountedPeriod.Slice]) -> [Row] {
        let memory = Memory(plan: self)
        var account = DayAccount(
            paid: paidBefore, lifeEnd: through, terms: { memory.terms(on: $0) })
        var rows: [Row] = []
        var day = slices[0].days.lowerBound
        while let slice = slices.first(where: { $0.days.contains(day) }) {
            let period = period(of: day)
            let first = period?.first ?? day
            var last = period?.last ?? slice.days.upperBound
            if period == nil, per != nil {
                if day < start { last = min(last, start.adding(days: -1)) }
                if day >= start { account.terms = { _ in nil } }
            }
            let length = period?.length ?? slice.figure?.days.count ?? 1
            let mine = slices.compactMap { slice -> CountedPeriod.Slice? in
                ClosedRange(from: day, to: last).flatMap(slice.days.intersection)
                    .map { .init($0, figure: slice.figure) }
            }
            let amounts = account.pay(first...last, length: length, mine)
            rows += zip(mine, amounts).map { Row(days: $0.days, amount: $1) }
            day = last.adding(days: 1)
        }
        return rows
    }
}

/// How amounts, rates and fields are written in a recording.
enum PaymentText {
    static func cents(_ units: Int128?) -> String {
        guard let units else { return "none" }
        let digits = String(units)
        let padded = String(repeating: "0", count: max(0, 3 - digits.utf8.count)) + digits
        return "USD \(padded.dropLast(2)).\(padded.suffix(2))"
    }

    static func percent(_ rate: Int128) -> String {
        let digits = String(rate)
        let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
        return "\(padded.dropLast(4)).\(padded.suffix(4))% of revenue"
    }

    /// How many parts a unit price has that is counted in hundredths of a cent: figures are in millionths.
    static let priceParts: Int128 = 100_000_000

    /// The field that says what is paid for a figure.
    static func share(_ terms: DayTerms) -> String {
        let rate = terms.rate ?? 0
        switch terms.parts {
        case priceParts:
            let digits = String(rate)
            let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
            return "unit-price: USD \(padded.dropLast(4)).\(padded.suffix(4)) per wafer"
        case 1_000_000: return "rate: \(percent(rate))"
        case _: return "rate: \(rate)/\(terms.parts) of revenue"
        }
    }

    static func fields(_ terms: DayTerms, of kind: TermKind) -> String {
        if kind == .fee { return "amount: \(cents(terms.sum))" }
        let floor = kind == .royalty ? "minimum" : "floor"
        var text = "\(share(terms)), \(floor): \(cents(terms.floor))"
        text += ", cap: \(cents(terms.cap ?? terms.aggregateCap))"
        if kind == .revenueShare {
            text += ", cap-period: \(terms.aggregateCap == nil ? "per-period" : "aggregate")"
        }
        return text
    }
}

extension PaymentPlan {
    /// The plan as one recording.
    var recording: String {
        let fields = PaymentText.fields(steps[0].terms, of: kind)
        let counts =
            (per.map { ", per: \($0)" } ?? "") + (over.map { ", over: \($0)" } ?? "")
        var text =
            QuillAndLantern.opening + """
                  - term-added:
                      term: pay.it
                      kind: \(kind.rawValue)
                      set:
                        { payer: quill, payee: lantern, \(fields)\(counts),
                          ends: { through: \(through) } }
                      effective: { on: \(start) }

                """
        for step in steps.dropFirst() {
            text += """
                  - term-amended:
                      term: pay.it
                      set: { \(PaymentText.fields(step.terms, of: kind)) }
                      effective: { on: \(step.from) }

                """
        }
        if let pause {
            text += """
                  - term-suspended: { term: pay.it, effective: { on: \(pause.from) } }
                  - term-resumed: { term: pay.it, effective: { on: \(pause.to) } }

                """
        }
        return text
    }
}
