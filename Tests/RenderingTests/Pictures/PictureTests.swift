import Amendments
import Ledger
import Rendering
import Terms
import Testing

/// What the SVG is as a document.
struct PictureDocumentTests {
    @Test func `a picture is one standalone SVG with a name and a description`() async throws {
        let picture = try await Self.picture()
        let root = picture.root
        #expect(root.name == "svg")
        #expect(root.attributes["xmlns"] == "http://www.w3.org/2000/svg")
        #expect(root.attributes["role"] == "img")
        let ids = picture.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        let names = (root.attributes["aria-labelledby"] ?? "").split(separator: " ").map(
            String.init)
        #expect(names == picture.children(of: 0).prefix(2).compactMap { $0.attributes["id"] })
        #expect(picture.children(of: 0).prefix(2).map(\.name) == ["title", "desc"])
        #expect(picture.children(of: 0)[0].text == "Timeline of Quill & <Loom> (quill-loom)")
    }

    @Test func `nothing in it runs, links or loads`() async throws {
        let picture = try await Self.picture()
        let allowed: Set = [
            "svg", "title", "desc", "defs", "pattern", "g", "rect", "line", "path", "circle",
            "text",
        ]
        #expect(Set(picture.elements.map(\.name)).isSubset(of: allowed))
        let ids = Set(picture.elements.compactMap { $0.attributes["id"] })
        for (name, value) in picture.elements.flatMap(\.attributes) {
            #expect(!name.hasPrefix("on") && !name.hasSuffix("href") && name != "style")
            if value.contains("url(") {
                let target = value.dropFirst("url(#".count).dropLast()
                #expect(ids.contains(String(target)), "\(value)")
            }
        }
    }

    @Test func `the same question gives the same bytes`() async throws {
        let first = try await PictureBooks.picture(
            of: "microsoft-openai", in: PictureBooks.events(),
            from: Vantage(on: Self.day("2026-05-12")))
        let second = try await PictureBooks.picture(
            of: "microsoft-openai", in: PictureBooks.events(),
            from: Vantage(on: Self.day("2026-05-12")))
        #expect(first == second)
    }

    @Test func `every bar, mark and label says in words what it is`() async throws {
        let picture = try await Self.picture()
        for name in ["bar", "mark", "label", "badge", "ending"] {
            for place in picture.places(of: name) {
                let title = picture.children(of: place).first
                #expect(title?.name == "title" && title?.text.isEmpty == false, "\(name)")
            }
        }
        #expect(!picture.places(of: "bar").isEmpty && !picture.places(of: "mark").isEmpty)
    }

    @Test func `the description states every row, and every change with its day`() async throws {
        let picture = try await Self.picture()
        let words = picture.children(of: 0)[1].text
        for label in [
            "license.moulds", "royalty.paper", "fee.support", "audit.books", "option.second-mill",
            "publicity.logo", "clearance", "sale", "late-moulds",
        ] { #expect(words.contains(label), "\(label)") }
        #expect(words.contains("2025-03-01: exclusivity: exclusive → non-exclusive"))
        #expect(words.contains("rate reported as 7% of net sales [unnamed-source]"))
    }

    @Test func `no two signs of the legend differ by colour alone`() async throws {
        let picture = try await Self.picture(conflicts: Self.strip)
        let legend = picture.elements.filter { $0.within.last == "legend" }
        var looks: [String: String] = [:]
        var style: String?
        for element in legend {
            if element.name == "rect" { style = element.attributes["class"] }
            guard element.name == "rect" || element.name == "path", let style else { continue }
            let fill = element.attributes["fill"] ?? ""
            let pattern = fill.hasPrefix("url") ? fill : fill == "#ffffff" ? "paper" : "plain"
            let shape = element.name == "path" ? element.attributes["stroke-dasharray"] ?? "" : ""
            looks[style, default: ""] += "\(element.name) \(pattern) \(shape);"
        }
        #expect(looks.count >= 9, "\(looks.keys.sorted())")
        #expect(Set(looks.values).count == looks.count, "\(looks)")
    }

    @Test func `every way a bar can look and end is drawn where it is stated`() async throws {
        let picture = try await Self.picture(conflicts: Self.strip)
        let drawn = Set(picture.bars.map(\.words))
        #expect(
            drawn.isSuperset(of: [
                "inForce", "suspended", "indeterminate", "conditional", "waiting", "condition",
                "dispute", "certainConflict", "possibleConflict",
            ]), "\(drawn)")
        let inBars = Set(
            picture.elements.filter { $0.within.last == "bar" }.compactMap {
                $0.attributes["class"]
            }
        )
        #expect(inBars.isSuperset(of: ["stop", "arrow", "diamond"]))
    }

    @Test(arguments: [
        "]]></text><script>alert(1)</script>", "\u{202E}txet", "a\u{1}b\u{FFFE}c",
        String(repeating: "word ", count: 60), String(repeating: "W", count: 300),
        "👩‍👩‍👧‍👦 \u{1F1F3}\u{1F1F4} 紙の契約", "&amp; &#0; \"'",
    ])
    func `a hostile title stays text inside the picture`(_ title: String) async throws {
        let strip = ConflictStrip([
            ConflictStrip.Window(
                label: title, certainty: .possible, days: DayRange(from: Self.day("2024-05-01")),
                detail: title)
        ])
        let picture = try await Self.picture(conflicts: strip)
        #expect(picture.named("script").isEmpty)
        try GeometryTests.check(picture)
    }

    static let strip = ConflictStrip([
        ConflictStrip.Window(
            label: "license.moulds / other.license", certainty: .possible,
            days: days("2024-03-01", "2025-03-01"), detail: "the field is not known"),
        ConflictStrip.Window(
            label: "license.moulds / other.license", certainty: .certain,
            days: days("2025-03-01", "2026-01-01")),
    ])

    static func day(_ text: String) -> Day { Day(text) ?? .first }

    static func days(_ from: String, _ to: String) -> DayRange {
        DayRange(from: day(from), to: day(to)) ?? .always
    }

    static func picture(conflicts: ConflictStrip = ConflictStrip()) async throws -> ParsedPicture {
        let book = try await PictureBooks.book(InventedDeal.texts)
        return try ParsedPicture(
            try await PictureBooks.picture(
                of: "quill-loom", in: book, from: Vantage(on: day("2025-06-01")),
                conflicts: conflicts))
    }
}

/// What a picture says of values, ends and the days on which several terms change.
struct PictureWordsTests {
    private static func texts(_ day: String) async throws -> [String] {
        let vantage = Vantage(on: try #require(Day(day)))
        let picture = try ParsedPicture(
            try await PictureBooks.picture(
                of: "microsoft-openai", in: PictureBooks.events(), from: vantage))
        return picture.elements.filter { $0.name == "text" }.map(\.text)
    }

    @Test func `a value that has no room in its own bar stands where it goes on`() async throws {
        let texts = try await Self.texts("2026-10-31")
        #expect(texts.contains { $0.contains("USD 250 bn") || $0.contains("USD 250,000,000,000") })
    }

    @Test func `the key says which terms begin, end and change on a lettered day`() async throws {
        let words = try await Self.texts("2026-10-31").joined(separator: " ")
        for part in [
            "begins: distribution.any-cloud, first-availability.azure",
            "ends: agi-clause, api.azure-exclusivity", "changes: license.models-and-products",
        ] {
            #expect(words.contains(part), "\(part)")
        }
    }
}
