import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Corrections, rescissions, moved dates and redactions: what the record says of itself.
struct RecordEventTests {
    static func corrected(_ event: String, to fields: String) -> String {
        """
        - event-corrected:
            event: \(event)
            replacement: { term-amended: { term: fee, set: { \(fields) } } }
            reason: misread
        """
    }

    @Test func `what a correction repeats is redacted with it in one recording`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2021-01-01", amends("amount: USD 77")),
            chapter("fix", "2021-02-01", Self.corrected("raise#1", to: "amount: USD 77")),
            chapter(
                "order", "2022-01-01",
                """
                - payload-redacted: { event: fix#1, authority: court }
                - payload-redacted: { event: raise#1, authority: court }
                """))
        let amount = try #require(story.on("2023-01-01").fee?.field(.amount))
        #expect(amount.value.value == nil)
    }

    @Test func `terminated ends from a day, rescinded never was`() throws {
        let added = try recordedStory("", chapter("fee", "2021-01-01", fee()))
        let ended = try given(
            yaml: [firstChapter(""), chapter("fee", "2021-01-01", fee())]
                + [chapter("end", "2025-01-01", "- term-removed: { term: fee }")])
        let voided = try given(
            yaml: [firstChapter(""), chapter("fee", "2021-01-01", fee())]
                + [
                    chapter(
                        "never", "2025-01-01",
                        "- event-rescinded: { event: fee#1, reason: there is no such term }")
                ])
        added.on("2022-01-01").expect("fee", .inForce)
        ended.on("2022-01-01").expect("fee", .inForce)
        ended.on("2025-01-01").expect("fee", .ended)
        voided.on("2022-01-01").expectNoTerm("fee")
        voided.on("2025-01-01").expectNoTerm("fee")
        voided.on("2022-01-01", disclosedBy: "2024-12-31").expect("fee", .inForce)
        voided.on("2022-01-01", recordedAt: 4).expect("fee", .inForce)
    }

    @Test func `a rescinded amendment gives back what it replaced, also in the past`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2022-01-01", amends("amount: USD 20")),
            chapter(
                "never", "2025-01-01", "- event-rescinded: { event: raise#1, reason: a draft }"))
        #expect(story.on("2023-01-01").feeAmount == "USD 10")
        #expect(story.on("2023-01-01", disclosedBy: "2024-12-31").feeAmount == "USD 20")
    }

    @Test func `a redaction takes out what the event said, and not what corrected it`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2022-01-01", amends("amount: USD 20")),
            chapter("corr", "2022-02-01", Self.corrected("raise#1", to: "amount: USD 30")),
            chapter(
                "order", "2022-03-01", "- payload-redacted: { event: raise#1, authority: court }"))
        #expect(story.on("2022-06-01").feeAmount == "USD 30")
    }

    /// How many times in a row the rescission before is rescinded, and what the fee is then.
    @Test(arguments: [(1, "USD 10"), (2, "USD 20"), (3, "USD 10"), (4, "USD 20")])
    func `a rescission may be rescinded`(_ count: Int, _ amount: String) throws {
        var chapters = [firstChapter(fee()), chapter("r0", "2022-01-01", amends("amount: USD 20"))]
        for index in 1...count {
            chapters.append(
                chapter(
                    "r\(index)", "2025-01-01",
                    "- event-rescinded: { event: r\(index - 1)#1, reason: a mistake }"))
        }
        #expect(try given(yaml: chapters).on("2023-01-01").feeAmount == amount)
    }

    @Test func `of two rescissions of one event each is enough`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2022-01-01", amends("amount: USD 20")),
            chapter("one", "2025-01-01", "- event-rescinded: { event: raise#1, reason: x }"),
            chapter("two", "2025-01-02", "- event-rescinded: { event: raise#1, reason: x }"),
            chapter("back", "2025-01-03", "- event-rescinded: { event: two#1, reason: x }"))
        #expect(story.on("2023-01-01").feeAmount == "USD 10")
    }

    @Test func `the last correction of an event stands`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2022-01-01", amends("amount: USD 20")),
            chapter("first", "2025-01-01", Self.corrected("raise#1", to: "amount: USD 21")),
            chapter("second", "2025-02-01", Self.corrected("raise#1", to: "amount: USD 22")))
        #expect(story.on("2023-01-01", disclosedBy: "2024-12-31").feeAmount == "USD 20")
        #expect(story.on("2023-01-01", disclosedBy: "2025-01-31").feeAmount == "USD 21")
        #expect(story.on("2023-01-01", disclosedBy: "2025-02-01").feeAmount == "USD 22")
        let governing = story.on("2023-01-01").fee?.field(.amount)?.governing
        #expect(governing?.reference == "raise#1")
        #expect(governing?.revisions == ["first#1", "second#1"])
    }

    static let corrections = [
        chapter(
            "first", "2025-01-01",
            RecordEventTests.corrected("raise#1", to: "amount: USD 21")),
        chapter(
            "second", "2025-02-01",
            RecordEventTests.corrected("raise#1", to: "amount: USD 22")),
        chapter(
            "third", "2025-03-01",
            RecordEventTests.corrected("raise#1", to: "amount: USD 23")),
    ]

    /// b-r8a.
    @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
    func `the last published correction stands, however files arrive`(_ order: [Int]) throws {
        let story = try given(
            yaml: [firstChapter(fee()), chapter("raise", "2022-01-01", amends("amount: USD 20"))]
                + order.map { Self.corrections[$0] })
        #expect(story.on("2023-01-01", disclosedBy: "2025-01-31").feeAmount == "USD 21")
        #expect(story.on("2023-01-01", disclosedBy: "2025-02-28").feeAmount == "USD 22")
        #expect(story.on("2023-01-01").feeAmount == "USD 23")
        let governing = story.on("2023-01-01").fee?.field(.amount)?.governing
        #expect(governing?.revisions == ["first#1", "second#1", "third#1"])
    }

    @Test func `a rescinded correction corrects nothing`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2022-01-01", amends("amount: USD 20")),
            chapter("fix", "2025-01-01", Self.corrected("raise#1", to: "amount: USD 21")),
            chapter("back", "2025-02-01", "- event-rescinded: { event: fix#1, reason: wrong }"))
        #expect(story.on("2023-01-01", disclosedBy: "2025-01-31").feeAmount == "USD 21")
        #expect(story.on("2023-01-01").feeAmount == "USD 20")
    }

    @Test func `a correction keeps the day and the place of what it corrects`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2022-01-01", amends("amount: USD 20")),
            chapter("later", "2023-01-01", amends("amount: USD 30")),
            chapter("fix", "2025-01-01", Self.corrected("raise#1", to: "amount: USD 21")))
        #expect(story.on("2021-12-31").feeAmount == "USD 10")
        #expect(story.on("2022-01-01").feeAmount == "USD 21")
        #expect(story.on("2023-01-01").feeAmount == "USD 30")
    }

    static let noticed = chapter(
        "early", "2026-01-01", disclosed: "2025-06-01",
        "- effective-date-moved: { event: raise#1, to: { on: 2024-01-01 } }")
    static let published = chapter(
        "late", "2026-01-02", disclosed: "2025-07-01",
        "- effective-date-moved: { event: raise#1, to: { on: 2023-01-01 } }")

    @Test(arguments: [[noticed, published], [published, noticed]])
    func `the last published move of a day stands, however files arrive`(
        _ moves: [String]
    ) throws {
        let story = try given(
            yaml: [firstChapter(fee()), chapter("raise", "2022-01-01", amends("amount: USD 20"))]
                + moves)
        #expect(story.on("2022-12-31").feeAmount == "USD 10")
        #expect(story.on("2023-01-01").feeAmount == "USD 20")
        let between = story.on("2023-06-01", disclosedBy: "2025-06-30")
        #expect(between.feeAmount == "USD 10")
        #expect(story.on("2022-01-01", disclosedBy: "2025-05-31").feeAmount == "USD 20")
    }

    @Test func `a moved recording moves its events that name no day of their own`() throws {
        let story = try recordedStory(
            fee("per: P1Y"),
            chapter(
                "raise", "2022-01-01",
                """
                \(amends("amount: USD 20"))
                \(amends("per: P1M", "effective: { on: 2022-03-01 }"))
                """),
            chapter(
                "move", "2022-02-01", kind: "notice",
                "- effective-date-moved: { recording: raise, to: { on: 2022-06-01 } }"))
        #expect(story.on("2022-05-31").feeAmount == "USD 10")
        #expect(story.on("2022-06-01").feeAmount == "USD 20")
        story.on("2022-03-01").expect("fee", .per, "1 month")
    }

    @Test func `a redaction reaches every vantage`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2022-01-01", amends("amount: USD 20")),
            chapter(
                "erasure", "2025-01-01",
                "- payload-redacted: { event: raise#1, authority: a court order }"))
        let redacted: ExpectedValue = "redacted redacted by erasure#1"
        story.on("2023-01-01").expect("fee", .amount, redacted)
        story.on("2023-01-01", disclosedBy: "2024-12-31").expect("fee", .amount, redacted)
        story.on("2023-01-01", recordedAt: 5).expect("fee", .amount, redacted)
        #expect(story.on("2021-01-01").feeAmount == "USD 10")
    }

    @Test func `a redacted correction leaves no value behind`() throws {
        let story = try recordedStory(
            fee(), chapter("raise", "2022-01-01", amends("amount: USD 20")),
            chapter("fix", "2023-01-01", Self.corrected("raise#1", to: "amount: USD 21")),
            chapter(
                "erasure", "2025-01-01",
                "- payload-redacted: { event: fix#1, authority: a court order }"))
        story.on("2023-01-01").expect("fee", .amount, "redacted redacted by erasure#1")
        #expect(story.on("2023-01-01", disclosedBy: "2022-12-31").feeAmount == "USD 20")
    }

    /// Events that give a value, each redacted by the next recording, and what may then not be found.
    @Test(arguments: [
        "- agreement-extended: { term: duration, ends: { through: 2098-12-31 } }",
        "- agreement-renewed: { term: duration, ends: { through: 2098-12-31 } }",
        "- amount-accrued: { term: fee, amount: USD 2098, period: 2022 }",
        "- agreement-restated: { terms: [{ term: fee, kind: fee, set: "
            + "{ payer: a, payee: b, amount: USD 2098 } }] }",
        "- value-reported: { term: fee, field: amount, value: USD 2098 }",
        "- right-waived: { term: fee, by: b, extent: two thousand 2098 }",
        "- term-interpreted: { term: fee, field: amount, reading: it is 2098 }",
        "- condition-defined: { condition: x, text: it is 2098 }",
        "- expectation-stated: { expectation: x, text: it is 2098, window: { soft: 2030 } }",
        "- notice-given: { term: fee, by: a, clause: it is 2098, note: it is 2098 }",
    ])
    func `no redacted payload can be read any more`(_ event: String) throws {
        let story = try recordedStory(
            "\(fee())\n\(duration)", chapter("said", "2021-06-01", event),
            chapter(
                "erasure", "2025-01-01",
                "- payload-redacted: { event: said#1, authority: a court order }"))
        let copy = story.on("2026-01-01").copy
        #expect(!copy.facets.values.contains { $0.value.displayText.contains("2,098") })
        #expect(!copy.facets.values.contains { $0.value.displayText.contains("2098") })
    }
}
