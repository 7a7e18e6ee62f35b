import Amendments
import Audit
import EventStore
import Foundation
import Ledger
import Questions
import StoreSQLite
import Terms

/// What `Tools/faults` kills, starves and interrupts: it appends and acknowledges, or looks what is there.
///
/// ```
/// faultwriter append BOOK PREFIX COUNT   appends recordings PREFIX-1 … PREFIX-COUNT, one after the other
/// faultwriter amend BOOK PREFIX COUNT    records COUNT amendments of one agreement that others amend, too
/// faultwriter redact BOOK EVENT KEY      removes the payload of an event, by a recording of that key
/// faultwriter check BOOK                 audits the book and lists its recordings
/// faultwriter backup BOOK COPY
/// ```
/// A line `ack KEY FIRST LAST` is written once an append has returned; a repeated one says `again`.
@main
enum Faultwriter {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        do {
            switch (arguments.first, arguments.count) {
            case ("append", 4): try await append(arguments)
            case ("amend", 4): try await amend(arguments)
            case ("redact", 4): try await redact(arguments)
            case ("check", 2): try await check(arguments[1])
            case ("backup", 3): try await store(arguments[1], .readWrite).backUp(to: arguments[2])
            default:
                say(
                    """
                    usage: faultwriter append BOOK PREFIX COUNT | amend BOOK PREFIX COUNT
                           | redact BOOK EVENT KEY | check BOOK | backup BOOK COPY
                    """)
                exit(64)
            }
        } catch {
            say("error \(error)")
            exit(1)
        }
    }

    private static func store(
        _ path: String, _ mode: SQLiteStore.Mode
    ) throws -> SQLiteStore {
        try SQLiteStore(
            path: path, mode: mode, waitLimit: .seconds(120),
            clock: { Instant(microseconds: 1_767_225_600_000_000) })
    }

    private static func append(_ arguments: [String]) async throws {
        let store = try store(arguments[1], .create)
        for number in 1...max(1, Int(arguments[3]) ?? 1) {
            let recording = Self.recording("\(arguments[2])-\(number)", events: number % 5 + 1)
            acknowledge(try await store.append(recording, by: "writer", expecting: [:]))
        }
    }

    /// As people record: each is checked by the rules, with the patience that a command has.
    private static func amend(_ arguments: [String]) async throws {
        let store = try SQLiteStore(
            path: arguments[1], mode: .create,
            clock: { Instant(microseconds: 1_767_225_600_000_000) })
        let book = Book(store: store)
        var opening = Self.recording("contested-0", events: 1)
        opening.agreement = "contested"
        opening.events = [Event(AgreementRecorded(title: "Contested", zone: "UTC"))]
        acknowledge(try await book.record(opening, by: "writer"))
        for number in 1...max(1, Int(arguments[3]) ?? 1) {
            var recording = Self.recording(
                "\(arguments[2])-\(number)", events: number % 5 + 1)
            recording.agreement = "contested"
            acknowledge(try await book.record(recording, by: "writer"))
        }
    }

    private static func redact(_ arguments: [String]) async throws {
        guard let event = EventReference(arguments[2]) else {
            say("error no event is called \(arguments[2])")
            exit(64)
        }
        var order = recording(arguments[3], events: 1)
        order.agreement = AgreementID(agreement(of: "\(event.recording)")) ?? "a"
        order.events = [Event(PayloadRedacted(event: event, authority: "a court order"))]
        let store = try store(arguments[1], .readWrite)
        acknowledge(try await store.append(order, by: "writer", expecting: [:]))
    }

    private static func acknowledge(_ receipt: Receipt) {
        let verb = receipt.isRepeated ? "again" : "ack"
        say("\(verb) \(receipt.key) \(receipt.first.number) \(receipt.last.number)")
    }

    private static func check(_ path: String) async throws {
        let store = try store(path, .readOnly)
        let report = try await Auditor(store).audit()
        for fault in report.faults { say("fault \(fault)") }
        var position = Position(0)
        var counts: [(key: RecordingKey, events: Int)] = []
        while true {
            let events = try await store.events(after: position, limit: 1_000)
            guard let last = events.last else { break }
            for event in events {
                if counts.last?.key == event.recording.key {
                    counts[counts.count - 1].events += 1
                } else {
                    counts.append((event.recording.key, 1))
                }
            }
            position = last.position
        }
        for (key, events) in counts { say("has \(key) \(events)") }
        say("checked \(report.eventsRead)")
        if !report.faults.isEmpty { exit(2) }
    }

    private static func recording(_ key: String, events: Int) -> Recording {
        Recording(
            key: RecordingKey(key) ?? "unnamed", agreement: AgreementID(agreement(of: key)) ?? "a",
            instrument: Instrument(kind: .notice, title: key), disclosed: "2026-01-01",
            sources: [Source(id: "source", grade: .executedText, publisher: "the parties")],
            events: (1...events).map { number in
                Event(
                    PartyAdmitted(
                        party: PartyID("\(key)-\(number)") ?? "p", name: "\(key) \(number)"))
            })
    }

    /// Writers that share a book share some agreements too.
    private static func agreement(of key: String) -> String {
        "agreement-\((key.utf8.last ?? 0) % 7)"
    }

    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    }
}
