import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Since when a term is as it is, and when it next changes.
struct OutlookTests {
    static let chapters = [
        firstChapter(fee("ends: { through: 2025-12-31 }")),
        chapter("raise", "2022-01-01", amends("amount: USD 20")),
        chapter(
            "rebate", "2023-01-01", amends("amount: USD 15", "lasts: { through: 2023-06-30 }")),
        chapter(
            "stop", "2024-01-01",
            "- term-suspended: { term: fee, lasts: { through: 2024-01-31 } }"),
    ]

    /// A day, the first day of its status, and the next day on which anything changes.
    @Test(
        arguments: [
            ("2019-06-01", nil, "2020-01-01"),
            ("2020-01-01", "2020-01-01", "2022-01-01"),
            ("2022-06-01", "2020-01-01", "2023-01-01"),
            ("2023-01-01", "2020-01-01", "2023-07-01"),
            ("2023-07-01", "2020-01-01", "2024-01-01"),
            ("2024-01-15", "2024-01-01", "2024-02-01"),
            ("2024-02-01", "2024-02-01", "2026-01-01"),
            ("2026-01-01", "2026-01-01", nil),
            ("2030-01-01", "2026-01-01", nil),
        ] as [(Day, Day?, Day?)])
    func `since when and until when`(_ day: Day, _ since: Day?, _ next: Day?) throws {
        let term = try #require(try given(yaml: Self.chapters).on(day).fee)
        #expect(term.since == since)
        #expect(term.nextChange == next)
    }

    @Test func `what a vantage hides is no known change`() throws {
        let story = try given(yaml: Self.chapters)
        let moment = story.on("2020-01-01", disclosedBy: "2020-01-01")
        #expect(moment.fee?.nextChange == "2026-01-01")
    }

    @Test func `the head of a copy names what it rests on and what it hides`() throws {
        let story = try given(yaml: Self.chapters)
        let copy = story.on("2022-06-01", disclosedBy: "2022-12-31").copy
        #expect(copy.resolved.governing?.key == "raise")
        #expect(copy.resolved.hiddenByDisclosure == 2)
        #expect(copy.resolved.hiddenByPosition == 0)
        #expect(copy.resolved.position?.number == 7)
        let earlier = story.on("2022-06-01", recordedAt: 4).copy
        #expect(earlier.resolved.governing?.key == "opening")
        #expect(earlier.resolved.hiddenByPosition == 3)
        #expect(earlier.vantage.recordedAt?.number == 4)
    }

    @Test func `a scheduled term says when it will begin, and how it will read`() throws {
        let story = try recordedStory(fee("starts: { from: 2021-06-01 }"))
        let term = try #require(story.on("2021-01-01").fee)
        #expect(term.status == .notYet)
        #expect(term.reasons == [.scheduled("2021-06-01")])
        #expect(term.nextChange == "2021-06-01")
        #expect(term.isForeseeable)
        #expect(story.on("2021-01-01").feeAmount == "USD 10")
        #expect(story.on("2019-06-01").fee?.isForeseeable == false)
    }

    @Test func `a sentence leaves out what is withheld`() throws {
        let story = try recordedStory(fee("per: undisclosed"))
        let sentence = try #require(story.on("2021-01-01").fee?.sentence)
        #expect(sentence.contains("USD 10"))
        #expect(!sentence.contains("undisclosed"))
    }
}
