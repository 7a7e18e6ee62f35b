import Amendments
import Ledger
import Notation
import Terms

/// An agreement of 30 terms that is amended again and again, one field a day.
enum Sample {
    static let agreement: AgreementID = "sample"
    static let terms = 30
    static let firstDay: Day = "1995-01-01"

    static var opening: Recording {
        recording(
            "0-opening", on: firstDay,
            events: [
                Event(AgreementRecorded(title: "Sample", zone: "UTC")),
                Event(PartyAdmitted(party: "a", name: "A")),
                Event(PartyAdmitted(party: "b", name: "B")),
            ]
                + (0..<terms).map { number in
                    Event(
                        TermAdded(
                            term: term(number), kind: .royalty,
                            set: fields(["payer": "a", "payee": "b", "rate": "1% of net sales"])))
                })
    }

    static func amendment(_ index: Int) -> Recording {
        recording(
            "amendment-\(index)", on: day(of: index),
            events: [
                Event(
                    TermAmended(
                        term: term(index % terms),
                        set: fields(["rate": "\(index % 97 + 1).5% of net sales"])))
            ])
    }

    /// A recording of many small events, each of its agreement's own.
    static func bulk(_ number: Int, events: Int) -> Recording {
        var bulk = recording(
            "bulk-\(number)", on: firstDay,
            events: (0..<events).map { index in
                Event(
                    PartyAdmitted(
                        party: PartyID("p\(index)") ?? "p", name: "Party \(index) of \(number)"))
            })
        bulk.agreement = AgreementID("bulk-\(number % 1_000)") ?? agreement
        return bulk
    }

    static func day(of index: Int) -> Day { firstDay.adding(days: index + 1) }

    /// The state after an amendment, as someone would keep it in a file.
    static func file(after index: Int) -> String {
        (0..<terms).map { number in
            let last = index - (index - number + terms) % terms
            let rate = last >= 0 ? "\(last % 97 + 1).5%" : "1%"
            return "\(term(number)): a pays b a royalty of \(rate) of net sales\n"
        }.joined()
    }

    private static func term(_ number: Int) -> TermID {
        TermID("royalty.number-\(number)") ?? "royalty"
    }

    private static func fields(_ values: [FieldName: String]) -> RawFields {
        RawFields(values.mapValues { .string($0) })
    }

    private static func recording(_ key: String, on day: Day, events: [Event]) -> Recording {
        Recording(
            key: RecordingKey(key) ?? "sample", agreement: agreement,
            instrument: Instrument(
                kind: .amendment, title: "Amendment", effective: .on(CivilDate(day))),
            disclosed: CivilDate(day),
            sources: [Source(id: "text", grade: .executedText, publisher: "the parties")],
            events: events)
    }
}
