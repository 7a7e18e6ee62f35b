import Amendments
import EventStore
import Journal
import Questions
import Terms

/// What becomes of documents when a batch is recorded: those that it names are kept, those that it redacts removed.
///
/// Both come after the recordings, so that no document is kept that no event names, and before anything is said of them:
/// the reader of that may be gone. Which payloads name a document is read while no one else keeps or removes any in the
/// folder, so that none is removed that another process records at that moment. Where a process ends in between,
/// `verify` names what is missing and `doctor` what is left, and `record`, run again, does the rest.
struct DocumentKeeping {
    private let batch: Batch
    private let book: Book
    private let folder: DocumentFolder

    /// - Parameter path: that of the book.
    init(of batch: Batch, in book: Book, at path: String) {
        self.batch = batch
        self.book = book
        folder = DocumentFolder(beside: path, in: batch.environment)
    }

    /// What was done with documents, and why not all was.
    struct Outcome {
        fileprivate(set) var notices: [String] = []
        fileprivate(set) var failure: DeedbookError?

        /// Says what was done.
        ///
        /// - Throws: what kept the rest from being done.
        func report(in environment: CommandEnvironment) throws {
            for notice in notices { try environment.errors.say(notice) }
            if let failure { throw failure }
        }
    }

    /// Records the batch, then keeps and removes; also of one that was recorded in part.
    func recording(
        _ record: () async throws -> [Receipt]
    ) async throws -> (receipts: [Receipt], documents: Outcome) {
        let claim = try await writingDownRemovals()
        defer { claim?.release() }
        do {
            let receipts = try await record()
            return (receipts, await finish(claim))
        } catch {
            let outcome = await finish(claim)
            for notice in outcome.notices { try? batch.environment.errors.say(notice) }
            throw error
        }
    }

    /// Writes down which documents the batch takes out: after it, no payload says so any more.
    ///
    /// - Returns: the claim of the folder, which is held until they are removed; nil where there are none.
    private func writingDownRemovals() async throws -> FolderClaim? {
        let events = Set(batch.drafts.flatMap(\.recording.events).compactMap(\.payload.redacts))
        guard !events.isEmpty else { return nil }
        let removals = try await book.documentsInPayloads().compactMap { document in
            document.sha256.map { PendingRemoval(digest: $0, event: document.event) }
        }.filter { events.contains($0.event) }
        guard !removals.isEmpty else { return nil }
        let claim = try folder.claimed()
        let known = try folder.pendingRemovals()
        try folder.setPendingRemovals(known + removals.filter { !known.contains($0) })
        return claim
    }
}

// Once the batch is recorded.
extension DocumentKeeping {
    private func finish(_ claim: FolderClaim?) async -> Outcome {
        var outcome = Outcome()
        do throws(DeedbookError) {
            let stated = batch.drafts.flatMap(\.documents)
            // A folder that this process may not look into is nothing to a batch without documents.
            let isPending = (try? folder.pendingRemovals())?.isEmpty == false
            guard claim != nil || !stated.isEmpty || isPending else { return outcome }
            let own = claim == nil ? try folder.claimed() : nil
            defer { own?.release() }
            // Read again, now that no other process adds to them.
            let pending = try folder.pendingRemovals()
            let named = try await documents(naming: stated, removing: !pending.isEmpty)
            try remove(pending, unless: named, &outcome)
            try keep(stated, where: named, &outcome)
        } catch {
            outcome.failure = outcome.failure ?? error
        }
        return outcome
    }

    /// The documents that payloads name: of the agreements that the batch touches, where that is enough.
    ///
    /// What is removed may be named by any other agreement; and so may what none of the batch's own names any more.
    private func documents(
        naming stated: [Journal.SourceDocument], removing: Bool
    ) async throws(DeedbookError) -> [NamedDocument] {
        guard !removing else { return try await book.documentsInPayloads() }
        let touched = Set(batch.drafts.flatMap(\.recording.agreements))
        let own = try await book.documentsInPayloads(of: touched.sorted())
        guard Set(own.compactMap(\.sha256)).isSuperset(of: stated.map(\.sha256)) else {
            return try await book.documentsInPayloads()
        }
        return own
    }

    /// Keeps what an event still names: it may have been redacted since, or with the same batch.
    private func keep(
        _ stated: [Journal.SourceDocument], where named: [NamedDocument], _ outcome: inout Outcome
    ) throws(DeedbookError) {
        let digests = Set(named.compactMap(\.sha256))
        for document in stated {
            if digests.contains(document.sha256) {
                try folder.keep(document.sha256, from: document.path)
            } else {
                outcome.notices.append(
                    "note: \(document.path) was not kept in \(folder.path): no event of the book "
                        + "names it any more")
            }
        }
    }

    /// Removes what no payload names any more; what cannot be removed stays on the list.
    private func remove(
        _ pending: [PendingRemoval], unless named: [NamedDocument], _ outcome: inout Outcome
    ) throws(DeedbookError) {
        guard !pending.isEmpty else { return }
        let (digests, events) = (Set(named.map(\.sha256)), Set(named.map(\.event)))
        var left: [PendingRemoval] = []
        var done: Set<DocumentDigest> = []
        // Where the event still names it, nothing was redacted.
        for removal in pending where !events.contains(removal.event) {
            guard !digests.contains(removal.digest) else {
                outcome.notices.append(
                    "warning: the document of \(removal.event), which was redacted, stays in "
                        + "\(folder.path): another event names it, too")
                continue
            }
            guard done.insert(removal.digest).inserted else { continue }
            do throws(DeedbookError) {
                outcome.notices.append(
                    try folder.remove(removal.digest)
                        ? "note: removed the document of \(removal.event) from \(folder.path); copies of "
                            + "it elsewhere stay"
                        : "note: the document of \(removal.event) was not in \(folder.path); copies of it "
                            + "elsewhere stay")
            } catch {
                left.append(removal)
                outcome.failure = error
            }
        }
        try folder.setPendingRemovals(left)
    }
}
