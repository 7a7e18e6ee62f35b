public import Notation

/// What a scope covers: everything, only some tags, or everything but some.
///
/// A tag covers all below it. Equal where the same tags are listed, whatever their order.
public enum TagSet: Sendable {
    case all
    case only([Tag])
    case allExcept([Tag])
}

extension TagSet: Hashable {
    public static func == (lhs: TagSet, rhs: TagSet) -> Bool {
        switch (lhs, rhs) {
        case (.all, .all): true
        case (.only(let left), .only(let right)), (.allExcept(let left), .allExcept(let right)):
            left == right || sorted(left) == sorted(right)
        case (.all, _), (.only, _), (.allExcept, _): false
        }
    }

    public func hash(into hasher: inout Hasher) {
        switch self {
        case .all: hasher.combine(0)
        case .only(let tags):
            hasher.combine(1)
            hasher.combine(Self.sorted(tags))
        case .allExcept(let tags):
            hasher.combine(2)
            hasher.combine(Self.sorted(tags))
        }
    }

    private static func sorted(_ tags: [Tag]) -> [Tag] { Set(tags).sorted() }
}

extension TagSet {
    /// Whether this scope has anything in common with `other`; the same both ways.
    public func overlaps(_ other: TagSet) -> Bool {
        switch (self, other) {
        // Trees are open, so no list of exceptions uses up what there is.
        case (.all, .all), (.all, .allExcept), (.allExcept, .all), (.allExcept, .allExcept): true
        case (.all, .only(let tags)), (.only(let tags), .all): !tags.isEmpty
        case (.only(let left), .only(let right)):
            left.contains { tag in right.contains { $0.overlaps(tag) } }
        case (.only(let tags), .allExcept(let exceptions)),
            (.allExcept(let exceptions), .only(let tags)):
            tags.contains { tag in !exceptions.contains { $0.contains(tag) } }
        }
    }

    /// Whether everything in `other` is in this scope too.
    public func contains(_ other: TagSet) -> Bool {
        switch (self, other) {
        case (.all, _): true
        case (.only(let mine), .only(let its)):
            its.allSatisfy { tag in mine.contains { $0.contains(tag) } }
        case (.only, .all), (.only, .allExcept): false
        case (.allExcept(let exceptions), .all): exceptions.isEmpty
        case (.allExcept(let exceptions), .only(let tags)):
            tags.allSatisfy { tag in !exceptions.contains { $0.overlaps(tag) } }
        case (.allExcept(let mine), .allExcept(let its)):
            mine.allSatisfy { tag in its.contains { $0.contains(tag) } }
        }
    }

    /// Whether `tag`, and all below it, is in this scope.
    public func contains(_ tag: Tag) -> Bool { contains(.only([tag])) }
}

extension TagSet {
    /// The scope as people read it: `all`, `only a, b`, `all except a`.
    public var displayText: String {
        switch self {
        case .all: "all"
        case .only(let tags): "only \(Self.listing(tags))"
        case .allExcept(let tags): "all except \(Self.listing(tags))"
        }
    }

    private static func listing(_ tags: [Tag]) -> String {
        tags.isEmpty ? "nothing" : tags.map(\.path).joined(separator: ", ")
    }

    /// The word `all`, or a map of one member, as `{ only: [a, b] }`; the tags are kept sorted.
    ///
    /// An empty list is written, but refused when read, and so is a tag given twice.
    public static let codec = Codec<TagSet>(
        schema: .any(of: [
            .enumeration([allWord]), .oneMember(members.map { ($0, list.schema) }),
        ])
    ) { node, problems in
        if node.text == allWord { return .all }
        guard case .object = node.content else {
            problems.report(
                "\(node.excerpt) is not a set of tags",
                hint: "expected all, { only: [eu, us] } or { all-except: [us] }", at: node.mark)
            return nil
        }
        guard let member = OneMember(node, of: "a set of tags", allowed: members, &problems),
            let tags = problems.within(member.name, { list.decode(member.value, &$0) })
        else { return nil }
        return member.name == onlyWord ? .only(sorted(tags)) : .allExcept(sorted(tags))
    } encode: { tags in
        switch tags {
        case .all: .string(allWord)
        case .only(let tags): .object([(onlyWord, list.encode(sorted(tags)))])
        case .allExcept(let tags): .object([(exceptWord, list.encode(sorted(tags)))])
        }
    }
    .forgiving(understood)

    private static let allWord = "all"
    private static let onlyWord = "only"
    private static let exceptWord = "all-except"
    private static let members = [onlyWord, exceptWord]

    private static let list = Codec<[Tag]>.list(of: Tag.codec, atLeast: 1)
        .map { tags, mark, problems in
            var seen: Set<Tag> = []
            for tag in tags where !seen.insert(tag).inserted {
                problems.report("'\(tag)' is given twice", hint: "keep one", at: mark)
                return nil
            }
            return tags
        } _: {
            $0
        }
}

extension TagSet: CustomStringConvertible {
    public var description: String { displayText }
}
