import Amendments
import Audit
import EventStore
import Foundation
import Ledger
import Terms
import Transparency

/// A file that keeps the newest checkpoint of one book; it never goes back and never changes books.
struct CheckpointMemory {
    private let path: String
    private let environment: CommandEnvironment
    /// What it holds; nil where there is no file yet.
    let known: SignedCheckpoint?

    /// - Throws: where there is a file already that is no checkpoint.
    init(path: String, environment: CommandEnvironment) throws(DeedbookError) {
        self.path = path
        self.environment = environment
        known = try Self.read(path, in: environment)
    }

    private static func read(
        _ path: String, in environment: CommandEnvironment
    ) throws(DeedbookError) -> SignedCheckpoint? {
        let bytes = try environment.files.readIfThere(path, "checkpoint")
        guard let bytes else { return nil }
        return try CheckpointFile.parsed(bytes, from: path)
    }

    private func foreign(_ known: String, _ origin: String) -> DeedbookError {
        DeedbookError(
            .invalid, "\(path) was not changed: it is of '\(known)', not '\(origin)'",
            hint: "give each book a file of its own")
    }

    /// Throws unless the book still is what the file says it was.
    func check(_ store: any TamperEvidentStore) async throws(DeedbookError) {
        guard let old = known?.checkpoint else { return }
        let now = try await store.checkpoint(at: nil)
        switch try await store.continuation(of: old, now: now) {
        case .continued: return
        case .foreign: throw foreign(old.origin, store.origin)
        case .shortened, .forked:
            throw DeedbookError(
                .rolledBack,
                "nothing was signed: the book is not the one that \(path) is of any more",
                hint: "keep that file, and find out more with: deedbook verify --against \(path)")
        }
    }

    /// Puts a newer checkpoint in the place of the older one. Between what was read and this, another process may have
    /// saved one, as while a witness was waited for: it is read again, and no one else saves meanwhile.
    ///
    /// - Parameter others: checkpoints that are known beside the one in the file.
    func keep(
        _ checkpoint: SignedCheckpoint, beside others: [SignedCheckpoint] = []
    ) throws(DeedbookError) {
        let new = checkpoint.checkpoint
        let claim = try claimed()
        defer { claim.release() }
        let now = try Self.read(path, in: environment)
        for old in ([known, now].compactMap(\.self) + others).map(\.checkpoint) {
            guard old.isOf(new.origin) else {
                throw foreign(old.origin, new.origin)
            }
            guard old.size <= new.size else {
                throw DeedbookError(
                    .invalid,
                    "\(path) was not changed: a checkpoint of #\(old.size) is known, and this one is "
                        + "of #\(new.size)",
                    hint:
                        "unless another program saved that one just now, the book was rolled back; find out with: "
                        + "deedbook verify --against FILE")
            }
            guard old.size < new.size || old.root == new.root else {
                throw DeedbookError(
                    .rolledBack,
                    "\(path) was not changed: it has another root for the same \(old.size) events",
                    hint: "keep both: no book can be true to both")
            }
        }
        try CheckpointFile.write(checkpoint, to: path, .replacing, in: environment)
    }

    private func claimed() throws(DeedbookError) -> FolderClaim {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        do { return try environment.files.claim(folder) } catch { throw error.writing(path) }
    }
}
