import Amendments
import DeedbookTesting
import Effort
import Ledger
import Terms
import Testing

/// The next change is looked for on the days alone on which a term may read otherwise.
@Suite(.serialized) struct OutlookDayTests {
    /// What a change is a change of.
    private struct Reads: Equatable {
        let status: TermStatus
        let id: TermID
        let fields: [[ValueState?]]
        let waits: [ConditionalChange]

        init(_ term: ConformedTerm) {
            (status, id, waits) = (term.status, term.id, term.conditionalChanges)
            fields = term.fields.filter { !$0.isReported }.map { field in
                [field.agreed] + field.candidates.map(\.value)
                    + field.places.map { .stated(.party($0.holder)) }
            }
        }
    }

    private static let nowhere = ResolvedPoint(
        position: nil, governing: nil, hiddenByDisclosure: 0, hiddenByPosition: 0, drafts: [])

    /// The same answer by looking at every day on which anything at all is known to change.
    private static func expectSame(_ story: Story, on asked: [Day]) throws {
        let reading = AgreementReading("story", history: story.events, from: Vantage(on: .first))
        func terms(on day: Day, outlook: Bool) -> [TermID: ConformedTerm] {
            let copy = reading.conformedCopy(
                from: Vantage(on: day), resolved: nowhere, outlook: outlook)
            return Dictionary(uniqueKeysWithValues: copy.terms.map { ($0.identity, $0) })
        }
        var known: [Day: [TermID: ConformedTerm]] = [:]
        func reads(_ id: TermID, on day: Day) throws -> Reads {
            let terms = known[day] ?? terms(on: day, outlook: false)
            known[day] = terms
            return Reads(try #require(terms[id]))
        }
        for day in asked {
            for (id, now) in terms(on: day, outlook: true) {
                let days = try #require(reading.term(id)).changeDays
                let next = try days.first { try $0 > day && reads(id, on: $0) != Reads(now) }
                let since = try days.last {
                    try $0 <= day && reads(id, on: $0.adding(days: -1)).status != now.status
                }
                let first = days.first.flatMap { $0 <= day ? $0 : nil }
                #expect(now.nextChange == next, "\(id) on \(day)")
                #expect(now.since == since ?? first, "\(id) on \(day)")
            }
        }
    }

    @Test(arguments: 0..<Rounds.of(40))
    func `it is the first of all change days on which the term reads otherwise`(
        _ seed: Int
    ) throws {
        let story = try RandomHistory(seed: seed, length: 10, revises: seed % 2 == 1).story
        try Self.expectSame(
            story, on: ["2019-12-31", "2020-01-01", "2021-03-03", "2022-07-01", "2024-09-09"])
    }

    @Test func `waivers that wait, notices and reports are no exception`() throws {
        try Self.expectSame(
            recordedStory(
                """
                - condition-defined: { condition: merger, text: The merger closes }
                \(fee("ends: { through: 2025-12-31 }"))
                \(duration)
                - term-added: { term: exit, kind: termination-right, set: { holder: a, ground: convenience, notice: P3M } }
                """,
                chapter(
                    "waiver", "2020-06-01",
                    """
                    - right-waived: { term: fee, by: b, extent: half, effective: \
                    { first-of: [{ upon: merger }, { on: 2021-04-01 }] } }
                    """),
                chapter("notice", "2021-01-01", "- notice-given: { term: exit, by: a, to: b }"),
                chapter(
                    "page", "2021-02-01", kind: "report",
                    "- value-reported: { term: fee, field: ends, value: { through: 2023-01-31 } }"),
                chapter(
                    "sum", "2021-03-01",
                    "- amount-accrued: { term: fee, amount: USD 5, period: 2021-01/2021-02 }")),
            on: [
                "2019-12-31", "2020-01-01", "2020-06-01", "2021-01-01", "2021-03-31", "2022-01-01",
            ]
        )
    }

    /// An agreement whose one term has so many amounts that accrued, each in a month of its own.
    private static func reading(_ accruals: Int) -> AgreementReading {
        var opening = recorded(
            "opening", kind: .definitive, signed: "2020-01-01", effective: .on("2020-01-01"),
            Event(AgreementRecorded(title: "Story", zone: "UTC")),
            Event(PartyAdmitted(party: "a", name: "A")),
            Event(PartyAdmitted(party: "b", name: "B")),
            Event(
                TermAdded(
                    term: "fee", kind: .fee,
                    set: fields([.payer: "a", .payee: "b", .amount: "USD 10"]))))
        opening.events += (0..<accruals).compactMap { index in
            let day = Day("2021-01-01").adding(days: index)
            guard let date = CivilDate("\(day)"), let amount = Money("USD 1") else { return nil }
            return Event(
                AmountAccrued(term: "fee", amount: amount, period: DateRange(date)),
                effective: .on(date))
        }
        let header = RecordingHeader(
            of: opening, recorder: "ana", recordedAt: Instant(microseconds: 0))
        return AgreementReading(
            "story", history: opening.events(from: Position(1), under: header),
            from: Vantage(on: .first))
    }

    @Test func `the work of a copy grows as what accrues under its terms`() throws {
        let growth = Growth.eightfold(400, of: Self.reading) { reading in
            let copy = reading.conformedCopy(
                from: Vantage(on: "2020-06-01"),
                resolved: Self.nowhere)
            #expect(copy.terms.first?.nextChange == nil)
        }
        #expect(Growth.isLinear(growth), "eight times the accruals take \(growth) times the work")
    }
}
