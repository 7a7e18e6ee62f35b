import Amendments
import Ledger
import Terms

/// What is derived from one agreement's events, to which recordings are added.
struct GrowingDerived: Sendable {
    private var keeper: PieceKeeper
    private var steps: StepIndex
    private var ground: Set<CommonGround>

    /// As it is before a position.
    ///
    /// - Parameter history: every event of the agreement, in the order of positions; also those from there on, for
    ///   a redaction reaches back.
    init(of agreement: AgreementID, history: [RecordedEvent], before position: Position) {
        keeper = PieceKeeper(
            agreement, history: history, through: Position(position.number - 1))
        let past = history.filter { $0.position < position }
        steps = StepIndex(of: past)
        ground = Set(past.flatMap(\.commonGround))
    }

    var agreement: AgreementID { keeper.agreement }

    /// How much it holds in memory, counted in pieces.
    var size: Int { keeper.size }

    /// Adds one recording's events.
    ///
    /// - Returns: what changes; nil where the history must be read again, and then nothing is of use any more.
    mutating func add(_ events: [RecordedEvent]) -> DerivedChange? {
        guard let pieces = keeper.add(events) else { return nil }
        return DerivedChange(pieces: pieces, steps: steps.add(events), ground: added(by: events))
    }

    /// Adds one recording's events where the history is at hand, whatever they act on.
    ///
    /// - Parameter history: every event of the agreement, read when it is needed.
    mutating func add(
        _ events: [RecordedEvent], through position: Position,
        history: () throws -> [RecordedEvent]
    ) rethrows -> DerivedChange {
        let pieces: PieceChange
        if let added = keeper.add(events) {
            pieces = added
        } else {
            let next = PieceKeeper(agreement, history: try history(), through: position)
            pieces = PieceKeeper.change(from: keeper, to: next)
            keeper = next
        }
        return DerivedChange(pieces: pieces, steps: steps.add(events), ground: added(by: events))
    }

    private mutating func added(by events: [RecordedEvent]) -> Set<CommonGround> {
        let new = Set(events.flatMap(\.commonGround)).subtracting(ground)
        ground.formUnion(new)
        return new
    }
}
