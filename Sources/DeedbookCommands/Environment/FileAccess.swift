import EventStore
import Transparency

/// The files a command reads and writes beside the book: keys, checkpoints, proofs, policies, exports, documents.
public struct FileAccess: Sendable {
    /// Opens a file to be read.
    public var open: @Sendable (String) throws(FileFailure) -> FileSource
    /// The same, but whatever is no regular file is refused, and not waited for: a pipe in its place would be read for ever.
    public var openRegular: @Sendable (String) throws(FileFailure) -> FileSource
    /// Begins a file; nothing of it is at its path before it is finished.
    public var create: @Sendable (String, FilePlacement) throws(FileFailure) -> FileSink
    /// Makes a folder, with those above it, where it is not there yet.
    public var makeFolder: @Sendable (String) throws(FileFailure) -> Void
    /// The same for one folder, which only its owner may look into (mode 0700).
    public var makePrivateFolder: @Sendable (String) throws(FileFailure) -> Void
    /// The names in a folder, in no order.
    public var names: @Sendable (_ folder: String) throws(FileFailure) -> [String]
    /// Removes a file.
    public var remove: @Sendable (String) throws(FileFailure) -> Void
    /// Where a path leads: to itself, unless it is a symbolic link to a file.
    public var target: @Sendable (String) -> String
    /// Removes what was left beside these places by processes that died while they made files for them.
    public var sweep: @Sendable ([String]) -> Void
    /// Waits until no one else claims the folder, and claims it. Where the file system knows no locks, no one is waited
    /// for.
    public var claim: @Sendable (_ folder: String) throws(FileFailure) -> FolderClaim

    public init(
        open: @escaping @Sendable (String) throws(FileFailure) -> FileSource,
        openRegular: @escaping @Sendable (String) throws(FileFailure) -> FileSource,
        create: @escaping @Sendable (String, FilePlacement) throws(FileFailure) -> FileSink,
        makeFolder: @escaping @Sendable (String) throws(FileFailure) -> Void,
        makePrivateFolder: @escaping @Sendable (String) throws(FileFailure) -> Void,
        names: @escaping @Sendable (String) throws(FileFailure) -> [String],
        remove: @escaping @Sendable (String) throws(FileFailure) -> Void,
        target: @escaping @Sendable (String) -> String,
        sweep: @escaping @Sendable ([String]) -> Void,
        claim: @escaping @Sendable (String) throws(FileFailure) -> FolderClaim
    ) {
        self.open = open
        self.openRegular = openRegular
        self.create = create
        self.makeFolder = makeFolder
        self.makePrivateFolder = makePrivateFolder
        self.names = names
        self.remove = remove
        self.target = target
        self.sweep = sweep
        self.claim = claim
    }
}

/// A file being read.
public struct FileSource: Sendable {
    /// Who may do what with it: the nine permission bits.
    public var permissions: UInt16
    /// How many bytes it had when it was opened; nil where no one knows.
    public var size: Int?
    /// The next bytes of it; none at its end.
    public var next: @Sendable () throws(FileFailure) -> [UInt8]

    public init(
        permissions: UInt16, size: Int? = nil,
        next: @escaping @Sendable () throws(FileFailure) -> [UInt8]
    ) {
        self.permissions = permissions
        self.size = size
        self.next = next
    }
}

/// A file being written.
public struct FileSink: Sendable {
    /// Adds bytes at its end.
    public var write: @Sendable ([UInt8]) throws(FileFailure) -> Void
    /// Puts it at its path, once it is on the disk.
    public var finish: @Sendable () throws(FileFailure) -> Void
    /// Forgets it.
    public var abandon: @Sendable () -> Void

    public init(
        write: @escaping @Sendable ([UInt8]) throws(FileFailure) -> Void,
        finish: @escaping @Sendable () throws(FileFailure) -> Void,
        abandon: @escaping @Sendable () -> Void
    ) {
        self.write = write
        self.finish = finish
        self.abandon = abandon
    }
}

/// A folder in which no one else writes who claims it first.
public struct FolderClaim: Sendable {
    /// Gives it up; so does the end of the process.
    public var release: @Sendable () -> Void

    public init(release: @escaping @Sendable () -> Void) { self.release = release }
}

/// How a new file takes its place.
public enum FilePlacement: Hashable, Sendable {
    /// Only where no file is; only its owner may read it (mode 0600).
    case newPrivate
    /// Only where no file is.
    case new
    /// In place of the file that is there, at once and whole; with its permissions, and where a link leads to it.
    case replacing
}

/// Why a file cannot be read or written.
public enum FileFailure: Error, Hashable, Sendable {
    /// There is none.
    case missing
    /// There is one already.
    case exists
    /// It has more bytes than are read of its kind.
    case tooLarge(limit: Int)
    /// The system refused, in its own words.
    case refused(String)
}

// Whole files, and what is wrong with them in words.
extension FileAccess {
    /// The whole of a small file; `what` it is meant to be.
    ///
    /// - Parameter isRegular: whether a pipe in its place is refused, as where the file is written again.
    func read(
        _ path: String, _ what: String, limit: Int = 1 << 20, isRegular: Bool = false
    ) throws(DeedbookError) -> (bytes: [UInt8], permissions: UInt16) {
        do throws(FileFailure) {
            let source = isRegular ? try openRegular(path) : try open(path)
            var bytes: [UInt8] = []
            while true {
                let more = try source.next()
                if more.isEmpty { return (bytes, source.permissions) }
                bytes += more
                if bytes.count > limit { throw .tooLarge(limit: limit) }
            }
        } catch {
            throw error.reading(path, what)
        }
    }

    /// Opens a document; one that is larger than any is refused, and not read.
    func openDocument(_ path: String) throws(FileFailure) -> FileSource {
        let source = try openRegular(path)
        guard source.size ?? 0 <= DocumentHash.mostBytes else {
            throw .tooLarge(limit: DocumentHash.mostBytes)
        }
        return source
    }

    /// The same of a file that is kept here; nil where there is no such file.
    func readIfThere(
        _ path: String, _ what: String, limit: Int = 1 << 20
    ) throws(DeedbookError) -> [UInt8]? {
        do throws(FileFailure) { _ = try openRegular(path) } catch {
            if error == .missing { return nil }
            throw error.reading(path, what)
        }
        return try read(path, what, limit: limit, isRegular: true).bytes
    }

    /// Writes a whole file, or nothing.
    func write(
        _ text: String, to path: String, _ placement: FilePlacement
    ) throws(DeedbookError) {
        try write(Array(text.utf8), to: path, placement)
    }

    /// Writes a whole file, or nothing, and removes what was left of earlier tries.
    func write(
        _ bytes: [UInt8], to path: String, _ placement: FilePlacement
    ) throws(DeedbookError) {
        sweep([path])
        do throws(FileFailure) { try put(bytes, at: path, placement) } catch {
            throw error.writing(path)
        }
    }

    /// Writes a whole file, or nothing.
    func put(
        _ bytes: [UInt8], at path: String, _ placement: FilePlacement
    ) throws(FileFailure) {
        let sink = try create(path, placement)
        do throws(FileFailure) {
            try sink.write(bytes)
            try sink.finish()
        } catch {
            sink.abandon()
            throw error
        }
    }
}

extension FileFailure {
    /// Why, without the path.
    var words: String {
        switch self {
        case .missing: "it is not there"
        case .exists: "it is in the way"
        case .tooLarge(let limit): "it has more than \(limit) bytes"
        case .refused(let words): words
        }
    }

    /// A file that cannot be read; `what` it is meant to be.
    func reading(_ path: String, _ what: String) -> DeedbookError {
        switch self {
        case .missing:
            DeedbookError(
                .missing, "there is no \(what) \(path)", hint: "give the path of one that is there")
        case .tooLarge(let limit):
            DeedbookError(
                .invalid, "\(path) is no \(what): it has more than \(limit) bytes",
                hint: "check the path")
        case .exists:
            DeedbookError(.inaccessible, "cannot read \(what) \(path): it is in the way")
        case .refused(let words):
            DeedbookError(
                .inaccessible, "cannot read \(what) \(path): \(words)",
                hint: "check the path and its permissions")
        }
    }

    /// A file that cannot be written.
    func writing(_ path: String) -> DeedbookError {
        switch self {
        case .exists:
            DeedbookError(
                .unwritable, "\(path) exists already",
                hint: "nothing is overwritten: give another name")
        case .missing:
            DeedbookError(
                .unwritable, "cannot write \(path): there is no such folder",
                hint: "make the folder, or give another path")
        case .tooLarge(let limit):
            DeedbookError(
                .unwritable, "cannot write \(path): it takes more than \(limit) bytes")
        case .refused(let words):
            DeedbookError(
                .unwritable, "cannot write \(path): \(words)",
                hint: "check the path, its permissions, and the space left")
        }
    }
}
