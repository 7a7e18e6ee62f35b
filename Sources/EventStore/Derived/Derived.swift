package import Amendments
package import Ledger
package import Terms

/// Every event of one agreement, and where the recordings end that touch it.
package struct AgreementHistory: Sendable {
    package let agreement: AgreementID
    /// In the order of positions, remains in the place of payloads that were taken out.
    package let events: [RecordedEvent]
    private let ends: [RecordingKey: Position]

    /// - Parameter ends: of every recording that touches it, the last position, which may be another's event.
    package init(
        of agreement: AgreementID, events: [RecordedEvent], ends: [RecordingKey: Position]
    ) {
        self.agreement = agreement
        self.events = events
        self.ends = ends
    }

    /// The pieces as they stand, read the long way: all of it at once.
    package var fold: [TermPiece] {
        Pieces.of(AgreementReading(agreement, history: events, from: Vantage(on: .first)))
    }

    fileprivate var pieces: [RecordedPiece] {
        PieceHistory.pieces(of: agreement, history: events) { ends[$0] }
    }
}

/// What is derived from one agreement's events, so that questions need not fold them: it may be dropped and made
/// again.
package struct Derived: Sendable {
    /// The pieces of all times, computed recording by recording.
    package let pieces: [RecordedPiece]
    package let steps: [StepLine]
    /// How many events it is derived from.
    package let version: Int
    package let ground: Set<CommonGround>
    package let due: Set<DayBlock>

    package init(of history: AgreementHistory) {
        pieces = history.pieces
        version = history.events.count
        steps = StepIndex(of: history.events).lines
        ground = Set(history.events.flatMap(\.commonGround))
        due = Set(history.events.flatMap(\.dueDays))
    }
}

/// What a recording changes of what is derived from one agreement's events.
package struct DerivedChange: Sendable {
    package let pieces: PieceChange
    package let steps: StepChange
    /// What it has in common with others by this recording; some of it perhaps before.
    package let ground: Set<CommonGround>
    /// The days on which something of it may fall by this recording; some of them perhaps before.
    package let due: Set<DayBlock>
    /// How many events the recording has of that agreement.
    package let eventCount: Int

    /// - Parameter events: the recording's, of that agreement.
    init(pieces: PieceChange, steps: StepChange, by events: [RecordedEvent]) {
        self.pieces = pieces
        self.steps = steps
        ground = Set(events.flatMap(\.commonGround))
        due = Set(events.flatMap(\.dueDays))
        eventCount = events.count
    }
}
