import Audit
import EventStore
import Transparency

/// A folder that any web server can serve as a transparency log (c2sp.org/tlog-tiles).
///
/// Tiles and bundles are written where they are not there, and never changed; the checkpoint is replaced after all of
/// its tiles are on the disk. Nothing is removed but what was left of files that were never finished. Of several who
/// write, each waits for its turn.
struct TileFolder {
    private let path: String
    private let origin: String
    private let environment: CommandEnvironment
    private var files: FileAccess { environment.files }

    /// - Parameter origin: of the log that it is to serve.
    /// - Throws: where it serves another log.
    init(
        _ path: String, of origin: String, in environment: CommandEnvironment
    ) throws(DeedbookError) {
        self.path = path.hasSuffix("/") ? String(path.dropLast()) : path
        self.origin = origin
        self.environment = environment
        _ = try served()
    }

    private var checkpointFile: String { "\(path)/checkpoint" }

    /// The checkpoint that it serves now; nil where it serves nothing yet.
    ///
    /// - Throws: where that is of another log.
    private func served() throws(DeedbookError) -> Checkpoint? {
        let file = checkpointFile
        guard try files.readIfThere(file, "checkpoint") != nil else { return nil }
        let known = try CheckpointFile.read(file, in: environment).checkpoint
        guard known.isOf(origin) else {
            throw DeedbookError(
                in: file, line: 1, "this folder serves the log '\(known.origin)', not '\(origin)'",
                hint: "give each book a folder of its own")
        }
        return known
    }

    /// Makes the folder, and waits until no one else writes in it.
    func claimed() throws(DeedbookError) -> FolderClaim {
        try makeFolder(path)
        do throws(FileFailure) { return try files.claim(path) } catch { throw error.writing(path) }
    }

    /// Whether it serves more events than the checkpoint of the book has.
    func serves(moreThan book: TiledBook) throws(DeedbookError) -> Bool {
        try served().map { $0.size > book.checkpoint.checkpoint.size } ?? false
    }

    /// Writes what is not there yet.
    ///
    /// - Returns: how many files were written, and how many were there.
    func write(_ book: TiledBook) async throws(DeedbookError) -> (written: Int, kept: Int) {
        try check(book)
        files.sweep(book.tiles.map(file) + [checkpointFile])
        var (written, kept) = (0, 0)
        for tile in book.tiles {
            if try await put(tile, of: book) { written += 1 } else { kept += 1 }
        }
        let note = book.checkpoint.encoded
        if try files.readIfThere(checkpointFile, "checkpoint") == Array(note.utf8) {
            return (written, kept + 1)
        }
        try files.write(note, to: checkpointFile, .replacing)
        return (written + 1, kept)
    }

    /// Throws unless the book continues what is served.
    private func check(_ book: TiledBook) throws(DeedbookError) {
        guard let known = try served() else { return }
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

    private func file(of tile: Tile) -> String { "\(path)/\(tile.path)" }

    /// - Returns: whether it had to be written.
    private func put(_ tile: Tile, of book: TiledBook) async throws(DeedbookError) -> Bool {
        if try isThere(tile, of: book) { return false }
        let file = file(of: tile)
        let bytes = try await book.bytes(of: tile)
        try makeFolder(String(file.prefix(upTo: file.lastIndex(of: "/") ?? file.endIndex)))
        do throws(FileFailure) { try files.put(bytes, at: file, .new) } catch {
            // Someone may write here who claims nothing, and was faster.
            if error == .exists, try isThere(tile, of: book) { return false }
            throw error.writing(file)
        }
        return true
    }

    /// - Throws: where another file is in its place.
    private func isThere(_ tile: Tile, of book: TiledBook) throws(DeedbookError) -> Bool {
        let file = file(of: tile)
        guard let there = try files.readIfThere(file, "tile", limit: Self.limit) else {
            return false
        }
        guard book.isTile(there, tile) else {
            throw DeedbookError(
                in: file, "this is no tile of the book, and none is ever changed",
                hint: "give another folder, or put this file away")
        }
        return true
    }

    private func makeFolder(_ path: String) throws(DeedbookError) {
        do throws(FileFailure) { try files.makeFolder(path) } catch { throw error.writing(path) }
    }

    /// The largest that a bundle of entries can be.
    private static let limit = MerkleTree.width * (2 + Tile.entryLimit)
}
