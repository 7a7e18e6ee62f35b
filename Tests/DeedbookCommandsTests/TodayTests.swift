import Amendments
import EventStore
import Foundation
import Ledger
import Terms
import Testing

/// Today is one day for an agreement, whichever command asks; and ends are read alike by find and calendar.
struct TodayTests {
    /// At the instant of the tests it is 3 April in Kiritimati and still 2 April in Los Angeles.
    private static func console() async throws -> Console {
        func opening(_ agreement: String, _ zone: String) -> String {
            InventedBook.opening(
                zone: zone, agreement: agreement, key: agreement,
                "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 5, per: P1D, "
                    + "starts: { from: 2025-04-03 } } }",
                "term-added: { term: g, kind: other, set: { text: G., ends: { through: 2025-04-02 } } }"
            )
        }
        return try await InventedBook.console([
            opening("east", "Pacific/Kiritimati"), opening("west", "America/Los_Angeles"),
            opening("mid", "UTC"),
        ])
    }

    @Test(arguments: [("east", true), ("west", false), ("mid", false)])
    func `every command has the today of the agreement's zone`(
        agreement: String, isThird: Bool
    ) async throws {
        let console = try await Self.console()
        let day = isThird ? "2025-04-03" : "2025-04-02"
        let terms = await console.run(["terms", agreement, "--format", "json"]).output
        #expect(terms.contains("\"on\": \"\(day)\""))
        let calendar = await console.run(["calendar", agreement]).output
        #expect(
            calendar.hasPrefix("Calendar from \(isThird ? "Thu" : "Wed") \(day) "), "\(calendar)")
        let found = await console.run(["find", "agreement = \(agreement)", "--format", "csv"])
            .output
        #expect(found.contains("certain,\(agreement),f,") == isThird, "\(found)")
        #expect(found.contains("certain,\(agreement),g,") == !isThird, "\(found)")
        let conflicts = await console.run(["conflicts", agreement, "--format", "json"]).output
        #expect(conflicts.contains("\"from\": \"\(day)\""), "\(conflicts)")
        let payable = await console.run([
            "payable", agreement, "f", "--from", "2025-04-03", "--to", "2025-04-04", "--format",
            "json",
        ])
        #expect(payable.status == 0, "\(payable.errors)")
    }

    @Test func `a question about all agreements asks each about its own today`() async throws {
        let console = try await Self.console()
        let found = await console.run(["find", "kind = fee", "--format", "csv"]).output
        #expect(found.contains("certain,east,f,"))
        #expect(!found.contains(",west,f,") && !found.contains(",mid,f,"))
        let text = await console.run(["find", "kind = fee"]).output
        #expect(text.contains("today in the zone of each agreement"))
        let calendar = await console.run(["calendar", "--format", "json"]).output
        #expect(!calendar.contains("\"key\": \"east/g/ends/1\""))
        #expect(calendar.contains("\"key\": \"west/g/ends/1\""))
        #expect(calendar.contains("\"key\": \"mid/g/ends/1\""))
    }

    @Test func `a day that is given is that day in every zone`() async throws {
        let console = try await Self.console()
        let found = await console.run([
            "find", "kind = fee", "--on", "2025-04-03", "--format", "csv",
        ]).output
        for agreement in ["east", "west", "mid"] {
            #expect(found.contains("certain,\(agreement),f,"))
        }
        #expect(!found.contains("today"))
    }

    @Test func `a zone that this machine does not know is stated, and its today that of UTC`()
        async throws
    {
        let store = InMemoryStore(
            origin: TrustFixture.origin, clock: { Console.instant },
            salt: { Array(repeating: 7, count: 16) })
        // As a book of another version may hold it: past the check of zones.
        _ = try await store.append(
            Recording(
                key: "a", agreement: "x",
                instrument: Instrument(
                    kind: .definitive, title: "a", number: nil, signed: nil,
                    effective: .on("2024-01-01")),
                disclosed: "2024-01-01",
                sources: [Source(id: "s", grade: .executedText, publisher: "the parties")],
                events: [Event(AgreementRecorded(title: "X", zone: "Mars/Phobos"))]),
            by: "ana", expecting: [:])
        let console = Console(books: ["./book.deedbook": store])
        let answer = await console.run(["terms", "x"])
        #expect(answer.status == 0)
        #expect(
            answer.errors.hasPrefix("warning: the time zone 'Mars/Phobos' of x is not known here"))
        #expect(answer.output.contains("2025-04-02"))
    }

    // MARK: Ends

    private static let yearEnd = "{ through-year: end-of-calendar-year }"

    /// An end, the convention, and the last day as the calendar has it.
    static let ends: [(ends: String, conventions: String?, last: String)] = [
        ("{ through: 2029 }", yearEnd, "2029-12-31"),
        ("{ through: 2029-06-30 }", nil, "2029-06-30"),
        ("{ until: 2030 }", nil, "2029-12-31"),
        ("{ until: 2030-01-01 }", yearEnd, "2029-12-31"),
        ("{ on: 2029 }", yearEnd, "2029-12-31"),
        ("{ upon: met }", nil, "2025-02-28"),
        ("{ first-of: [{ through: 2029 }, { upon: met }] }", yearEnd, "2025-02-28"),
        ("{ last-of: [{ through: 2029 }, { upon: met }] }", yearEnd, "2029-12-31"),
    ]

    @Test(arguments: ends.indices)
    func `find reads an end as the calendar does`(index: Int) async throws {
        let (ends, conventions, last) = Self.ends[index]
        let console = try await InventedBook.console([
            InventedBook.opening(
                conventions: conventions,
                "condition-defined: { condition: met, text: Met. }",
                "term-added: { term: t, kind: other, set: { text: T., ends: \(ends) } }"),
            InventedBook.recording("b", "2025-03-01", "condition-satisfied: { condition: met }"),
        ])
        let calendar = await console.run([
            "calendar", "x", "--from", "2024-01-01", "--to", "2040-01-01", "--format", "json",
        ]).output
        #expect(calendar.contains("\"key\": \"x/t/ends/1\""), "\(calendar)")
        #expect(calendar.contains("\"last\": \"\(last)\""), "\(calendar)")
        let day = try #require(Day(last))
        let questions = [
            ("ends = \(last)", true), ("ends < \(last)", false), ("ends > \(last)", false),
            ("ends <= \(day.adding(days: -1))", false), ("ends < \(day.adding(days: 1))", true),
        ]
        for (question, isMatch) in questions {
            let found = await console.run([
                "find", question, "--on", "2024-06-01", "--format", "csv",
            ]).output
            let rows = found.split(separator: "\r\n").count - 1
            #expect(rows == (isMatch ? 1 : 0), "\(question): \(found)")
            #expect(!found.contains("possible,"), "\(question): \(found)")
        }
    }

    @Test func `a year without a convention stays a window for both`() async throws {
        let console = try await InventedBook.console([
            InventedBook.opening(
                "term-added: { term: t, kind: other, set: { text: T., ends: { through: 2029 } } }")
        ])
        let found = await console.run([
            "find", "ends < 2029-06-01", "--on", "2024-06-01", "--format", "csv",
        ]).output
        #expect(found.contains("possible,x,t,"))
    }
}
