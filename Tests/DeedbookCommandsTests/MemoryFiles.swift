import DeedbookCommands
import Synchronization

/// Files in memory, for command lines that read and write keys, checkpoints, proofs and policies.
final class MemoryFiles: Sendable {
    struct File: Equatable {
        var bytes: [UInt8]
        var permissions: UInt16 = 0o644

        init(_ text: String, permissions: UInt16 = 0o644) {
            self.init(bytes: Array(text.utf8), permissions: permissions)
        }

        init(bytes: [UInt8], permissions: UInt16) {
            self.bytes = bytes
            self.permissions = permissions
        }

        var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private let files: Mutex<[String: File]>

    /// What another process does before it lets go of a folder that is claimed.
    private let whenClaimed: @Sendable (MemoryFiles) -> Void

    init(
        _ files: [String: File] = [:],
        whenClaimed: @escaping @Sendable (MemoryFiles) -> Void = { _ in }
    ) {
        self.files = Mutex(files)
        self.whenClaimed = whenClaimed
    }

    subscript(path: String) -> File? {
        get { files.withLock { $0[path] } }
        set { files.withLock { $0[path] = newValue } }
    }

    var all: [String: File] { files.withLock { $0 } }

    var names: [String] { files.withLock { $0.keys.sorted() } }

    private func source(_ path: String) throws(FileFailure) -> FileSource {
        guard let file = self[path] else { throw .missing }
        let rest = Mutex(file.bytes)
        return FileSource(permissions: file.permissions) {
            // In small pieces, so that the reader has to put them together.
            rest.withLock { rest in
                defer { rest = Array(rest.dropFirst(100)) }
                return Array(rest.prefix(100))
            }
        }
    }

    var access: FileAccess {
        FileAccess(
            open: { path throws(FileFailure) in try self.source(path) },
            openRegular: { path throws(FileFailure) in try self.source(path) },
            create: { path, placement throws(FileFailure) in
                let replaced = placement == .replacing ? self[path] : nil
                if placement != .replacing, self[path] != nil { throw .exists }
                if path.contains("nowhere/") { throw .missing }
                let written = Mutex<[UInt8]>([])
                return FileSink(
                    write: { bytes in written.withLock { $0 += bytes } },
                    finish: {
                        self[path] = File(
                            bytes: written.withLock { $0 },
                            permissions: replaced?.permissions
                                ?? (placement == .newPrivate ? 0o600 : 0o644))
                    },
                    abandon: {})
            },
            // A file in memory needs none.
            makeFolder: { _ in }, makePrivateFolder: { _ in },
            names: { folder throws(FileFailure) in
                let names = self.names.filter { $0.hasPrefix(folder + "/") }
                    .compactMap { $0.dropFirst(folder.count + 1).split(separator: "/").first }
                guard !names.isEmpty else { throw .missing }
                return Set(names).map(String.init)
            },
            remove: { path throws(FileFailure) in
                guard self[path] != nil else { throw .missing }
                self[path] = nil
            },
            // What is not finished is nowhere, and no one else is there.
            target: \.self, sweep: { _ in },
            claim: { _ in
                self.whenClaimed(self)
                return FolderClaim {}
            })
    }
}

/// Bytes that are the same in every run: 0, 1, 2, …, so that keys and salts are, too.
final class SeededBytes: Sendable {
    private let last = Mutex<UInt8>(0)

    func next(_ count: Int) -> [UInt8] {
        last.withLock { last in
            (0..<count).map { _ in
                defer { last &+= 1 }
                return last
            }
        }
    }
}
