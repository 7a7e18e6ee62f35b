import Amendments
public import EventStore
public import Transparency

/// Rows of a whole book on their way to somebody else, an export or a copy: each is checked as an audit does, so that
/// nothing is handed on that `verify` would refuse. Whose the keys of recorders are is left to whoever gets it.
public struct CheckedRows {
    private var audit: EntryAudit

    /// - Parameter origin: the book's name.
    public init(of origin: String) { audit = EntryAudit(origin: origin) }

    /// Goes over the next rows, in the order of positions.
    ///
    /// - Throws: `corrupted` for the first row that is not what its entry, or its neighbours, say.
    public mutating func check(_ rows: [StoredRow]) throws(DeedbookError) {
        for reading in RowReading.all(rows) { audit.check(reading) }
        try refuse()
    }

    /// Throws `corrupted` unless these were all rows of the tree.
    public mutating func finish(_ tree: Checkpoint) throws(DeedbookError) {
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
