import Amendments
import Ledger
import Terms

/// What is derived from one agreement's events, to which recordings are added.
struct GrowingDerived: Sendable {
    private var keeper: PieceKeeper
    private var steps: StepIndex

    /// As it is before a position.
    ///
    /// - Parameter history: every event of the agreement, in the order of positions; also those from there on, for
    ///   a redaction reaches back.
    init(of agreement: AgreementID, history: [RecordedEvent], before position: Position) {
        keeper = PieceKeeper(
            agreement, history: history, through: Position(position.number - 1))
        steps = StepIndex(of: history.filter { $0.position < position })
    }

    var agreement: AgreementID { keeper.agreement }

    /// How much it holds in memory, counted in pieces.
    var size: Int { keeper.size }

    /// Adds one recording's events.
    ///
    /// - Returns: what changes; nil, and nothing is added, where the history must be read again.
    mutating func add(_ events: [RecordedEvent]) -> DerivedChange? {
        guard let pieces = keeper.add(events) else { return nil }
        return change(pieces, by: events)
    }

    /// Adds one recording's events where the history is at hand, whatever they act on.
    ///
    /// - Parameter history: every event of the agreement, read when it is needed.
    mutating func add(
        _ events: [RecordedEvent], through position: Position,
        history: () throws -> [RecordedEvent]
    ) rethrows -> DerivedChange {
        if let change = add(events) { return change }
        let next = PieceKeeper(agreement, history: try history(), through: position)
        let pieces = PieceKeeper.change(from: keeper, to: next)
        keeper = next
        return change(pieces, by: events)
    }

    /// What events change beside the pieces, with these.
    private mutating func change(
        _ pieces: PieceChange, by events: [RecordedEvent]
    ) -> DerivedChange {
        DerivedChange(pieces: pieces, steps: steps.add(events), by: events)
    }
}
