/// The files a command reads and writes beside the book: keys, checkpoints, proofs, policies, exports.
public struct FileAccess: Sendable {
    /// Opens a file to be read.
    public var open: @Sendable (String) throws(FileFailure) -> FileSource
    /// Begins a file; nothing of it is at its path before it is finished.
    public var create: @Sendable (String, FilePlacement) throws(FileFailure) -> FileSink

    public init(
        open: @escaping @Sendable (String) throws(FileFailure) -> FileSource,
        create: @escaping @Sendable (String, FilePlacement) throws(FileFailure) -> FileSink
    ) {
        self.open = open
        self.create = create
    }
}

/// A file being read.
public struct FileSource: Sendable {
    /// Who may do what with it: the nine permission bits.
    public var permissions: UInt16
    /// The next bytes of it; none at its end.
    public var next: @Sendable () throws(FileFailure) -> [UInt8]

    public init(
        permissions: UInt16, next: @escaping @Sendable () throws(FileFailure) -> [UInt8]
    ) {
        self.permissions = permissions
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

/// How a new file takes its place.
public enum FilePlacement: Hashable, Sendable {
    /// Only where no file is; only its owner may read it (mode 0600).
    case newPrivate
    /// Only where no file is.
    case new
    /// In place of the file that is there, at once and whole.
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

extension FileAccess {
    /// The whole of a small file.
    func read(
        _ path: String, limit: Int = 1 << 20
    ) throws(FileFailure) -> (bytes: [UInt8], permissions: UInt16) {
        let source = try open(path)
        var bytes: [UInt8] = []
        while true {
            let more = try source.next()
            if more.isEmpty { return (bytes, source.permissions) }
            bytes += more
            if bytes.count > limit { throw .tooLarge(limit: limit) }
        }
    }

    /// Writes a whole file.
    func write(_ bytes: [UInt8], to path: String, _ placement: FilePlacement) throws(FileFailure) {
        let sink = try create(path, placement)
        do {
            try sink.write(bytes)
            try sink.finish()
        } catch {
            sink.abandon()
            throw error
        }
    }
}
