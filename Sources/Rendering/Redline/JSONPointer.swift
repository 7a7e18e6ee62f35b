/// A place in a JSON document (RFC 6901).
public struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    /// The members and indices that lead to the place, outermost first; none: the whole document.
    public var tokens: [String]

    public init(_ tokens: [String] = []) { self.tokens = tokens }

    /// Returns nil unless `text` is empty or begins with `/` and escapes `~` only as `~0` and `~1`.
    public init?(_ text: String) {
        guard !text.isEmpty else {
            self.init()
            return
        }
        guard text.unicodeScalars.first == "/" else { return nil }
        var tokens: [String] = []
        for part in text.unicodeScalars.dropFirst().split(
            separator: "/", omittingEmptySubsequences: false)
        {
            guard let token = Self.unescaped(part) else { return nil }
            tokens.append(token)
        }
        self.init(tokens)
    }

    func appending(_ token: String) -> JSONPointer { JSONPointer(tokens + [token]) }

    public var description: String { tokens.map { "/" + Self.escaped($0) }.joined() }

    private static func escaped(_ token: String) -> String {
        var text = String.UnicodeScalarView()
        for scalar in token.unicodeScalars {
            switch scalar {
            case "~": text.append(contentsOf: "~0".unicodeScalars)
            case "/": text.append(contentsOf: "~1".unicodeScalars)
            case _: text.append(scalar)
            }
        }
        return String(text)
    }

    private static func unescaped(_ part: Substring.UnicodeScalarView) -> String? {
        var token = String.UnicodeScalarView()
        var rest = part
        while let scalar = rest.popFirst() {
            guard scalar == "~" else {
                token.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "0": token.append("~")
            case "1": token.append("/")
            case _: return nil
            }
        }
        return String(token)
    }
}
