import Amendments
import Notation
import Terms

/// One event of every kind, with every member that the kind has.
///
/// Their written form stands in `Golden/`: an event recorded today must be readable for ever.
enum Samples {
    static let events: [Event] =
        (agreement + terms + conditions + rights + knowledge + disputes + vocabularies + record)
        .map(withHeader)

    /// The sample of that kind.
    static func event(of kind: EventKind) -> Event? { events.first { $0.kind == kind } }

    /// A payload with every member an event may carry beside it.
    private static func withHeader(_ payload: any EventPayload) -> Event {
        Event(
            payload, agreement: "harbor-orion", effective: .on("2025-07-01"),
            cites: ["contract", "filing"], clause: "Section 4.2(b)",
            note: "Typed from the scan; \"exact\" words, ends\nin line two.")
    }

    private static func licence(_ ordinal: Int) -> EventReference {
        EventReference(recording: "2023-01-10-harbor-licence", ordinal: ordinal)
    }

    private static let rateFields = RawFields([
        "rate": .string("6.5% of net sales"),
        "cap": .object([("redacted", .string("[***]"))]),
        "minimum": .object([("between", .list([.string("EUR 10.50"), .string("EUR 20")]))]),
        "ends": .object([
            (
                "first-of",
                .list([
                    .object([("upon", .string("clearance"))]),
                    .object([("through", .string("2029-12"))]),
                ])
            )
        ]),
    ])

    private static let agreement: [any EventPayload] = [
        AgreementRecorded(
            title: "Exclusive distribution of lens modules", zone: "Europe/Lisbon",
            conventions: Conventions(
                throughYear: .endOfCalendarYear, throughMonth: .endOfCalendarMonth)),
        PartyAdmitted(
            party: "harborquill", name: "Harborquill Fictional Optics plc", role: "licensor"),
        PartyRenamed(party: "harborquill", name: "Harborquill Imaginary Group plc"),
        PartySucceeded(party: "lumenfold", successor: "lumen-two", name: "Lumen Two SA"),
        PartyWithdrew(party: "lumenfold"),
        GroupFormed(
            group: "lenders", name: "The Lenders",
            members: [.init(party: "harborquill", role: "agent"), .init(party: "lumen-two")],
            membersComplete: false),
        MemberJoined(group: "lenders", party: "lumenfold", role: "lender"),
        MemberLeft(group: "lenders", party: "lumen-two"),
        AgreementRestated(
            terms: [
                TermAdded(
                    term: "royalty.modules", kind: .royalty,
                    set: RawFields([
                        "payer": .string("lumenfold"), "payee": .string("harborquill"),
                        "rate": .string("4% of net sales"),
                    ])),
                TermAdded(
                    term: "law", kind: .governingLaw, set: RawFields(["law": .string("Portugal")])),
            ], moved: ["royalty.lens-modules": "royalty.modules"]),
        AgreementRenewed(term: "term", ends: .stated(.bound(.through("2031-12-31")))),
        AgreementExtended(
            term: "term",
            ends: .stated(.bound(.lastOf([.until("2030"), .upon("clearance"), .open])))),
        AgreementTerminated(
            by: "lumenfold", ground: "convenience", under: "exit",
            surviving: ["confidentiality", "law"],
            runOff: CalendarDuration("P18M").map { ["licence.lens": $0] } ?? [:]),
        AgreementSuperseded(successor: "harbor-lumen-two", surviving: ["law"]),
    ]

    private static let terms: [any EventPayload] = [
        TermAdded(
            term: "royalty.lens-modules", kind: .royalty,
            set: RawFields([
                "payer": .string("lumenfold"), "payee": .string("harborquill"),
                "rate": .string("4% of net sales"), "minimum": .string("none"),
                "cap": .string("undisclosed"), "per": .string("P1Y"),
                "text": .object([("stated", .string("silent"))]),
            ])),
        TermAmended(
            term: "royalty.lens-modules", was: RawFields(["rate": .string("4% of net sales")]),
            set: rateFields, lasts: .through("2026-02-28"),
            onward: TermAmended.Onward(wipes: [licence(8)]), despite: [licence(9)]),
        TermRemoved(term: "fee.support", ground: "superseded by the portal"),
        TermDischarged(term: "fee.support", manner: .paid),
        TermMoved(term: "fee.support", to: "fee.portal"),
        TermSuspended(term: "fee.support", ground: "force majeure", lasts: .until("2026-04-01")),
        TermResumed(term: "fee.support"),
        TermReaffirmed(term: "royalty.lens-modules", fields: ["minimum", "rate"]),
        TermUnaddressed(term: "royalty.lens-modules", fields: ["cap"]),
        TermInterpreted(
            term: "royalty.lens-modules", field: "rate", reading: "net of returns",
            by: ["harborquill", "lumenfold"], readings: ["gross", "net of returns and freight"]),
        RightWaived(
            term: "royalty.lens-modules", by: "harborquill", extent: "interest on late payment",
            scope: scope, towards: ["lumenfold"], lasts: .through("2026"),
            obligations: ["rate"], period: range("2025-01/2025-06"), share: .part),
    ]

    private static let conditions: [any EventPayload] = [
        ConditionDefined(
            condition: "clearance", text: "The authority has cleared the territory.",
            decidedBy: ["the competition authority", "a court on appeal"],
            readings: [
                ConditionReading(
                    id: "formal", text: "A decision in writing.", cites: ["contract"]),
                ConditionReading(id: "tacit", text: "The term has run out."),
            ]),
        ConditionSatisfied(
            condition: "clearance", by: "the competition authority", scope: scope,
            lasts: .until("2027")),
        ConditionLapsed(condition: "clearance"),
        ConditionWaived(condition: "clearance", by: "lumenfold"),
        ConditionRemoved(condition: "clearance"),
    ]

    private static let rights: [any EventPayload] = [
        NoticeGiven(
            term: "termination", by: "lumenfold", to: "harborquill",
            takesEffect: .on("2026-01-31")),
        OptionExercised(term: "option.iberia", by: "lumenfold", extent: .whole),
        OptionDeclined(term: "option.iberia", by: "lumenfold"),
        ConsentGiven(
            term: "assignment", to: "The transfer to Lumen Two SA.",
            consent: Consent(
                by: ["harborquill"], group: "the lenders",
                majority: Rate("50.1% of the commitments")), lasts: .through("2026")),
        AmountAccrued(
            term: "royalty.lens-modules", amount: money("EUR 412500.75"),
            period: range("2025-01/2025-12")),
    ]

    private static let knowledge: [any EventPayload] = [
        ValueReported(
            subject: .term("royalty.lens-modules"), field: "cap", value: RawValue("EUR 900000"),
            lasts: .through("2027")),
        ReportWithdrawn(
            event: EventReference(recording: "2025-03-report", ordinal: 1),
            reason: "The paper printed a correction."),
        ExpectationStated(
            expectation: "second-model", text: "A second model in the coming weeks.",
            by: "Lumenfold's spokesman", window: .soft(range("2026-05~/2026-06"))),
        ExpectationMet(expectation: "second-model"),
        InstrumentNoted(terms: ["royalty.lens-modules"], about: "A letter on the price of lenses."),
        ExpectationMissed(
            expectation: "second-model", reason: "The supplier stopped making the glass."),
        DocumentAttached(
            source: "deed", sha256: digest, name: "exhibit-10-1.pdf", recording: "2025-03-report"),
    ]

    private static let digest = DocumentDigest(String(repeating: "0123456789abcdef", count: 4))

    private static func money(_ text: String) -> Money {
        guard let money = Money(text) else { preconditionFailure("'\(text)' is no amount") }
        return money
    }

    private static func range(_ text: String) -> DateRange {
        guard let range = DateRange(text) else { preconditionFailure("'\(text)' is no range") }
        return range
    }

    private static let disputes: [any EventPayload] = [
        DisputeRaised(
            dispute: "grey-imports", by: ["harborquill"], against: ["lumenfold"],
            about: ["distribution.north", "distribution.iberia"], stage: .filed,
            forum: "ICC Paris"),
        DisputeResolved(dispute: "grey-imports", manner: .mooted, released: .no),
    ]

    private static let scope = ScopeExtent(
        products: .only(["lenses"]), fields: .all, territories: .allExcept(["pt", "es"]),
        channels: .only(["shops"]), customers: .only(["opticians"]))

    private static let vocabularies: [any EventPayload] = [
        ScopeDefined(
            scope: "lenses/varifocal", text: "Lenses of more than one power", within: ["lenses"],
            disjointFrom: ["lenses/single", "frames"], sameAs: ["progressive-lenses"],
            parts: .disjoint),
        CalendarDefined(
            calendar: "bank-days", text: "Days on which the bank is open",
            weekend: [.friday, .saturday],
            years: 2020...2030,
            holidays: [
                HolidayRule("Christmas", "25 december", observed: .nextWeekday),
                HolidayRule(nil, "last monday of may", from: 2021, through: 2029, except: [2025]),
                HolidayRule("Good Friday", "easter - 2"), HolidayRule(nil, "2024-03-18"),
            ]),
    ]

    private static let record: [any EventPayload] = [
        EventCorrected(
            event: licence(8),
            replacement: EventCorrected.Replacement(
                Event(
                    TermAmended(
                        term: "royalty.lens-modules",
                        set: RawFields(["rate": .string("6.5% of net sales")])),
                    effective: .from("2025"), note: "read again")),
            reason: "The signed copy has 6.5%."),
        EventRescinded(event: licence(8), reason: "Recorded by mistake."),
        EffectiveDateMoved(
            target: .event(licence(8)), to: .announced("2024-01-02")),
        PayloadRedacted(event: licence(10), authority: "Order 7/2026"),
    ]
}
