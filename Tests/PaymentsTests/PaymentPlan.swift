import Payments
import Terms

/// What a term is meant to say, day by day, all of it known.
struct PaymentPlan {
    var kind: TermKind
    var per: CalendarDuration?
    /// A day on which one of its periods begins; nil for its first day.
    var periodsFrom: Day?
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
    /// What the amount of each period follows.
    var index: DayIndex?
    /// The amount of another term, from each of these days on; empty where there is none.
    var others: [(from: Day, cents: Int128)] = []
    /// When the condition came true that instalments may wait for.
    var launch: Day?

    /// Whether it is a price of each unit that is paid.
    var isPriced: Bool { steps[0].terms.parts == PaymentText.priceParts }

    func terms(on day: Day) -> DayTerms? {
        if day < start || day > through || isWaived(day) { return nil }
        if let pause, pause.from <= day, day < pause.to { return nil }
        guard var terms = steps.last(where: { $0.from <= day })?.terms else { return nil }
        for (upTo, rate) in terms.early where day < upTo.added(to: start) {
            terms.rate = rate
            break
        }
        if let index { terms.sum = index.amount(terms.sum, on: day, since: start) }
        terms.otherAmount = others.last { $0.from <= day }?.cents ?? 0
        return terms
    }

    /// The period of a day, found by counting one length after the other.
    func period(of day: Day) -> (first: Day, last: Day, length: Int)? {
        guard let per, day >= start else { return nil }
        let end = over?.added(to: start)
        if let end, day >= end { return nil }
        if let periodsFrom {
            let starts = regularStarts(per, from: periodsFrom)
            guard let first = starts.last(where: { $0 <= day }),
                let next = starts.first(where: { $0 > day })
            else { return nil }
            let last = end.map { min($0, next) } ?? next
            return (max(first, start), last.adding(days: -1), first.days(until: next))
        }
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

    /// The first days of many periods, those before the given one too.
    private func regularStarts(_ per: CalendarDuration, from day: Day) -> [Day] {
        (-60...60).compactMap { number in
            number < 0
                ? per.times(-number)?.subtracted(from: day) : per.times(number)?.added(to: day)
        }
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

        func terms(on day: Day) -> DayTerms? {
            if let terms = known[day] { return terms }
            let terms = plan.terms(on: day)
            known[day] = .some(terms)
            return terms
        }
    }

    /// The same without what is least in each period.
    var withoutFloors: PaymentPlan {
        var plan = self
        for step in plan.steps.indices { plan.steps[step].terms.floor = nil }
        return plan
    }

    /// Whether it says for which time what is least is owed.
    var saysWhenLeastIsOwed: Bool {
        switch kind {
        case .royalty, .revenueShare:
            per != nil || steps.allSatisfy { $0.terms.floor == nil }
        case _: true
        }
    }

    /// What falls due whole on each day of some, and is not nothing.
    func due(on days: ClosedRange<Day>) -> [Day: Int128] {
        var due: [Day: Int128] = [:]
        var day = days.lowerBound
        while day <= days.upperBound {
            let sum = (terms(on: day)?.dues ?? []).filter { $0.day == day }.map(\.cents)
                .reduce(0, +)
            if sum > 0 { due[day] = sum }
            day = day.adding(days: 1)
        }
        return due
    }

    /// The amount of a day-by-day account of the plan.
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
                    .map { days in
                        var part = slice
                        part.days = days
                        return part
                    }
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
        if let tiers = terms.tiers {
            let isPriced = terms.parts == priceParts
            let ends = tiers.ends.map {
                isPriced || tiers.isByCount ? millionths($0) : cents($0)
            }
            let by = tiers.isByCount ? "by: wafer, " : ""
            return "tiers: { \(by) counted: \(tiers.isAggregate ? "aggregate" : "per-period"), "
                + "applies: \(tiers.isWhole ? "whole" : "marginal"), "
                + "steps: \(steps(ends, tiers.rates, terms.parts)) }"
        }
        if !terms.early.isEmpty {
            let rates = terms.early.map(\.rate) + [terms.rate ?? 0]
            return
                "tiers: { steps: \(steps(terms.early.map { "\($0.upTo)" }, rates, terms.parts)) }"
        }
        return share(terms.rate ?? 0, terms.parts)
    }

    private static func steps(_ ends: [String], _ rates: [Int128], _ parts: Int128) -> String {
        let texts = rates.enumerated().map { index, rate in
            let end = index < ends.count ? "up-to: \(ends[index]), " : ""
            return "{ \(end)\(share(rate, parts)) }"
        }
        return "[\(texts.joined(separator: ", "))]"
    }

    private static func millionths(_ units: Int128) -> String {
        let digits = String(units)
        let padded = String(repeating: "0", count: max(0, 7 - digits.utf8.count)) + digits
        return "\(padded.dropLast(6)).\(padded.suffix(6))"
    }

    private static func share(_ rate: Int128, _ parts: Int128) -> String {
        switch parts {
        case priceParts:
            let digits = String(rate)
            let padded = String(repeating: "0", count: max(0, 5 - digits.utf8.count)) + digits
            return "unit-price: USD \(padded.dropLast(4)).\(padded.suffix(4)) per wafer"
        case 1_000_000: return "rate: \(percent(rate))"
        case _: return "rate: \(rate)/\(parts) of revenue"
        }
    }

    static func fields(_ terms: DayTerms, of kind: TermKind) -> String {
        if kind == .milestone { return "amount: \(cents(terms.sum))" }
        if kind == .supply {
            return "\(share(terms)), minimum-quantity: \(terms.leastQuantity ?? 0), "
                + "take-or-pay: \(terms.floor == nil ? "no" : "yes")"
        }
        let formula = terms.formula.map { "formula: '\($0.text)'" }
        if kind == .fee {
            if terms.dues.isEmpty { return formula ?? "amount: \(cents(terms.sum))" }
            let dues = terms.dues.map { "{ due: \($0.bound), amount: \(cents($0.cents)) }" }
            return "schedule: [\(dues.joined(separator: ", "))]"
        }
        let floor = kind == .royalty ? "minimum" : "floor"
        let own = formula ?? share(terms)
        // What another step says in another field is over.
        let fields =
            kind == .royalty
            ? ["rate", "unit-price", "tiers", "formula"] : ["rate", "tiers", "formula"]
        let others =
            fields
            .filter { !own.hasPrefix("\($0):") }.map { ", \($0): none" }.joined()
        var text = "\(own)\(others), \(floor): \(cents(terms.floor))"
        text += ", cap: \(cents(terms.cap ?? terms.aggregateCap))"
        if kind == .revenueShare {
            text += ", cap-period: \(terms.aggregateCap == nil ? "per-period" : "aggregate")"
        }
        return text
    }
}

extension PaymentPlan {
    private var conditions: String {
        guard let launch else { return "" }
        return """
              - condition-defined: { condition: launch, text: It is launched }
              - condition-satisfied: { condition: launch, effective: { on: \(launch) } }

            """
    }

    /// Who pays and who is paid, and what else a term of the kind says.
    private var sides: String {
        switch kind {
        case .supply: "buyer: quill, supplier: lantern"
        case .milestone:
            "payer: quill, payee: lantern, subject: the launch, condition: launch"
        case _: "payer: quill, payee: lantern"
        }
    }

    private var otherTerm: String {
        others.enumerated().map { index, other in
            let amount = "amount: \(PaymentText.cents(other.cents))"
            return index == 0
                ? "  - term-added: { term: other.it, kind: fee, "
                    + "set: { payer: quill, payee: lantern, \(amount) } }\n"
                : "  - term-amended: { term: other.it, set: { \(amount) }, "
                    + "effective: { on: \(other.from) } }\n"
        }.joined()
    }

    /// The plan as one recording.
    var recording: String {
        let fields = PaymentText.fields(steps[0].terms, of: kind)
        let counts =
            (per.map { ", per: \($0)" } ?? "")
            + (periodsFrom.map { ", periods-from: \($0)" } ?? "")
            + (over.map { ", over: \($0)" } ?? "")
            + (index.map { ", \($0.field)" } ?? "")
        var text =
            QuillAndLantern.opening + conditions + otherTerm + """
                  - term-added:
                      term: pay.it
                      kind: \(kind.rawValue)
                      set:
                        { \(sides), \(fields)\(counts),
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
