import EventStore
import Foundation
import GRDB
import Ledger
import SQLiteGuards

/// A book on a medium, or in a folder, that this process cannot write: read as its file lies there.
///
/// SQLite opens a book with a write-ahead log only where it can keep an index of that log beside it. Where it cannot,
/// the file alone is read (`immutable=1`). That is all of the book, unless a log with something in it lies beside it:
/// then what was recorded last may be missing, and `unseen` says so. A file that changes meanwhile is noticed.
struct FrozenFile: Sendable {
    private struct State: Equatable {
        var device: UInt64
        var inode: UInt64
        var size: Int64
        var seconds: Int
        var nanoseconds: Int
    }

    private let file: String
    /// As it was named.
    private let path: String
    private let state: State
    /// What of the book cannot be seen, in words; nil where it is whole.
    let unseen: String?

    /// - Parameters:
    ///   - file: its name from the root, with no link in it.
    ///   - path: what it is called.
    init(_ file: String, called path: String) throws(DeedbookError) {
        self.file = file
        self.path = path
        state = try Self.state(of: file, called: path)
        let bytes = BookFile.size(of: file + "-wal")
        unseen =
            bytes == 0
            ? nil
            : "\(path) is read as it lies there: its folder cannot be written, and the write-ahead log beside it "
                + "(\(bytes) bytes) cannot be used; what was recorded last may not be seen"
    }

    /// Throws `busy` where the file is no longer what was opened: an answer may have been put together of both.
    func checkUnchanged() throws(DeedbookError) {
        guard try Self.state(of: file, called: path) == state else {
            throw .busy("\(path) changed while it was read")
        }
    }

    private static func state(
        of file: String, called path: String
    ) throws(DeedbookError) -> State {
        var status = stat()
        guard stat(file, &status) == 0 else {
            throw .inaccessible(path: path, detail: String(cString: strerror(errno)))
        }
        #if canImport(Darwin)
            let changed = status.st_mtimespec
        #else
            let changed = status.st_mtim
        #endif
        return State(
            device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino),
            size: Int64(status.st_size), seconds: Int(changed.tv_sec),
            nanoseconds: Int(changed.tv_nsec))
    }
}

extension SQLiteStore {
    /// Opens the file of a book; only to be read, and not beside it, where nothing can be written there.
    static func open(
        _ path: String, isWritten: Bool, _ waitLimit: LockWait, _ blocks: ReadBlocks
    ) throws -> (queue: DatabaseQueue, frozen: FrozenFile?) {
        _ = takingURIs
        let configuration = configuration(isWritten: isWritten, waitLimit, blocks)
        let file = BookFile.resolved(path)
        do {
            return (try DatabaseQueue(path: file, configuration: configuration), nil)
        } catch let error as DatabaseError where !isWritten && error.isOfUnwritableFolder {
            guard !BookFile.canBeWrittenBeside(file) else { throw error }
            let frozen = try FrozenFile(file, called: path)
            return (
                try DatabaseQueue(path: uri(of: file), configuration: configuration), frozen
            )
        }
    }

    /// Once for the process, before anything is opened.
    private static let takingURIs: Void = sqlite_guards_take_uris()

    /// - Parameter file: its name from the root.
    private static func uri(of file: String) -> String {
        let plain = Set("/._-~".utf8)
        let encoded = file.utf8.map { byte -> String in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: String(UnicodeScalar(byte))
            case _ where plain.contains(byte): String(UnicodeScalar(byte))
            case _: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return "file://\(encoded.joined())?immutable=1"
    }
}

extension DatabaseError {
    /// Whether SQLite could not make the files it keeps beside a book.
    fileprivate var isOfUnwritableFolder: Bool {
        switch resultCode {
        case .SQLITE_READONLY, .SQLITE_CANTOPEN: true
        case _: false
        }
    }
}
