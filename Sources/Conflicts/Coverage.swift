/// What a term says in one dimension, or why that cannot be told.
public enum Coverage<Content: Hashable & Sendable>: Hashable, Sendable {
    case known(Content)
    /// Undisclosed, unknown, reported only, contested: the words say which.
    case unknown(String)

    public var content: Content? {
        switch self {
        case .known(let content): content
        case .unknown: nil
        }
    }
}
