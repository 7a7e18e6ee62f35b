import Synchronization

/// What all vocabularies together say of names, and what is shipped: the countries of ISO 3166 with the
/// regions of UN M49, and the acts of the kinds of terms.
///
/// Two names that nothing relates are *unknown*: neither disjoint nor equal. The same name is the same scope,
/// wherever it stands, and a path such as `chips/5nm` lies within `chips`. Answers are proofs: `overlap` where
/// something surely lies in both, `disjoint` where nothing can, whatever the unknown names mean.
public struct ScopeVocabulary: Sendable {
    private let trees: [Domain: ScopeTree]
    private let relations: [ScopeRelation]
    /// What was compared already: the same scopes come again and again.
    private let memory = Memory()

    /// What the names are of.
    public enum Domain: Hashable, Sendable {
        /// Products, fields of use, channels, customers, subjects.
        case names
        /// Places: countries and regions are known.
        case territories
        /// Acts: those of the kinds of terms are known.
        case acts
    }

    /// Whether two scopes have anything in common, and why.
    public struct Comparison: Hashable, Sendable {
        public let result: Truth
        public let why: String
    }

    public init(_ relations: [ScopeRelation] = []) {
        self.relations = relations
        trees = [
            .names: ScopeTree(relations, hasPlaces: false),
            .territories: ScopeTree(relations, hasPlaces: true),
            .acts: ScopeTree(relations + Self.acts, hasPlaces: false),
        ]
    }

    /// What the kinds of terms say of their acts: to permit use or distribution is neither to host nor to buy, and
    /// to sell is not to buy; to borrow is none of these.
    private static let acts = [
        ("use", ["host", "buy"] as [Tag]), ("distribute", ["host", "buy"]), ("sell", ["buy"]),
        ("borrow", ["use", "distribute", "host", "sell", "buy"]),
    ].map { act, others in
        ScopeRelation(
            Tag(stringLiteral: act), disjointFrom: others, origin: "the kinds of terms")
    }
}

extension ScopeVocabulary {
    /// Whether two scopes have anything in common.
    public func compare(
        _ first: TagSet, _ second: TagSet, in domain: Domain
    ) -> Comparison {
        let question = Memory.Question(first: first, second: second, domain: domain)
        if let known = memory.answer(to: question) { return known }
        let comparison = compared(first, second, in: domain)
        memory.keep(comparison, for: question)
        return comparison
    }

    /// Whether two scopes surely have nothing in common; quicker than to say why.
    public func areApart(_ first: TagSet, _ second: TagSet, in domain: Domain) -> Bool {
        guard first != .all, second != .all, let tree = trees[domain],
            !tree.mayMeet([first, second])
        else { return false }
        return contradiction(in: [first, second], tree) == nil
    }

    private func compared(
        _ first: TagSet, _ second: TagSet, in domain: Domain
    ) -> Comparison {
        let tree = trees[domain] ?? ScopeTree([], hasPlaces: false)
        if let name = contradiction(in: [first, second], tree) {
            return Comparison(
                result: .unknown, why: "vocabularies contradict each other on \(name)")
        }
        if !tree.mayMeet([first, second]) {
            return Comparison(
                result: .no, why: "nothing in common" + grounds([first, second], domain))
        }
        switch (first, second) {
        case (.all, .all): return Comparison(result: .yes, why: "neither is limited")
        case (.all, _), (_, .all):
            if tree.surelyMeet([first, second]) {
                return Comparison(result: .yes, why: "one is not limited")
            }
        case (.only, _), (.allExcept, _):
            if tree.surelyMeet([first, second]) {
                return Comparison(
                    result: .yes,
                    why: "both cover some of it" + grounds([first, second], domain))
            }
        }
        return Comparison(result: .unknown, why: unrelated(first, second))
    }

    /// Whether what two scopes have in common, or one where they are the same, surely lies in a third.
    public func covers(
        _ cover: TagSet, _ first: TagSet, _ second: TagSet, in domain: Domain
    ) -> Coverage {
        let tree = trees[domain] ?? ScopeTree([], hasPlaces: false)
        if contradiction(in: [cover, first, second], tree) != nil { return .unknown }
        if !tree.mayMeet([first, second], outside: [cover]) { return .whole }
        if !tree.mayMeet([first, second, cover]) { return .nothing }
        return tree.surelyMeet([first, second], outside: [cover]) ? .part : .unknown
    }

    /// Whether anything may lie in all of some scopes, and in none of others.
    public func mayLie(
        in scopes: [TagSet], outside others: [TagSet], domain: Domain
    ) -> Bool {
        let tree = trees[domain] ?? ScopeTree([], hasPlaces: false)
        return contradiction(in: scopes + others, tree) != nil
            || tree.mayMeet(scopes, outside: others)
    }

    /// Whether anything surely lies in all of some scopes, and in none of others.
    public func surelyLies(
        in scopes: [TagSet], outside others: [TagSet], domain: Domain
    ) -> Bool {
        let tree = trees[domain] ?? ScopeTree([], hasPlaces: false)
        return contradiction(in: scopes + others, tree) == nil
            && tree.surelyMeet(scopes, outside: others)
    }

    /// How much of a ground a scope covers.
    public enum Coverage: Hashable, Sendable {
        case whole
        /// Something is surely left over.
        case part
        case nothing
        case unknown
    }

    /// How many countries are known.
    public static let countryCount = Place.countries.count

    /// Whether a statement speaks of the name.
    public func defines(_ name: Tag) -> Bool { relations.contains { $0.names.contains(name) } }

    /// A name that cannot exist as the statements have it; nil where they agree.
    private func contradiction(in sets: [TagSet], _ tree: ScopeTree) -> Tag? {
        sets.flatMap(\.named).first { tree.isContradicted($0) }
    }

    /// Who relates the names, where someone does.
    private func grounds(_ sets: [TagSet], _ domain: Domain) -> String {
        let tree = trees[domain] ?? ScopeTree([], hasPlaces: false)
        let tags = sets.flatMap(\.named)
        let names = tree.closure(of: tags)
        var origins = relations.filter { relation in
            relation.names.contains { names.contains(tree.canonical($0)) }
        }.map(\.origin)
        if domain == .territories, names.contains(where: { Place.named($0) != nil }) {
            origins.append("ISO 3166 and UN M49")
        }
        let unique = Set(origins).sorted()
        return unique.isEmpty ? "" : ", by \(unique.joined(separator: ", "))"
    }

    private func unrelated(_ first: TagSet, _ second: TagSet) -> String {
        let (left, right) = (first.named, second.named)
        let lonely = left.filter { !right.contains($0) }
        let other = right.filter { !left.contains($0) }
        guard let one = lonely.first ?? left.first, let two = other.first ?? right.first,
            one != two
        else { return "nothing on record says what is left beside the exceptions" }
        return "nothing on record relates \(one) to \(two)"
    }
}

extension ScopeTree {
    /// Whether anything may lie in all of some scopes, and outside others; in one country, where it is given.
    func mayMeet(
        _ sets: [TagSet], outside: [TagSet] = [], country: Int? = nil
    ) -> Bool {
        var choices: [[Tag]] = [[]]
        var exceptions: [Tag] = []
        func choose(_ tags: [Tag]) {
            choices = choices.flatMap { chosen in tags.map { chosen + [$0] } }
        }
        for set in sets {
            switch set {
            case .all: continue
            case .only(let tags): choose(tags)
            case .allExcept(let tags): exceptions += tags
            }
        }
        for set in outside {
            switch set {
            case .all: return false
            case .only(let tags): exceptions += tags
            case .allExcept(let tags): choose(tags)
            }
        }
        return choices.contains { mayExist(in: $0, outside: exceptions, country: country) }
    }

    /// Whether something surely lies in all of some scopes, and outside others: a scope, a name or a country,
    /// none of which is empty, that lies in all of them.
    func surelyMeet(_ sets: [TagSet], outside: [TagSet] = []) -> Bool {
        func isWitness(_ set: TagSet, country: Int? = nil) -> Bool {
            sets.allSatisfy { !mayMeet([set], outside: [$0], country: country) }
                && outside.allSatisfy { !mayMeet([set, $0], country: country) }
        }
        if sets.contains(where: { !$0.isBare && isWitness($0) }) { return true }
        let named = (sets + outside).flatMap(\.named)
        if (named + names).contains(where: { name in
            isWitness(.only([name])) && mayExist(in: [name], outside: [])
        }) {
            return true
        }
        guard closure(of: named).contains(where: knowsPlace) else { return false }
        return Place.countries.indices.contains { isWitness(.all, country: $0) }
    }
}

extension TagSet {
    /// The names in it.
    public var named: [Tag] {
        switch self {
        case .all: []
        case .only(let tags), .allExcept(let tags): tags
        }
    }

    /// True for a list of no names, which covers nothing.
    fileprivate var isBare: Bool { self == .only([]) }
}

/// What was compared already. The same question always has the same answer, so that keeping it changes none.
private final class Memory: Sendable {
    struct Question: Hashable, Sendable {
        let first: TagSet
        let second: TagSet
        let domain: ScopeVocabulary.Domain
    }

    private let answers = Mutex<[Question: ScopeVocabulary.Comparison]>([:])

    func answer(to question: Question) -> ScopeVocabulary.Comparison? {
        answers.withLock { $0[question] }
    }

    /// Keeps a hundred thousand answers at most.
    func keep(_ answer: ScopeVocabulary.Comparison, for question: Question) {
        answers.withLock { if $0.count < 100_000 { $0[question] = answer } }
    }
}
