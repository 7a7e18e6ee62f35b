import EventStore
import Ledger
import Synchronization

/// Makes what a book derives from its events again, with progress, and reports on the errors' stream what it leaves
/// beside the book.
struct Rebuild {
    let store: any DerivingStore
    let path: String
    let environment: CommandEnvironment

    /// Makes it again where an earlier version made it; before anything is recorded, so that the one who waits sees
    /// why.
    func runWhereEarlier() async throws {
        guard case .earlier = try await store.derivedForm() else { return }
        _ = try await run()
        try environment.errors.say(
            "note: the derived tables of \(path) were of an earlier version; they were made again")
    }

    /// - Returns: of how many agreements.
    func run() async throws -> Int {
        if let copy = try await store.copyBeforeRebuild() {
            try environment.errors.say(
                "note: the book as it was is kept in \(copy); what is redacted later "
                    + "stays in that copy until you delete it")
        }
        let progress = Mutex(Progress("rebuilt agreements:", of: 0, in: environment))
        let agreements = Mutex(0)
        let isWhole = try await store.rebuildPieces { done, total in
            agreements.withLock { $0 = total }
            progress.withLock { $0.reach(done, of: total) }
        }
        progress.withLock { $0.finish() }
        guard isWhole else {
            throw DeedbookError(
                .temporary, "stopped before its end; the book is as it was",
                hint: "run it again: deedbook rebuild --book \(path)")
        }
        return agreements.withLock { $0 }
    }
}
