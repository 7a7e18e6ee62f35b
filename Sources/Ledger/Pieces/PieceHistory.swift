public import Amendments
public import Terms

/// The pieces of one agreement at every time there was.
public enum PieceHistory {
    /// Every piece that ever stood, in no particular order.
    ///
    /// - Parameters:
    ///   - agreement: the agreement that the events are of.
    ///   - history: every event of the agreement, in the order of positions.
    ///   - end: the last position of a recording, which may be another agreement's event.
    public static func pieces(
        of agreement: AgreementID, history: [RecordedEvent],
        end: (RecordingKey) -> Position?
    ) -> [RecordedPiece] {
        var closed: [RecordedPiece] = []
        var open: [TermPiece: Position] = [:]
        replay(agreement, history: history, end: end) { position, change in
            for piece in change.closed {
                guard let from = open.removeValue(forKey: piece) else { continue }
                closed.append(RecordedPiece(piece, from: from, to: position))
            }
            for piece in change.opened { open[piece] = position }
        }
        return closed + open.map { RecordedPiece($0.key, from: $0.value, to: nil) }
    }

    /// Reads the agreement recording by recording, and gives what each changes.
    ///
    /// - Returns: the keeper as it stands after the last.
    @discardableResult
    public static func replay(
        _ agreement: AgreementID, history: [RecordedEvent],
        end: (RecordingKey) -> Position?, each: (Position, PieceChange) throws -> Void
    ) rethrows -> PieceKeeper {
        var keeper = PieceKeeper(agreement, history: history, through: Position(0))
        var rest = history[...]
        while let first = rest.first {
            let key = first.recording.key
            let own = rest.prefix { $0.recording.key == key }
            rest = rest.dropFirst(own.count)
            let last = end(key) ?? own.last?.position ?? first.position
            if let change = keeper.add(Array(own)) {
                try each(last, change)
            } else {
                let next = PieceKeeper(agreement, history: history, through: last)
                try each(last, PieceKeeper.change(from: keeper, to: next))
                keeper = next
            }
        }
        return keeper
    }
}
