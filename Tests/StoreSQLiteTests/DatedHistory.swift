import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms

/// Random recordings of one agreement that are about days: how something begins, ends, is moved, suspended, waived or
/// expected. Few of them count from a day or wait for a condition.
struct DatedHistory {
    private var random: Seeded
    private(set) var recordings: [Recording] = []
    /// Whether days may be counted from others, and conditions waited for.
    private let isOpen: Bool
    private let agreement: String

    init(seed: Int, length: Int, agreement: String = "story") throws {
        random = Seeded(UInt64(seed))
        isOpen = seed % 4 == 0
        self.agreement = agreement
        recordings = [try opening()]
        for number in 1...length { try grow(number) }
    }

    var story: Story { Story(recordings) }

    /// Adds a recording that holds; gives up after a few that do not.
    private mutating func grow(_ number: Int) throws {
        for _ in 0..<3 {
            let drafted = try recording(
                "\(agreement)-r\(number)", effective(), event(number, of: agreement))
            if Story(recordings + [drafted]).violations.isEmpty {
                recordings.append(drafted)
                return
            }
        }
    }

    private func recording(
        _ key: String, _ effective: String, disclosed: String = "2021-03-01", _ events: String
    ) throws -> Recording {
        let lines = events.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
        let text = """
            recording: \(key)
            agreement: \(agreement)
            instrument: { kind: amendment, title: \(key)\(effective) }
            disclosed: \(disclosed)
            sources: [{ id: source, grade: executed-text, publisher: the parties }]
            events:
            \(lines)
            """
        return try DeedbookTesting.recordings(yaml: [text])[0]
    }

    private mutating func opening() throws -> Recording {
        let conventions = pick(["", ", conventions: { through-year: end-of-calendar-year }"])
        let conditions =
            isOpen ? "- condition-defined: { condition: merger, text: They merge. }\n" : ""
        return try recording(
            "\(agreement)-opening", ", effective: { on: 2020-01-01 }", disclosed: "2020-01-01",
            """
            - agreement-recorded: { title: Story, zone: UTC\(conventions) }
            - party-admitted: { party: a, name: A }
            - party-admitted: { party: b, name: B }
            \(conditions)- term-added: { term: fee, kind: fee, set: { \(fee()) } }
            - term-added: { term: grant, kind: license-grant, set: { grantor: a, grantee: b, subject: Moulds, exclusivity: exclusive, exclusive-until: \(end()), ends: \(end()) } }
            - term-added: { term: option, kind: option, set: { holder: a, grantor: b, direction: call, subject: Shares, opens: \(start()), closes: \(end()) } }
            - term-added: { term: run, kind: term-and-renewal, set: { ends: \(end())\(renewal()) } }
            - term-added: { term: out, kind: termination-right, set: { holder: b } }
            - term-added: { term: share, kind: royalty, set: { payer: a, payee: b, rate: 5% of net sales, ends: { same-as: grant/ends } } }
            """)
    }

    private mutating func fee() -> String {
        let per = isOpen && int(0...1) == 0 ? ", per: P1Q" : ""
        return "payer: a, payee: b, amount: USD \(int(1...30)), ends: \(end())\(per)"
            + pick(["", ", starts: \(start())"])
    }

    private mutating func renewal() -> String {
        let counted = isOpen ? [", renewal: automatic, renewal-period: P1Y, notice: P3M"] : []
        return pick(
            ["", ", renewal: none", ", renewal: by-agreement", ", renewal: automatic"] + counted)
    }

    private mutating func int(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[int(0...choices.count - 1)]
    }

    private mutating func day() -> Day { Day("2020-01-02").adding(days: int(0...1500)) }

    private mutating func date() -> String {
        let day = day()
        return pick([
            "\(day)", "\(day)", "\(day)", "\(day)".prefix(7).description, "\(day.year)", "\(day)~",
        ])
    }

    private mutating func start() -> String {
        let first = day()
        return pick(
            [
                "{ on: \(date()) }", "{ from: \(date()) }",
                "{ between: [\(first), \(first.adding(days: 40))] }",
            ] + (isOpen ? ["{ upon: merger }"] : []))
    }

    private mutating func end() -> String {
        let first = day()
        let open = ["{ upon: merger }", "{ first-of: [{ upon: merger }, { through: \(day()) }] }"]
        return pick(
            [
                "{ through: \(date()) }", "{ through: \(date()) }", "{ until: \(date()) }",
                "{ between: [\(first), \(first.adding(days: 90))] }", "open",
                "{ first-of: [{ through: \(date()) }, { until: \(date()) }] }",
                "{ last-of: [{ through: \(date()) }, { through: \(date()) }] }",
                "{ between: [{ through: \(first) }, { through: \(first.adding(days: 60)) }] }",
            ]
                + (isOpen
                    ? open + [
                        "undisclosed", "{ after: { of: { on: \(day()) }, period: P6M } }",
                        "{ after: { business-days: 9, calendar: target2, of: { on: \(day()) } } }",
                        "{ rolled: { by: following, calendar: london, day: { through: \(date()) } } }",
                        "{ end-of: { quarter: { on: \(date()) } } }",
                    ]
                    : []))
    }

    /// When an instrument takes effect: on some day, or, where it says nothing, as it is announced.
    private mutating func effective() -> String {
        let first = day()
        return pick([
            "", ", effective: { on: \(date()) }", ", effective: { on: \(day()) }",
            ", effective: { on: \(day()) }", ", effective: { announced: \(day()) }",
            ", effective: { between: [\(first), \(first.adding(days: 20))] }",
        ])
    }

    private mutating func event(_ number: Int, of agreement: String) -> String {
        let lasts = pick(["", ", lasts: { through: \(date()) }", ", lasts: { until: \(day()) }"])
        let own = pick(["", "", ", effective: { on: \(day()) }"])
        let target = "\(agreement)-r\(int(1...max(1, number - 1)))"
        let term = pick(["fee", "grant", "option", "share"])
        return pick([
            "- term-amended: { term: fee, set: { amount: USD \(int(31...60)) }\(lasts)\(own) }",
            "- term-amended: { term: fee, set: { ends: \(end()) }\(own) }",
            "- term-amended: { term: grant, set: { exclusive-until: \(end()) }\(lasts) }",
            "- term-amended: { term: option, set: { opens: \(start()), closes: \(end()) } }",
            "- term-amended: { term: run, set: { ends: \(end())\(renewal()) } }",
            "- term-removed: { term: \(term)\(own) }",
            "- term-suspended: { term: \(term)\(lasts)\(own) }",
            "- term-resumed: { term: \(term) }",
            "- term-added: { term: fee, kind: fee, set: { \(fee()) }\(own) }",
            "- term-moved: { term: grant, to: grant.\(number) }",
            "- right-waived: { term: \(term), by: b, extent: half\(lasts) }",
            "- notice-given: { term: out, by: b, takes-effect: { on: \(day()) } }",
            "- notice-given: { term: out, by: b }", "- notice-given: { term: run, by: a }",
            "- option-exercised: { term: option, by: a }",
            "- expectation-stated: { expectation: e, text: more, window: { soft: \(day().year) } }",
            "- expectation-stated: { expectation: e, text: more, window: { soft: \(day().year)/.. } }",
            "- expectation-met: { expectation: e }",
            "- party-admitted: { party: c, name: C\(own) }",
            "- party-renamed: { party: b, name: B\(number)\(own) }",
            "- party-succeeded: { party: a, successor: d, name: D }",
            "- party-withdrew: { party: c }",
            "- agreement-extended: { term: run, ends: \(end()) }",
            "- agreement-renewed: { term: run, ends: \(end()) }",
            "- agreement-terminated: { by: a, surviving: [grant]\(own) }",
            "- agreement-superseded: { successor: other\(own) }",
            "- agreement-restated: { terms: [{ term: fee, kind: fee, set: { \(fee()) } }] }",
            "- event-corrected: { event: \(target)#1, reason: x, replacement: { term-amended: { term: fee, set: { ends: \(end()) }\(own) } } }",
            "- event-rescinded: { event: \(target)#1, reason: x }",
            "- effective-date-moved: { event: \(target)#1, to: { on: \(date()) } }",
            "- effective-date-moved: { recording: \(target), to: { on: \(day()) } }",
        ])
    }
}
