import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Notices whose period is counted in business days.
struct BusinessDayNoticeTests {
    private func exit(_ notice: String) throws -> Story {
        try recordedStory(
            """
            \(fee())
            - term-added: { term: exit, kind: termination-right, set: { holder: a, ground: convenience, notice: \(notice) } }
            """,
            chapter(
                "use", "2020-12-18", kind: "notice", "- notice-given: { term: exit, by: a, to: b }")
        )
    }

    @Test func `the agreement ends so many business days after the notice`() throws {
        // Christmas Day 2020 is a Friday, and Boxing Day is kept on Monday the 28th.
        let story = try exit("5 business-days of london")
        story.on("2020-12-28").expect("fee", .inForce)
        story.on("2020-12-29").expect("fee", .ended)
    }

    @Test(arguments: [
        ("5 business-days", "no calendar of business days is named"),
        ("5 business-days of tokyo", "calendar tokyo is not defined"),
    ])
    func `without a calendar it is indeterminate from the first day on which it may end`(
        notice: String, gap: String
    ) throws {
        let story = try exit(notice)
        story.on("2020-12-22").expect("fee", .inForce)
        story.on("2020-12-23").expect("fee", .indeterminate)
        story.on("2030-01-01").expect("fee", .indeterminate)
        #expect(BusinessDayBoundTests.gaps(story.on("2030-01-01").fee) == [gap])
    }

    private func renewed(_ notice: String, given: String) throws -> Story {
        try recordedStory(
            """
            \(fee())
            - term-added:
                term: duration
                kind: term-and-renewal
                set: { ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y, notice: \(notice) }
            """,
            chapter(
                "stop", given, kind: "notice", "- notice-given: { term: duration, by: a, to: b }"))
    }

    // Three business days before 31 December: the 30th, the 29th, and the 24th.
    @Test(arguments: [("2020-12-24", TermStatus.ended), ("2020-12-25", .inForce)])
    func `a notice is in time up to so many business days before the last day`(
        given: String, status: TermStatus
    ) throws {
        let story = try renewed("3 business-days of london", given: given)
        story.on("2021-06-01").expect("fee", status)
    }

    @Test func `without a calendar it is not known whether a notice was in time`() throws {
        let story = try renewed("3 business-days", given: "2020-12-24")
        story.on("2020-12-31").expect("fee", .inForce)
        story.on("2021-06-01").expect("fee", .indeterminate)
        #expect(
            BusinessDayBoundTests.gaps(story.on("2021-06-01").fee)
                == ["no calendar of business days is named"])
        let late = try renewed("3 business-days", given: "2020-12-29")
        late.on("2021-06-01").expect("fee", .inForce)
    }
}
