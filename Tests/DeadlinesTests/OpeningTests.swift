import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Rights that come again each year, in the calendar and in the status on a day.
struct OpeningTests {
    private func put(_ fields: String, later: [String] = []) throws -> Mill {
        try Mill(
            """
            - term-added:
                term: put
                kind: option
                set: { holder: a, grantor: b, direction: put, subject: shares, \(fields) }
            """, later: later)
    }

    private func days(_ mill: Mill, _ what: Deadline.What) throws -> [String] {
        try mill.all(what).map { deadline in
            guard case .on(let day) = deadline.when else { return "\(deadline.when)" }
            return "\(day)" + (deadline.isTentative ? "?" : "")
        }.sorted()
    }

    /// What the copy of a day says of whether the right may be used.
    private func opening(_ mill: Mill, _ day: Day) -> Opening? {
        (mill.story.on(day).copy.term("put")?.reasons ?? []).lazy.compactMap { reason in
            if case .opening(let opening) = reason { opening } else { nil }
        }.first
    }

    @Test func `a put in May and in November of each year opens and closes twice a year`() throws {
        let mill = try put("each: [may, november], closes: { through: 2026-12-31 }")
        #expect(
            try days(mill, .opens) == ["2025-05-01", "2025-11-01", "2026-05-01", "2026-11-01"])
        #expect(
            try days(mill, .closes)
                == ["2025-05-31", "2025-11-30", "2026-05-31", "2026-11-30", "2026-12-31"])
        let first = try #require(try mill.all(.opens).first)
        #expect(first.through == "2025-05-31")
        #expect(first.actor == "a")
    }

    @Test func `the status on a day says whether it is open, and when next`() throws {
        let mill = try put("each: [may, november], closes: { through: 2026-12-31 }")
        #expect(opening(mill, "2025-05-01") == .open(through: "2025-05-31"))
        #expect(opening(mill, "2025-06-01") == .closed(opens: "2025-11-01"))
        #expect(opening(mill, "2026-12-01") == .closed(opens: nil))
        // Once it has closed for good, its end says so.
        #expect(opening(mill, "2027-05-01") == nil)
        #expect(mill.story.on("2027-05-01").copy.term("put")?.status == .ended)
    }

    @Test func `a first day inside a stretch opens it on that day`() throws {
        let mill = try put("each: [may], opens: { on: 2025-05-10 }")
        #expect(opening(mill, "2025-05-05") == .closed(opens: "2025-05-10"))
        #expect(opening(mill, "2025-05-10") == .open(through: "2025-05-31"))
        // The bound itself says when it opens first.
        #expect(try days(mill, .opens).prefix(2) == ["2025-05-10", "2026-05-01"])
        #expect(try days(mill, .closes).prefix(2) == ["2025-05-31", "2026-05-31"])
    }

    @Test func `outside of a blackout it may be used`() throws {
        let mill = try put("blackout: [15 december through 15 january]")
        #expect(opening(mill, "2025-12-14") == .open(through: "2025-12-14"))
        #expect(opening(mill, "2025-12-15") == .closed(opens: "2026-01-16"))
        #expect(try days(mill, .opens).prefix(2) == ["2025-01-16", "2026-01-16"])
        #expect(try days(mill, .closes).prefix(2) == ["2025-12-14", "2026-12-14"])
    }

    @Test func `a blackout inside a stretch parts it`() throws {
        let mill = try put("each: [may], blackout: [10 may through 12 may]")
        #expect(try days(mill, .opens).prefix(2) == ["2025-05-01", "2025-05-13"])
        #expect(try days(mill, .closes).prefix(2) == ["2025-05-09", "2025-05-31"])
    }

    @Test func `a change of the days counts from its day`() throws {
        let mill = try put(
            "each: [may]",
            later: [
                "- term-amended: { term: put, set: { each: [june] }, effective: { on: 2026-01-01 } }"
            ])
        #expect(try days(mill, .opens).prefix(2) == ["2025-05-01", "2026-06-01"])
    }

    @Test func `days that are withheld are not known, and none is made up`() throws {
        let mill = try put("each: undisclosed")
        #expect(opening(mill, "2025-05-05") == .notKnown)
        #expect(try days(mill, .opens) == [])
    }

    @Test func `a right that waits for a condition is not open`() throws {
        let mill = try Mill(
            """
            - condition-defined: { condition: ipo, text: The shares are listed }
            - term-added:
                term: put
                kind: option
                set: { holder: a, grantor: b, direction: put, subject: shares, each: [may], opens: { upon: ipo } }
            """)
        #expect(opening(mill, "2025-05-05") == .closed(opens: nil))
        #expect(try days(mill, .opens).allSatisfy { !$0.hasPrefix("2025") })
    }

    @Test func `one that was used in whole opens no more`() throws {
        let mill = try put(
            "each: [may, november]",
            later: [
                "- option-exercised: { term: put, by: a, extent: whole, effective: { on: 2025-05-10 } }"
            ])
        #expect(try days(mill, .opens) == ["2025-05-01"])
        #expect(opening(mill, "2025-11-05") == nil)
    }

    @Test func `a borrowing base is set anew each first of April and of October`() throws {
        let mill = try Mill(
            """
            - term-added:
                term: loan
                kind: credit-facility
                set: { borrower: a, lender: b, borrowing-base: USD 100, redetermined: [1 april, 1 october], ends: { through: 2026-06-30 } }
            """)
        #expect(try days(mill, .adjusts) == ["2025-04-01", "2025-10-01", "2026-04-01"])
    }

    @Test func `part of the calendar shows what the whole of it shows`() throws {
        let mill = try put("each: [may, november], blackout: [10 may through 12 may]")
        let whole = try mill.deadlines(from: "2025-01-01", to: "2027-12-31")
        let part = try mill.deadlines(from: "2025-05-05", to: "2025-11-15")
        let days: ClosedRange<Day> = "2025-05-05"..."2025-11-15"
        let expected = whole.filter { deadline in
            guard case .on(let day) = deadline.when else { return false }
            return days.contains(day)
        }
        #expect(part.map(\.key).sorted() == expected.map(\.key).sorted())
    }
}
