import EventStore
import Foundation

// What SQLite keeps beside a book, or a witness's memory.
extension BookFile {
    static let companions = ["-journal", "-wal", "-shm"]

    /// Throws where something else than a plain file stands there: SQLite would wait for a pipe, read a device without
    /// end, and follow a link to another file.
    static func refuseOddCompanions(of path: String) throws(DeedbookError) {
        let book = resolved(path)
        for file in companions.map({ book + $0 }) {
            var status = stat()
            guard lstat(file, &status) == 0 else {
                // Nothing can have a name that is too long.
                if errno == ENOENT || errno == ENAMETOOLONG { continue }
                throw .inaccessible(
                    path: path, detail: "\(file) beside it cannot be looked at: \(reason())")
            }
            guard status.st_mode & S_IFMT == S_IFREG else {
                throw .inaccessible(
                    path: path,
                    detail:
                        "\(file) beside it is not a plain file, which SQLite would use: move it away"
                )
            }
        }
    }

    /// What a reader may not see of a book that has other names: each name has a log of its own beside it.
    static func unseenBesideOtherNames(of path: String) -> String? {
        var status = stat()
        let file = resolved(path)
        guard stat(file, &status) == 0, hasOtherNames(file, status) else { return nil }
        return
            "\(path) has \(status.st_nlink) names (hard links): what was recorded under another one of them may not "
            + "be seen; keep one name"
    }

    /// Throws where a rollback journal stands beside a book: a book has a write-ahead log, so that whatever is in a
    /// journal would be written over it by who opens it next.
    static func refuseJournal(of path: String) throws(DeedbookError) {
        let journal = resolved(path) + "-journal"
        guard size(of: journal) == 0 else {
            throw .inaccessible(path: path, detail: words(ofJournal: journal))
        }
    }

    static func words(ofJournal journal: String) -> String {
        "\(journal) stands beside it, a rollback journal: Deedbook never leaves one, so another program did that "
            + "wrote to the book; keep a copy of both, move the journal away, and audit the book with: deedbook "
            + "verify"
    }

    /// Where a file is that a name leads to, from the root: the name by which SQLite is given it, and beside which it
    /// keeps the rest. A name that is not from the root could be a URI (`file:…`), and that of a link has nothing beside
    /// it.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return URL(fileURLWithPath: path).path }
        defer { free(real) }
        return String(cString: real)
    }
}
