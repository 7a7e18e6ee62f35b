import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What is exercised in whole, paid out or fulfilled holds no more, and says why.
struct DischargeTests {
    private static let option = """
        - term-added:
            term: call
            kind: option
            set: { holder: a, grantor: b, direction: expansion, subject: The mill }
        """

    private func exercised(_ more: String, on day: String = "2022-01-01") throws -> Story {
        try recordedStory(
            Self.option,
            chapter(
                "use", day, disclosed: "2022-01-01", kind: "notice",
                "- option-exercised: { term: call, by: a\(more) }"))
    }

    @Test func `an option that is exercised in whole is discharged`() throws {
        let story = try exercised(", extent: whole")
        story.on("2021-12-31").expect("call", .inForce)
        let after = story.on("2022-01-01")
        after.expect("call", .ended)
        let term = try #require(after.copy.term("call"))
        #expect(term.reasons == [.discharged(.exercised, "use#1")])
        #expect(term.causes.map(\.reference) == ["use#1"])
        #expect(term.remarks.map(\.content) == [.optionExercised(by: "a", extent: .whole)])
    }

    @Test(arguments: ["", ", extent: part"])
    func `one that is exercised in part stays, and so does one of which no one says how much`(
        _ extent: String
    ) throws {
        try exercised(extent).on("2022-01-01").expect("call", .inForce)
    }

    @Test func `in a month it may be discharged from its first day, and is from the next`() throws {
        let story = try exercised(", extent: whole", on: "2022-01")
        story.on("2022-01-15").expect("call", .indeterminate)
        story.on("2022-02-01").expect("call", .ended)
    }

    @Test(arguments: [("paid", Discharge.paid), ("fulfilled", .fulfilled)])
    func `a term that is done with ends by that event, and nothing was taken out`(
        _ word: String, _ manner: Discharge
    ) throws {
        let story = try recordedStory(
            fee(),
            chapter(
                "done", "2022-01-01", kind: "filing",
                "- term-discharged: { term: fee, manner: \(word) }"))
        story.on("2022-01-01").expect("fee", .ended)
        #expect(story.on("2022-01-01").fee?.reasons == [.discharged(manner, "done#1")])
        let redline = story.redline(from: story.on("2021-12-31"), to: story.on("2022-01-01"))
        #expect(Set(redline.lines.map(\.classification)) == [.ended])
    }

    @Test func `a discharge upon a condition stands beside the term until it comes about`() throws {
        let story = try recordedStory(
            "- condition-defined: { condition: closing, text: The closing }\n\(fee())",
            chapter(
                "done", "upon: closing", disclosed: "2022-01-01",
                "- term-discharged: { term: fee, manner: paid }"),
            chapter("closed", "2023-01-01", "- condition-satisfied: { condition: closing }"))
        let waiting = story.at(6).on("2022-06-01")
        waiting.expect("fee", .inForce)
        #expect(waiting.fee?.conditionalChanges.map(\.effect) == [.discharged])
        story.on("2023-01-01").expect("fee", .ended)
    }

    @Test func `a term that was discharged may be agreed again`() throws {
        let story = try recordedStory(
            fee(),
            chapter("done", "2022-01-01", "- term-discharged: { term: fee, manner: paid }"),
            chapter("again", "2023-01-01", fee()))
        story.on("2022-06-01").expect("fee", .ended)
        story.on("2023-01-01").expect("fee", .inForce)
    }

    // MARK: What was expected

    private func expected(_ later: String) throws -> Story {
        try given(
            yaml: [
                firstChapter(
                    "- expectation-stated: { expectation: mill, text: A mill, window: { soft: 2021 } }"
                ),
                chapter("missed", "2022-01-01", "- expectation-missed: { expectation: mill }"),
            ] + (later.isEmpty ? [] : [chapter("met", "2023-01-01", later)]))
    }

    @Test func `what was expected and did not come is missed from that day`() throws {
        let story = try expected("")
        #expect(story.on("2021-12-31").copy.expectations.map(\.state) == ["expected"])
        #expect(story.on("2022-01-01").copy.expectations.map(\.state) == ["missed"])
        #expect(story.on("2022-01-01").copy.expectations.map(\.isMet) == [false])
    }

    @Test func `what was missed may be met later`() throws {
        let story = try expected("- expectation-met: { expectation: mill }")
        #expect(story.on("2022-06-01").copy.expectations.map(\.state) == ["missed"])
        #expect(story.on("2023-01-01").copy.expectations.map(\.state) == ["met"])
    }
}
