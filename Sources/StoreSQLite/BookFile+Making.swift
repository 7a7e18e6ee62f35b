import EventStore
import Foundation

// Files under a name of their own beside a book that is being made, and what is left of them where that was cut short.
extension BookFile {
    private static func prefix(of path: String) -> String { "\(path).new-" }

    /// An empty file that only its owner may read, locked for as long as its descriptor is open.
    static func reserved(
        for path: String
    ) throws(DeedbookError) -> (name: String, descriptor: Int32) {
        while true {
            let name = prefix(of: path) + String(UInt64.random(in: .min ... .max), radix: 36)
            let descriptor = open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw .inaccessible(
                    path: path, detail: "nothing can be made in its folder: \(reason())")
            }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return (name, descriptor) }
            // Somebody took it for a leftover in this moment, and removes it.
            close(descriptor)
            unlink(name)
        }
    }

    /// Throws where a log stands beside the place of a book that is not there: SQLite would take it for the new book's,
    /// and write what is in it over it. It may have the last recordings of a book that was moved away.
    static func refuseStrayLog(of path: String) throws(DeedbookError) {
        for end in ["-wal", "-journal"] where size(of: path + end) > 0 {
            // Asked last: a book that another process makes in this moment is there before its log.
            guard !exists(path) else { return }
            throw .inaccessible(
                path: path,
                detail:
                    "\(path)\(end) stands there, the log of a book that is not: put it beside its book, or "
                    + "delete it")
        }
    }

    /// Removes what processes left that died while they made a book of that name.
    static func removeLeftovers(of path: String) {
        for name in reservedNames(of: path) where isLeftover(name, of: path) {
            for end in ["", "-journal", "-wal", "-shm"] { unlink(name + end) }
        }
    }

    /// Whether a file has a name that none of those is that a book has for a moment while it is made.
    static func hasOtherNames(_ path: String, _ status: stat) -> Bool {
        guard status.st_nlink > 1 else { return false }
        let passing = reservedNames(of: path).count { inode(of: $0)?.st_ino == status.st_ino }
        // It may have lost such a name since it was looked at.
        let now = inode(of: path)?.st_nlink ?? status.st_nlink
        return Int(now) - passing > 1
    }

    private static func reservedNames(of path: String) -> [String] {
        let folder = folder(of: path)
        let start = prefix(of: URL(fileURLWithPath: path).lastPathComponent)
        let found = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return found.filter { name in
            name.hasPrefix(start)
                && !["-journal", "-wal", "-shm"].contains { name.hasSuffix($0) }
        }.map { "\(folder)/\($0)" }
    }

    /// Whether nobody works on a file any more that a book was to be made of.
    private static func isLeftover(_ name: String, of path: String) -> Bool {
        guard let status = inode(of: name), status.st_mode & S_IFMT == S_IFREG else { return false }
        // The book itself, under the name that it had first: whoever made it is done with that. It must not be opened
        // here, for closing it would drop this process's locks on the book.
        if let book = inode(of: path), book.st_ino == status.st_ino, book.st_dev == status.st_dev {
            return true
        }
        guard status.st_nlink == 1 else { return false }
        let descriptor = open(name, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_EX | LOCK_NB) == 0
    }

    private static func inode(of path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
