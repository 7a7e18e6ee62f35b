public import Ledger

/// A store that can find which agreements may have to do with each other without reading all of them.
public protocol NeighbourStore: EventStore {
    /// The agreements that have something of some ground, in the order of their ids; others may be among them.
    ///
    /// - Returns: nil where the store's index is not that of its events, so that every agreement must be read.
    func neighbours(
        on ground: Set<CommonGround>
    ) async throws(DeedbookError) -> [AgreementHead]?
}
