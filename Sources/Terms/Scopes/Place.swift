/// A country, or a region with its countries.
///
/// What is shipped is cautious: beside the countries that surely belong to a place there are those that it
/// may include, depending on who wrote the name. A place neither surely covers these nor surely leaves them
/// out.
struct Place: Sendable {
    /// The one name it goes by here: the alpha-2 code of a country, the name of a region.
    let name: Tag
    /// The countries that surely belong to it.
    let members: Countries
    /// Those and the countries that it may include.
    let reach: Countries
    /// True for the regions of M49 that share no country with each other.
    let isContinent: Bool

    /// Whether it is one country, rather than a region.
    var isCountry: Bool { members.isSingle }

    /// The place of a name: a code, a short name, a region; or a path that leads to one through places that
    /// contain it, such as `europe/fr`. nil for any other name.
    static func named(_ tag: Tag) -> Place? {
        guard tag.path.utf8.contains(UInt8(ascii: "/")) else { return Atlas.places[tag.path] }
        let parts = tag.path.split(separator: "/").map { Atlas.places[String($0)] }
        guard let last = parts.last ?? nil else { return nil }
        for (outer, inner) in zip(parts, parts.dropFirst()) {
            guard let outer, let inner, inner.members.isSubset(of: outer.members) else {
                return nil
            }
        }
        return last
    }

    /// Every country there is, by its code.
    static var countries: [Tag] { Atlas.codes }
}

/// A set of countries.
struct Countries: Hashable, Sendable {
    private var bits: SIMD4<UInt64> = .zero

    init(_ indices: some Sequence<Int> = []) {
        for index in indices { bits[index / 64] |= 1 << UInt64(index % 64) }
    }

    var isEmpty: Bool { bits == .zero }

    /// Whether it is one country.
    var isSingle: Bool {
        (0..<4).reduce(0) { $0 + bits[$1].nonzeroBitCount } == 1
    }

    /// The places of its countries in the list of codes.
    var indices: [Int] {
        (0..<256).filter { bits[$0 / 64] & (1 << UInt64($0 % 64)) != 0 }
    }

    func contains(_ index: Int) -> Bool { bits[index / 64] & (1 << UInt64(index % 64)) != 0 }

    func isSubset(of other: Countries) -> Bool { bits & other.bits == bits }

    mutating func formUnion(_ other: Countries) { bits |= other.bits }
    mutating func formIntersection(_ other: Countries) { bits &= other.bits }
    mutating func subtract(_ other: Countries) { bits &= ~other.bits }
}

/// The table of places, read once.
private enum Atlas {
    static let codes: [Tag] = rows.flatMap(\.countries).compactMap { Tag($0[0]) }

    static let places: [String: Place] = {
        var places: [String: Place] = [:]
        for country in rows.flatMap(\.countries) {
            let members = Countries([index(of: country[0])])
            var reach = members
            for code in listing(PlaceTable.belongings)[country[0]] ?? [] {
                reach.formUnion(Countries([index(of: code)]))
            }
            let place = Place(
                name: Tag(stringLiteral: country[0]), members: members, reach: reach,
                isContinent: false)
            for name in country { places[name] = place }
        }
        for (name, members) in regions { places[name] = region(name, members) }
        return places
    }()

    /// A part of a continent may be meant wider than M49 has it, up to the continent and its borders.
    private static func region(_ name: String, _ members: Countries) -> Place {
        let borders = listing(PlaceTable.borders)
        var reach = members
        for continent in PlaceTable.continents {
            guard let whole = regions[continent], members.isSubset(of: whole) else { continue }
            reach.formUnion(whole)
            reach.formUnion(Countries((borders[continent] ?? []).map(index)))
        }
        return Place(
            name: Tag(stringLiteral: name), members: members, reach: reach,
            isContinent: PlaceTable.continents.contains(name))
    }

    private static let regions: [String: Countries] = {
        var regions: [String: Countries] = [:]
        for row in rows where row.region != "-" {
            regions[row.region] = Countries(row.countries.map { index(of: $0[0]) })
        }
        let wholes = listing(PlaceTable.regions)
        func members(of name: String) -> Countries {
            if let known = regions[name] { return known }
            return (wholes[name] ?? []).reduce(into: Countries()) {
                $0.formUnion(members(of: $1))
            }
        }
        for name in wholes.keys { regions[name] = members(of: name) }
        regions["world"] = Countries(codes.indices)
        return regions
    }()

    private static let order = Dictionary(
        codes.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })

    private static func index(of code: String) -> Int { order[code] ?? 0 }

    private static let rows: [(region: String, countries: [[String]])] = {
        var rows: [(region: String, countries: [[String]])] = []
        for line in PlaceTable.countries.split(separator: "\n") {
            if line.hasPrefix(" ") {
                let countries = line.split(separator: " ").map { word in
                    word.split(separator: "=").map(String.init)
                }
                rows[rows.count - 1].countries += countries
            } else {
                rows.append((String(line), []))
            }
        }
        return rows
    }()

    private static func listing(_ text: String) -> [String: [String]] {
        let lines = text.split(separator: "\n").map { $0.split(separator: ":").map(String.init) }
        return Dictionary(
            lines.map { ($0[0], $0[1].split(separator: " ").map(String.init)) },
            uniquingKeysWith: { $0 + $1 })
    }
}
