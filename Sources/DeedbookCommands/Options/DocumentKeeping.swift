import Amendments
import EventStore
import Journal
import Questions
import Terms

/// What becomes of documents when a batch is recorded: those that it names are kept, those that it redacts removed.
///
/// Both come after the recordings, so that no document is kept that no event names; where a process ends in between,
/// `verify` names what is missing and `doctor` what is left, and `record`, run again, keeps what is missing.
struct DocumentKeeping {
    private let batch: Batch
    private let book: Book
    private let folder: DocumentFolder
    /// What payloads named before, where the batch redacts any: which documents it takes out is known only by that.
    private let before: [NamedDocument]

    /// - Parameter path: that of the book.
    init(of batch: Batch, in book: Book, at path: String) async throws(DeedbookError) {
        self.batch = batch
        self.book = book
        folder = DocumentFolder(beside: path, in: batch.environment)
        let redacts = batch.drafts.flatMap(\.recording.events).contains {
            $0.payload.redacts != nil
        }
        before = redacts ? try await book.documentsInPayloads() : []
    }

    /// Keeps and removes, once the batch is recorded.
    func finish() async throws {
        for document in batch.drafts.flatMap(\.documents) {
            try folder.keep(document.sha256, from: document.path)
        }
        guard !before.isEmpty else { return }
        let after = try await book.documentsInPayloads()
        let (digests, events) = (Set(after.map(\.sha256)), Set(after.map(\.event)))
        var removed: Set<DocumentDigest> = []
        for document in before where !events.contains(document.event) {
            guard let digest = document.sha256, removed.insert(digest).inserted else { continue }
            if digests.contains(digest) {
                try batch.environment.errors.say(
                    "warning: \(document.title), redacted as \(document.event), stays in "
                        + "\(folder.path): another event names it, too")
            } else {
                try folder.remove(digest)
                try batch.environment.errors.say(
                    "note: removed the document of \(document.event) from \(folder.path); copies of it "
                        + "elsewhere stay")
            }
        }
    }
}
