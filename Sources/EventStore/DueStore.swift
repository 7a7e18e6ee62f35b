public import Terms

/// A store that can find of which agreements something may fall into some days without reading all of them.
public protocol DueStore: EventStore {
    /// The agreements of which something may begin, end, fall due or be expected on one of some days, from whatever
    /// vantage, in the order of their ids; others may be among them.
    ///
    /// - Returns: nil where the store's index is not that of its events, so that every agreement must be read.
    func agreements(
        dueIn days: ClosedRange<Day>
    ) async throws(DeedbookError) -> [AgreementHead]?
}
