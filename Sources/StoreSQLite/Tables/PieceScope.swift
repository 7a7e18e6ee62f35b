import Amendments
import EventStore

/// Pieces that some question looks through, and that are sealed together.
enum PieceScope: Hashable {
    case term(String, of: String)
    case kind(String, field: String, state: String)
    /// Only of pieces that stand, and of short values.
    case value(String, of: String, in: String)

    /// Those of one age.
    func sealed(_ age: PieceAge) -> SealScope {
        switch self {
        case .term(let term, let agreement): SealScope("term", agreement, term, age.word)
        case .kind(let kind, let field, let state): SealScope("kind", kind, field, state, age.word)
        case .value(let value, let field, let kind):
            SealScope("value", kind, field, value, age.word)
        }
    }
}

/// Pieces that stand at the head; or that were closed at some positions, which lie together.
///
/// What is asked as the book stood at a position looks through what was closed later, so this is what is sealed
/// together, and not all that ever was closed.
enum PieceAge: Hashable {
    case standing
    /// By the number of the run of positions.
    case closed(Int)

    /// How many positions are in one run.
    private static let run = 1_024

    init(endedAt position: Int?) { self = position.map { .closed($0 / Self.run) } ?? .standing }

    /// The first position of the run; nil for what stands.
    var firstPosition: Int? {
        switch self {
        case .standing: nil
        case .closed(let run): run * Self.run
        }
    }

    /// Beyond all that can be closed.
    static let lastOfAll = PieceAge.closed(.max)

    /// Whether a scope of a term is of the pieces that stand; or else of those closed in some run or a later one.
    static func covers(_ scope: SealScope, isStanding: Bool, from run: PieceAge) -> Bool {
        guard let word = scope.parts.last else { return false }
        return isStanding
            ? word == PieceAge.standing.word : word != PieceAge.standing.word && word >= run.word
    }

    fileprivate var word: String {
        switch self {
        case .standing: "standing"
        case .closed(let run): "closed \(SealScope.number(run))"
        }
    }
}
