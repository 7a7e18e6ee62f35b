public import Amendments
public import Terms

extension DeedbookError {
    /// What people name.
    public enum Named: String, CaseIterable, Hashable, Sendable {
        case agreement, term, recording, party
    }

    /// Why a point does not show what the book has.
    public enum Hidden: Hashable, Sendable {
        /// It was first disclosed after the last day of which disclosures count.
        case undisclosed(by: Day, first: CivilDate)
        /// It was first recorded after the last position that counts, at that position and instant.
        case unrecorded(at: Position, first: Position, Instant)
    }
}

extension DeedbookError.Named {
    /// Where all of them are listed.
    var listing: String {
        switch self {
        case .agreement: "list them with: deedbook agreements"
        case .term: "list them with: deedbook terms AGREEMENT --all"
        case .recording: "list them with: deedbook log"
        case .party: "an agreement's parties stand in: deedbook terms AGREEMENT --full"
        }
    }
}

extension DeedbookError.Hidden {
    /// Why an agreement or a term is not shown, after its name.
    var sentence: String {
        switch self {
        case .undisclosed(let day, let first):
            "not yet disclosed on \(day); first disclosed \(first)"
        case .unrecorded(let position, let first, let instant):
            "not yet recorded at \(position); recorded later, as \(first) on \(instant.day)"
        }
    }

    /// From where it is shown.
    var hint: String {
        switch self {
        case .undisclosed(_, let first):
            "ask with --disclosed-by \(first.latest) or later, or without it"
        case .unrecorded(_, let first, _):
            "ask with --recorded-at \(first.number) or later, or without it"
        }
    }
}
