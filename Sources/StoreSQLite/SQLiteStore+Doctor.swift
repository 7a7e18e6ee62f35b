public import EventStore
import Foundation
import GRDB
import Ledger
public import Terms

extension SQLiteStore {
    /// How a book's file, the SQLite under it and the machine are, each with what would be right.
    ///
    /// Nothing is changed. What cannot be found out is reported as such.
    ///
    /// - Parameter now: the instant of the clock, to be compared with the last recording's.
    public func diagnose(now: Instant) async throws(DeedbookError) -> [Diagnosis] {
        let (path, frozen, blocks) = (path, frozen, blocks)
        return try await moment { db in
            try Self.library(db) + Self.opening(frozen) + Self.settings(db, isFrozen: frozen != nil)
                + Self.pages(db) + Self.erasure(db) + Self.derived(db, blocks)
                + Self.hiddenBytes(db, of: path)
                + BookFile.diagnoses(of: path)
                + Self.clock(db, now: now)
        }
    }

    /// The same of a book that perhaps cannot be opened: then the reason, and how its file is.
    public static func diagnose(_ path: String, now: Instant) async -> [Diagnosis] {
        do throws(DeedbookError) {
            let store = try SQLiteStore(path: path, mode: .readOnly, clock: { now })
            return try await store.diagnose(now: now)
        } catch {
            return [Diagnosis("book", path, .bad, "it cannot be opened: \(error)")]
                + BookFile.diagnoses(of: path)
        }
    }

    private static func library(_ db: Database) throws -> [Diagnosis] {
        let version = try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? ""
        let parts = version.split(separator: ".").compactMap { Int($0) }
        let isMended = !parts.lexicographicallyPrecedes([3, 51, 3])
        return [
            Diagnosis("SQLite", version, .good),
            Diagnosis(
                "WAL-reset bug", isMended ? "mended in this SQLite" : "in this SQLite", .good,
                isMended
                    ? nil
                    : "of no effect: only full checkpoints are made, which hold off all writers"),
        ]
    }

    /// How a book is open that is read as it lies there.
    private static func opening(_ frozen: FrozenFile?) -> [Diagnosis] {
        guard let frozen else { return [] }
        return [
            Diagnosis(
                "opened", "as it lies there", frozen.unseen == nil ? .good : .doubtful,
                frozen.unseen ?? "nothing can be written beside it; all of the book is seen")
        ]
    }

    private static func settings(_ db: Database, isFrozen: Bool) throws -> [Diagnosis] {
        let wanted: [(pragma: String, values: [String], meaning: String)] = [
            ("application_id", [String(applicationID)], "a book"),
            ("user_version", formats.map(String.init), "a format that this version reads"),
            ("journal_mode", ["wal"], "readers go on while one writes"),
            ("synchronous", ["2"], "FULL: what is acknowledged survives a loss of power"),
            ("foreign_keys", ["1"], "rows refer to rows that are there"),
            ("trusted_schema", ["0"], "the file's schema runs no functions"),
            ("cell_size_check", ["1"], "damaged pages are noticed when they are read"),
            ("recursive_triggers", ["1"], "REPLACE does not delete past the triggers"),
            ("secure_delete", ["1"], "what a redaction deletes is overwritten"),
            ("mmap_size", ["0"], "a failing disk is an error, not the end of the process"),
            ("wal_autocheckpoint", ["0", "1000"], "0 where this connection may write"),
        ]
        // A file that is read as it lies there is in no journal mode.
        let asked = wanted.filter { !isFrozen || $0.pragma != "journal_mode" }
        let settings = try asked.map { pragma, values, meaning in
            let found = try String.fetchOne(db, sql: "PRAGMA \(pragma)") ?? ""
            return Diagnosis(
                pragma, found, values.contains(found) ? .good : .bad,
                values.contains(found) ? meaning : "expected \(values[0]): \(meaning)")
        }
        let isGuarded = Guards.areOn(db)
        let guards = Diagnosis(
            "defensive", isGuarded ? "1" : "0", isGuarded ? .good : .bad,
            "ordinary SQL cannot damage the file")
        return settings + [guards]
    }

    private static func pages(_ db: Database) throws -> [Diagnosis] {
        let size = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 0
        let count = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
        let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
        return [
            Diagnosis("pages", "\(count) of \(size) bytes", .good),
            Diagnosis("unused pages", "\(free)", .good),
        ]
    }

    private static func erasure(_ db: Database) throws -> [Diagnosis] {
        let isPending = try PendingErasure.isMarked(in: db)
        return [
            Diagnosis(
                "redacted bytes", isPending ? "perhaps still in the file" : "erased",
                isPending ? .bad : .good,
                isPending
                    ? "the next command that writes to the book erases them, unless another process reads it"
                    : nil)
        ]
    }

    /// Whether what is derived is read; and where it is not, whether the columns are right that are read instead.
    private static func derived(_ db: Database, _ blocks: ReadBlocks) -> [Diagnosis] {
        // Whether events hang in the tree, an audit reports.
        defer { blocks.forget() }
        var found: [Diagnosis] = []
        do {
            let unread = try SQLiteDerived(db: db).unread()
            found.append(
                Diagnosis(
                    "derived tables", unread == nil ? "read" : "not read",
                    unread == nil ? .good : .doubtful, unread))
            if unread != nil { try UnsealedColumns.compare(in: db) }
        } catch {
            found.append(
                Diagnosis(
                    "columns of events", "not as they were written", .bad,
                    "\(error); deedbook verify lists the rest"))
        }
        return found
    }

    private static func clock(_ db: Database, now: Instant) throws -> [Diagnosis] {
        guard let row = try Row.fetchOne(Query.lastRecording.statement(in: db)) else {
            return [Diagnosis("last recording", "none", .good)]
        }
        let microseconds = try row.number(at: 1)
        guard let last = Instant(exactly: microseconds) else {
            return [
                Diagnosis(
                    "last recording", "\(microseconds)", .bad,
                    "recording.recorded_at is no moment of the years 1 to 9999")
            ]
        }
        let isBehind = now < last
        return [
            Diagnosis(
                "last recording", last.description, isBehind ? .bad : .good,
                isBehind
                    ? "the clock says \(now): set it, or recordings keep the instant of the last"
                    : nil)
        ]
    }
}
