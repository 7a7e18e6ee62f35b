public import Terms

/// Whether two scopes of names have anything in common, and how that is known.
///
/// Names of one agreement are its own vocabulary, and names of places are everybody's: there, different
/// names are different things. Names of two agreements are not: that `frontier` stands in one and
/// `api-products` in the other proves nothing, unless both stand in one tree or one is carved out by name.
public struct TagComparison: Hashable, Sendable {
    public let result: Overlap
    public let why: String

    public init(_ first: TagSet, _ second: TagSet, isOneVocabulary: Bool) {
        switch first.relation(to: second) {
        case .overlapping:
            result = .overlap
            why = Self.meeting(first, second)
        case .disjoint where isOneVocabulary || Self.areProvedApart(first, second):
            result = .disjoint
            why = "nothing in common"
        case .disjoint:
            result = .unknown
            why = "names of two agreements; the record does not say whether one covers the other"
        }
    }

    private static func meeting(_ first: TagSet, _ second: TagSet) -> String {
        switch (first, second) {
        case (.all, .all): "neither is limited"
        case (.all, _), (_, .all): "one is not limited"
        case (.only, _), (.allExcept, _): "both cover some of it"
        }
    }

    private static func areProvedApart(_ first: TagSet, _ second: TagSet) -> Bool {
        switch (first, second) {
        case (.only(let left), .only(let right)):
            left.allSatisfy { tag in right.allSatisfy { root(of: $0) == root(of: tag) } }
        // What is excepted by name, or an empty list, is apart whoever names it.
        case (.all, _), (.allExcept, _), (_, .all), (_, .allExcept): true
        }
    }

    private static func root(of tag: Tag) -> Substring { tag.path.prefix { $0 != "/" } }
}
