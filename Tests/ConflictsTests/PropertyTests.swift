import Conflicts
import Ledger
import Terms
import Testing

/// Laws that hold of any two terms, tried on lines made by chance from a seed.
struct PropertyTests {
    @Test(arguments: 0..<60)
    func `two exclusive rights meet whichever is recorded first`(_ seed: Int) throws {
        var chance = Chance(seed)
        let (left, right) = (chance.scope(), chance.scope())
        let days = "2024..2027"
        let one = try found("D* x \(left) \(days) / D* x \(right) \(days) = none")
        let other = try found("D* x \(right) \(days) / D* x \(left) \(days) = none")
        #expect(one.map(\.rule) == other.map(\.rule))
        #expect(one.map(\.certainty) == other.map(\.certainty))
        #expect(one.map { Set($0.openDimensions) } == other.map { Set($0.openDimensions) })
    }

    @Test(arguments: 0..<60)
    func `a longer term meets on no fewer days, and no less surely`(_ seed: Int) throws {
        var chance = Chance(seed)
        let (left, right) = (chance.scope(), chance.scope())
        let (first, last) = (2024 + chance.number(3), 2028 + chance.number(3))
        let level = ["x", "s", "n", "c", "?"][chance.number(5)]
        let short = try found("D* x \(left) 2026..2028 / D* \(level) \(right) 2026..2027 = none")
        let long = try found(
            "D* x \(left) 2026..2028 / D* \(level) \(right) \(first)..\(last) = none")
        #expect(days(of: short).isSubset(of: days(of: long)))
        #expect(days(of: short, only: .certain).isSubset(of: days(of: long, only: .certain)))
    }

    @Test(arguments: 0..<80)
    func `nothing is certain while a dimension is unknown, and nothing is reported that is apart`(
        _ seed: Int
    ) throws {
        var chance = Chance(seed)
        let kinds = ["L", "D", "H", "X", "N", "P", "F", "R", "C"]
        let levels = ["x", "s", "n", "c", "?"]
        func term(_ chance: inout Chance) -> String {
            let kind = kinds[chance.number(kinds.count)]
            let takesLevel = ["L", "D", "H", "X"].contains(kind)
            let takesScope = ["L", "D", "X", "N"].contains(kind)
            let level = takesLevel ? " \(levels[chance.number(5)])" : ""
            return kind + (chance.number(2) == 0 ? "*" : "") + level
                + (takesScope ? " \(chance.scope())" : "")
        }
        let (left, right) = (term(&chance), term(&chance))
        for conflict in try found("\(left) / \(right) = none") {
            let results = Set(conflict.proofs.map(\.result))
            #expect(!results.contains(.no), "\(left) / \(right)")
            #expect(
                (conflict.certainty == .possible) == results.contains(.unknown),
                "\(left) / \(right)")
        }
    }

    @Test(arguments: ["p", "t", "ch", "cu", "f"])
    func `withholding a dimension makes what was certain possible`(_ name: String) throws {
        let certain = try found("D* x \(name)=one / D* x \(name)=one = none")
        #expect(certain.map(\.certainty) == [.certain])
        let withheld = try found("D* x \(name)=? / D* x \(name)=one = none")
        #expect(withheld.map(\.certainty) == [.possible])
        // Where no subject is in words, the products are the subject too.
        #expect(withheld.first?.openDimensions.count == (name == "p" ? 2 : 1))
    }

    private func found(_ line: String) throws -> [Conflict] { try TermScopeCase(line).found() }

    private func days(of found: [Conflict], only: Certainty? = nil) -> Set<Int> {
        let grants: Set<RuleName> = [
            .doubleExclusive, .encumberedExclusive, .laterGrantUnderExclusive,
        ]
        return found.filter { conflict in
            grants.contains(conflict.rule) && only.map { conflict.certainty == $0 } ?? true
        }.reduce(into: []) { days, conflict in
            let end = conflict.days.to ?? "2040-01-01"
            days.formUnion(conflict.days.from.number..<end.number)
        }
    }
}

/// A generator that gives the same choices for the same seed.
struct Chance {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03 }

    mutating func number(_ bound: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int((state >> 11) % UInt64(bound))
    }

    /// A few scopes, as the table writes them.
    mutating func scope() -> String {
        let tags = ["one", "two", "one/a", "one/b", "!one", "!one/a", "?", "one,two"]
        return ["p", "t", "ch"].filter { _ in number(2) == 0 }
            .map { "\($0)=\(tags[number(tags.count)])" }
            .joined(separator: " ")
            .ifEmpty("p=one")
    }
}

extension String {
    fileprivate func ifEmpty(_ other: String) -> String { isEmpty ? other : self }
}
