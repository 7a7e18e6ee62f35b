import Amendments
import Audit
import EventStore
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
        do {
            _ = try environment.files.openRegular(path)
        } catch {
            guard error == .missing else {
                throw error.reading(path, "checkpoint")
            }
            known = nil
            return
        }
        known = try CheckpointFile.read(path, in: environment)
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

    /// Puts a newer checkpoint in the place of the older one.
    ///
    /// - Parameter others: checkpoints that are known beside the one in the file.
    func keep(
        _ checkpoint: SignedCheckpoint, beside others: [SignedCheckpoint] = []
    ) throws(DeedbookError) {
        let new = checkpoint.checkpoint
        for old in ([known].compactMap(\.self) + others).map(\.checkpoint) {
            guard old.isOf(new.origin) else {
                throw foreign(old.origin, new.origin)
            }
            guard old.size <= new.size else {
                throw DeedbookError(
                    .invalid,
                    "\(path) was not changed: a checkpoint of #\(old.size) is known, and this one is "
                        + "of #\(new.size)",
                    hint:
                        "find out whether the book was rolled back: deedbook verify --against FILE")
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
}
