import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What each kind of event does, as the redline across it says.
struct EventKindTests {
    /// An event of a kind, the vantages around it, and lines that it causes.
    struct Row: Sendable {
        var before: String?
        let event: String
        var grade = "executed-text"
        var between = ("2021-12-30", "2022-01-01")
        let lines: [String]
    }

    static let opening = """
        \(fee("per: P1Y", "text: Once a year."))
        - term-added:
            term: call
            kind: option
            set: { holder: a, grantor: b, direction: call, subject: The mill }
        - condition-defined: { condition: merger, text: The merger closes }
        - dispute-raised: { dispute: late, by: [b], about: [fee], stage: threatened }
        \(duration)
        - expectation-stated: { expectation: mill, text: A mill, window: { soft: 2023 } }
        """
    static let raise = amends("amount: USD 20")
    static let learned = ("2021-06-01@2021-12-31", "2021-06-01@2022-01-01")

    static func row(_ kind: EventKind) -> Row? {
        agreements[kind] ?? terms[kind] ?? others[kind] ?? record[kind]
    }

    static let agreements: [EventKind: Row] = [
        .partyAdmitted: Row(event: "{ party: c, name: C }", lines: ["party c.name: nothing → C"]),
        .partyRenamed: Row(event: "{ party: a, name: Z }", lines: ["party a.name: A → Z"]),
        .partySucceeded: Row(
            event: "{ party: b, successor: c, name: C }",
            lines: ["party b.successor: nothing → c", "party c.name: nothing → C"]),
        .partyWithdrew: Row(event: "{ party: b }", lines: ["party b.withdrawn: nothing → yes"]),
        .groupFormed: Row(
            event:
                "{ group: both, name: Both, members: [{ party: a, role: agent }, { party: b }] }",
            lines: [
                "party both.member a: nothing → agent", "party both.member b: nothing → member",
                "party both.name: nothing → Both",
            ]),
        .memberJoined: Row(
            before: "- group-formed: { group: pair, name: Pair, members: [{ party: a }] }",
            event: "{ group: pair, party: b }", lines: ["party pair.member b: nothing → member"]),
        .memberLeft: Row(
            before: "- group-formed: { group: pair, name: Pair, members: [{ party: a }] }",
            event: "{ group: pair, party: a }", lines: ["party pair.member a: member → left"]),
        .agreementRestated: Row(
            event: "{ moved: { fee: fees.one }, terms: [{ term: fees.one, kind: fee, set: "
                + "{ payer: a, payee: b, amount: USD 12 } }] }",
            lines: [
                "call.status: in-force → ended", "fee.id: nothing → fees.one",
                "fee.amount: USD 10 → USD 12", "fee.per: 1 year → nothing",
            ]),
        .agreementRenewed: Row(
            event: "{ term: duration, ends: { through: 2030-12-31 } }",
            lines: ["duration.ends: through 2022-06-30 → through 2030-12-31"]),
        .agreementExtended: Row(
            event: "{ term: duration, ends: { through: 2030-12-31 } }",
            lines: ["duration.ends: through 2022-06-30 → through 2030-12-31"]),
        .agreementTerminated: Row(
            event: "{ by: a, surviving: [call] }", lines: ["fee.status: in-force → ended"]),
        .agreementSuperseded: Row(
            event: "{ successor: other }",
            lines: ["call.status: in-force → ended", "fee.status: in-force → ended"]),
    ]

    static let terms: [EventKind: Row] = [
        .termAdded: Row(
            event: "{ term: law, kind: governing-law, set: { law: Law of X } }",
            lines: ["law.status: nothing → in-force", "law.law: nothing → Law of X"]),
        .termAmended: Row(
            event: "{ term: fee, set: { amount: USD 20 } }",
            lines: ["fee.amount: USD 10 → USD 20"]),
        .termRemoved: Row(event: "{ term: fee }", lines: ["fee.status: in-force → ended"]),
        .termDischarged: Row(
            event: "{ term: fee, manner: paid }", lines: ["fee.status: in-force → ended"]),
        .termMoved: Row(
            event: "{ term: fee, to: fees.one }", lines: ["fee.id: nothing → fees.one"]),
        .termSuspended: Row(event: "{ term: fee }", lines: ["fee.status: in-force → suspended"]),
        .termResumed: Row(
            before: "- term-suspended: { term: fee }", event: "{ term: fee }",
            lines: ["fee.status: suspended → in-force"]),
        .termUnaddressed: Row(event: "{ term: fee }", lines: ["fee.unaddressed: nothing → silent"]),
        .termInterpreted: Row(
            event: "{ term: fee, field: text, reading: each calendar year }",
            lines: ["fee.reading of text (now#1): nothing → each calendar year"]),
        .rightWaived: Row(
            event: "{ term: fee, by: b, extent: half of it }",
            lines: ["fee.waiver by b (now#1): nothing → half of it"]),
        .noticeGiven: Row(
            event: "{ term: fee, by: a }", lines: ["fee.notice by a (now#1): nothing → given"]),
        .optionExercised: Row(
            event: "{ term: call, by: a, extent: whole }",
            lines: ["call.status: in-force → ended"]),
        .optionDeclined: Row(
            event: "{ term: call, by: a }",
            lines: ["call.option (now#1): nothing → declined by a"]),
        .consentGiven: Row(
            event: "{ term: fee, to: a transfer, by: [b] }",
            lines: ["fee.consent by b (now#1): nothing → a transfer"]),
        .amountAccrued: Row(
            event: "{ term: fee, amount: USD 5, period: 2021 }",
            lines: ["fee.accrued USD: between USD 0 and USD 5 → USD 5"]),
        .valueReported: Row(
            event: "{ term: fee, field: per, value: P1M }", grade: "named-press",
            lines: ["fee.per reported (named-press, now#1): nothing → 1 month"]),
    ]

    static let others: [EventKind: Row] = [
        .conditionDefined: Row(
            event: "{ condition: listing, text: The shares are listed }",
            lines: [
                "condition listing.state: nothing → pending",
                "condition listing.text: nothing → The shares are listed",
            ]),
        .conditionSatisfied: Row(
            event: "{ condition: merger }", lines: ["condition merger.state: pending → satisfied"]),
        .conditionLapsed: Row(
            event: "{ condition: merger }", lines: ["condition merger.state: pending → lapsed"]),
        .conditionWaived: Row(
            event: "{ condition: merger }", lines: ["condition merger.state: pending → waived"]),
        .conditionRemoved: Row(
            event: "{ condition: merger }", lines: ["condition merger.state: pending → removed"]),
        .expectationStated: Row(
            event: "{ expectation: shop, text: A shop, window: { soft: 2023 } }",
            lines: ["expectation shop.state: nothing → expected"]),
        .expectationMet: Row(
            event: "{ expectation: mill }", lines: ["expectation mill.state: expected → met"]),
        .expectationMissed: Row(
            event: "{ expectation: mill }", lines: ["expectation mill.state: expected → missed"]),
        .disputeRaised: Row(
            event: "{ dispute: late, by: [b], stage: filed }",
            lines: ["dispute late.state: threatened → filed"]),
        .disputeResolved: Row(
            event: "{ dispute: late, manner: settled, released: yes }",
            lines: ["dispute late.state: threatened → settled, past claims released"]),
    ]

    static let record: [EventKind: Row] = [
        .reportWithdrawn: Row(
            before: "- value-reported: { term: fee, field: ends, value: { through: 2030 } }",
            event: "{ event: before#1, reason: a misreading }", between: learned,
            lines: ["fee.ends reported (executed-text, before#1): through 2030 → nothing"]),
        .eventCorrected: Row(
            before: raise,
            event: "{ event: before#1, reason: misread, "
                + "replacement: { term-amended: { term: fee, set: { amount: USD 21 } } } }",
            between: learned, lines: ["fee.amount: USD 20 → USD 21"]),
        .eventRescinded: Row(
            before: raise, event: "{ event: before#1, reason: a draft }", between: learned,
            lines: ["fee.amount: USD 20 → USD 10"]),
        .effectiveDateMoved: Row(
            before: raise, event: "{ event: before#1, to: { on: 2021-09-01 } }", between: learned,
            lines: ["fee.amount: USD 20 → USD 10"]),
    ]

    /// The first of an agreement, what is restated unchanged, and what reaches every vantage make no
    /// line, nor do names and calendars, which are without days, documents, and what no one read; each has a test
    /// of its own.
    static let silent: Set<EventKind> = [
        .agreementRecorded, .termReaffirmed, .payloadRedacted, .scopeDefined, .calendarDefined,
        .instrumentNoted, .documentAttached,
    ]

    @Test(arguments: EventKind.allCases.filter { !silent.contains($0) })
    func `what an event does`(_ kind: EventKind) throws {
        let row = try #require(Self.row(kind), "no row states what a \(kind.rawValue) does")
        let story = try given(
            yaml: [firstChapter(Self.opening)]
                + [row.before.map { chapter("before", "2021-01-01", $0) }].compactMap(\.self)
                + [
                    chapter(
                        "now", "2022-01-01", grade: row.grade, "- \(kind.rawValue): \(row.event)")
                ])
        func moment(_ text: String) throws -> StoryMoment {
            let vantage = try #require(Vantage(text))
            return story.on(vantage.on, disclosedBy: vantage.disclosedBy)
        }
        let redline = story.redline(
            from: try moment(row.between.0), to: try moment(row.between.1))
        let lines = redline.lines.map { line in
            let (before, after) = (line.before?.displayText, line.after?.displayText)
            return "\(line.path): \(before ?? "nothing") → \(after ?? "nothing")"
        }
        for line in row.lines { #expect(lines.contains(line), "\(lines)") }
        for line in redline.lines {
            #expect(line.causes.contains { $0.reference == "now#1" }, "\(line.path)")
        }
    }

    @Test func `an agreement is known by its title and its zone`() throws {
        let copy = try recordedStory(fee()).on("2021-01-01").copy
        #expect(copy.title == "Story")
        #expect(copy.zone == "UTC")
        #expect(copy.parties.map(\.name) == ["A", "B"])
    }
}
