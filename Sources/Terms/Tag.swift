public import Notation

/// A place in a tree of names, such as `compute` or `compute/training` below it.
///
/// Each tag stands for itself and for all that lies below it. Trees are open: below any tag there may
/// be more than anybody has named yet. Ordered by bytes.
public struct Tag: Hashable, Sendable {
    /// The path from the root, its names joined by `/`.
    public let path: String

    private static let name = IdentifierGrammar.dotted("a tag")

    /// Returns nil unless `path` is names in a-z, 0-9, `-` and `.`, joined by `/`.
    public init?(_ path: String) {
        guard Tag.accepts(path) else { return nil }
        self.path = path
    }

    /// Whether `other` is this tag or lies below it.
    public func contains(_ other: Tag) -> Bool {
        let (mine, its) = (path.utf8, other.path.utf8)
        guard its.starts(with: mine) else { return false }
        return its.count == mine.count || its.dropFirst(mine.count).first == UInt8(ascii: "/")
    }

    /// Whether one of the two contains the other.
    public func overlaps(_ other: Tag) -> Bool { contains(other) || other.contains(self) }

    /// One text, a path.
    public static let codec = Codec<Tag>.scalar(
        "a tag such as compute or compute/training",
        schema: .pattern("^(?=.{1,128}$)[a-z0-9]+([./-][a-z0-9]+)*$"),
        parse: { Tag($0) }, write: \.path
    ).forgiving(doubting: doubted, text: understood).proposing(name.proposal)

    private static func accepts(_ path: String) -> Bool {
        path.utf8.count <= IdentifierGrammar.maximumLength
            && path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
                .allSatisfy { name.accepts(String(Substring($0))) }
    }
}

extension Tag: Comparable {
    public static func < (lhs: Tag, rhs: Tag) -> Bool { lhs.path < rhs.path }
}

extension Tag: CustomStringConvertible {
    public var description: String { path }
}

extension Tag: ExpressibleByStringLiteral {
    /// For tags in source text.
    ///
    /// - Precondition: the literal is a path of names.
    public init(stringLiteral value: String) {
        precondition(Tag.accepts(value), "'\(value)' is not a tag")
        path = value
    }
}
