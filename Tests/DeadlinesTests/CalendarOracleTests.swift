import Amendments
import Deadlines
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// Random agreements whose dates are exact: the calendar beside a walk through their days.
struct CalendarOracleTests {
    private static let first: Day = "2025-01-01"
    private static let length = 120

    /// A fee that is amended, for good or a time, suspended and resumed, and ends or is removed.
    private func events(_ random: inout Seeded) -> String {
        func day(_ number: Int) -> Day { Self.first.adding(days: number) }
        let (begins, ends) = (random.day(1...30), random.day(70...110))
        var text = """
            - term-added:
                term: care
                kind: fee
                set: { payer: a, payee: b, amount: USD 1, ends: { through: \(day(ends)) } }
                effective: { on: \(day(begins)) }

            """
        for amount in 2..<2 + random.day(0...4) {
            let from = random.day(begins + 1...ends - 10)
            let lasts =
                Bool.random(using: &random)
                ? ", lasts: { through: \(day(min(ends - 1, from + random.day(1...30)))) }" : ""
            text +=
                "- term-amended: { term: care, set: { amount: USD \(amount) }\(lasts), "
                + "effective: { on: \(day(from)) } }\n"
        }
        if Bool.random(using: &random) {
            let from = random.day(begins + 1...ends - 20)
            let isOpen = Bool.random(using: &random)
            let lasts = isOpen ? "" : ", lasts: { through: \(day(from + 12)) }"
            text += "- term-suspended: { term: care\(lasts), effective: { on: \(day(from)) } }\n"
            if isOpen || Bool.random(using: &random) {
                text +=
                    "- term-resumed: { term: care, effective: { on: \(day(from + random.day(1...11))) } }\n"
            }
        }
        if Bool.random(using: &random) {
            text +=
                "- term-removed: { term: care, effective: { on: \(day(ends - random.day(0...8))) } }\n"
        }
        return text
    }

    private struct Entry: Hashable, Comparable {
        var day: Day
        var what: String

        static func < (lhs: Entry, rhs: Entry) -> Bool {
            (lhs.day, lhs.what) < (rhs.day, rhs.what)
        }
    }

    /// What the days themselves show, each compared with the one before.
    private func walked(_ story: Story) -> Set<Entry> {
        var entries: Set<Entry> = []
        let reading = AgreementReading("mill", history: story.events, from: Vantage(on: Self.first))
        let point = ResolvedPoint(
            position: nil, governing: nil, hiddenByDisclosure: 0, hiddenByPosition: 0)
        func term(on day: Day) -> ConformedTerm? {
            reading.conformedCopy(from: Vantage(on: day), resolved: point, outlook: false)
                .term("care")
        }
        var before = term(on: Self.first)
        for number in 1...Self.length {
            let day = Self.first.adding(days: number)
            let yesterday = day.adding(days: -1)
            let now = term(on: day)
            switch (before?.status, now?.status) {
            case (.notYet?, .inForce?), (nil, .inForce?):
                entries.insert(Entry(day: day, what: "begins"))
            case (.inForce?, .ended?), (.suspended?, .ended?):
                entries.insert(Entry(day: yesterday, what: "ends"))
            case (.inForce?, .suspended?):
                entries.insert(Entry(day: day, what: "suspension-begins"))
            case (.suspended?, .inForce?):
                entries.insert(Entry(day: yesterday, what: "suspension-ends"))
            default: break
            }
            let governing = (before?.field(.amount)?.governing, now?.field(.amount)?.governing)
            if let old = governing.0, let new = governing.1, old != new, now?.status != .ended {
                // What begins to govern on its own day takes effect; what governed before goes back.
                let isNew = new.effective == .on(CivilDate(day))
                entries.insert(
                    isNew
                        ? Entry(day: day, what: "takes-effect")
                        : Entry(day: yesterday, what: "reverts"))
            }
            before = now
        }
        return entries
    }

    @Test func `the calendar of a random agreement shows what a walk through its days shows`()
        throws
    {
        var random = Seeded(7)
        for round in 0..<Rounds.of(150) {
            let events = events(&random)
            let mill = try Mill(events)
            let last = Self.first.adding(days: Self.length)
            let told = try mill.deadlines(from: Self.first, to: last).compactMap {
                deadline -> Entry? in
                guard case .on(let day) = deadline.when, deadline.what != .payment else {
                    return nil
                }
                return Entry(day: day, what: deadline.what.rawValue)
            }
            let walked = walked(mill.story)
            #expect(
                Set(told) == walked,
                "\(round): \(Set(told).symmetricDifference(walked).sorted())\n\(events)")
        }
    }
}

extension Seeded {
    mutating func day(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
}
