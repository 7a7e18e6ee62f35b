public import EventStore
public import Transparency

/// How a book stands to a tree that someone saw of it before.
public enum Continuation: Hashable, Sendable {
    /// All that was seen is still in it, unchanged and at its beginning.
    case continued
    /// It is another book.
    case foreign
    /// It has fewer events than were seen.
    case shortened
    /// It has as many, and they are not those that were seen: this is their root.
    case forked(TreeHash)
}

extension TamperEvidentStore {
    /// How the book stands to what was seen of it, by the tree that it keeps.
    ///
    /// - Parameter now: the whole book's tree.
    public func continuation(
        of seen: Checkpoint, now: Checkpoint
    ) async throws(DeedbookError) -> Continuation {
        guard seen.isOf(now.origin) else { return .foreign }
        guard seen.size <= now.size else { return .shortened }
        let then = seen.size == now.size ? now : try await checkpoint(at: seen.size)
        return then.root == seen.root ? .continued : .forked(then.root)
    }
}
