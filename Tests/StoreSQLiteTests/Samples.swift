import Amendments
import EventStore
import Foundation
import GRDB
import Ledger
import StoreConformance
import StoreSQLite
import Terms

/// A folder that is gone when the test is.
final class Scratch: Sendable {
    /// Three years: where others are waited for, however slow the machine is.
    static let withoutEnd = Duration.seconds(100_000_000)

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("deedbook-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        let manager = FileManager.default
        try? manager.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
        try? manager.removeItem(at: folder)
    }

    /// The names of everything in the folder.
    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    var book: String { folder.appendingPathComponent("book.deedbook").path }

    func open(
        _ mode: SQLiteStore.Mode = .create, waitLimit: Duration = withoutEnd,
        clock: TestClock = TestClock()
    ) throws(DeedbookError) -> SQLiteStore {
        try SQLiteStore(
            path: book, mode: mode, waitLimit: waitLimit, clock: { clock.now() })
    }

    /// The file as any program with SQLite sees it.
    func raw(checksForeignKeys: Bool = true) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = checksForeignKeys
        // A rival may hold a transaction open for longer than one access.
        configuration.allowsUnsafeTransactions = true
        // Some write derived rows, as one that took the triggers away can.
        configuration.prepareDatabase { db in
            db.add(
                function: DatabaseFunction("only_deedbook_writes_derived_rows", argumentCount: 0) {
                    _ in nil
                })
            db.add(
                function: DatabaseFunction("deedbook_note_read", argumentCount: 1) { _ in nil })
        }
        return try DatabaseQueue(path: book, configuration: configuration)
    }
}

func notice(_ key: RecordingKey, agreement: AgreementID = "first") -> Recording {
    Recording(
        key: key, agreement: agreement, instrument: Instrument(kind: .notice, title: key.text),
        disclosed: "2025-01-01",
        sources: [Source(id: "source", grade: .executedText, publisher: "the parties")],
        events: [
            Event(PartyAdmitted(party: "a", name: "A")),
            Event(PartyAdmitted(party: "b", name: "B")),
        ])
}

/// A recording of two events that begins an agreement of its own, of the name of its key, so that no rule is broken.
func beginning(_ key: RecordingKey) -> Recording {
    var recording = notice(key, agreement: AgreementID(key.text) ?? "first")
    recording.events = [
        Event(AgreementRecorded(title: key.text, zone: "UTC")),
        Event(PartyAdmitted(party: "a", name: "A")),
    ]
    return recording
}
