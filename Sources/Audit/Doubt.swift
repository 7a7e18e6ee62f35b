public import Amendments

/// Something that an audit cannot explain and that may be in order: it is reported, and does not count against the
/// book.
public struct Doubt: Hashable, Sendable, CustomStringConvertible {
    public var kind: Kind
    /// The event it is about.
    public var position: Position
    /// What was found, and what would explain it.
    public var detail: String

    public enum Kind: String, CaseIterable, Sendable {
        /// An event says that it was recorded before a witness saw a checkpoint that does not cover it.
        case clockBehindWitness = "clock-behind-witness"
        /// An event was recorded so long after the one before it that someone had to say that the clock is right.
        case clockLeap = "clock-leap"
        /// An event would be refused if it were recorded today.
        case ruleBroken = "rule-broken"
    }

    public init(_ kind: Kind, at position: Position, _ detail: String) {
        self.kind = kind
        self.position = position
        self.detail = detail
    }

    public var description: String { "\(position) \(kind.rawValue): \(detail)" }
}
