import Foundation
import Ledger

/// The file of a book, before SQLite sees it.
enum BookFile {
    /// Whether a new book is to be made; throws when the file cannot be a book or cannot be used.
    static func check(path: String, mode: SQLiteStore.Mode) throws(EventStoreError) -> Bool {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if isFolder.boolValue { throw .inaccessible(path: path, detail: "it is a folder") }
        guard exists else {
            guard mode == .create else {
                throw .inaccessible(path: path, detail: "there is no such file")
            }
            try checkFolder(of: path)
            return true
        }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw .inaccessible(path: path, detail: "it cannot be read")
        }
        defer { try? handle.close() }
        let head = (try? handle.read(upToCount: 16)) ?? Data()
        guard head == Data("SQLite format 3\0".utf8) else {
            throw .notABook(
                path: path, detail: head.isEmpty ? "the file is empty" : "it is not an SQLite file")
        }
        if mode != .readOnly, !FileManager.default.isWritableFile(atPath: path) {
            throw .inaccessible(path: path, detail: "it cannot be written")
        }
        return false
    }

    private static func checkFolder(of path: String) throws(EventStoreError) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard FileManager.default.fileExists(atPath: folder) else {
            throw .inaccessible(path: path, detail: "there is no folder \(folder)")
        }
        guard FileManager.default.isWritableFile(atPath: folder) else {
            throw .inaccessible(path: path, detail: "nothing can be written to its folder")
        }
    }

    /// Only its owner may read a book.
    static func protect(_ path: String) {
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }

    /// Removes what is left of a book that could not be made.
    static func remove(_ path: String) {
        for suffix in ["", "-wal", "-shm", "-journal"] {
            try? FileManager.default.removeItem(atPath: path + suffix)
        }
    }
}
