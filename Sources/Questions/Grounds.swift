public import Amendments
import Ledger

/// What an answer rests on and how much it leaves out, over all agreements that it speaks of.
public struct Grounds: Hashable, Sendable {
    /// The last position that counted, at the end of a whole recording; nil in an empty book.
    public var position: Position?
    /// Recordings left out because they were disclosed later.
    public var hiddenByDisclosure: Int
    /// Recordings left out because they were recorded later; nil where they are not counted.
    public var hiddenByPosition: Int?
    /// Recordings that the answer rests on and that are not made yet, each once.
    public var drafts: [RecordingHeader]

    init(
        position: Position?, hiddenByDisclosure: Int, hiddenByPosition: Int?,
        drafts: [RecordingHeader]
    ) {
        self.position = position
        self.hiddenByDisclosure = hiddenByDisclosure
        self.hiddenByPosition = hiddenByPosition
        self.drafts = drafts
    }

    /// - Parameter points: one of each agreement.
    init(_ points: [ResolvedPoint]) {
        position = points.compactMap(\.position).max()
        hiddenByDisclosure = points.reduce(0) { $0 + $1.hiddenByDisclosure }
        hiddenByPosition = points.reduce(0) { sum, point in
            sum.flatMap { sum in point.hiddenByPosition.map { sum + $0 } }
        }
        drafts = points.flatMap(\.drafts).reduce(into: []) { drafts, draft in
            if !drafts.contains(where: { $0.key == draft.key }) { drafts.append(draft) }
        }
    }
}

/// A content that says what it rests on.
public protocol Grounded {
    var grounds: Grounds { get }
}
