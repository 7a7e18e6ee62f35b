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

    /// SQLite keeps them beside the file that a link leads to.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}
