import EventStore
import Foundation
import Ledger

extension BookFile {
    /// How the file of a book is, what stands beside it, its folder and file system.
    ///
    /// The file itself is looked at and not opened: closing it again would drop this process's locks on it.
    static func diagnoses(of name: String) -> [Diagnosis] {
        let path = resolved(name)
        var status = stat()
        guard stat(path, &status) == 0 else {
            return [Diagnosis("file", path, .bad, "it cannot be looked at: \(reason())")]
        }
        let isOwn = status.st_uid == geteuid()
        return [
            Diagnosis("size", "\(status.st_size) bytes", .good),
            mode("file mode", of: path, status),
            Diagnosis(
                "owner", isOwn ? "you" : "user \(status.st_uid)",
                isOwn || geteuid() == 0 ? .good : .doubtful,
                isOwn ? nil : "files beside the book that you make may be closed to its owner"),
        ] + otherNames(status) + companions(of: path) + copies(of: path) + [
            folder(at: folder(of: path)), space(at: path), system(at: path),
        ]
            + users(of: status)
    }

    /// A book that is opened by two names has two write-ahead logs, and neither program sees the other's.
    private static func otherNames(_ status: stat) -> [Diagnosis] {
        guard status.st_nlink > 1 else { return [] }
        return [
            Diagnosis(
                "names", "\(status.st_nlink)", .bad,
                "the file has other names (hard links): writing by two of them damages it; "
                    + "keep one")
        ]
    }

    private static func mode(_ name: String, of path: String, _ status: stat) -> Diagnosis {
        let isPrivate = status.st_mode & 0o077 == 0
        return Diagnosis(
            name, octal(status.st_mode), isPrivate ? .good : .doubtful,
            isPrivate ? nil : "others may read or write it: chmod 600 \(path)")
    }

    private static func octal(_ mode: mode_t) -> String { String(mode & 0o7777, radix: 8) }

    /// The write-ahead log, and the index of it.
    private static func companions(of path: String) -> [Diagnosis] {
        let size = size(of: path + "-wal")
        let isLong = size > 64 << 20
        var found = [
            Diagnosis(
                "write-ahead log", "\(size) bytes", isLong ? .doubtful : .good,
                isLong ? "a reader that never ends keeps it from being moved into the book" : nil)
        ]
        for end in ["-wal", "-shm"] {
            var status = stat()
            guard stat(path + end, &status) == 0 else { continue }
            found.append(mode("mode of \(end)", of: path + end, status))
        }
        return found
    }

    /// What the names of copies that were made before the tables were made again go on with after that of the book.
    static let copyMark = ".before-rebuild-at-"

    /// They are whole books, and redactions do not reach them.
    private static func copies(of path: String) -> [Diagnosis] {
        let start = URL(fileURLWithPath: path).lastPathComponent + copyMark
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder(of: path))) ?? []
        let copies = names.filter { $0.hasPrefix(start) }.sorted()
        guard let first = copies.first else { return [] }
        return [
            Diagnosis(
                "copies", "\(copies.count) beside the book, the first \(first)", .doubtful,
                "whole books from before a rebuild, with what was redacted since: once deedbook "
                    + "verify finds nothing wrong, remove them")
        ]
    }

    private static func folder(at path: String) -> Diagnosis {
        var status = stat()
        guard stat(path, &status) == 0 else {
            return Diagnosis("folder", path, .doubtful, "it cannot be looked at: \(reason())")
        }
        // With the sticky bit, others cannot take files away or put them in their place.
        let isOpen = status.st_mode & 0o022 != 0 && status.st_mode & S_ISVTX == 0
        return Diagnosis(
            "folder mode", octal(status.st_mode), isOpen ? .doubtful : .good,
            isOpen ? "others may put another file in the book's place: chmod 700 \(path)" : nil)
    }

    private static func space(at path: String) -> Diagnosis {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else {
            return Diagnosis("free space", "unknown", .doubtful)
        }
        let bytes = Int(status.f_bavail) * Int(status.f_frsize)
        let isEnough = bytes >= 100 << 20
        return Diagnosis(
            "free space", "\(bytes >> 20) MiB", isEnough ? .good : .doubtful,
            isEnough ? nil : "a recording that does not fit is refused whole")
    }
}

extension BookFile {
    /// Locks and shared memory do not work across machines, so a book is not safe on a network file system.
    private static func system(at path: String) -> Diagnosis {
        guard let (name, isRemote) = fileSystem(at: path) else {
            return Diagnosis("file system", "unknown", .doubtful)
        }
        return Diagnosis(
            "file system", name, isRemote ? .bad : .good,
            isRemote
                ? "a book on a network file system can be damaged: move it to a disk of this machine"
                : nil)
    }

    #if os(Linux)
        /// The types of `mount(8)` whose files another machine may change.
        private static let networks: Set<Substring> = [
            "nfs", "nfs4", "cifs", "smb3", "smbfs", "ceph", "afs", "lustre", "9p", "ncpfs",
            "glusterfs", "fuse.sshfs", "fuse.glusterfs", "fuse.s3fs", "fuse.rclone",
        ]

        private static func fileSystem(at path: String) -> (name: String, isRemote: Bool)? {
            guard let resolved = realpath(path, nil) else { return nil }
            defer { free(resolved) }
            let file = String(cString: resolved)
            // A line is: device, folder, type, options. The innermost folder counts, and of one folder the last.
            var found: (folder: String, type: Substring)?
            for line in lines(of: "/proc/self/mounts") {
                let words = line.split(separator: " ")
                guard words.count > 2 else { continue }
                let folder = words[1].replacingOccurrences(of: "\\040", with: " ")
                guard folder == "/" || file == folder || file.hasPrefix(folder + "/"),
                    folder.utf8.count >= found?.folder.utf8.count ?? 0
                else { continue }
                found = (folder, words[2])
            }
            return found.map { (String($0.type), networks.contains($0.type)) }
        }

        /// The lines of a file of the system, which has no size and gives a page of itself at a time.
        private static func lines(of path: String) -> [Substring] {
            let file = open(path, O_RDONLY | O_CLOEXEC)
            guard file >= 0 else { return [] }
            defer { close(file) }
            var text: [UInt8] = []
            var page = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = page.withUnsafeMutableBytes { read(file, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                text += page[..<count]
            }
            return String(decoding: text, as: UTF8.self).split(separator: "\n")
        }

        /// The other processes that hold a lock on the file: those that have the book open, as far as the
        /// system's list shows, which changes while it is read.
        private static func users(of status: stat) -> [Diagnosis] {
            // 1: POSIX  ADVISORY  READ 1234 fe:00:5678 1073741826 1073742335
            let processes = lines(of: "/proc/locks").compactMap { line -> Int? in
                let words = line.split(separator: " ")
                guard let place = words.first(where: { $0.split(separator: ":").count == 3 }),
                    place.hasSuffix(":\(status.st_ino)"), let index = words.firstIndex(of: place)
                else { return nil }
                return Int(words[index - 1])
            }
            let others = Set(processes).subtracting([Int(getpid())]).sorted()
            return [
                Diagnosis(
                    "in use by",
                    others.isEmpty
                        ? "no other process"
                        : "processes " + others.map(String.init).joined(separator: ", "), .good)
            ]
        }
    #else
        private static func fileSystem(at path: String) -> (name: String, isRemote: Bool)? {
            var status = statfs()
            guard statfs(path, &status) == 0 else { return nil }
            let isRemote = status.f_flags & UInt32(MNT_LOCAL) == 0
            return (isRemote ? "remote" : "local", isRemote)
        }

        private static func users(of status: stat) -> [Diagnosis] { [] }
    #endif
}
