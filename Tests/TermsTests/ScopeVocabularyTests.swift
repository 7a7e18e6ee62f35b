import Terms
import Testing

private typealias Name = Terms.Tag

/// What is known of names: where they lie, what they have in common, and what nothing says.
struct ScopeVocabularyTests {
    private func compare(
        _ first: TagSet, _ second: TagSet, _ domain: ScopeVocabulary.Domain = .names,
        _ relations: [ScopeRelation] = []
    ) -> Truth {
        let vocabulary = ScopeVocabulary(relations)
        let result = vocabulary.compare(first, second, in: domain).result
        #expect(vocabulary.compare(second, first, in: domain).result == result)
        return result
    }

    @Test func `a name meets itself, and nothing is known of it beside another`() {
        #expect(compare(.only(["film"]), .only(["film"])) == .yes)
        #expect(compare(.only(["film"]), .only(["series"])) == .unknown)
        #expect(compare(.only(["film"]), .allExcept(["film"])) == .no)
        #expect(compare(.only(["film"]), .allExcept(["series"])) == .unknown)
        #expect(compare(.all, .only(["film"])) == .yes)
        #expect(compare(.all, .allExcept(["film"])) == .yes)
        #expect(compare(.allExcept(["film"]), .allExcept(["film"])) == .yes)
        #expect(compare(.allExcept(["film"]), .allExcept(["series"])) == .unknown)
    }

    @Test func `a path lies within the paths above it, and beside its siblings as it may`() {
        #expect(compare(.only(["media/tv"]), .only(["media"])) == .yes)
        #expect(compare(.only(["media/tv"]), .allExcept(["media"])) == .no)
        #expect(compare(.only(["media/tv"]), .only(["media/cinema"])) == .unknown)
        #expect(compare(.only(["media"]), .allExcept(["media/tv"])) == .unknown)
    }

    @Test func `5nm lies within 7nm and smaller once a vocabulary says so`() {
        let says = [ScopeRelation("5nm", within: ["7nm-and-smaller"], origin: "v")]
        #expect(compare(.only(["5nm"]), .allExcept(["7nm-and-smaller"])) == .unknown)
        #expect(
            compare(.only(["5nm"]), .allExcept(["7nm-and-smaller"]), .names, says) == .no)
        #expect(compare(.only(["5nm"]), .only(["7nm-and-smaller"]), .names, says) == .yes)
        #expect(compare(.only(["3nm"]), .allExcept(["7nm-and-smaller"]), .names, says) == .unknown)
    }

    @Test func `disjoint names keep what lies in them apart, and same names are one`() {
        let says = [
            ScopeRelation("cinema", disjointFrom: ["tv"], origin: "v"),
            ScopeRelation("pay-tv", within: ["tv"], origin: "v"),
            ScopeRelation("kino", sameAs: ["cinema"], origin: "v"),
        ]
        #expect(compare(.only(["cinema"]), .only(["pay-tv"]), .names, says) == .no)
        #expect(compare(.only(["kino"]), .only(["pay-tv"]), .names, says) == .no)
        #expect(compare(.only(["kino"]), .only(["cinema"]), .names, says) == .yes)
        #expect(compare(.allExcept(["cinema"]), .only(["pay-tv"]), .names, says) == .yes)
        #expect(compare(.allExcept(["cinema"]), .allExcept(["kino"]), .names, says) == .yes)
        #expect(
            compare(.only(["cinema", "book"]), .only(["pay-tv"]), .names, says) == .unknown)
    }

    @Test func `parts that are said to be disjoint are apart, by path and by statement`() {
        let says = [
            ScopeRelation("films", hasDisjointParts: true, origin: "v"),
            ScopeRelation("dune", within: ["films"], sameAs: ["arrakis"], origin: "v"),
            ScopeRelation("alien", within: ["films"], origin: "v"),
        ]
        #expect(compare(.only(["films/a"]), .only(["films/b"]), .names, says) == .no)
        #expect(compare(.only(["films/a/cut"]), .only(["films/b"]), .names, says) == .no)
        #expect(compare(.only(["films/a/cut"]), .only(["films/a/long"]), .names, says) == .unknown)
        #expect(compare(.only(["films/a"]), .only(["films"]), .names, says) == .yes)
        #expect(compare(.only(["dune"]), .only(["alien"]), .names, says) == .no)
        #expect(compare(.only(["dune"]), .only(["arrakis"]), .names, says) == .yes)
        #expect(compare(.only(["arrakis"]), .only(["films/a"]), .names, says) == .no)
    }

    @Test func `of names that contradict each other nothing is known`() {
        let says = [
            ScopeRelation("a", within: ["b"], origin: "v"),
            ScopeRelation("a", disjointFrom: ["b"], origin: "w"),
        ]
        #expect(compare(.only(["a"]), .only(["a"]), .names, says) == .unknown)
        #expect(compare(.only(["a"]), .allExcept(["a"]), .names, says) == .unknown)
        #expect(compare(.only(["b"]), .only(["b"]), .names, says) == .yes)
    }

    @Test(arguments: [
        ("europe", "germany", Truth.yes),
        ("germany", "deu", .yes), ("de", "germany", .yes), ("europe/fr", "fr", .yes),
        ("france", "germany", .no), ("fr", "us", .no), ("europe", "us", .no),
        ("europe", "asia", .no), ("europe/fr", "europe/de", .no),
        ("world", "jp", .yes), ("north-america", "mx", .yes),
        ("northern-america", "mx", .unknown), ("western-europe", "spain", .unknown),
        ("western-europe", "jp", .no), ("europe", "cyprus", .unknown),
        ("france", "guadeloupe", .unknown), ("guadeloupe", "france", .unknown),
        ("europe", "guadeloupe", .no), ("caribbean", "france", .no),
        ("emea", "de", .unknown), ("eu", "de", .unknown),
        ("georgia", "ge", .unknown), ("germany/bavaria", "germany", .yes),
        ("germany/bavaria", "france", .no), ("germany/bavaria", "bavaria", .unknown),
        ("bavaria", "germany", .unknown), ("fr/de", "de", .no),
    ])
    func `countries and regions are known`(
        _ first: String, _ second: String, _ expected: Truth
    ) throws {
        let one = try #require(Name(first))
        let other = try #require(Name(second))
        #expect(compare(.only([one]), .only([other]), .territories) == expected)
    }

    @Test func `what lies outside countries is known country by country`() {
        #expect(compare(.allExcept(["us"]), .only(["us", "ca"]), .territories) == .yes)
        #expect(compare(.allExcept(["us"]), .allExcept(["fr"]), .territories) == .yes)
        #expect(compare(.allExcept(["europe"]), .only(["germany"]), .territories) == .no)
        #expect(compare(.only(["europe"]), .allExcept(["germany"]), .territories) == .yes)
        #expect(compare(.allExcept(["europe"]), .only(["france"]), .territories) == .no)
        #expect(compare(.allExcept(["france"]), .only(["guadeloupe"]), .territories) == .unknown)
        #expect(compare(.allExcept(["guadeloupe"]), .only(["france"]), .territories) == .yes)
        #expect(compare(.only(["emea"]), .allExcept(["germany"]), .territories) == .unknown)
        #expect(
            compare(.only(["dach"]), .allExcept(["europe"]), .territories) == .unknown)
        let says = [ScopeRelation("dach", within: ["europe"], origin: "v")]
        #expect(
            compare(.only(["dach"]), .allExcept(["europe"]), .territories, says) == .no)
        #expect(compare(.only(["dach"]), .only(["japan"]), .territories, says) == .no)
        #expect(compare(.only(["dach"]), .only(["germany"]), .territories, says) == .unknown)
        let wider = [ScopeRelation("europe", within: ["emea"], origin: "v")]
        #expect(compare(.only(["emea"]), .only(["germany"]), .territories, wider) == .yes)
        #expect(
            compare(.allExcept(["emea"]), .only(["germany"]), .territories, wider) == .no)
    }

    @Test func `countries are known as places alone`() {
        #expect(compare(.only(["europe"]), .only(["germany"])) == .unknown)
    }

    @Test func `the acts of the kinds are known`() {
        #expect(compare(.only(["use"]), .only(["host"]), .acts) == .no)
        #expect(compare(.only(["use"]), .only(["distribute"]), .acts) == .unknown)
        #expect(compare(.only(["host"]), .only(["buy"]), .acts) == .unknown)
        #expect(compare(.only(["sell"]), .only(["buy"]), .acts) == .no)
    }

    @Test func `a cover is whole, a part or nothing where that is proved`() {
        let vocabulary = ScopeVocabulary([ScopeRelation("tv", within: ["media"], origin: "v")])
        func covers(_ cover: TagSet, _ ground: TagSet) -> ScopeVocabulary.Coverage {
            vocabulary.covers(cover, ground, ground, in: .names)
        }
        #expect(covers(.all, .only(["tv"])) == .whole)
        #expect(covers(.only(["media"]), .only(["tv"])) == .whole)
        #expect(covers(.only(["tv"]), .only(["media"])) == .unknown)
        #expect(covers(.only(["tv"]), .only(["radio"])) == .unknown)
        #expect(covers(.allExcept(["media"]), .only(["tv"])) == .nothing)
        #expect(
            vocabulary.covers(.only(["fr"]), .only(["fr", "de"]), .all, in: .territories) == .part)
    }

    @Test func `several covers leave what lies in none of them`() {
        let vocabulary = ScopeVocabulary()
        func left(_ covers: [TagSet]) -> (may: Bool, surely: Bool) {
            let ground = [TagSet.only(["fr", "de"])]
            return (
                vocabulary.mayLie(in: ground, outside: covers, domain: .territories),
                vocabulary.surelyLies(in: ground, outside: covers, domain: .territories)
            )
        }
        #expect(left([.only(["fr"]), .only(["de"])]) == (false, false))
        #expect(left([.only(["fr"]), .allExcept(["fr"])]) == (false, false))
        #expect(left([.only(["fr"]), .only(["jp"])]) == (true, true))
        #expect(left([.only(["fr"]), .only(["emea"])]) == (true, false))
    }

    @Test func `the table has the 249 countries of ISO 3166, each once in a continent`() {
        let names = ["africa", "americas", "asia", "europe", "oceania"].map {
            Name(stringLiteral: $0)
        }
        for (index, one) in names.enumerated() {
            for other in names.dropFirst(index + 1) {
                #expect(compare(.only([one]), .only([other]), .territories) == .no)
            }
        }
        #expect(ScopeVocabulary.countryCount == 249)
    }

    /// An oracle that lists every world: each name is a set of three things, and the statements hold.
    @Test(arguments: 0..<60)
    func `an answer about names holds in every world, and what is unknown goes either way`(
        _ seed: Int
    ) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03
        func number(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int((state >> 11) % UInt64(bound))
        }
        let names: [Name] = ["a", "b", "c"]
        func pick() -> Name { names[number(3)] }
        let relations = (0..<number(3)).map { _ in
            switch number(3) {
            case 0: ScopeRelation(pick(), within: [pick()], origin: "v")
            case 1: ScopeRelation(pick(), disjointFrom: [pick()], origin: "v")
            case _: ScopeRelation(pick(), sameAs: [pick()], origin: "v")
            }
        }
        func scope() -> TagSet {
            let tags = Set((0...number(2)).map { _ in pick() }).sorted()
            switch number(4) {
            case 0: return .all
            case 1: return .allExcept(tags)
            case _: return .only(tags)
            }
        }
        let (first, second) = (scope(), scope())
        var results: Set<Bool> = []
        for world in Self.worlds(relations, names) {
            func bits(_ tags: [Name]) -> Int {
                tags.reduce(0) { all, tag in all | world[names.firstIndex(of: tag) ?? 0] }
            }
            func content(_ set: TagSet) -> Int {
                switch set {
                case .all: 31
                case .only(let tags): bits(tags)
                case .allExcept(let tags): 31 & ~bits(tags)
                }
            }
            guard content(first) != 0, content(second) != 0 else { continue }
            results.insert(content(first) & content(second) != 0)
        }
        let result = ScopeVocabulary(relations).compare(first, second, in: .names).result
        switch result {
        case .yes: #expect(!results.contains(false), "\(relations) \(first) \(second)")
        case .no: #expect(!results.contains(true), "\(relations) \(first) \(second)")
        case .unknown:
            #expect(results != [true] && results != [false], "\(relations) \(first) \(second)")
        }
    }

    /// Every way in which three names are sets of five things, none empty, that keeps the statements.
    private static func worlds(_ relations: [ScopeRelation], _ names: [Name]) -> [[Int]] {
        func place(_ tag: Name) -> Int { names.firstIndex(of: tag) ?? 0 }
        func holds(_ relation: ScopeRelation, in world: [Int]) -> Bool {
            let own = world[place(relation.scope)]
            for tag in relation.within where own & ~world[place(tag)] != 0 { return false }
            for tag in relation.disjointFrom where own & world[place(tag)] != 0 { return false }
            for tag in relation.sameAs where own != world[place(tag)] { return false }
            return true
        }
        var found: [[Int]] = []
        for number in 0..<29791 {
            let world: [Int] = [number % 31 + 1, number / 31 % 31 + 1, number / 961 + 1]
            if relations.allSatisfy({ holds($0, in: world) }) { found.append(world) }
        }
        return found
    }
}
