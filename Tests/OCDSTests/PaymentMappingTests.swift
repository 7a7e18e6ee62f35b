import Amendments
import Notation
import OCDS
import Terms
import Testing

/// What releases say of payments under a contract, as what was paid of its fee.
struct PaymentMappingTests {
    private static let paid = #""payer": {"id": "B"}, "payee": {"id": "S", "name": "Paver"}"#

    private static func payment(
        _ id: String, _ day: String, _ amount: String, _ rest: String = paid
    ) -> String {
        #"{"id": "\#(id)", "date": "\#(day)T00:00:00Z", "#
            + #""value": {"amount": \#(amount), "currency": "EUR"}, \#(rest)}"#
    }

    private static func release(
        _ id: String, _ day: String, _ payments: [String], contract: String = "", rest: String = ""
    ) -> String {
        #"{"ocid": "ocds-1", "id": "\#(id)", "date": "\#(day)T12:00:00Z", "tag": ["implementation"], "#
            + #""contracts": [{"id": 7, "awardID": "a"\#(contract), "#
            + #""implementation": {"transactions": [\#(payments.joined(separator: ", "))]}}]\#(rest)}"#
    }

    private static let signed =
        #", "status": "active", "dateSigned": "2023-03-01", "value": {"amount": 100, "currency": "EUR"}"#

    private static let parties =
        #", "buyer": {"id": "B", "name": "Town"}, "#
        + #""awards": [{"id": "a", "suppliers": [{"id": "S", "name": "Paver"}]}]"#

    private static func first(_ payments: String..., contract: String = signed) -> String {
        release("1", "2023-03-05", payments, contract: contract, rest: parties)
    }

    private static func later(_ id: String, _ day: String, _ payments: String...) -> String {
        release(id, day, payments)
    }

    private static func reading(
        _ releases: [String], knowing known: RecordedContracts = RecordedContracts()
    ) -> ReleaseReading {
        ReleaseSet([("releases.json", Array("[\(releases.joined(separator: ",\n"))]".utf8))])
            .reading(knowing: known, OCDSOptions())
    }

    /// What was paid on each day after all corrections, as the record has it.
    private static func paid(_ reading: ReleaseReading) -> [String: String] {
        var events: [EventReference: Event] = [:]
        for recording in reading.drafts.map(\.recording) {
            for (index, event) in recording.events.enumerated() {
                let place = EventReference(recording: recording.key, ordinal: index + 1)
                switch event.payload {
                case is AmountAccrued: events[place] = event
                case let corrected as EventCorrected:
                    events[corrected.event] = corrected.replacement.event
                case let rescinded as EventRescinded: events[rescinded.event] = nil
                case _: continue
                }
            }
        }
        let accrued = events.values.compactMap { $0.payload as? AmountAccrued }
        return Dictionary(
            accrued.map { ("\($0.period)", $0.amount.description) },
            uniquingKeysWith: { "\($0), \($1)" })
    }

    private static func book(of reading: ReleaseReading) -> RecordedContracts {
        var known = RecordedContracts()
        for recording in reading.drafts.map(\.recording) {
            let header = RecordingHeader(
                of: recording, recorder: "test", recordedAt: Instant(microseconds: 0))
            known.learn(recording.events(from: Position(1), under: header), of: recording.agreement)
        }
        return known
    }

    // MARK: What is recorded

    @Test func `a payment of the buyer to the supplier was paid of the fee on its day`() throws {
        let reading = Self.reading([Self.first(Self.payment("P1", "2023-03-03", "40"))])
        #expect(reading.problems.isEmpty && reading.remarks.isEmpty, "\(reading.remarks)")
        #expect(reading.unmapped.isEmpty, "\(reading.unmapped)")
        let recording = try #require(reading.drafts.last?.recording)
        #expect(recording.key == "2023-03-05-ocds-1-7-payments-1")
        let event = try #require(recording.events.first)
        let accrued = try #require(event.payload as? AmountAccrued)
        #expect(accrued.term == "value")
        #expect(accrued.amount == Money("EUR 40"))
        #expect(accrued.period == DateRange("2023-03-03"))
        #expect(event.note == "payments by their ids: p1 EUR 40")
        #expect(event.cites == ["release"])
    }

    @Test func `payments of one day are one amount in all, with what was refunded`() {
        let reading = Self.reading([
            Self.first(
                Self.payment("P1", "2023-03-03", "40"), Self.payment("P2", "2023-03-03", "20.50"),
                Self.payment("P3", "2023-03-03", "-0.50"), Self.payment("P4", "2023-03-04", "1"))
        ])
        #expect(Self.paid(reading) == ["2023-03-03": "EUR 60", "2023-03-04": "EUR 1"])
    }

    @Test func `the members of the first version of the standard are read`() {
        let payment =
            #"{"id": "P1", "date": "2023-03-03T00:00:00Z", "amount": {"amount": 40, "currency": "EUR"}, "#
            + #""providerOrganization": {"id": "B"}, "receiverOrganization": {"legalName": "Paver"}}"#
        #expect(Self.paid(Self.reading([Self.first(payment)])) == ["2023-03-03": "EUR 40"])
    }

    @Test func `a payment to one of several suppliers is one of the fee of all`() {
        let text = Self.first(Self.payment("P1", "2023-03-03", "40")).replacing(
            #"{"id": "S", "name": "Paver"}]"#,
            with: #"{"id": "S", "name": "Paver"}, {"id": "T", "name": "Kerbs"}]"#)
        #expect(Self.paid(Self.reading([text])) == ["2023-03-03": "EUR 40"])
    }

    @Test func `of a concession the supplier pays the buyer`() {
        let paid = #""payer": {"id": "S"}, "payee": {"id": "B"}"#
        let text = Self.first(
            Self.payment("P1", "2023-03-03", "40", paid),
            contract: Self.signed.replacing("100", with: "-100"))
        #expect(Self.paid(Self.reading([text])) == ["2023-03-03": "EUR 40"])
    }

    // MARK: What later releases say

    /// The payments of the later releases, and what was paid on each day after them.
    private static let histories: [(releases: [String], paid: [String: String])] = [
        // The same again, alone and beside another.
        (
            [
                later("2", "2023-04-05", payment("P1", "2023-03-03", "40")),
                later(
                    "3", "2023-05-05", payment("P1", "2023-03-03", "40.0"),
                    payment("P2", "2023-04-30", "5")),
            ], ["2023-03-03": "EUR 40", "2023-04-30": "EUR 5"]
        ),
        // One more of a day that was recorded.
        (
            [later("2", "2023-04-05", payment("P2", "2023-03-03", "5"))],
            ["2023-03-03": "EUR 45"]
        ),
        // Twice corrected.
        (
            [
                later("2", "2023-04-05", payment("P1", "2023-03-03", "41")),
                later("3", "2023-05-05", payment("P1", "2023-03-03", "42")),
            ], ["2023-03-03": "EUR 42"]
        ),
        // Of another day than was stated, and back.
        (
            [later("2", "2023-04-05", payment("P1", "2023-03-04", "40"))],
            ["2023-03-04": "EUR 40"]
        ),
        (
            [
                later("2", "2023-04-05", payment("P1", "2023-03-04", "40")),
                later("3", "2023-05-05", payment("P1", "2023-03-03", "40")),
            ], ["2023-03-03": "EUR 40"]
        ),
        // What is not said again stays.
        (
            [later("2", "2023-04-05", #"{"id": "P1", "value": {"amount": 39}}"#)],
            ["2023-03-03": "EUR 39"]
        ),
        ([later("2", "2023-04-05")], ["2023-03-03": "EUR 40"]),
    ]

    private static func history(_ index: Int) -> [String] {
        [first(payment("P1", "2023-03-03", "40"))] + histories[index].releases
    }

    @Test(arguments: histories.indices)
    func `payments are the same in later releases by their ids, and what changed is corrected`(
        index: Int
    ) {
        let reading = Self.reading(Self.history(index))
        #expect(reading.problems.isEmpty && reading.remarks.isEmpty, "\(reading.remarks)")
        #expect(Self.paid(reading) == Self.histories[index].paid)
    }

    @Test(arguments: histories.indices)
    func `each release makes the same alone, after those before it, as with all of them`(
        index: Int
    ) {
        let history = Self.history(index)
        let all = Self.reading(history)
        let book = Self.book(of: all)
        #expect(
            Self.reading(history, knowing: book).drafts.map(\.recording)
                == all.drafts.map(\.recording))
        for (place, release) in history.enumerated() {
            let before = Self.reading(Array(history[..<place]))
            for known in [Self.book(of: before), book] {
                let alone = Self.reading([release], knowing: known)
                let own = all.drafts.filter { draft in
                    draft.recording.key.text.hasSuffix("-\(place + 1)")
                }
                #expect(alone.problems.isEmpty, "\(alone.problems)")
                #expect(alone.drafts.map(\.recording) == own.map(\.recording))
            }
        }
    }

    // MARK: What is listed

    @Test(arguments: [
        (payment("P1", "2023-03-03", "40", #""payee": {"id": "S"}"#), "no payer is stated"),
        (payment("P1", "2023-03-03", "40", #""payer": {"id": "B"}"#), "no payee is stated"),
        (
            payment("P1", "2023-03-03", "40", #""payer": {"id": "X"}, "payee": {"id": "S"}"#),
            "its payer is not Town"
        ),
        (
            payment("P1", "2023-03-03", "40", #""payer": {"id": "S"}, "payee": {"id": "B"}"#),
            "its payer is not Town"
        ),
        (payment("P1", "2023-03-06", "40"), "its day, 2023-03-06, is after that of the release"),
        (
            payment("P1", "2023-03-03", "40").replacing("EUR", with: "USD"),
            "it is in USD, and the value of the contract in EUR"
        ),
        (#"{"id": "P1", "value": {"amount": 1, "currency": "EUR"}, \#(paid)}"#, "no day is stated"),
        (#"{"id": "P1", "date": "2023-03-03", \#(paid)}"#, "no amount with a currency is stated"),
        (#"{"date": "2023-03-03", \#(paid)}"#, "1 payment without an id"),
        (
            payment("P1", "2023-03-03", "4") + "," + payment("p1", "2023-03-03", "5"),
            "2 payments with the id p1"
        ),
    ])
    func `what cannot be recorded for sure is listed with the reason`(
        payment: String, words: String
    ) {
        let reading = Self.reading([Self.first(payment)])
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        #expect(Self.paid(reading).isEmpty)
        #expect(reading.remarks.contains { $0.contains(words) }, "\(reading.remarks)")
    }

    @Test func `a payment of a contract without a value is listed`() {
        let reading = Self.reading([
            Self.first(
                Self.payment("P1", "2023-03-03", "40"),
                contract: #", "status": "active", "dateSigned": "2023-03-01""#)
        ])
        #expect(Self.paid(reading).isEmpty)
        #expect(reading.remarks.contains { $0.contains("no fee from buyer to supplier") })
    }

    @Test func `an amount or a day that is none is refused with its pointer`() {
        let wrong = Self.payment("P1", "2023-03-03", "40").replacing("2023-03-03", with: "3 March")
        #expect(
            Self.reading([Self.first(wrong)]).problems.map(\.message).first?.hasPrefix(
                "/0/contracts/0/implementation/transactions/0/date: ") == true)
    }
}
