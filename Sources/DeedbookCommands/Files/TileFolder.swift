import Audit
import EventStore
import Transparency

/// A folder that any web server can serve as a transparency log (c2sp.org/tlog-tiles).
///
/// Tiles and bundles are written where they are not there, and never changed; the checkpoint is replaced after all of
/// its tiles are on the disk. Nothing is removed.
struct TileFolder {
    private let path: String
    private let files: FileAccess
    /// What it serves now; nil where it serves nothing yet.
    private let known: Checkpoint?

    /// - Parameter origin: of the log that it is to serve.
    /// - Throws: where it serves another log.
    init(
        _ path: String, of origin: String, in environment: CommandEnvironment
    ) throws(DeedbookError) {
        self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
        files = environment.files
        let file = "\(self.path)/checkpoint"
        known =
            try files.readIfThere(file, "checkpoint") == nil
            ? nil : CheckpointFile.read(file, in: environment).checkpoint
        if let known, !known.isOf(origin) {
            throw DeedbookError(
                in: file, line: 1, "this folder serves the log '\(known.origin)', not '\(origin)'",
                hint: "give each book a folder of its own")
        }
    }

    /// Writes what is not there yet.
    ///
    /// - Returns: how many files were written, and how many were there.
    func write(_ book: TiledBook) async throws(DeedbookError) -> (written: Int, kept: Int) {
        try check(book)
        var (written, kept) = (0, 0)
        for tile in book.tiles {
            if try await put(tile, of: book) { written += 1 } else { kept += 1 }
        }
        let file = "\(path)/checkpoint"
        let note = book.checkpoint.encoded
        if try files.readIfThere(file, "checkpoint") == Array(note.utf8) {
            return (written, kept + 1)
        }
        try makeFolder(path)
        try files.write(note, to: file, .replacing)
        return (written + 1, kept)
    }

    /// Throws unless the book continues what is served.
    private func check(_ book: TiledBook) throws(DeedbookError) {
        guard let known else { return }
        let new = book.checkpoint.checkpoint
        guard let root = book.root(at: known.size) else {
            throw DeedbookError(
                .rolledBack,
                "\(path) serves #\(known.size); the newest checkpoint of the book is of #\(new.size)",
                hint: "sign the book as it is now: deedbook checkpoint --key FILE; where it is "
                    + "shorter, find out why")
        }
        guard root == known.root else {
            throw .rolledBack(
                old: known, new: new,
                detail: "\(path) serves it, and the first \(known.size) events have another root")
        }
    }

    /// - Returns: whether it had to be written.
    private func put(_ tile: Tile, of book: TiledBook) async throws(DeedbookError) -> Bool {
        let file = "\(path)/\(tile.path)"
        if let there = try files.readIfThere(file, "tile", limit: Self.limit) {
            guard book.isTile(there, tile) else {
                throw DeedbookError(
                    in: file, "this is no tile of the book, and none is ever changed",
                    hint: "give another folder, or put this file away")
            }
            return false
        }
        let bytes = try await book.bytes(of: tile)
        try makeFolder(String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex)))
        try files.write(bytes, to: file, .new)
        return true
    }

    private func makeFolder(_ path: String) throws(DeedbookError) {
        do throws(FileFailure) { try files.makeFolder(path) } catch { throw error.writing(path) }
    }

    /// The largest that a bundle of entries can be.
    private static let limit = MerkleTree.width * (2 + Tile.entryLimit)
}
