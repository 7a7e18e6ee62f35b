import Foundation
import Transparency

extension ReaderMemory {
    /// The memory of whoever runs this process: files in the folder for state that the XDG Base Directory
    /// Specification gives a program, `$XDG_STATE_HOME`, by default `~/.local/state`. Without either variable nothing
    /// is remembered.
    public static func system(_ variables: [String: String]) -> ReaderMemory {
        guard let folder = folder(variables) else { return .none }
        return ReaderMemory(
            recall: { book throws(FileFailure) in
                do throws(FileFailure) {
                    return try FileAccess.system.open(file(of: book, in: folder)).next()
                } catch .missing {
                    return nil
                }
            },
            remember: { book, text throws(FileFailure) in
                try makeFolder(folder)
                try write(text, to: file(of: book, in: folder))
            })
    }

    /// The specification has relative paths ignored.
    private static func folder(_ variables: [String: String]) -> String? {
        func absolute(_ name: String) -> String? {
            variables[name].flatMap { $0.hasPrefix("/") ? $0 : nil }
        }
        let state = absolute("XDG_STATE_HOME") ?? absolute("HOME").map { $0 + "/.local/state" }
        return state.map { $0 + "/deedbook/books" }
    }

    /// One file a path of a book, as it is given from the root of the file system. Links are not followed: where one
    /// comes to lead to another file, the book of that name is another one.
    private static func file(of book: String, in folder: String) -> String {
        let path = URL(fileURLWithPath: book).standardizedFileURL.path
        let name = TreeHash.leaf(Array(path.utf8)).bytes.prefix(16)
            .map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        return "\(folder)/\(name.joined()).head"
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
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
            throw .refused("\(path) cannot be written")
        }
    }
}
