import Amendments
import Notation
import OCDS
import Terms
import Testing

/// What releases say of a contract, as recordings.
struct ReleaseMappingTests {
    /// A release of the process `ocds-1`, with one contract.
    private static func release(
        _ id: String, _ day: String, _ tag: String, contract: String, rest: String = ""
    ) -> String {
        #"{"ocid": "ocds-1", "id": "\#(id)", "date": "\#(day)T12:00:00Z", "tag": ["\#(tag)"], "#
            + #""contracts": [{"id": 7, "awardID": "a"\#(contract)}]\#(rest)}"#
    }

    private static let parties = #"""
        , "buyer": {"id": "B", "name": "Town"}, "awards": [{"id": "a", "suppliers": [{"id": "S", "name": "Paver"}]}]
        """#

    private static func first(_ contract: String = "", rest: String = parties) -> String {
        release(
            "1", "2023-03-05", "contract",
            contract: #", "status": "active", "dateSigned": "2023-03-01T00:00:00Z", "#
                + #""value": {"amount": 100, "currency": "EUR"}\#(contract)"#, rest: rest)
    }

    private static func reading(
        _ releases: String..., options: OCDSOptions = OCDSOptions()
    ) -> ReleaseReading {
        let list = "[\(releases.joined(separator: ",\n"))]"
        return ReleaseSet([("releases.json", Array(list.utf8))])
            .reading(knowing: RecordedContracts(), options)
    }

    private static func events(_ reading: ReleaseReading) -> [[String]] {
        reading.drafts.map { $0.recording.events.map(\.kind.rawValue) }
    }

    private static func fields(
        _ term: TermID, in reading: ReleaseReading, recording: Int = 0
    ) -> RawFields? {
        reading.drafts[recording].recording.events.lazy
            .flatMap(\.payload.givenFields).first { $0.term == term }?.set
    }

    // MARK: The first release

    @Test func `a contract is an agreement with its parties, its value and its day of signing`()
        throws
    {
        let reading = Self.reading(Self.first())
        #expect(reading.problems.isEmpty)
        let recording = try #require(reading.drafts.first?.recording)
        #expect(recording.agreement == "ocds-1-7")
        #expect(recording.disclosed == "2023-03-05")
        #expect(recording.instrument.signed == .day("2023-03-01"))
        #expect(recording.instrument.effective == .announced("2023-03-01"))
        #expect(
            Self.events(reading) == [
                ["agreement-recorded", "party-admitted", "party-admitted", "term-added"]
            ])
        let value = try #require(Self.fields("value", in: reading))
        #expect(value[.amount]?.text == "EUR 100")
        #expect(value[.payer]?.text == "b")
        #expect(value[.payee]?.text == "s")
    }

    @Test func `a negative value is paid by the supplier`() {
        let text = Self.first().replacing("100", with: "-100.50")
        let value = Self.fields("value", in: Self.reading(text))
        #expect(value?[.amount]?.text == "EUR 100.5")
        #expect(value?[.payer]?.text == "s")
        #expect(value?[.payee]?.text == "b")
    }

    @Test func `who is not stated is unknown, and is no one`() {
        let value = Self.fields("value", in: Self.reading(Self.first(rest: "")))
        #expect(value?[.payer]?.text == "unknown")
        #expect(value?[.payee]?.text == "unknown")
    }

    @Test func `several suppliers are a group, and tenderers are listed`() {
        let parties =
            Self.parties.replacing(
                #"{"id": "S", "name": "Paver"}"#,
                with: #"{"id": "S", "name": "Paver"}, {"id": "T", "name": "Kerbs"}"#)
            + #", "parties": [{"id": "S", "roles": ["supplier"]}, {"id": "L", "name": "Loser", "roles": ["tenderer"]}]"#
        let reading = Self.reading(Self.first(rest: parties))
        #expect(Self.events(reading)[0].contains("group-formed"))
        #expect(Self.fields("value", in: reading)?[.payee]?.text == "suppliers")
        #expect(reading.remarks.contains { $0.contains("Loser (tenderer)") }, "\(reading.remarks)")
    }

    @Test
    func `the value of a framework agreement and one without a currency are listed, not recorded`()
    {
        let framework =
            Self.parties + #", "tender": {"techniques": {"hasFrameworkAgreement": true}}"#
        for (text, words) in [
            (Self.first(rest: framework), "framework agreement"),
            (Self.first().replacing(#", "currency": "EUR""#, with: ""), "has no currency"),
        ] {
            let reading = Self.reading(text)
            #expect(Self.fields("value", in: reading) == nil)
            #expect(reading.remarks.contains { $0.contains(words) }, "\(reading.remarks)")
        }
    }

    @Test(arguments: [
        ("2023-12-31T23:59:59-05:00", "2023-12-31"), ("2024-01-01T00:30:00+02:00", "2024-01-01"),
        ("2023-12-31", "2023-12-31"), ("2023-12-31T10:00:00.123456789Z", "2023-12-31"),
    ])
    func `a day is the one that is written, whatever its offset`(written: String, day: String) {
        let period = #", "period": {"endDate": "\#(written)"}"#
        let ends = Self.fields("duration", in: Self.reading(Self.first(period)))?[.ends]
        #expect(ends == .object([("through", .string(day))]))
    }

    @Test(arguments: [
        #""status": "pending""#, #""status": "cancelled", "dateSigned": "2023-03-01T00:00:00Z""#,
    ])
    func `a contract that is only proposed or was given up is no agreement`(
        status: String
    ) {
        let reading = Self.reading(
            Self.release("1", "2023-03-05", "contract", contract: ", \(status)"))
        #expect(reading.drafts.isEmpty)
        #expect(reading.remarks.contains { $0.contains("no agreement yet") }, "\(reading.remarks)")
    }

    @Test func `one that was amended before it was published has its terms from the release on`()
        throws
    {
        let reading = Self.reading(
            Self.first(
                #", "amendments": [{"id": "1", "date": "2023-03-02T00:00:00Z", "rationale": "More"}]"#
            ))
        let recording = try #require(reading.drafts.first?.recording)
        #expect(reading.drafts.count == 1)
        #expect(recording.instrument.effective == .announced("2023-03-05"))
        #expect(recording.events[0].note?.contains("Amended before") == true)
        #expect(recording.sources.contains { $0.id == "amendment-1" })
    }

    // MARK: Later ones

    private static func later(
        _ tag: String, amount: Int = 120, _ amendments: String = "", day: String = "2023-06-05"
    ) -> String {
        release(
            "2", day, tag,
            contract: #", "value": {"amount": \#(amount), "currency": "EUR"}\#(amendments)"#)
    }

    @Test func `an amendment amends from its own day`() throws {
        let reading = Self.reading(
            Self.first(),
            Self.later(
                "contractAmendment",
                #", "amendments": [{"id": "2", "date": "2023-06-01T00:00:00+02:00"}]"#))
        #expect(Self.events(reading).last == ["term-amended"])
        let instrument = try #require(reading.drafts.last?.recording.instrument)
        #expect(instrument.kind == .amendment)
        #expect(instrument.number == 2)
        #expect(instrument.id == "amendment-2")
        #expect(instrument.effective == .announced("2023-06-01"))
        #expect(Self.fields("value", in: reading, recording: 1)?[.amount]?.text == "EUR 120")
        #expect(Self.fields("value", in: reading, recording: 1)?.names == [.amount])
    }

    @Test(arguments: ["", #", "amendments": [{"id": "2"}]"#])
    func `one without a day is announced on the day of the release`(amendments: String) {
        let reading = Self.reading(Self.first(), Self.later("contractAmendment", amendments))
        let instrument = reading.drafts.last?.recording.instrument
        #expect(instrument?.signed == .unknown)
        #expect(instrument?.effective == .announced("2023-06-05"))
    }

    @Test
    func
        `of several amendments in one release the change is on some day from the first to the last`()
    {
        let reading = Self.reading(
            Self.first(),
            Self.later(
                "contractAmendment",
                #"""
                , "amendments": [{"id": "2", "date": "2023-06-01T00:00:00Z"}, {"id": "3", "date": "2023-05-01T00:00:00Z"}]
                """#))
        #expect(
            reading.drafts.last?.recording.instrument.effective
                == .between("2023-05-01", "2023-06-01"))
        #expect(reading.drafts.count == 2)
    }

    @Test func `an amendment of which nothing is recorded is noted, and not read`() {
        let reading = Self.reading(
            Self.first(),
            Self.later(
                "contractAmendment", amount: 100,
                #", "amendments": [{"id": "2", "description": "The place of delivery"}]"#))
        #expect(Self.events(reading).last == ["instrument-noted"])
    }

    @Test func `another value without an amendment is a report`() {
        let reading = Self.reading(Self.first(), Self.later("contractUpdate"))
        #expect(Self.events(reading).last == ["value-reported"])
        #expect(reading.drafts.last?.recording.instrument.kind == .filing)
    }

    @Test func `what an amendment states holds after it, also where nothing was known before`() {
        let reading = Self.reading(
            Self.first(#", "period": {"startDate": "2023-04-01T00:00:00Z"}"#),
            Self.later("contractAmendment", #", "period": {"endDate": "2024-04-01T00:00:00Z"}"#))
        #expect(Self.events(reading).last == ["term-amended", "term-amended"])
        let duration = Self.fields("duration", in: reading, recording: 1)
        #expect(duration?[.ends] == .object([("through", .string("2024-04-01"))]))
    }

    @Test func `a contract that is terminated ends, unless its last day had passed`() {
        let end = Self.release(
            "2", "2023-06-05", "contractTermination", contract: #", "status": "terminated""#)
        #expect(Self.events(Self.reading(Self.first(), end)).last == ["agreement-terminated"])
        let over = Self.first(#", "period": {"endDate": "2023-06-01T00:00:00Z"}"#)
        #expect(Self.reading(over, end).drafts.count == 1)
    }

    @Test func `of two contracts in a release its tag says of neither that it is over or amended`()
    {
        let two = Self.release("2", "2023-06-05", "contractTermination", contract: "")
            .replacing(
                #""contracts": ["#, with: #""contracts": [{"id": 8, "status": "terminated"}, "#)
        let reading = Self.reading(Self.first(), two)
        let ended = reading.drafts.filter { draft in
            draft.recording.events.contains { $0.kind == .agreementTerminated }
        }
        #expect(ended.map(\.recording.agreement) == ["ocds-1-8"])
        let amended = Self.later("contractAmendment")
            .replacing(
                #""contracts": ["#,
                with: #""contracts": [{"id": 8, "amendments": [{"id": "1"}]}, "#)
        let events = Self.events(Self.reading(Self.first(), amended))
        #expect(events.contains(["value-reported"]), "\(events)")
    }

    @Test func `a release without changes makes no recording, in whatever order it is given`() {
        let same = Self.later("contractUpdate", amount: 100)
        #expect(Self.reading(same, Self.first()).drafts.count == 1)
        #expect(
            Self.reading(Self.first(), same).summary()
                == "2 releases: 2 valid, 0 duplicate, 0 invalid")
    }

    @Test func `what is taken out is said, and stays as it is recorded`() {
        let taken = Self.release(
            "2", "2023-06-05", "contractUpdate", contract: #", "value": {"amount": null}"#)
        let reading = Self.reading(Self.first(), taken)
        #expect(reading.drafts.count == 1)
        #expect(
            reading.remarks.contains { $0.contains("value/amount stays as it is recorded") },
            "\(reading.remarks)")
    }

    @Test(arguments: [
        (#""releaseID": "1""#, "its values are those of release 1"),
        (#""amendsReleaseID": "0""#, "the values before it are in release 0, which is not there"),
    ])
    func `an amendment of values in another release is said`(link: String, words: String) {
        let reading = Self.reading(
            Self.first(),
            Self.later("contractUpdate", #", "amendments": [{"id": "2", \#(link)}]"#))
        #expect(reading.remarks.contains { $0.contains(words) }, "\(reading.remarks)")
    }

    @Test func `documents are sources that no one has read`() {
        let reading = Self.reading(
            Self.first(
                #"""
                , "documents": [{"id": "1", "title": "Contract"}, {"url": "https://example.org/a.pdf"}],
                "implementation": {"documents": [{"id": "1", "title": "Report"}]}
                """#))
        let sources = reading.drafts.first?.recording.sources.dropFirst() ?? []
        #expect(sources.map(\.note) == ["not read", "not read", "not read"])
        #expect(sources.map(\.title) == ["Contract", nil, "Report"])
        let cited = reading.drafts.first?.recording.events.flatMap(\.cites) ?? []
        #expect(Set(cited) == ["release"])
    }

    // MARK: What is recorded already

    /// A book in which these recordings are.
    private static func book(of reading: ReleaseReading) -> RecordedContracts {
        var known = RecordedContracts()
        for recording in reading.drafts.map(\.recording) {
            let header = RecordingHeader(
                of: recording, recorder: "test", recordedAt: Instant(microseconds: 0))
            known.learn(recording.events(from: Position(1), under: header), of: recording.agreement)
        }
        return known
    }

    private static let history = [
        first(
            #", "milestones": [{"id": "m", "title": "Open", "dueDate": "2023-05-01T00:00:00Z"}]"#),
        release(
            "2", "2023-05-02", "implementationUpdate",
            contract: #", "milestones": [{"id": "m", "status": "met", "dateMet": "2023-04-30"}]"#),
        later(
            "contractAmendment", #", "amendments": [{"id": "1", "date": "2023-06-01"}]"#
        ).replacing(#""id": "2", "date""#, with: #""id": "3", "date""#),
        release(
            "4", "2023-07-05", "contractTermination", contract: #", "status": "terminated""#,
            rest: ""),
    ]

    private static func reading(
        of releases: [String], knowing known: RecordedContracts
    ) -> ReleaseReading {
        ReleaseSet([("more.json", Array("[\(releases.joined(separator: ","))]".utf8))])
            .reading(knowing: known, OCDSOptions())
    }

    @Test(arguments: history.indices)
    func `a release makes the same alone, after those before it, as with all of them`(
        index: Int
    ) {
        let all = Self.reading(of: Self.history, knowing: RecordedContracts())
        #expect(all.problems.isEmpty && all.drafts.count == Self.history.count)
        let before = Self.reading(
            of: Array(Self.history[..<index]), knowing: RecordedContracts())
        for known in [Self.book(of: before), Self.book(of: all)] {
            let alone = Self.reading(of: [Self.history[index]], knowing: known)
            #expect(alone.problems.isEmpty, "\(alone.problems)")
            #expect(alone.drafts.map(\.recording) == [all.drafts[index].recording])
        }
    }

    @Test func `all of them are the same again where some are recorded`() {
        let all = Self.reading(of: Self.history, knowing: RecordedContracts())
        for count in 0...Self.history.count {
            let some = Self.reading(
                of: Array(Self.history[..<count]), knowing: RecordedContracts())
            let again = Self.reading(of: Self.history, knowing: Self.book(of: some))
            #expect(again.drafts.map(\.recording) == all.drafts.map(\.recording))
        }
    }

    @Test func `releases of one moment have one order, whichever are there`() {
        let same = [
            Self.first(), Self.later("contractUpdate", amount: 100, day: "2023-06-05"),
            Self.later("contractAmendment", amount: 130, day: "2023-06-05")
                .replacing(#""id": "2", "date""#, with: #""id": "3", "date""#),
        ]
        let all = Self.reading(of: same, knowing: RecordedContracts())
        let turned = Self.reading(of: same.reversed(), knowing: RecordedContracts())
        let again = Self.reading(of: same, knowing: Self.book(of: all))
        #expect(all.drafts.count == 2)
        #expect(turned.drafts.map(\.recording) == all.drafts.map(\.recording))
        #expect(again.drafts.map(\.recording) == all.drafts.map(\.recording))
    }

    @Test func `a release that comes after a later one is refused, with its pointer`() {
        let late = Self.reading(
            of: [Self.history[0], Self.history[2]], knowing: RecordedContracts())
        let between = Self.reading(of: [Self.history[1]], knowing: Self.book(of: late))
        #expect(between.drafts.isEmpty)
        #expect(between.problems.map(\.message).first?.hasPrefix("/0/contracts/0: ") == true)
        #expect(between.summary() == "1 release: 0 valid, 0 duplicate, 1 invalid")
    }

    @Test func `an agreement that did not come from releases is left to people`() throws {
        var recording = try #require(Self.reading(Self.first()).drafts.first?.recording)
        recording.sources = [Source(id: "files", grade: .executedText, publisher: "Town")]
        var known = RecordedContracts()
        let header = RecordingHeader(
            of: recording, recorder: "test", recordedAt: Instant(microseconds: 0))
        known.learn(recording.events(from: Position(1), under: header), of: recording.agreement)
        let reading = Self.reading(of: [Self.first()], knowing: known)
        #expect(reading.problems.first?.hint?.contains("deedbook new amendment ocds-1-7") == true)
    }

    // MARK: What is wrong, and what has no place

    @Test func `the same id with another content is refused, and the same release is a duplicate`()
    {
        let reading = Self.reading(Self.first(), Self.first(), Self.first(#", "title": "x""#))
        #expect(reading.summary() == "3 releases: 1 valid, 1 duplicate, 1 invalid")
        #expect(reading.problems.map(\.message).first?.hasPrefix("/2: the release '1'") == true)
    }

    @Test func `values without a place are counted under the shortest path that has none`() {
        let reading = Self.reading(
            Self.first(
                #", "items": [{"id": 1, "unit": {"name": "t"}}, {"id": 2}], "value2": null"#,
                rest: #", "planning": {"budget": {"id": "x", "amount": {"amount": 1}}}"#))
        #expect(reading.unmapped == ["contracts/items": 3, "planning": 2])
    }
}
