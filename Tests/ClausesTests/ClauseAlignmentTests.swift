import Clauses
import Effort
import Testing

/// What became of clauses: the same, changed, renumbered, moved, split, joined, added, removed.
struct ClauseAlignmentTests {
    private static func alignment(_ old: [String], _ new: [String]) -> ClauseAlignment {
        func clauses(_ texts: [String]) -> [Clause] {
            Clause.all(in: texts.joined(separator: "\n\n"))
        }
        return ClauseAlignment(from: clauses(old), to: clauses(new))
    }

    static let licence = "Licence. Acme grants Lumen an exclusive licence to make lenses of glass."
    static let royalty = "Royalty. Lumen pays Acme five per cent of net sales in each quarter."
    static let interest = "Late payments carry interest from the due day to the day of payment."

    @Test func `a version against itself has every clause as it was`() {
        let texts = ["1. \(Self.licence)", "2. \(Self.royalty)", "3. [Reserved]", "4. [Reserved]"]
        let found = Self.alignment(texts, texts)
        #expect(found.pairs.count == 4)
        #expect(!found.pairs.contains { $0.isChanged || $0.isMoved || $0.isRenumbered })
        #expect(found.added.isEmpty && found.removed.isEmpty)
    }

    @Test func `too much that has nothing in common is not compared, and that is said`() {
        func found(_ count: Int) -> ClauseAlignment {
            func clauses(_ article: Int, _ word: String) -> [String] {
                (1...count).map { "\(article).\($0) the party shall pay the other \(word)\($0)" }
            }
            return Self.alignment(clauses(1, "p"), clauses(2, "q"))
        }
        let few = found(20)
        #expect(few.pairs.count == 20 && few.incompleteness == nil)
        let many = found(2_500)
        #expect(many.pairs.isEmpty)
        #expect(many.added.count == 2_500 && many.removed.count == 2_500)
        #expect(many.incompleteness?.contains("in parts") == true)
    }

    @Test func `comparing a version with itself grows as the version does`() {
        func text(of size: Int) -> String {
            (1...size).map { "\($0 / 100).\($0 % 100) Alpha w\($0)" }.joined(separator: "\n")
        }
        let growth = Growth.eightfold(500, of: text(of:)) { text in
            let clauses = Clause.all(in: text)
            _ = ClauseAlignment(from: clauses, to: clauses)
        }
        #expect(Growth.isLinear(growth))
    }

    @Test func `a clause under its number and heading is the same, changed`() {
        let found = Self.alignment(
            ["1. \(Self.licence)"], ["1. \(Self.licence.replacing("an exclusive", with: "a"))"])
        #expect(found.pairs.map(\.isChanged) == [true])
        #expect(found.pairs[0].doubt == nil)
    }

    @Test func `a clause with the same words under another number is renumbered, not changed`() {
        let found = Self.alignment(
            ["1. \(Self.licence)", "2. \(Self.royalty)"],
            ["1. Notices. Notices are in writing.", "2. \(Self.licence)", "3. \(Self.royalty)"])
        #expect(found.pairs.map(\.isRenumbered) == [true, true])
        #expect(!found.pairs.contains { $0.isChanged || $0.isMoved })
        #expect(found.added.map(\.clause.number) == ["1"])
    }

    @Test func `a clause that changed its place is moved`() {
        let found = Self.alignment(
            ["1. \(Self.licence)", "2. \(Self.royalty)", "3. \(Self.interest)"],
            ["1. \(Self.interest)", "2. \(Self.licence)", "3. \(Self.royalty)"])
        #expect(found.pairs.map(\.isMoved) == [true, false, false])
    }

    @Test func `a clause that a page ends in has the same words`() {
        let (one, other) = (Self.royalty.prefix(30), Self.royalty.dropFirst(30))
        let found = Self.alignment(["1. \(Self.royalty)"], ["1. \(one)", String(other)])
        #expect(found.pairs.map(\.isChanged) == [false])
    }

    @Test func `words that are alike under another number and heading are paired with a doubt`() {
        let found = Self.alignment(
            ["1. Licence. Acme grants Lumen a licence to make lenses of glass in Spain for ever."],
            [
                "7. Grant. Acme grants Lumen a licence to make lenses of glass in Spain "
                    + "and Portugal."
            ])
        #expect(found.pairs.map(\.doubt) == [.wordsAlone])
    }

    @Test func `another text under the same number is not taken for the clause`() {
        let found = Self.alignment(
            ["1. \(Self.licence)"], ["1. Seat. Disputes go to arbitration under rules of Vienna."])
        #expect(found.pairs.isEmpty)
        #expect(found.added.count == 1 && found.removed.count == 1)
    }

    @Test func `what was split off says from which clause, and what was joined into which`() {
        let whole = "1. \(Self.royalty) \(Self.interest)"
        let (one, other) = ("1. \(Self.royalty)", "2. \(Self.interest)")
        let split = Self.alignment([whole], [one, other])
        #expect(split.added.map(\.splitFrom?.number) == ["1"])
        let joined = Self.alignment([one, other], [whole])
        #expect(joined.removed.map(\.joinedInto?.number) == ["1"])
    }

    @Test func `of random versions every clause has one place, and every new word is shown`() {
        var seeded = Seeded(8)
        func version(_ seeded: inout Seeded) -> [String] {
            let texts = [
                Self.licence, Self.royalty, Self.interest, "[Reserved]", "Term. Five years.",
            ]
            return (0..<Int.random(in: 0...7, using: &seeded)).map { number in
                var words = (texts.randomElement(using: &seeded) ?? "").split(separator: " ")
                    .map(String.init)
                for _ in 0..<Int.random(in: 0...3, using: &seeded) {
                    let place = Int.random(in: 0..<words.count, using: &seeded)
                    words[place] = ["ten", "Acme", "once", ""].randomElement(using: &seeded) ?? ""
                }
                return "\(Int.random(in: 1...9, using: &seeded)). " + words.joined(separator: " ")
            }
        }
        for _ in 0..<Rounds.of(1_000) {
            let (old, new) = (version(&seeded), version(&seeded))
            let clauses = (
                old: Clause.all(in: old.joined(separator: "\n\n")),
                new: Clause.all(in: new.joined(separator: "\n\n"))
            )
            let found = ClauseAlignment(from: clauses.old, to: clauses.new)
            func sorted(_ clauses: [Clause]) -> [String] { clauses.map(\.text).sorted() }
            #expect(
                sorted(found.pairs.map(\.old) + found.removed.map(\.clause)) == sorted(clauses.old))
            #expect(
                sorted(found.pairs.map(\.new) + found.added.map(\.clause)) == sorted(clauses.new))
            for pair in found.pairs where !pair.isChanged {
                #expect(pair.old.body == pair.new.body, "one paragraph each")
            }
        }
    }
}
