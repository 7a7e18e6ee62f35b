package import Amendments
import Ledger
package import Terms

/// The place in which a store keeps what is derived from its events, inside the transaction of one append.
///
/// What is planned with it, `DerivedKeeper`, knows no engine; an implementation only reads and writes rows.
package protocol DerivedStorage: HistoryStorage {
    /// Makes the place where there is none.
    func prepare() throws
    /// How far it reaches; nil where it was never made.
    func reach() throws -> DerivedReach?
    func setReach(_ reach: DerivedReach) throws

    func agreements() throws -> [AgreementID]
    func agreement(of event: EventReference) throws -> AgreementID?
    /// The agreements that have events after a position, and whether any of these redacts another.
    func touched(
        after position: Position
    ) throws -> (agreements: Set<AgreementID>, hasRedaction: Bool)
    func events(after position: Position, limit: Int) throws -> [RecordedEvent]
    func history(of agreement: AgreementID) throws -> AgreementHistory
    /// Writes a change of one agreement, brought by a recording that ends at a position.
    ///
    /// - Throws: `derivedAltered` where what stands there is not what the change starts from: someone altered it.
    func apply(
        _ change: DerivedChange, to agreement: AgreementID, at position: Position
    ) throws
    /// Puts all of some agreements there, which have nothing there yet.
    func insert(_ derived: [AgreementID: Derived]) throws
    func remove(_ agreement: AgreementID) throws
    func removeAll() throws
}
