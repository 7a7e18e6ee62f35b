public import Amendments
import Foundation
import GRDB
public import Ledger

extension SQLiteStore {
    /// How a book's file, the SQLite under it and the machine are, each with what would be right.
    ///
    /// Nothing is changed. What cannot be found out is told as such.
    ///
    /// - Parameter now: the instant of the clock, to be compared with the last recording's.
    public func diagnose(now: Instant) async throws(EventStoreError) -> [Diagnosis] {
        let path = path
        return try await snapshot { db in
            try Self.library(db) + Self.settings(db) + Self.file(at: path) + Self.log(at: path)
                + Self.clock(db, now: now)
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

    private static func settings(_ db: Database) throws -> [Diagnosis] {
        let wanted: [(pragma: String, values: [String], meaning: String)] = [
            ("application_id", [String(applicationID)], "a book"),
            ("user_version", [String(formatVersion)], "the format of this version"),
            ("journal_mode", ["wal"], "readers go on while one writes"),
            ("synchronous", ["2"], "FULL: what is acknowledged survives a loss of power"),
            ("foreign_keys", ["1"], "rows refer to rows that are there"),
            ("trusted_schema", ["0"], "the file's schema runs no functions"),
            ("cell_size_check", ["1"], "damaged pages are noticed when they are read"),
            ("secure_delete", ["1"], "what a redaction deletes is overwritten"),
            ("wal_autocheckpoint", ["0", "1000"], "0 where this connection may write"),
        ]
        return try wanted.map { pragma, values, meaning in
            let found = try String.fetchOne(db, sql: "PRAGMA \(pragma)") ?? ""
            return Diagnosis(
                pragma, found, values.contains(found) ? .good : .bad,
                values.contains(found) ? meaning : "expected \(values[0]): \(meaning)")
        }
    }

    private static func file(at path: String) -> [Diagnosis] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return [Diagnosis("file", path, .bad, "it cannot be looked at")]
        }
        let mode = String(status.st_mode & 0o777, radix: 8)
        let isPrivate = status.st_mode & 0o077 == 0
        return [
            Diagnosis("size", "\(status.st_size) bytes", .good),
            Diagnosis(
                "file mode", mode, isPrivate ? .good : .doubtful,
                isPrivate ? nil : "others may read or write it: chmod 600 \(path)"),
            Diagnosis(
                "owner", status.st_uid == geteuid() ? "you" : "user \(status.st_uid)",
                status.st_uid == geteuid() || geteuid() == 0 ? .good : .doubtful),
            space(at: path),
        ]
    }

    private static func space(at path: String) -> Diagnosis {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else {
            return Diagnosis("free space", "unknown", .doubtful)
        }
        let bytes = Int(status.f_bavail) * Int(status.f_frsize)
        let isEnough = bytes >= 100 << 20
        return Diagnosis(
            "free space", "\(bytes >> 20) MiB", isEnough ? .good : .doubtful,
            isEnough ? nil : "a recording that does not fit is refused whole")
    }

    private static func log(at path: String) -> [Diagnosis] {
        let size = BookFile.size(of: path + "-wal")
        let isLong = size > 64 << 20
        return [
            Diagnosis(
                "write-ahead log", "\(size) bytes", isLong ? .doubtful : .good,
                isLong ? "a reader that never ends keeps it from being moved into the book" : nil)
        ]
    }

    private static func clock(_ db: Database, now: Instant) throws -> [Diagnosis] {
        guard let row = try Row.fetchOne(Query.lastRecording.statement(in: db)) else {
            return [Diagnosis("last recording", "none", .good)]
        }
        let last = Instant(microseconds: try row.decode(Int.self, atIndex: 1))
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
