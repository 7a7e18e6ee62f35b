import Foundation
import NewFiles
import Synchronization

extension FileAccess {
    /// The files of this machine.
    public static let system = FileAccess(
        open: { path throws(FileFailure) in try SystemFile.source(path) },
        openRegular: { path throws(FileFailure) in
            try SystemFile.source(path, mustBeRegular: true)
        },
        create: { path, placement throws(FileFailure) in
            try SystemFile.sink(path, placement)
        },
        makeFolder: { path throws(FileFailure) in try SystemFile.makeFolder(path) },
        makePrivateFolder: { path throws(FileFailure) in try SystemFile.makePrivateFolder(path) },
        names: { folder throws(FileFailure) in try SystemFile.names(in: folder) },
        remove: { path throws(FileFailure) in try SystemFile.remove(path) },
        target: { path in SystemFile.target(of: path) },
        sweep: { paths in NewFile.removeLeftovers(of: paths.map(SystemFile.target)) },
        claim: { folder throws(FileFailure) in try SystemFile.claim(folder) })
}

extension FilePlacement {
    fileprivate var replaces: Bool {
        switch self {
        case .new, .newPrivate: false
        case .replacing: true
        }
    }

    fileprivate var isPrivate: Bool {
        switch self {
        case .newPrivate: true
        case .new, .replacing: false
        }
    }
}

/// Files through the system's own calls, so that nothing is acknowledged before it is on the disk.
private enum SystemFile {
    static func source(
        _ path: String, mustBeRegular: Bool = false
    ) throws(FileFailure) -> FileSource {
        let waiting = mustBeRegular ? O_NONBLOCK : 0
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC | waiting)
        // Below a file there is nothing to be read.
        guard descriptor >= 0 else { throw errno == ENOTDIR ? .missing : failure() }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        // The permissions of the file that is read, whatever takes its place meanwhile.
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure() }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw .refused("it is a folder") }
        guard !mustBeRegular || status.st_mode & S_IFMT == S_IFREG else {
            throw .refused("it is no regular file")
        }
        return FileSource(
            permissions: UInt16(status.st_mode & 0o777),
            size: status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
        ) {
            () throws(FileFailure) -> [UInt8] in
            do { return try file.read(upToCount: 1 << 16).map { [UInt8]($0) } ?? [] } catch {
                throw .refused("it cannot be read")
            }
        }
    }

    static func sink(
        _ path: String, _ placement: FilePlacement
    ) throws(FileFailure) -> FileSink {
        if !placement.replaces, FileManager.default.fileExists(atPath: path) { throw .exists }
        // Through a link the file is replaced that it leads to, and not the link.
        let path = placement.replaces ? target(of: path) : path
        let replaced = placement.replaces ? NewFile.status(of: path) : nil
        let mode: mode_t = placement.isPrivate || replaced != nil ? 0o600 : 0o644
        guard let (temporary, descriptor) = NewFile(path).reserved(mode: mode) else {
            throw failure()
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        // Who could not read it before cannot do so now.
        if let replaced { fchmod(descriptor, replaced.st_mode & 0o777) }
        let isDone = Mutex(false)
        return FileSink(
            write: { bytes throws(FileFailure) in
                do { try file.write(contentsOf: Data(bytes)) } catch {
                    throw .refused("it cannot be written")
                }
            },
            finish: { () throws(FileFailure) in
                guard fsync(descriptor) == 0 else { throw failure() }
                try place(temporary, at: path, placement)
                isDone.withLock { $0 = true }
                syncFolder(of: path)
            },
            abandon: {
                if isDone.withLock({ $0 }) { return }
                unlink(temporary)
                NewFile.finished(temporary)
            })
    }

    private static func place(
        _ temporary: String, at path: String, _ placement: FilePlacement
    ) throws(FileFailure) {
        switch placement {
        case .replacing:
            guard rename(temporary, path) == 0 else { throw failure() }
        case .new, .newPrivate:
            // A link never takes the place of a file that came meanwhile.
            guard link(temporary, path) == 0 else { throw failure() }
            unlink(temporary)
        }
        NewFile.finished(temporary)
    }

    static func target(of path: String) -> String {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK,
            let target = realpath(path, nil)
        else { return path }
        defer { free(target) }
        return String(cString: target)
    }

    static func makeFolder(_ path: String) throws(FileFailure) {
        if mkdir(path, 0o777) != 0 {
            if errno == EEXIST { return }
            let above = URL(fileURLWithPath: path).deletingLastPathComponent().path
            guard errno == ENOENT, above != path else { throw failure() }
            try makeFolder(above)
            guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure() }
        }
        syncFolder(of: path)
    }

    static func makePrivateFolder(_ path: String) throws(FileFailure) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure() }
        syncFolder(of: path)
    }

    static func names(in folder: String) throws(FileFailure) -> [String] {
        guard NewFile.status(of: folder) != nil else { throw failure() }
        do { return try FileManager.default.contentsOfDirectory(atPath: folder) } catch {
            throw .refused("the folder cannot be read")
        }
    }

    static func remove(_ path: String) throws(FileFailure) {
        guard unlink(path) == 0 else { throw failure() }
        syncFolder(of: path)
    }

    static func claim(_ folder: String) throws(FileFailure) -> FolderClaim {
        let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
        return FolderClaim { close(descriptor) }
    }

    /// The new name survives a power loss only once its folder is on the disk, too.
    private static func syncFolder(of path: String) {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = Foundation.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }

    private static func failure() -> FileFailure {
        switch errno {
        case ENOENT: .missing
        case EEXIST: .exists
        case let code: .refused(String(cString: strerror(code)))
        }
    }
}
