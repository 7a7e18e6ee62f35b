import EventStore
import Foundation
import Ledger

/// The file of a book, as the file system sees it.
///
/// Nothing here opens a file that may be a book: closing it again would drop the locks that this process
/// holds on it through SQLite (POSIX locks belong to the process, not to the descriptor).
enum BookFile {
    /// Makes a new book at `path`, whole or not at all.
    ///
    /// `build` gets a name of its own in the same folder, with an empty file that only its owner may read.
    /// What it built is then linked to `path`, unless another process was faster: then that book stands.
    static func make(
        at path: String, _ build: (String) throws(DeedbookError) -> Void
    ) throws(DeedbookError) {
        try make(at: path, isNew: false, build)
    }

    /// Makes a book at `path` where there is no file yet, whole or not at all.
    static func makeNew(
        at path: String, _ build: (String) throws(DeedbookError) -> Void
    ) throws(DeedbookError) {
        guard !exists(path) else {
            throw .inaccessible(path: path, detail: "there is a file of that name already")
        }
        try make(at: path, isNew: true, build)
    }

    private static func make(
        at path: String, isNew: Bool, _ build: (String) throws(DeedbookError) -> Void
    ) throws(DeedbookError) {
        let folder = folder(of: path)
        guard kind(of: folder) == S_IFDIR else {
            throw .inaccessible(path: path, detail: "there is no folder \(folder)")
        }
        try refuseStrayLog(of: path)
        removeLeftovers(of: path)
        let (temporary, descriptor) = try reserved(for: path)
        // Closed last: its lock shows others that someone works on the file.
        defer { close(descriptor) }
        defer { clear(temporary) }
        try build(temporary)
        guard synchronize(temporary, O_RDONLY) else {
            throw .inaccessible(path: path, detail: "it cannot be kept on the disk: \(reason())")
        }
        guard link(temporary, path) == 0 || (errno == EEXIST && !isNew) else {
            throw .inaccessible(path: path, detail: "it cannot be made: \(reason())")
        }
        // The first name goes before the folder is synchronized: after a loss of power it would be there again.
        clear(temporary)
        guard synchronize(folder, O_RDONLY | O_DIRECTORY) || errno == EINVAL else {
            throw .inaccessible(
                path: path, detail: "it was made, but its name is not on the disk: \(reason())")
        }
    }

    /// Throws unless `path` is a file that this process may use, that has something in it, and beside which nothing odd
    /// stands.
    static func check(_ path: String, isWritten: Bool) throws(DeedbookError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw .inaccessible(
                path: path, detail: errno == ENOENT ? "there is no such file" : reason())
        }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw .inaccessible(path: path, detail: "it is a folder")
        default: throw .inaccessible(path: path, detail: "it is not a plain file")
        }
        guard status.st_size > 0 else { throw .notABook(path: path, detail: "the file is empty") }
        guard access(path, R_OK) == 0 else {
            throw .inaccessible(path: path, detail: "it cannot be read: \(reason())")
        }
        try refuseOddCompanions(of: path)
        guard isWritten else { return }
        guard access(path, W_OK) == 0 else {
            throw .inaccessible(path: path, detail: "it cannot be written: \(reason())")
        }
        let file = resolved(path)
        guard !hasOtherNames(file, status) else {
            throw .inaccessible(
                path: path,
                detail:
                    "it has \(status.st_nlink) names (hard links): written by two of them it would be "
                    + "damaged; keep one name")
        }
        // The write-ahead log stands beside the book.
        guard access(folder(of: file), W_OK) == 0 else {
            throw .inaccessible(path: path, detail: "its folder cannot be written: \(reason())")
        }
    }

    /// Whether this process may make files beside that one, which is named from the root.
    static func canBeWrittenBeside(_ path: String) -> Bool {
        access(folder(of: path), W_OK) == 0
    }

    /// Whether anything has that name.
    static func exists(_ path: String) -> Bool { kind(of: path) != nil }

    /// The bytes of a file; 0 where there is none.
    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    static func folder(of path: String) -> String {
        URL(fileURLWithPath: path).deletingLastPathComponent().path
    }

    /// A new file survives a loss of power only once it is on the disk, and so is the folder that names it.
    ///
    /// - Returns: false where that failed, with the reason in `errno`; some file systems know no
    ///   synchronizing of folders, and say `EINVAL`.
    private static func synchronize(_ path: String, _ flags: Int32) -> Bool {
        let descriptor = open(path, flags | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        let answer = fsync(descriptor)
        let error = errno
        close(descriptor)
        errno = error
        return answer == 0
    }

    static func reason() -> String { String(cString: strerror(errno)) }
}
