import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Questions
import StoreConformance
import Terms
import Testing

/// Names of lists that change with the years: checked when they are recorded, and never when they are read.
struct ListRuleTests {
    @Test(arguments: [
        ("America/Los_Angles", "did you mean America/Los_Angeles?"),
        ("america/los_angeles", "did you mean America/Los_Angeles?"),
        ("PST", "PST is an abbreviation, not a zone: write e.g. America/Los_Angeles"),
        ("GMT+8", "a distance from UTC is no zone"),
        ("UTC-05", "a distance from UTC is no zone"),
        ("Mars/Phobos", "name a place that keeps its time"),
    ])
    func `a zone that the tz database does not have is refused, a near miss suggested`(
        zone: String, hint: String
    ) async throws {
        let found = try await refusals(of: [opening(zone: zone)])
        #expect(found.map(\.message).contains { $0.hasPrefix("'\(zone)' is no time zone") })
        #expect(found.contains { $0.hint?.hasPrefix(hint) ?? false }, "\(found.map(\.hint))")
    }

    @Test(arguments: ["America/Los_Angeles", "US/Pacific", "Asia/Calcutta", "Etc/GMT+8", "UTC"])
    func `zones and their older names are accepted`(zone: String) async throws {
        #expect(try await refusals(of: [opening(zone: zone)]).isEmpty)
    }

    @Test func `a correction cannot bring in a zone that is none`() async throws {
        let correction = chapter(
            "fix", "2020-02-01", kind: "correction",
            """
            - event-corrected:
                event: opening#1
                reason: misread
                replacement: { agreement-recorded: { title: Story, zone: Mars/Phobos } }
            """)
        let found = try await refusals(of: [opening(zone: "UTC"), correction])
        #expect(found.map(\.event.description) == ["fix#1"])
        #expect(found.first?.message.contains("'Mars/Phobos' is no time zone") ?? false)
    }

    @Test func `an agreement whose zone is on no list any more stays readable and goes on`()
        async throws
    {
        // As a book of another version holds it: written past the check.
        let clock = TestClock()
        let store = InMemoryStore(clock: { clock.now() })
        let recordings = try recordings(yaml: [
            opening(zone: "Mars/Phobos"), chapter("more", "2021-01-01", amends("amount: USD 20")),
        ])
        _ = try await store.append(recordings[0], by: "ana", expecting: [:])
        let book = Book(store: store)
        #expect(try await book.record(recordings[1], by: "ana").isRepeated == false)
        let copy = try await book.conformedCopy(of: "story", from: Vantage(on: "2021-01-01"))
        #expect(copy.zone == "Mars/Phobos")
    }

    @Test(arguments: [
        ("ANG", "2024-01-01"), ("BGN", "2025-06-01"), ("BYR", "2015-01-01"), ("CUC", "2019-01-01"),
        ("DEM", "1999-01-01"), ("FRF", "1998-01-01"), ("HRK", "2021-01-01"), ("LTL", "2013-01-01"),
        ("MRO", "2016-01-01"), ("STD", "2016-01-01"), ("VEF", "2017-01-01"), ("ZWL", "2022-01-01"),
        ("DEM", "2002-03-31"), ("BGN", "1999-07-05"), ("DEM", "2002"), ("EUR", "1998-01-01"),
    ])
    func `a withdrawn currency is accepted for days on which it lived`(
        code: String, day: String
    ) async throws {
        #expect(try await refusals(of: [opening(on: day, amount: "\(code) 1000")]).isEmpty)
    }

    @Test(arguments: [
        ("DEM", "2002-04-01", "until 2002-03-31"), ("HRK", "2023-02-01", "to 2023-01-31"),
        ("HRK", "1990-01-01", "from 1994-05-30"), ("BGN", "2026-02-01", "to 2026-01-31"),
        ("ZWL", "2005", "from 2009-02-02"),
    ])
    func `a withdrawn currency is refused for days on which it did not live`(
        code: String, day: String, life: String
    ) async throws {
        let found = try await refusals(of: [opening(on: day, amount: "\(code) 1000")])
        #expect(found.count == 1)
        #expect(found.first?.message.contains("amount of 'fee' is in \(code) on") ?? false)
        #expect(found.first?.message.contains(life) ?? false, "\(found.map(\.message))")
        #expect(found.first?.mark != nil)
    }

    @Test func `a day that is not known refuses no currency`() async throws {
        let waiting = chapter(
            "wait", "2021-01-01",
            """
            - condition-defined: { condition: c, text: C. }
            - term-amended: { term: fee, set: { amount: DEM 5 }, effective: { upon: c } }
            """)
        #expect(try await refusals(of: [opening(zone: "UTC"), waiting]).isEmpty)
    }

    @Test func `was and reports may name a currency of another time`() async throws {
        let later = chapter(
            "euro", "2002-04-01", amends("amount: EUR 511.29", "was: { amount: DEM 1000 }"))
        let report = chapter(
            "press", "2010-01-01", grade: "named-press",
            "- value-reported: { term: fee, field: amount, value: DEM 1001 }")
        #expect(
            try await refusals(of: [opening(on: "1999-01-01", amount: "DEM 1000"), later, report])
                .isEmpty)
    }

    @Test func `amounts of an earlier life of the currency stay when other fields change`()
        async throws
    {
        let later = chapter("payer", "2012-01-01", amends("per: P1M"))
        #expect(
            try await refusals(of: [opening(on: "1999-01-01", amount: "DEM 1000"), later]).isEmpty)
    }

    @Test func `what accrued is in a currency of its period`() async throws {
        func accrued(_ period: String) -> String {
            chapter(
                "accrual", "2005-01-01",
                "- amount-accrued: { term: fee, amount: DEM 7, period: \(period) }")
        }
        let opening = opening(on: "1999-01-01", amount: "DEM 1000")
        #expect(try await refusals(of: [opening, accrued("2001")]).isEmpty)
        #expect(try await refusals(of: [opening, accrued("2003")]).count == 1)
    }

    // MARK: Stories

    private func opening(
        zone: String = "UTC", on day: String = "2020-01-01", amount: String = "USD 10"
    ) -> String {
        chapter(
            "opening", day, kind: "definitive",
            """
            - agreement-recorded: { title: Story, zone: \(zone) }
            - party-admitted: { party: a, name: A }
            - party-admitted: { party: b, name: B }
            - term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: \(amount) } }
            """)
    }
}
