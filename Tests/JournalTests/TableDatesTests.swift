import Amendments
import Journal
import Notation
import Terms
import Testing

/// The order of day and month, stated once for a table in its map.
struct TableDatesTests {
    private static let table = """
        agreement,title,zone,parties,instrument,signed,effective,disclosed,source,term,kind,payer,payee,amount,starts,ends,text
        x,X,UTC,a = A; b = B,Contract,03/04/2026,from 3.4.2026,03-04-2026,files [executed-text],fee.one,fee,a,b,EUR 10,from 03/04/2026,through 05/06/2027,

        """

    private static func reading(_ text: String, map: String) throws -> TableReading {
        var problems = Problems(.forgiving)
        let read = try #require(TableMap.read(Array(map.utf8), &problems), "\(problems.all)")
        return try TermTable(Array(text.utf8), file: "t.csv", map: read)
            .reading(knowing: TableKnowledge())
    }

    @Test(arguments: [
        ("day-first", "2026-04-03", "2027-06-05"), ("month-first", "2026-03-04", "2027-05-06"),
    ])
    func `every date of the table is read in that order, in words or alone`(
        order: String, day: String, end: String
    ) throws {
        let reading = try Self.reading(Self.table, map: "dates: \(order)\n")
        #expect(reading.problems.isEmpty, "\(reading.problems)")
        let recording = try #require(reading.drafts.first?.recording)
        let date = try #require(CivilDate(day))
        #expect(recording.instrument.signed == .day(date))
        #expect(recording.instrument.effective == .from(date))
        #expect(recording.disclosed == date)
        let set = try #require(recording.events.flatMap(\.payload.givenFields).first?.set)
        #expect(set[.starts] == .object([("from", .string(day))]))
        #expect(set[.ends] == .object([("through", .string(end))]))
    }

    @Test func `without a stated order it is refused with both readings and where to state it`()
        throws
    {
        let problems = try Self.reading(Self.table, map: "columns: {}\n").problems
        let signed = try #require(problems.first { $0.message.contains("'signed'") })
        #expect(signed.message.contains("may be 3 April 2026 or 4 March 2026"), "\(signed)")
        #expect(signed.hint?.contains("write 2026-04-03 or 2026-03-04") == true, "\(signed)")
        #expect(
            signed.hint?.contains("dates: day-first or dates: month-first") == true, "\(signed)")
    }

    @Test(arguments: [
        ("day-first", "04/13/2026", "the day first"),
        ("month-first", "13/04/2026", "the month first"),
    ])
    func `a date that is none in the stated order is refused, and not read the other way round`(
        order: String, date: String, words: String
    ) throws {
        let table = Self.table.replacing("through 05/06/2027", with: "through \(date)")
        let problems = try Self.reading(table, map: "dates: \(order)\n").problems
        let problem = try #require(problems.first)
        #expect(
            problem.message.hasPrefix("row 2, column P 'ends': '\(date)' is no date with \(words)"))
    }

    @Test(arguments: ["31 March 2026", "2026-03-31", "2026/3/31", "March 2026", "31/03/2026"])
    func `what can only be read in one way is read so under a stated order too`(date: String) throws
    {
        let table = Self.table.replacing(
            "x,X,UTC,a = A; b = B,Contract,03/04/2026",
            with: "x,X,UTC,a = A; b = B,Contract,\(date)")
        let reading = try Self.reading(
            table.replacing("03-04-2026", with: "2026-04-01"), map: "dates: day-first\n")
        #expect(reading.problems.isEmpty, "\(reading.problems)")
    }

    @Test func `a text that has such a date in it stays as it is written`() throws {
        let table = Self.table.replacing(
            "through 05/06/2027,", with: "through 05/06/2027,paid by 03/04/2026"
        )
        .replacing("fee.one,fee,a,b,EUR 10", with: "other.one,other,,,")
        let recording = try Self.reading(table, map: "dates: day-first\n").drafts.first?.recording
        let set = recording?.events.flatMap(\.payload.givenFields).first?.set
        #expect(set?[.text]?.text == "paid by 03/04/2026")
    }

    @Test func `an order that is none is refused`() {
        var problems = Problems(.forgiving)
        #expect(TableMap.read(Array("dates: days-first\n".utf8), &problems) == nil)
        #expect(problems.all.first?.hint?.contains("day-first") == true, "\(problems.all)")
    }
}
