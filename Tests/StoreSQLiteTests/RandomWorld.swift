import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms

/// Recordings of a few agreements between the same parties, at random: every kind of event, in any order of arrival,
/// disclosed on other days than they take effect. Many of them cannot hold where they come, and are refused.
struct RandomWorld {
    static let agreements = ["one", "two"]
    private static let terms = ["share", "fee", "grant", "len", "stop", "keep", "opt", "fee.new"]

    private var random: Seeded
    /// The number of events of each recording so far.
    private var made: [(key: String, events: Int)] = []
    private(set) var recordings: [Recording] = []

    init(seed: UInt64) throws {
        random = Seeded(seed)
        for agreement in Self.agreements { try open(agreement) }
        for number in 1...Int.random(in: 4...16, using: &random) { try change(number) }
    }

    private mutating func open(_ agreement: String) throws {
        let zone = random.pick(["UTC", "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
        let opening = try FindTests.opening(agreement, zone: zone, &random)
        let runs = random.pick([
            "ends: { through: 2021-12-31 }, renewal: none",
            "ends: { through: 2021-03-31 }, renewal: automatic, renewal-period: P6M, notice: P1M",
            "ends: { upon: merger }",
        ])
        let rest = """
            - term-added: { term: len, kind: term-and-renewal, set: { \(runs) } }
            - term-added: { term: stop, kind: termination-right, set: { holder: a, ground: convenience, notice: P30D } }
            - term-added: { term: keep, kind: confidentiality, set: { obligor: b, survives: P1Y } }
            - term-added:
                term: opt
                kind: option
                set: { holder: b, grantor: a, direction: call, subject: Shares, closes: { through: 2022-06-30 } }
            - scope-defined: { scope: moulds, text: Moulds of all kinds }
            """
        let further = try PieceTableTests.recording(
            "further-\(agreement)", on: "2020-01-01", of: agreement, rest)
        made += [
            (opening.key.text, opening.events.count), (further.key.text, further.events.count),
        ]
        recordings += [opening, further]
    }

    private mutating func change(_ number: Int) throws {
        let key = "r\(number)"
        let kind = random.pick([
            "amendment", "amendment", "side-letter", "notice", "report", "waiver",
        ])
        let grade = random.pick([
            "executed-text", "executed-text", "party-statement", "named-press", "secondary",
        ])
        let events = (0..<random.pick([1, 1, 2, 3])).map { _ in "- \(event(number))" }
        let disclosed = random.pick([day(), day(), "2021-06", "2022", "2020-03~"])
        let text = """
            recording: \(key)
            agreement: \(random.pick(Self.agreements))
            instrument: { kind: \(kind), title: Paper \(number), signed: \(day()), effective: { on: \(day()) } }
            disclosed: \(disclosed)
            sources: [{ id: source, grade: \(grade), publisher: the parties }]
            events:
            \(events.joined(separator: "\n"))
            """
        guard let recording = try? DeedbookTesting.recordings(yaml: [text]).first else {
            throw UnreadableWorld(text: text)
        }
        made.append((key, events.count))
        recordings.append(recording)
    }

    /// A recording that says nothing readable is a mistake of this generator.
    struct UnreadableWorld: Error { let text: String }

    private mutating func day() -> String {
        Day("2020-01-02").adding(days: Int.random(in: 0...1_300, using: &random)).description
    }

    private mutating func party() -> String { random.pick(["a", "b", "c", "d"]) }
    private mutating func amount() -> String { "USD \(Int.random(in: 1...30, using: &random))" }
    private mutating func term() -> String { random.pick(Self.terms) }

    /// An event of an earlier recording.
    private mutating func target() -> String {
        let (key, events) = random.pick(made)
        return "\(key)#\(Int.random(in: 1...events, using: &random))"
    }

    private mutating func event(_ number: Int) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0...3: amendment()
        case 4, 5: lifeOfTerm()
        case 6: lifeOfAgreement()
        case 7: talk(number)
        case 8: parties(number)
        case _: correction()
        }
    }

    private mutating func amendment() -> String {
        let lasts = random.pick(["", "", ", lasts: { through: \(day()) }"])
        let effective = random.pick(["", "", ", effective: { on: \(day()) }"])
        let (term, set) = random.pick([
            ("fee", "amount: \(amount())"), ("fee", "amount: \(amount())"),
            ("fee", "amount: undisclosed"), ("fee", "per: P1Y, amount: \(amount())"),
            ("fee", "payer: \(party())"), ("fee", "ends: { through: \(day()) }"),
            ("share", "rate: \(Int.random(in: 1...30, using: &random))% of sales"),
            ("share", "cap: \(random.pick(["undisclosed", "none", amount()]))"),
            ("share", "cap: { same-as: fee.amount }"),
            ("grant", "exclusivity: \(random.pick(["exclusive", "sole", "non-exclusive"]))"),
            ("grant", "grantee: \(party())"), ("grant", "products: { only: [moulds] }"),
            ("grant", "exclusive-until: { through: \(day()) }"),
            ("len", "ends: { through: \(day()) }"), ("len", "renewal: none"),
            ("keep", "survives: P2Y"), ("opt", "closes: { through: \(day()) }"),
        ])
        return "term-amended: { term: \(term), set: { \(set) }\(lasts)\(effective) }"
    }

    private mutating func lifeOfTerm() -> String {
        let term = term()
        return random.pick([
            "term-removed: { term: \(term) }",
            "term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: \(amount()), per: P1M } }",
            "term-moved: { term: \(random.pick(["fee", "share"])), to: fee.new }",
            "term-suspended: { term: \(term) }",
            "term-suspended: { term: \(term), lasts: { through: \(day()) } }",
            "term-resumed: { term: \(term) }", "term-reaffirmed: { term: \(term) }",
            "term-unaddressed: { term: share, fields: [cap] }",
            "term-interpreted: { term: share, field: rate, reading: net of returns, by: [a] }",
            "right-waived: { term: \(term), by: b, extent: all of it, lasts: { through: \(day()) } }",
            "amount-accrued: { term: share, amount: USD 4.50, period: 2021-01/2021-03 }",
            "option-exercised: { term: opt, by: b }", "option-declined: { term: opt, by: b }",
        ])
    }

    private mutating func lifeOfAgreement() -> String {
        let fee =
            "{ term: fee, kind: fee, set: { payer: a, payee: b, amount: \(amount()), per: P1D } }"
        return random.pick([
            "agreement-restated: { terms: [\(fee)] }",
            "agreement-restated: { terms: [\(fee), { term: law, kind: governing-law, set: { law: Portugal } }] }",
            "agreement-terminated: { by: a, surviving: [keep] }",
            "agreement-terminated: { by: b, effective: { on: \(day()) } }",
            "agreement-extended: { term: len, ends: { through: \(day()) } }",
            "agreement-renewed: { term: len, ends: { through: \(day()) } }",
            "agreement-superseded: { successor: two, surviving: [keep] }",
            "notice-given: { term: \(random.pick(["stop", "len"])), by: a, to: b }",
            "notice-given: { term: stop, by: a, to: b, takes-effect: { on: \(day()) } }",
        ])
    }

    private mutating func talk(_ number: Int) -> String {
        random.pick([
            "value-reported: { term: share, field: cap, value: \(amount()) }",
            "value-reported: { term: fee, field: amount, value: \(amount()), lasts: { through: \(day()) } }",
            "value-reported: { term: grant, field: grantee, value: \(party()) }",
            "report-withdrawn: { event: \(target()), reason: retracted }",
            "condition-satisfied: { condition: merger }", "condition-lapsed: { condition: merger }",
            "condition-waived: { condition: merger, by: a }",
            "condition-removed: { condition: merger }",
            "condition-defined: { condition: c\(number), text: Something happens }",
            "dispute-raised: { dispute: d\(number % 2), by: [a], against: [b], about: [\(term())], stage: filed }",
            "dispute-resolved: { dispute: d\(number % 2), manner: settled, released: yes }",
            "expectation-stated: { expectation: e\(number % 2), text: A mould soon., window: { soft: 2021-05/2021-06 } }",
            "expectation-met: { expectation: e\(number % 2) }",
        ])
    }

    private mutating func parties(_ number: Int) -> String {
        random.pick([
            "party-admitted: { party: \(party()), name: Late }",
            "party-renamed: { party: \(party()), name: Renamed \(number) }",
            "party-succeeded: { party: \(party()), successor: \(party()), name: Heir }",
            "party-withdrew: { party: \(party()) }",
            "scope-defined: { scope: s\(number), text: Tools, within: moulds }",
        ])
    }

    private mutating func correction() -> String {
        random.pick([
            "event-rescinded: { event: \(target()), reason: made up }",
            "effective-date-moved: { event: \(target()), to: { on: \(day()) } }",
            "payload-redacted: { event: \(target()), authority: an order }",
            "event-corrected: { event: \(target()), reason: misread, replacement: { \(amendment()) } }",
            "event-corrected: { event: \(target()), reason: misread, replacement: { \(amendment()) } }",
        ])
    }
}
