import Amendments
import EventStore
import Foundation
import Ledger
import Notation
import Portfolio
import Questions
import StoreSQLite
import Terms

/// A book of many agreements of twenty terms each, and how long it takes to find something in it. Most terms end in a
/// year, some on a day.
enum Portfolios {
    static let terms = 20

    /// - Returns: false where the arguments ask for something else.
    static func run(_ arguments: [String]) async throws -> Bool {
        guard let command = arguments.first, ["generate", "find"].contains(command) else {
            return false
        }
        guard let path = arguments.dropFirst().first else {
            throw Stopwatch.Failure(text: "which file? Tools/benchmark \(command) FILE")
        }
        let others = arguments.dropFirst(2)
        if command == "find" {
            try await find(others.isEmpty ? questions : Array(others), at: path)
            return true
        }
        let count = others.first.map { Int($0) ?? 0 } ?? 100_000
        guard count > 0 else {
            throw Stopwatch.Failure(text: "'\(arguments[2])' is not a number of agreements")
        }
        try await generate(count, at: path)
        return true
    }

    private static func open(_ path: String, _ mode: SQLiteStore.Mode) throws -> SQLiteStore {
        try SQLiteStore(
            path: path, mode: mode, capacity: 4_096, clock: { Instant(microseconds: 0) })
    }

    /// Appends each agreement as a recording of its own; those that wait together share a transaction. Run
    /// again after a stop it goes on where it was, for what is there is not written twice.
    static func generate(_ count: Int, at path: String) async throws {
        let store = try open(path, .create)
        let batch = 512
        let (seconds, _) = try await Stopwatch.seconds {
            for first in stride(from: 0, to: count, by: batch) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for number in first..<min(count, first + batch) {
                        group.addTask {
                            _ = try await store.append(
                                recording(number), by: "clerk", expecting: [:])
                        }
                    }
                    try await group.waitForAll()
                }
                let done = min(count, first + batch)
                FileHandle.standardError.write(Data("\r\(done) of \(count) agreements".utf8))
            }
        }
        FileHandle.standardError.write(Data("\n".utf8))
        Measurements.row("agreements of \(terms) terms", String(count), "")
        Measurements.row("  made in", String(format: "%.0f", seconds), "s")
    }

    /// What is asked where nothing else is.
    private static let questions = [
        "kind = revenue-share and rate > 15% and party = party-77",
        "payer = party-150 and cap is undisclosed", "kind = fee and amount is redacted",
        "agreement = agreement-42 and status = in-force",
        "party = party-77 and ends before 2027-01-01",
    ]

    /// Each question is asked six times; the first does not count.
    static func find(_ questions: [String], at path: String) async throws {
        let book = Book(store: try open(path, .readOnly))
        for question in questions {
            let asked = try TermPredicate(question)
            var found = 0
            let seconds = try await Stopwatch.median(of: 5) {
                let answer = try await book.find(asked, from: Vantage(on: "2026-01-01"))
                found = answer.matches.count + answer.possible.count
            }
            Measurements.row(question, Measurements.milliseconds(seconds), "ms, \(found) found")
        }
    }

    private static func recording(_ number: Int) -> Recording {
        let (payer, payee) = (party(number), party(number * 7 + 1))
        let opening = [
            Event(AgreementRecorded(title: "Agreement \(number)", zone: "UTC")),
            Event(PartyAdmitted(party: payer, name: payer.text)),
            Event(PartyAdmitted(party: payee, name: payee.text)),
        ]
        return Recording(
            key: RecordingKey("opening-\(number)") ?? "opening",
            agreement: AgreementID("agreement-\(number)") ?? "agreement",
            instrument: Instrument(
                kind: .definitive, title: "Agreement \(number)", effective: .on("2024-01-01")),
            disclosed: "2024-01-01",
            sources: [Source(id: "text", grade: .executedText, publisher: "the parties")],
            events: opening + (0..<terms).map { term($0, of: number, payer, payee) })
    }

    private static func term(
        _ index: Int, of number: Int, _ payer: PartyID, _ payee: PartyID
    ) -> Event {
        let ends = Node.object([("through", .string("\(2026 + (number + index) % 10)"))])
        var fields: [FieldName: Node] = [
            "payer": .string(payer.text), "payee": .string(payee.text), "ends": ends,
        ]
        let kind: TermKind
        switch index % 4 {
        case 0:
            kind = .revenueShare
            fields["rate"] = .string("\((number + index) % 40)% of revenue")
            if number % 50 == 0 { fields["cap"] = .string("undisclosed") }
        case 1:
            kind = .royalty
            fields["rate"] = .string("\((number + index) % 12).5% of net sales")
            // Ends on a day, each on another, so that a month of the calendar has some of them and not all.
            let last = Day("2025-01-01").adding(days: (number * 31 + index * 7) % 3_650)
            fields["ends"] = .object([("through", .string("\(last)"))])
        case _:
            kind = .fee
            fields["amount"] =
                number % 5_000 == 0 && index == 2
                ? .object([("redacted", .string("***"))]) : .string("USD \(number % 900 + 100)")
        }
        return Event(
            TermAdded(
                term: TermID("\(kind.rawValue).number-\(index)") ?? "term", kind: kind,
                set: RawFields(fields)))
    }

    private static func party(_ number: Int) -> PartyID {
        PartyID("party-\(number % 10_007)") ?? "party"
    }
}
