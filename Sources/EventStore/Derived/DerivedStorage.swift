package import Amendments
package import Ledger
package import Terms

/// The place in which a store keeps what is derived from its events, inside the transaction of one append.
///
/// What is planned with it, `DerivedKeeper`, knows no engine; an implementation only reads and writes rows.
package protocol DerivedStorage {
    /// Makes the place where there is none.
    func prepare() throws
    /// How far it reaches; nil where it was never made.
    func reach() throws -> DerivedReach?
    func setReach(_ reach: DerivedReach) throws

    /// The last position of the book.
    func head() throws -> Position
    /// How many events an agreement has; nil for an unknown one.
    func version(of agreement: AgreementID) throws -> Int?
    func agreements() throws -> [AgreementID]
    func agreement(of event: EventReference) throws -> AgreementID?
    /// The agreements that have events after a position, and whether any of these redacts another.
    func touched(
        after position: Position
    ) throws -> (agreements: Set<AgreementID>, hasRedaction: Bool)
    func events(after position: Position, limit: Int) throws -> [RecordedEvent]
    /// Every event of an agreement, in the order of positions.
    func events(of agreement: AgreementID) throws -> [RecordedEvent]
    func history(of agreement: AgreementID) throws -> AgreementHistory
    /// The events of an agreement, recorded by a position, that decide some days, by the steps as they stand; nil
    /// where these are none, or cannot be.
    func decisiveEvents(
        of agreement: AgreementID, on days: DecisiveDays, through position: Position
    ) throws -> DecisiveEvents?

    /// Writes a change of one agreement, brought by a recording that ends at a position.
    ///
    /// - Returns: false where what stands there is not what the change starts from: somebody altered it.
    func apply(
        _ change: DerivedChange, to agreement: AgreementID, at position: Position
    ) throws -> Bool
    /// Puts all of one agreement there, which has nothing there yet.
    func insert(_ derived: Derived, of agreement: AgreementID) throws
    func remove(_ agreement: AgreementID) throws
    func removeAll() throws
}
