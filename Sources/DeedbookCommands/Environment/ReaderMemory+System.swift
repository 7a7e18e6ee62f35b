import Foundation
import NewFiles
import Transparency

extension ReaderMemory {
    /// The memory of the user who runs this process: files in the folder for state that the XDG Base Directory
    /// Specification gives a program, `$XDG_STATE_HOME`, by default `~/.local/state`. Without either variable nothing
    /// is remembered.
    public static func system(_ variables: [String: String]) -> ReaderMemory {
        guard let folder = folder(variables) else { return .none }
        return ReaderMemory(
            recall: { book throws(FileFailure) in try read(file(of: book, in: folder)) },
            replace: { book, recalled, text throws(FileFailure) in
                let path = file(of: book, in: folder)
                try makeFolder(folder)
                // One who wrote without it could put an older head in the place of one that came meanwhile.
                let claim = try FileAccess.system.claim(folder)
                defer { claim.release() }
                NewFile.removeLeftovers(of: [path])
                guard try read(path) == recalled else { return false }
                try write(text, to: path)
                return true
            },
            place: { book in file(of: book, in: folder) })
    }

    /// The bytes of a file; nil where there is none. That is said only where the system says so: whatever else keeps it
    /// from being looked at would take a memory for a book that was never read.
    private static func read(_ path: String) throws(FileFailure) -> [UInt8]? {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw .refused("\(path): \(String(cString: strerror(errno)))")
        }
        // A pipe would be waited for.
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .refused("\(path) is no plain file")
        }
        do { return try FileAccess.system.open(path).next() } catch {
            switch error {
            case .missing: return nil
            case .refused(let words): throw .refused("\(path): \(words)")
            case .exists, .tooLarge: throw error
            }
        }
    }

    /// The specification has relative paths ignored.
    private static func folder(_ variables: [String: String]) -> String? {
        func absolute(_ name: String) -> String? {
            variables[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map { $0 + "/.local/state" }
        return state.map { $0 + "/deedbook/books" }
    }

    /// One file a path of a book. Its folder is the one that the path leads to; a link in the place of the book itself
    /// is not followed: where it begins to lead to another file, the book of that name is another one.
    private static func file(of book: String, in folder: String) -> String {
        let name = TreeHash.leaf(Array(place(of: book).utf8)).bytes.prefix(16)
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return "\(folder)/\(name.joined()).head"
    }

    private static func place(of book: String) -> String {
        let parts = book.split(separator: "/", omittingEmptySubsequences: false)
        let name = parts.last.map(String.init) ?? book
        let written = parts.dropLast().joined(separator: "/")
        let folder = written.isEmpty ? (book.hasPrefix("/") ? "/" : ".") : written
        guard let real = realpath(folder, nil) else {
            return URL(fileURLWithPath: book).standardizedFileURL.path
        }
        defer { free(real) }
        return String(cString: real) + "/" + name
    }

    /// Only its owner may look into it; the specification asks for mode 0700.
    private static func makeFolder(_ folder: String) throws(FileFailure) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .refused("\(folder) cannot be made")
        }
    }

    /// Whole or not at all. It is not forced onto the disk: after a loss of power an older head will do.
    private static func write(_ text: String, to path: String) throws(FileFailure) {
        guard let (new, descriptor) = NewFile(path).reserved() else { throw unwritten(path) }
        defer { NewFile.finished(new) }
        do {
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
            try file.write(contentsOf: Data(text.utf8))
            if rename(new, path) == 0 { return }
        } catch {}
        unlink(new)
        throw unwritten(path)
    }

    private static func unwritten(_ path: String) -> FileFailure {
        .refused("\(path) cannot be written")
    }
}
