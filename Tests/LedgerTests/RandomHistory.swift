import Amendments
import DeedbookTesting
import Effort
import Ledger
import Notation
import Terms

/// Random recordings of one agreement, of every kind of event, each of which a book would take.
struct RandomHistory {
    private var random: Seeded
    private(set) var recordings: [Recording]
    /// Whether events may act on the record itself.
    private let revises: Bool
    private var count = 0

    init(seed: Int, length: Int, revises: Bool) throws {
        random = Seeded(UInt64(seed))
        self.revises = revises
        self.recordings = try DeedbookTesting.recordings(yaml: [
            firstChapter(
                """
                \(ConditionTests.merger)
                \(ConditionTests.listing)
                \(fee("per: undisclosed", "ends: { first-of: [{ upon: merger }, { through: 2024 }] }"))
                - term-added:
                    term: grant
                    kind: license-grant
                    set:
                      grantor: a
                      grantee: b
                      subject: Moulds
                      exclusivity: exclusive
                      exclusive-until: { upon: listing }
                      run-off: P6M
                      run-off-exclusivity: sole
                \(duration)
                """)
        ])
        for _ in 0..<length { try grow() }
    }

    var story: Story { Story(recordings) }

    /// Adds a recording that holds; gives up after a few that do not.
    private mutating func grow() throws {
        for _ in 0..<4 {
            count += 1
            let drafts = try DeedbookTesting.recordings(yaml: [draft()])
            if Story(recordings + drafts).violations.isEmpty {
                recordings += drafts
                return
            }
        }
    }

    private mutating func day(_ first: Int = 0, _ last: Int = 2200) -> String {
        Day("2020-01-02").adding(days: Int.random(in: first...last, using: &random)).description
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: choices.indices, using: &random)]
    }

    private mutating func draft() -> String {
        let first = Day("2020-01-02").adding(days: Int.random(in: 0...2000, using: &random))
        let effective = pick([
            "on: \(day())", "on: \(day())", "announced: \(day())", "on: 2022-05",
            "upon: \(pick(["merger", "listing"]))",
            "between: [\(first), \(first.adding(days: 30))]",
            "after: { of: { upon: merger }, period: P2M }",
            "after: { of: { on: \(day()) }, business-days: 3, calendar: london }",
            "rolled: { day: { upon: merger }, by: modified-following, calendar: unknown-place }",
        ])
        let events = (0..<pick([1, 1, 2])).map { _ in event() }
        return chapter(
            "r\(count)", effective, signed: day(), disclosed: pick([day(), "2022-06", "2023"]),
            grade: pick(["executed-text", "named-press", "secondary"]),
            events.joined(separator: "\n"))
    }

    private mutating func event() -> String {
        let choices = revises ? pick([agreed, agreed, said, revised]) : pick([agreed, said])
        return choices(&self)
    }

    private let agreed: (inout RandomHistory) -> String = { history in
        let amount = "amount: USD \(Int.random(in: 1...99, using: &history.random))"
        let until =
            history.pick(["lasts: { through: \(history.day()) }", "lasts: { upon: listing }"])
        let state = history.pick(["undisclosed", "none", "P1M", "P1Y", "{ redacted: x }"])
        let bound = history.pick(["through: \(history.day())", "upon: merger", "upon: listing"])
        let condition = history.pick(["merger", "listing"])
        let manner = history.pick(["satisfied", "lapsed", "waived", "removed"])
        return history.pick([
            amends(amount), amends(amount, until), amends("per: \(state)"),
            amends("ends: { \(bound) }"), "- term-removed: { term: fee }", fee(),
            "- term-suspended: { term: grant, \(until) }", "- term-resumed: { term: grant }",
            "- term-amended: { term: grant, set: { exclusive-until: { \(bound) } } }",
            "- condition-\(manner): { condition: \(condition) }",
            "- term-moved: { term: grant, to: grant.\(history.count) }",
            "- agreement-extended: { term: duration, ends: { through: \(history.day(1000)) } }",
            "- agreement-terminated: { by: a, surviving: [grant] }",
            "- agreement-terminated: { by: a, run-off: { grant: P2M } }",
            "- term-discharged: { term: fee, manner: paid }",
            "- term-amended: { term: grant, set: { run-off: \(state) } }",
        ])
    }

    private let said: (inout RandomHistory) -> String = { history in
        let day = history.day()
        return history.pick([
            "- value-reported: { term: fee, field: per, value: P1W }",
            "- value-reported: { term: fee, field: amount, value: USD 7, "
                + "lasts: { through: \(day) } }",
            "- term-unaddressed: { term: fee, fields: [per] }", "- term-reaffirmed: { term: fee }",
            "- term-unaddressed: { term: grant }",
            "- right-waived: { term: grant, by: b, extent: half, lasts: { through: \(day) } }",
            "- term-interpreted: { term: grant, field: subject, reading: all moulds }",
            "- notice-given: { term: fee, by: a }",
            "- amount-accrued: { term: fee, amount: USD 3, period: 2021 }",
            "- party-renamed: { party: b, name: B\(history.count) }",
            "- dispute-raised: { dispute: d, by: [a], about: [fee], stage: threatened }",
            "- dispute-resolved: { dispute: d, manner: mooted, released: unknown }",
            "- expectation-stated: { expectation: e, text: more, window: { soft: 2023 } }",
            "- expectation-met: { expectation: e }", "- expectation-missed: { expectation: e }",
            "- instrument-noted: { terms: [fee] }", "- instrument-noted: {}",
            "- right-waived: { term: fee, by: b, extent: all, period: 2021, share: whole }",
            "- consent-given: { term: grant, to: a transfer, by: [b] }",
        ])
    }

    private let revised: (inout RandomHistory) -> String = { history in
        let last = history.recordings[history.recordings.count - 1].key
        let target = "\(history.pick([last, history.pick(history.recordings).key]))#1"
        let amount = Int.random(in: 100...199, using: &history.random)
        return history.pick([
            RecordEventTests.corrected(target, to: "amount: USD \(amount)"),
            "- event-rescinded: { event: \(target), reason: x }",
            "- effective-date-moved: { event: \(target), to: { on: \(history.day()) } }",
            "- payload-redacted: { event: \(target), authority: x }",
            "- report-withdrawn: { event: \(target), reason: x }",
        ])
    }
}
