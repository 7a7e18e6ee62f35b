public import Amendments
public import Ledger
public import Terms

/// A store that can read of an agreement what an answer rests on, at a cost that does not grow with its history.
public protocol DecisiveStore: EventStore {
    /// The events of an agreement that decide what is known of it on some days.
    ///
    /// Folded from the same vantage they give the same answers about these days, and about all days of the whole
    /// term, as the whole history.
    ///
    /// - Parameters:
    ///   - agreement: the agreement asked about.
    ///   - days: the days asked about, and the term of which all days count.
    ///   - position: the end of a recording; what is recorded after it does not count.
    ///   - disclosed: what was disclosed after that day does not count; nil for everything.
    /// - Returns: nil where the store's index is not that of its events, so that the history must be read.
    func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position,
        disclosedBy disclosed: Day?
    ) async throws(DeedbookError) -> DecisiveEvents?
}
