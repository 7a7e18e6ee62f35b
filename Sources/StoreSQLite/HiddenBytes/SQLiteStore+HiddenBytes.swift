import EventStore
import GRDB
import SQLiteGuards

extension SQLiteStore {
    /// What the file has that SQLite shows to no one. To be asked in a transaction: while it reads, nothing is moved
    /// from the log into a file whose log was empty when it began.
    static func hiddenBytes(_ db: Database, of path: String) throws -> [Diagnosis] {
        let roots = try Int.fetchAll(
            db,
            sql: """
                SELECT rootpage FROM sqlite_schema WHERE typeof(rootpage) = 'integer' AND rootpage > 0
                """)
        let log = BookFile.size(of: BookFile.resolved(path) + "-wal")
        guard log == 0 else {
            return notLookedAt(
                "the write-ahead log has \(log) bytes that stand before those of the file: look again when "
                    + "no process has the book open")
        }
        do {
            guard let file = pageFile(of: db), let found = try HiddenBytes(in: file, roots: roots)
            else { return notLookedAt("the file cannot be read but through SQLite") }
            return found.diagnoses
        } catch {
            return notLookedAt("the file cannot be read: \(error)")
        }
    }

    private static func notLookedAt(_ reason: String) -> [Diagnosis] {
        [Diagnosis("hidden bytes", "not looked at", .doubtful, reason)]
    }

    /// The file of a connection.
    private static func pageFile(of db: Database) -> PageFile? {
        guard let connection = db.sqliteConnection else { return nil }
        let size = Int(sqlite_guards_file_size(connection))
        guard size >= 0 else { return nil }
        return PageFile(size: size) { offset, count in
            var bytes = [UInt8](repeating: 0, count: count)
            guard sqlite_guards_read(connection, Int64(offset), Int32(count), &bytes) != 0 else {
                throw DatabaseError(
                    resultCode: .SQLITE_IOERR, message: "\(count) bytes from byte \(offset) on")
            }
            return bytes
        }
    }
}

extension HiddenBytes {
    /// What SQLite leaves itself is reported, and stands apart from what no one leaves who writes a book.
    var diagnoses: [Diagnosis] {
        let strange = Place.allCases.filter { $0 != .unusedParts }.compactMap(words)
        let left = words(of: .unusedParts)
        return [
            Diagnosis(
                "hidden bytes", strange.isEmpty ? "none" : strange.joined(separator: "; "),
                strange.isEmpty ? .good : .doubtful,
                strange.isEmpty
                    ? nil
                    : "nothing that writes books leaves any there: look at them; deedbook export, then import, "
                        + "makes the same book without them"),
            Diagnosis(
                "left-over bytes", left ?? "none", .good,
                left == nil
                    ? nil
                    : "SQLite leaves some where it moves what it stores from page to page; a redaction writes "
                        + "the book anew, without what it redacts"),
        ]
    }

    private func words(of place: Place) -> String? {
        guard let count = counts[place] else { return nil }
        let names = count.firstPages.map(String.init).joined(separator: ", ")
        let others = count.pages - count.firstPages.count
        let pages =
            (count.pages == 1 ? "page " : "pages ") + names
            + (others > 0 ? " and \(others) more" : "")
        return switch place {
        case .unusedParts: "\(count.bytes) in the unused part of \(pages)"
        case .header: "\(count.bytes) in the reserved part of the header"
        case .reserves: "\(count.bytes) in the reserved part of \(pages)"
        case .valueEnds: "\(count.bytes) after the end of long values in \(pages)"
        case .freePages: "\(count.bytes) in free \(pages)"
        case .lostPages: "\(count.bytes) in \(pages), which nothing refers to"
        case .afterEnd:
            "\(count.bytes) after the last page that the header counts, "
                + "\((count.firstPages.first ?? 1) - 1)"
        }
    }
}
