import Amendments
public import EventStore
public import Transparency

/// Rows of a whole book on their way to someone else, an export, a copy or a log that is served: each is checked as
/// an audit does, so that nothing is handed on that `verify` would refuse. Whose the keys of recorders are is left to
/// the one who gets it.
///
/// All rows are read, also where only some are wanted: what was redacted is vouched for by an event that comes later.
public struct CheckedRows {
    /// The whole book's, as it was when this was made.
    public let tree: Checkpoint
    private let store: any TamperEvidentStore
    private var audit: EntryAudit
    private var last = 0

    private static let page = 500

    public init(of store: any TamperEvidentStore) async throws(DeedbookError) {
        self.store = store
        tree = try await store.checkpoint(at: nil)
        audit = EntryAudit(origin: store.origin)
    }

    /// The next rows, in the order of positions; nil after the last.
    ///
    /// - Throws: `corrupted` for the first row that is not what its entry, or its neighbours, say, and after the last
    ///   one unless these were all rows of the tree.
    public mutating func next() async throws(DeedbookError) -> [StoredRow]? {
        guard last < tree.size else {
            try finish()
            return nil
        }
        let rows = try await store.rows(after: last, limit: min(Self.page, tree.size - last))
        guard let end = rows.last?.position, end > last else {
            throw .corrupted(Position(last + 1), detail: "it is missing")
        }
        for row in rows { audit.check(RowReading(row)) }
        try refuse()
        last = end
        return rows
    }

    private mutating func finish() throws(DeedbookError) {
        audit.finish()
        try refuse()
        guard audit.tree.size == tree.size, audit.tree.root == tree.root else {
            throw .corrupted(
                Position(tree.size), detail: "the tree kept of the book is not over its entries")
        }
    }

    private func refuse() throws(DeedbookError) {
        guard let fault = audit.faults.first else { return }
        throw .corrupted(fault.position ?? Position(0), detail: fault.detail)
    }
}
