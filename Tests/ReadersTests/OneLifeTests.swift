import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Whether a term holds is decided once; terms, find, timeline, the picture, conflicts, payable and the
/// calendar say the same on every day.
struct OneLifeTests {
    @Test(arguments: LifeCase.all)
    func `every reader says whether the fee holds`(_ row: LifeCase) throws {
        let readers = Readers(try row.story, of: "x")
        for (day, standing) in row.answers {
            expect(readers, "f", on: day, standing)
        }
        try expectCalendar(readers, "f", on: row.answers.map(\.day))
    }

    @Test func `the table has cases enough`() { #expect(LifeCase.all.count >= 60) }

    private func expect(_ readers: Readers, _ term: TermID, on day: Day, _ standing: Standing?) {
        let said: [(String, Standing?)] = [
            ("terms", readers.terms(term, on: day)), ("timeline", readers.timeline(term, on: day)),
            ("find", readers.find(term, on: day)), ("picture", readers.picture(term, on: day)),
            ("conflicts", readers.conflicts(term, on: day)),
            ("payable", readers.payable(term, on: day)),
        ]
        for (reader, answer) in said {
            #expect(answer == standing, "\(reader) on \(day)")
        }
    }

    /// Where the term surely holds on one day and surely not on the next, the calendar has the last day.
    private func expectCalendar(_ readers: Readers, _ term: TermID, on days: [Day]) throws {
        for day in days where readers.terms(term, on: day) == .lives {
            let next = day.adding(days: 1)
            guard readers.terms(term, on: next) == .over else { continue }
            let ends = readers.lastDays(of: term, from: day, to: next)
            #expect(!ends.isEmpty, "no end in the calendar on \(day)")
        }
    }
}
