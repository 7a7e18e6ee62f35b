import Synchronization

/// What is known of the names of one dimension: which lie in which, which are apart, which are the same.
///
/// Everything rests on one question: may there be anything in some names and outside others? Names are
/// never empty. A name that nothing relates to another may lie in it, outside it, or across it.
struct ScopeTree: Sendable {
    private let wider: [Tag: Set<Tag>]
    private let apart: [Tag: Set<Tag>]
    /// The names whose parts have nothing in common with each other.
    private let divided: Set<Tag>
    private let hasPlaces: Bool
    /// What single names lie in, worked out once.
    private let memory = Memory()
    /// Every name that a statement speaks of.
    let names: [Tag]

    /// - Parameter hasPlaces: whether the names are of places, so that countries and regions are known.
    init(_ relations: [ScopeRelation], hasPlaces: Bool) {
        func canonical(_ tag: Tag) -> Tag { hasPlaces ? Place.named(tag)?.name ?? tag : tag }
        var wider: [Tag: Set<Tag>] = [:]
        var apart: [Tag: Set<Tag>] = [:]
        var names: Set<Tag> = []
        for relation in relations {
            let scope = canonical(relation.scope)
            names.formUnion(relation.names.map(canonical))
            for tag in relation.within { wider[scope, default: []].insert(canonical(tag)) }
            for tag in relation.sameAs.map(canonical) {
                wider[scope, default: []].insert(tag)
                wider[tag, default: []].insert(scope)
            }
            for tag in relation.disjointFrom.map(canonical) {
                apart[scope, default: []].insert(tag)
                apart[tag, default: []].insert(scope)
            }
        }
        self.wider = wider
        self.apart = apart
        divided = Set(relations.filter(\.hasDisjointParts).map { canonical($0.scope) })
        self.hasPlaces = hasPlaces
        self.names = names.sorted()
    }

    /// The one name of a place; any other name as it is.
    func canonical(_ tag: Tag) -> Tag { place(tag)?.name ?? tag }

    /// Whether anything may lie in all of `tags` and in none of `exceptions`.
    ///
    /// - Parameter country: looks for something in that country alone.
    func mayExist(in tags: [Tag], outside exceptions: [Tag], country: Int? = nil) -> Bool {
        let base = closure(of: tags)
        guard isSound(base, outside: exceptions) else { return false }
        let places = base.compactMap(place)
        let sole = country.map { Countries([$0]) }
        guard var reach = Self.common(places, in: sole) ?? sole else { return true }
        for exception in exceptions {
            if let place = place(exception) { reach.subtract(place.members) }
        }
        // Statements about places reach every country in them.
        let stated = names.compactMap { name in place(name).map { (name, $0.members) } }
        if stated.isEmpty { return !reach.isEmpty }
        return reach.indices.contains { country in
            let more = stated.filter { $0.1.contains(country) }.map(\.0)
            return isSound(base.union(closure(of: more)), outside: exceptions)
        }
    }

    /// The countries that some places may have in common; nil where there are no places.
    ///
    /// - Parameter sole: looks in these countries alone.
    private static func common(_ places: [Place], in sole: Countries?) -> Countries? {
        guard let first = places.first else { return nil }
        let isByContinent = places.count > 1 && places.allSatisfy(\.isContinent)
        func extent(_ place: Place) -> Countries {
            if isByContinent { return place.members }
            guard place.isCountry else { return place.reach }
            // A state covers what belongs to it only as far as that is the question.
            let others = places.map(\.members) + [sole].compactMap(\.self)
            let isAsked = others.contains {
                $0 != place.members && $0.isSingle && $0.isSubset(of: place.reach)
            }
            return isAsked ? place.reach : place.members
        }
        let common = places.dropFirst().reduce(into: extent(first)) {
            $0.formIntersection(extent($1))
        }
        return sole.map { sole in
            var both = common
            both.formIntersection(sole)
            return both
        } ?? common
    }

    private func isSound(_ tags: Set<Tag>, outside exceptions: [Tag]) -> Bool {
        tags.allSatisfy { apart[$0]?.isDisjoint(with: tags) ?? true }
            && !exceptions.contains { tags.contains(canonical($0)) }
            && tags.intersection(divided).allSatisfy { isOnePart(of: $0, in: tags) }
    }

    /// Whether all of the names right below another are one and the same part of it.
    private func isOnePart(of whole: Tag, in tags: Set<Tag>) -> Bool {
        let parts = tags.filter { tag in
            tag != whole
                && (tag.parents.last.map(canonical) == whole
                    || wider[tag]?.contains(whole) ?? false)
        }
        guard let first = parts.first else { return true }
        return parts.allSatisfy {
            closure(of: [$0]).contains(first) && closure(of: [first]).contains($0)
        }
    }

    /// The names and every name that all of them surely lies in.
    func closure(of tags: [Tag]) -> Set<Tag> {
        tags.reduce(into: []) { $0.formUnion(closure(of: $1)) }
    }

    private func closure(of tag: Tag) -> Set<Tag> {
        if let known = memory.closures.withLock({ $0[tag] }) { return known }
        let found = followed([tag])
        memory.closures.withLock { if $0.count < Memory.limit { $0[tag] = found } }
        return found
    }

    /// Whether the name cannot be, as the statements have it.
    func isContradicted(_ tag: Tag) -> Bool {
        if let known = memory.contradictions.withLock({ $0[tag] }) { return known }
        let isContradicted = !mayExist(in: [tag], outside: [])
        memory.contradictions.withLock { if $0.count < Memory.limit { $0[tag] = isContradicted } }
        return isContradicted
    }

    private func followed(_ tags: [Tag]) -> Set<Tag> {
        var found: Set<Tag> = []
        var open = tags.map(canonical)
        while let tag = open.popLast() {
            guard found.insert(tag).inserted else { continue }
            open += wider[tag] ?? []
            open += tag.parents.map(canonical)
        }
        return found
    }

    /// Whether the name is a country or a region.
    func knowsPlace(_ tag: Tag) -> Bool { place(tag) != nil }

    private func place(_ tag: Tag) -> Place? { hasPlaces ? Place.named(tag) : nil }
}

extension Tag {
    /// The tags above it in its own path, the nearest last.
    var parents: [Tag] {
        let parts = path.split(separator: "/")
        return (1..<max(parts.count, 1)).compactMap { Tag(parts.prefix($0).joined(separator: "/")) }
    }
}

/// What was worked out already. The same name always has the same answer, so that keeping it changes none.
private final class Memory: Sendable {
    /// So many names are kept at most.
    static let limit = 100_000
    let closures = Mutex<[Tag: Set<Tag>]>([:])
    let contradictions = Mutex<[Tag: Bool]>([:])
}
