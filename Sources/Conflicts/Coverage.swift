/// What a term says in one dimension, or why that is not known.
public enum Coverage<Content: Hashable & Sendable>: Hashable, Sendable {
    case known(Content)
    /// What stands there all the same, such as `undisclosed`, and why that is not known.
    case unknown(said: String, why: String)

    public var content: Content? {
        switch self {
        case .known(let content): content
        case .unknown: nil
        }
    }
}
