import Conflicts
import Terms
import Testing

/// What is certain holds however the unknown turns out, and what is none holds in no such case.
///
/// An oracle that knows nothing of proofs: it makes worlds in which every name is a set of things and everything
/// not stated has some value, keeps those that the vocabulary allows, and looks whether the two rights collide.
struct RefinementTests {
    @Test(arguments: 0..<240)
    func `certain implies that every refinement is a conflict, none that no refinement is`(
        _ seed: Int
    ) throws {
        var chance = Chance(seed)
        let pair = RandomPair(&chance)
        let rules: Set<RuleName> = [
            .doubleExclusive, .encumberedExclusive, .laterGrantUnderExclusive,
        ]
        let found = try TermScopeCase(pair.line).found().filter { rules.contains($0.rule) }
        let isCertain = found.contains { $0.certainty == .certain }
        for _ in 0..<400 {
            guard let collides = pair.collides(&chance) else { continue }
            if isCertain { #expect(collides, "\(pair.line)") }
            if found.isEmpty { #expect(!collides, "\(pair.line)") }
        }
    }

    @Test func `the pairs made by chance are certain, possible and none`() throws {
        var results: Set<String> = []
        var pairsWithWorlds = 0
        for seed in 0..<240 {
            var chance = Chance(seed)
            let pair = RandomPair(&chance)
            let found = try TermScopeCase(pair.line).found()
            if (0..<400).contains(where: { _ in pair.collides(&chance) != nil }) {
                pairsWithWorlds += 1
            }
            let isCertain = found.contains { $0.certainty == .certain }
            results.insert(found.isEmpty ? "none" : (isCertain ? "certain" : "possible"))
        }
        #expect(results == ["certain", "possible", "none"])
        // Of the rest the vocabulary contradicts itself.
        #expect(pairsWithWorlds > 200)
    }
}

/// Two rights as a line of the table, some of it hidden, and the worlds in which they may be meant.
private struct RandomPair {
    private let terms: [Side]
    private let relations: [(one: Int, sign: Character, two: Int)]

    private static let names = ["a", "b", "c"]

    /// One right: what each dimension says, nil where it says nothing.
    private struct Side {
        var kind: String
        var level: String
        var scopes: [(name: String, tags: Scope?)]
        var isLimited: Bool
    }

    private enum Scope {
        case all
        case only([Int])
        case except([Int])

        var text: String {
            func list(_ tags: [Int]) -> String {
                tags.map { RandomPair.names[$0] }.joined(separator: ",")
            }
            switch self {
            case .all: return "all"
            case .only(let tags): return list(tags)
            case .except(let tags): return "!" + list(tags)
            }
        }
    }

    init(_ chance: inout Chance) {
        let hides = chance.number(3) == 0
        func scope(_ chance: inout Chance) -> Scope? {
            if hides, chance.number(4) == 0 { return nil }
            let first = chance.number(3)
            let tags = chance.number(3) == 0 ? [first, (first + 1) % 3] : [first]
            switch chance.number(5) {
            case 0, 1: return .all
            case 2, 3: return .only(tags)
            case _: return .except(tags)
            }
        }
        terms = (0..<2).map { place in
            let dimensions = ["p", "f", "t", "ch", "cu"]
            let levels = place == 0 ? ["x", "x", "s", "n", "?"] : ["n", "n", "x", "s", "c"]
            return Side(
                kind: "D", level: levels[chance.number(5)],
                // Names of places stand for places there, so territories are all or not stated.
                scopes: dimensions.map { name in
                    let scope = name == "p" || chance.number(3) == 0 ? scope(&chance) : .all
                    return (name, name == "t" && scope != nil ? .all : scope)
                }, isLimited: hides && chance.number(6) == 0)
        }
        relations = (0..<chance.number(3)).map { _ in
            let one = chance.number(3)
            return (one, ["<", "#", ":"][chance.number(3)], (one + 1 + chance.number(2)) % 3)
        }
    }

    var line: String {
        let sides = terms.map { side in
            ([side.kind, side.level]
                + side.scopes.compactMap { name, tags in tags.map { "\(name)=\($0.text)" } })
                .joined(separator: " ") + (side.isLimited ? " w=as_agreed" : " w=")
        }
        let says = relations.map {
            "\(Self.names[$0.one])\($0.sign)\(Self.names[$0.two])"
        }
        return sides.joined(separator: " / ")
            + (says.isEmpty ? "" : " | " + says.joined(separator: " ")) + " = none"
    }

    /// Whether they collide in a world made by chance; nil where it breaks the vocabulary, or leaves a scope
    /// with nothing in it.
    func collides(_ chance: inout Chance) -> Bool? {
        let world = (0..<3).map { _ in 1 + chance.number(15) }
        for relation in relations {
            let (one, two) = (world[relation.one], world[relation.two])
            switch relation.sign {
            case "<": if one & ~two != 0 { return nil }
            case "#": if one & two != 0 { return nil }
            case _: if one != two { return nil }
            }
        }
        func union(_ tags: [Int]) -> Int { tags.reduce(0) { $0 | world[$1] } }
        func things(_ scope: Scope?, _ chance: inout Chance) -> Int {
            switch scope {
            case nil: 1 + chance.number(31)
            case .all?: 31
            case .only(let tags)?: union(tags)
            case .except(let tags)?: 31 & ~union(tags)
            }
        }
        var collides = true
        for index in terms[0].scopes.indices {
            let one = things(terms[0].scopes[index].tags, &chance)
            let two = things(terms[1].scopes[index].tags, &chance)
            if one == 0 || two == 0 { return nil }
            if one & two == 0 { collides = false }
        }
        func shutsOut(_ level: String, _ chance: inout Chance) -> Bool {
            level == "x" || level == "s" || (level != "n" && chance.number(2) == 0)
        }
        let shut = terms.map { shutsOut($0.level, &chance) }
        if !shut.contains(true) { collides = false }
        // Words may leave out the very thing in question.
        if terms.contains(where: \.isLimited), chance.number(2) == 0 { collides = false }
        return collides
    }
}
