import Amendments
import EventStore
import Ledger
import Notation
import Questions
import Synchronization
import Terms

/// A book in memory to put questions to. Its recordings are made a minute apart, the first at noon of 2025-01-01.
struct Desk {
    static let begins = Instant("2025-01-01T12:00:00Z") ?? Instant(microseconds: 0)
    /// When it is asked: 3 April in Kiritimati already, 2 April in UTC, and still 1 April in Pago Pago.
    static let instant = Instant("2025-04-02T10:30:00Z") ?? Instant(microseconds: 0)
    static let moment = Moment(instant) { zone in
        let days: [String: Day] = [
            "Pacific/Kiritimati": "2025-04-03", "UTC": "2025-04-02",
            "Pacific/Pago_Pago": "2025-04-01",
        ]
        return days[zone]
    }

    let store: InMemoryStore
    let book: Book

    init(_ recordings: Recording...) async throws {
        let minutes = Mutex(-1)
        store = InMemoryStore(
            clock: {
                let minute = minutes.withLock { minutes in
                    minutes += 1
                    return minutes
                }
                return Self.minute(minute)
            }, salt: { Array(repeating: 7, count: 16) })
        book = Book(store: store)
        for recording in recordings { _ = try await book.record(recording, by: "ana") }
    }

    /// The instant of the recording with that number, from 0.
    static func minute(_ number: Int) -> Instant {
        Instant(microseconds: begins.microseconds + number * 60_000_000)
    }

    func ask<Asked: Question>(
        _ question: Asked, at moment: Moment = Desk.moment
    ) async throws(DeedbookError) -> Answer<Asked> {
        try await book.answer(question, at: moment)
    }
}

/// The first recording of an agreement between `a` and `b`; its key is the agreement's id.
func opening(
    of agreement: AgreementID = "x", zone: String = "UTC", _ terms: Event...
) -> Recording {
    let parties = [
        Event(AgreementRecorded(title: "X", zone: zone)),
        Event(PartyAdmitted(party: "a", name: "A")),
        Event(PartyAdmitted(party: "b", name: "B")),
    ]
    return recording(
        RecordingKey(agreement.text) ?? "opening", of: agreement, kind: .definitive,
        on: "2024-01-01", parties + terms)
}

/// A recording in force, and disclosed, on a day.
func recording(
    _ key: RecordingKey, of agreement: AgreementID = "x", kind: InstrumentKind = .amendment,
    on day: CivilDate, disclosed: CivilDate? = nil, _ events: [Event]
) -> Recording {
    Recording(
        key: key, agreement: agreement,
        instrument: Instrument(
            kind: kind, title: key.text, number: nil, signed: .day(day), effective: .on(day)),
        disclosed: disclosed ?? day,
        sources: [Source(id: "s", grade: .executedText, publisher: "the parties")],
        events: events)
}

/// The term `fee`, of USD 10 a month from `a` to `b`.
func fee(_ id: TermID = "fee", _ amount: String = "USD 10", from start: DateBound? = nil) -> Event {
    var set: [FieldName: Node] = [
        .payer: .string("a"), .payee: .string("b"), .amount: .string(amount),
        .per: .string("P1M"),
    ]
    set[.starts] = start.map { DateBound.codec.encode($0) }
    return Event(TermAdded(term: id, kind: .fee, set: RawFields(set)))
}

/// An amendment of the amount of `fee`.
func amended(
    _ key: RecordingKey, to amount: String, on day: CivilDate, disclosed: CivilDate? = nil
) -> Recording {
    recording(
        key, on: day, disclosed: disclosed,
        [Event(TermAmended(term: "fee", set: RawFields([.amount: .string(amount)])))])
}

extension ConformedCopy {
    /// The amount of `fee` in words.
    var feeAmount: String? { term("fee")?.field(.amount)?.displayText }
}
