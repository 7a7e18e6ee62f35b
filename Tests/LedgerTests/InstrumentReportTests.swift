import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// What sources say of an instrument, read without the rest of its agreement.
struct InstrumentReportTests {
    private static func report(_ key: String, _ events: String) -> String {
        chapter(key, "2022-01-01", grade: "secondary", kind: "report", events)
    }

    private static func reported(_ field: String, _ value: String) -> String {
        "- value-reported: { instrument: opening, field: \(field), value: \(value) }"
    }

    private static let chapters = [
        firstChapter(fee()),
        report("one", reported("signed", "2019-12-31") + "\n" + reported("description", "A draft")),
        report("two", reported("signed", "2019-12-30")),
        report("three", reported("announced", "2020-01-02")),
        report("four", reported("effective", "2020-01-03")),
        report("five", reported("description", "A secret")),
        report("term", "- value-reported: { term: fee, field: per, value: P1M }"),
        chapter("raise", "2022-06-01", amends("amount: USD 20")),
        chapter(
            "retraction", "2023-01-01", kind: "report",
            """
            - report-withdrawn: { event: one#2, reason: it was none }
            - report-withdrawn: { event: term#1, reason: it was none }
            """),
        chapter(
            "fixes", "2023-02-01", kind: "correction",
            """
            - event-corrected: { event: two#1, reason: misread, replacement: { value-reported: \
            { instrument: opening, field: signed, value: 2019-12-29 } } }
            - event-rescinded: { event: three#1, reason: never said }
            - effective-date-moved: { event: four#1, to: { on: 2022-02-02 } }
            - payload-redacted: { event: five#1, authority: a court }
            - event-rescinded: { event: raise#1, reason: a draft }
            """),
    ]

    private static func book() async throws -> Book {
        let clock = TestClock()
        let book = Book(store: InMemoryStore(clock: { clock.now() }))
        for recording in try recordings(yaml: chapters) {
            _ = try await book.record(recording, by: "ana")
        }
        return book
    }

    @Test func `they are those that the whole agreement adds up to`() async throws {
        let book = try await Self.book()
        let reading = try await book.reading(of: "story", from: Vantage(on: .first))
        for logged in try await book.log().recordings {
            #expect(
                try await book.reports(on: logged)
                    == reading.state.instrumentReports[logged.header.key] ?? [:])
        }
        let reports = try await book.reports(on: book.recording("opening"))
        #expect(reports[.signed]?.map(\.value.displayText) == ["2019-12-31", "2019-12-29"])
        #expect(reports["description"]?.map { $0.withdrawal != nil } == [true, false])
        #expect(reports["announced"] == nil)
        #expect(reports["effective"]?.first?.event.effective == .on("2022-02-02"))
    }

    @Test func `a report in another agreement is not shown with it`() async throws {
        let book = try await Self.book()
        let other = try recordings(yaml: [
            chapter(
                "other", "2020-01-01", kind: "definitive", agreement: "other",
                """
                - agreement-recorded: { title: Other, zone: UTC }
                - party-admitted: { party: a, name: A }
                \(Self.reported("signed", "2018-01-01"))
                """)
        ])
        let before = try await book.reports(on: book.recording("opening"))
        _ = try await book.record(other[0], by: "ana")
        #expect(try await book.reports(on: book.recording("opening")) == before)
    }

    @Test func `an event acts on the record where its kind does`() throws {
        for event in try given(yaml: Self.chapters).events {
            let payload = event.event.payload
            #expect(payload.traits.contains(.actsOnRecord) == (payload.recordAct != nil))
        }
    }
}
