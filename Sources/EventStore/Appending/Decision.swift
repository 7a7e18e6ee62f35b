package import Amendments
package import Ledger
package import Terms

/// Decides once more, in the transaction that appends it, whether a recording can hold: for where others appended to an
/// agreement since it was checked.
package struct Decision: Sendable {
    /// Throws what stands against it after what is read there.
    package let decide: @Sendable (any HistoryStorage) throws -> Void

    package init(_ decide: @escaping @Sendable (any HistoryStorage) throws -> Void) {
        self.decide = decide
    }
}

/// What a book holds, as a store reads it inside one transaction.
package protocol HistoryStorage {
    /// The last position of the book.
    func head() throws -> Position
    /// How many events an agreement has; nil for an unknown one.
    func version(of agreement: AgreementID) throws -> Int?
    /// Every event of an agreement, in the order of positions.
    func events(of agreement: AgreementID) throws -> [RecordedEvent]
    /// Whether what is derived is of every event of the book, by the rules of this program.
    func isCurrent() throws -> Bool
    /// The events of an agreement, recorded by a position, that decide some days, by the steps as they stand; nil
    /// where these are none, or cannot be.
    func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position
    ) throws -> DecisiveEvents?
}
