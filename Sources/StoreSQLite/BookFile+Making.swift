import EventStore
import Foundation
import NewFiles

// Files under a name of their own beside a book that is being made, and what is left of them where that was cut short.
extension BookFile {
    /// An empty file that only its owner may read, locked for as long as its descriptor is open.
    static func reserved(
        for path: String
    ) throws(DeedbookError) -> (name: String, descriptor: Int32) {
        if let reserved = NewFile(path).reserved(with: companions) { return reserved }
        throw .inaccessible(path: path, detail: "nothing can be made in its folder: \(reason())")
    }

    /// Removes a file that a book was to be made of, and what stands beside it.
    static func clear(_ name: String) {
        for end in [""] + companions { unlink(name + end) }
        NewFile.finished(name, with: companions)
    }

    /// Throws where a log stands beside the place of a book that is not there: SQLite would take it for the new book's,
    /// and write what is in it over it. It may have the last recordings of a book that was moved away.
    static func refuseStrayLog(of path: String) throws(DeedbookError) {
        try refuseOddCompanions(of: path)
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
        NewFile.removeLeftovers(of: [path], with: companions)
    }

    /// Whether a file has a name that none of those is that a book has for a moment while it is made.
    static func hasOtherNames(_ path: String, _ status: stat) -> Bool {
        guard status.st_nlink > 1 else { return false }
        let passing = NewFile(path).reservations.count {
            NewFile.status(of: $0)?.st_ino == status.st_ino
        }
        // It may have lost such a name since it was looked at.
        let now = NewFile.status(of: path)?.st_nlink ?? status.st_nlink
        return Int(now) - passing > 1
    }
}
