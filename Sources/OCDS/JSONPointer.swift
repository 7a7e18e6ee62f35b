/// A place in a JSON document (RFC 6901): `/releases/0/contracts/1/value`.
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    private let tokens: [String]

    /// The whole document.
    public static let root = JSONPointer(tokens: [])

    private init(tokens: [String]) { self.tokens = tokens }

    /// The member of that name of the object that stands there.
    func member(_ name: String) -> JSONPointer { JSONPointer(tokens: tokens + [name]) }

    /// The item of that number, from 0, of the array that stands there.
    func item(_ index: Int) -> JSONPointer { JSONPointer(tokens: tokens + [String(index)]) }

    /// `~` is written `~0` and `/` is written `~1`; of the whole document it is the empty text.
    public var description: String {
        tokens.map { token in
            "/"
                + token.replacing("~", with: "~0").replacing("/", with: "~1")
        }.joined()
    }
}
