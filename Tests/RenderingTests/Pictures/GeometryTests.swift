import Amendments
import Ledger
import Rendering
import Terms
import Testing

/// Where things stand: inside, apart, and in order of time.
struct GeometryTests {
    @Test(
        arguments: [
            "microsoft-openai", "amazon-openai", "oracle-openai", "google-openai",
            "coreweave-openai",
        ] as [AgreementID], ["2019-07-22", "2025-10-28", "2026-05-12", "2031-01-01"])
    func `nothing leaves the picture and no texts touch`(
        _ agreement: AgreementID, _ day: String
    ) async throws {
        let book = try await PictureBooks.events()
        let on = try #require(Day(day))
        for grouping in TimelinePicture.Grouping.allCases {
            for subject in [TimelinePicture.Subject.timeline, .terms] {
                for vantage in [Vantage(on: on), Vantage(on: on, disclosedBy: on)] {
                    let svg = try await PictureBooks.picture(
                        of: agreement, in: book, from: vantage, subject: subject, by: grouping,
                        conflicts: PictureDocumentTests.strip)
                    try Self.check(ParsedPicture(svg))
                }
            }
        }
    }

    static func check(_ picture: ParsedPicture) throws {
        let (width, height) = (picture.root.number("width"), picture.root.number("height"))
        let texts = picture.texts
        for box in texts {
            #expect(
                box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height,
                "'\(box.words)' runs out of the picture")
        }
        for (index, box) in texts.enumerated() {
            for other in texts[(index + 1)...] where box.overlaps(other) {
                Issue.record("'\(box.words)' lies over '\(other.words)'")
            }
        }
        let plot = picture.plot
        for bar in picture.bars {
            #expect(
                bar.left >= plot.left && bar.right <= plot.right && bar.left < bar.right,
                "\(bar) leaves the plot")
        }
        for mark in picture.elements where mark.within.last == "mark" {
            guard mark.name == "circle" else { continue }
            #expect((plot.left...plot.right).contains(mark.number("cx")))
        }
    }

    @Test func `bars of one row do not lie over each other`() async throws {
        let picture = try await PictureDocumentTests.picture(conflicts: PictureDocumentTests.strip)
        let bars = picture.bars
        for (index, bar) in bars.enumerated() {
            for other in bars[(index + 1)...] where bar.overlaps(other) {
                Issue.record("\(bar) lies over \(other)")
            }
        }
    }

    @Test func `rows stand in the order in which the terms begin`() async throws {
        let picture = try await PictureBooks.picture(
            of: "microsoft-openai", in: PictureBooks.events(),
            from: Vantage(on: PictureDocumentTests.day("2026-05-12")))
        let parsed = try ParsedPicture(picture)
        let lines = parsed.elements.filter { $0.attributes["class"] == "group" }
            .map { $0.number("y1") }
        let bars = parsed.bars.filter { !["condition", "dispute"].contains($0.words) }
        let groups = Dictionary(grouping: bars) { bar in lines.last { $0 < bar.top } ?? 0 }
        #expect(groups.count >= 5)
        for bars in groups.values {
            let firsts = Dictionary(grouping: bars, by: \.top)
                .map { (top: $0.key, left: $0.value.map(\.left).min() ?? 0) }
                .sorted { $0.top < $1.top }.map(\.left)
            #expect(firsts == firsts.sorted())
        }
    }

    @Test func `later days stand further right, and known days where they belong`() async throws {
        let picture = try await PictureDocumentTests.picture()
        let plot = picture.plot
        let years = picture.elements.filter { $0.attributes["class"] == "year" }
            .map { $0.number("x1") }
        #expect(years == years.sorted() && Set(years).count == years.count)
        #expect(years.first == plot.left)
        let asked = try #require(
            picture.elements.first { $0.attributes["class"] == "day-asked" })
        // 2025-06-01 lies 516 days after 2024-01-01.
        let end = try #require(Day(year: 2024 + years.count, month: 1, day: 1))
        let days = PictureDocumentTests.day("2024-01-01").days(until: end)
        let expected = plot.left + (plot.right - plot.left) * 517 / days
        #expect(abs(asked.number("x1") - expected) <= 1)
    }

    @Test func `a term of an earlier century leaves room for the others`() async throws {
        let old = InventedDeal.licence
            .replacing("through: 2031-12-31", with: "through: 9999-12-31")
            .replacing("ends: open }", with: "ends: open, starts: { on: 1850-01-01 } }")
        let book = try await PictureBooks.book([old])
        let svg = try await PictureBooks.picture(
            of: "quill-loom", in: book,
            from: Vantage(on: PictureDocumentTests.day("2025-06-01")))
        let picture = try ParsedPicture(svg)
        try Self.check(picture)
        let plot = picture.plot
        // A year still has its place: 90 years at most are drawn.
        let wide = picture.bars.filter { $0.right - $0.left >= (plot.right - plot.left) / 120 }
        #expect(wide.count >= 5)
        #expect(svg.contains("class=\"cut\""))
    }
}
