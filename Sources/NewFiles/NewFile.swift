package import Foundation
import NewFileSignals

/// A file while it is made: beside its place, under a name of its own, locked for as long as its maker lives.
///
/// So a file stands at its place whole or not at all. A process that gets a signal to end while making it (SIGINT,
/// SIGTERM, SIGHUP) takes it away before. What someone left who died otherwise (SIGKILL, a loss of power) is known
/// for that: no one holds its lock any more, and who makes a file for the same place next removes it.
package struct NewFile: Sendable {
    /// What stands at the place once it is made.
    package let path: String

    package init(_ path: String) { self.path = path }

    /// An empty file beside the place, locked for as long as its descriptor is open.
    ///
    /// The one that is done with the name says so: ``finished(_:with:)``.
    ///
    /// - Parameters:
    ///   - mode: who may do what with it.
    ///   - ends: what the names of files end with that may be put beside it.
    /// - Returns: nil where none can be made; `errno` says why.
    package func reserved(
        mode: mode_t = 0o600, with ends: [String] = []
    ) -> (name: String, descriptor: Int32)? {
        while true {
            let name = path + Self.mark + Self.digits(of: .random(in: .min ... .max))
            // Before it is there: a signal may come in between.
            for end in [""] + ends { new_file_signals_remove_at_end(name + end) }
            let descriptor = open(name, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode)
            guard descriptor >= 0 else {
                let error = errno
                Self.finished(name, with: ends)
                errno = error
                return nil
            }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                if Self.hasName(descriptor) { return (name, descriptor) }
            } else if errno != EWOULDBLOCK, errno != EINTR {
                // A file system without such locks: then nothing is ever taken for a leftover there.
                return (name, descriptor)
            }
            // Someone took it for a leftover in this moment, and removes it, or has done so.
            close(descriptor)
            unlink(name)
            Self.finished(name, with: ends)
        }
    }

    /// A reserved name is done with: what was made is at its place, or was removed.
    package static func finished(_ name: String, with ends: [String] = []) {
        for end in [""] + ends { new_file_signals_keep(name + end) }
    }

    /// The files that were reserved for the place and are there, whether someone works on them or not.
    package var reservations: [String] {
        let (folder, name) = Self.parts(of: path)
        return Self.reservations(in: folder).filter { $0.place == name }.map {
            "\(folder)/\($0.name)"
        }
    }

    /// Removes what processes left that died while they made files for these places. Each folder is read once.
    ///
    /// - Parameter ends: what the names of files end with that may stand beside each of them.
    package static func removeLeftovers(of paths: [String], with ends: [String] = []) {
        let places = Dictionary(grouping: paths.map(parts), by: \.folder)
        for (folder, places) in places {
            let names = Set(places.map(\.name))
            for (name, place) in reservations(in: folder) where names.contains(place) {
                NewFile("\(folder)/\(place)").removeLeftover("\(folder)/\(name)", with: ends)
            }
        }
    }

    /// Removes a file, and what stands beside it, unless someone works on it who makes a file for this place.
    private func removeLeftover(_ name: String, with ends: [String]) {
        func remove() { for end in [""] + ends { unlink(name + end) } }
        guard let status = Self.status(of: name), status.st_mode & S_IFMT == S_IFREG else {
            return
        }
        // The file that was made, under the name that it had first: its maker is done with that. It must not be
        // opened here: closing it would drop the locks that this process holds on it (POSIX locks belong to the
        // process, not to the descriptor).
        if let made = Self.status(of: path), made.st_ino == status.st_ino,
            made.st_dev == status.st_dev
        {
            return remove()
        }
        guard status.st_nlink == 1 else { return }
        let descriptor = open(name, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // Held until it is gone: one who made it in this moment either finds the lock taken, or the name gone. Where the
        // lock was let go first, its journal was removed while a transaction ran.
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { remove() }
    }

    /// Whether an open file still has a name.
    private static func hasName(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_nlink > 0
    }

    /// What the system says of a file; nil where it says nothing.
    package static func status(of path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}

// The names: so long that no one gives one to a file of their own.
extension NewFile {
    private static let mark = ".new-"
    private static let length = 16

    private static func parts(of path: String) -> (folder: String, name: String) {
        let file = URL(fileURLWithPath: path)
        return (file.deletingLastPathComponent().path, file.lastPathComponent)
    }

    /// What is reserved in a folder, and the name that it was reserved for.
    private static func reservations(in folder: String) -> [(name: String, place: String)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            let place = name.dropLast(length)
            guard place.hasSuffix(mark), areDigits(name.suffix(length)) else { return nil }
            return (name, String(place.dropLast(mark.count)))
        }
    }

    private static func digits(of number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: length - digits.count) + digits
    }

    private static func areDigits(_ text: Substring) -> Bool {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
