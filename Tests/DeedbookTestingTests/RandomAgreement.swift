import Amendments
import DeedbookTesting
import Effort
import Ledger
import Notation
import Terms

/// A random agreement of a few payment terms and licences, amended, and with reports by sources of any grade.
struct RandomAgreement {
    private var random: Seeded
    private var count = 0
    /// With every report, in the order of positions.
    private(set) var events: [RecordedEvent]

    /// The same events, at the same positions, without the reports.
    var agreed: [RecordedEvent] { events.filter { !($0.event.payload is ValueReported) } }

    init(seed: Int) {
        random = Seeded(UInt64(seed))
        events = []
        var recordings = [opening]
        for _ in 0..<int(2...8) {
            recordings.append(int(0...1) == 0 ? change() : report())
        }
        recordings.append(report())
        events = Story(recordings).events
    }

    /// Some days on which to ask.
    mutating func days(_ number: Int) -> [Day] {
        (0..<number).map { _ in Day("2019-11-01").adding(days: int(0...1500)) }
    }

    private mutating func int(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[int(0...choices.count - 1)]
    }

    private mutating func day() -> CivilDate {
        CivilDate(Day("2020-01-02").adding(days: int(0...1200)))
    }

    private mutating func bound() -> Node {
        DateBound.codec.encode(.through(pick([day(), day(), "2022", "2021-06"])))
    }

    private var opening: Recording {
        recorded(
            "opening", kind: .definitive, effective: .on("2020-01-01"), grade: .partyStatement,
            Event(AgreementRecorded(title: "Story", zone: "UTC", conventions: nil)),
            Event(PartyAdmitted(party: "a", name: "A")),
            Event(PartyAdmitted(party: "b", name: "B")),
            Event(
                TermAdded(
                    term: "fee", kind: .fee,
                    set: fields([.payer: "a", .payee: "b", .amount: "USD 10", .per: "P1M"]))),
            Event(
                TermAdded(
                    term: "share", kind: .revenueShare,
                    set: fields([
                        .payer: "a", .payee: "b", .rate: "20% of revenue", .cap: "undisclosed",
                    ]))),
            Event(
                TermAdded(
                    term: "grant", kind: .licenseGrant,
                    set: fields([
                        .grantor: "a", .grantee: "b", .subject: "Moulds",
                        .exclusivity: "exclusive",
                    ]))),
            Event(
                TermAdded(
                    term: "other", kind: .licenseGrant,
                    set: RawFields([
                        .grantor: .string("a"), .grantee: .string("c"),
                        .subject: .string("Moulds"), .exclusivity: .string("non-exclusive"),
                        .starts: DateBound.codec.encode(.from("2020-09-01")),
                    ]))))
    }

    private mutating func assertion() -> (term: TermID, field: FieldName, value: Node) {
        switch int(0...8) {
        case 0, 1:
            ("fee", .amount, .string(pick(["USD \(int(1...30))", "undisclosed", "USD 10"])))
        case 2: ("fee", .per, .string(pick(["P1M", "P1Y", "undisclosed", "unknown"])))
        case 3: ("fee", .ends, bound())
        case 4:
            (
                "share", .rate,
                .string(pick(["\(int(1...40))% of revenue", "undisclosed", "20% of revenue"]))
            )
        case 5: ("share", .cap, .string(pick(["USD \(int(1...99))", "none", "undisclosed"])))
        case 6: ("grant", .exclusiveUntil, bound())
        case 7: ("grant", .exclusivity, .string(pick(["exclusive", "sole", "non-exclusive"])))
        case _: (pick(["fee", "share"]), .payer, .string(pick(["a", "b"])))
        }
    }

    private mutating func change() -> Recording {
        count += 1
        let from = day()
        let said = assertion()
        let lasts = int(0...2) == 0 ? DateBound.through(day()) : nil
        let event: Event =
            switch int(0...9) {
            case 0: Event(TermRemoved(term: pick(["fee", "grant"])))
            case 1: Event(TermSuspended(term: pick(["fee", "share"]), lasts: lasts))
            case 2: Event(TermUnaddressed(term: said.term, fields: [said.field]))
            case 3: Event(TermReaffirmed(term: said.term))
            case 4: Event(PartySucceeded(party: "a", successor: "d", name: "D"))
            case 5:
                Event(
                    TermAdded(
                        term: "fee", kind: .fee,
                        set: fields([.payer: "a", .payee: "b", .amount: "USD 12"])))
            case _:
                Event(
                    TermAmended(
                        term: said.term, set: RawFields([said.field: said.value]), lasts: lasts))
            }
        return recorded(
            RecordingKey("change-\(count)") ?? "change", effective: .on(from),
            grade: pick([.executedText, .partyStatement, .secondary]), event)
    }

    private mutating func report() -> Recording {
        count += 1
        let said = assertion()
        let lasts = int(0...3) == 0 ? DateBound.through(day()) : nil
        return recorded(
            RecordingKey("report-\(count)") ?? "report", kind: .report, effective: .on(day()),
            grade: pick(SourceGrade.allCases),
            Event(
                ValueReported(
                    subject: .term(said.term), field: said.field, value: RawValue(said.value),
                    lasts: lasts)))
    }
}
