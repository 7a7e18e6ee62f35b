import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Bounds that lead from the day of another one to a day: business days, rolls, the ends of months and quarters.
struct BusinessDayBoundTests {
    // Christmas Day 2020 is a Friday, and Boxing Day is kept on Monday the 28th. 31 January 2021 is a Sunday.
    static let statuses: [WindowBoundTests.Row] = [
        .init(
            fields:
                "ends: { after: { of: { on: 2020-12-18 }, business-days: 5, calendar: london } }",
            answers: [("2020-12-28", .inForce), ("2020-12-29", .ended)]),
        .init(
            fields:
                "starts: { after: { of: { on: 2020-12-18 }, business-days: 5, calendar: london } }",
            answers: [("2020-12-28", .notYet), ("2020-12-29", .inForce)]),
        .init(
            fields: """
                ends: { after: { of: { through: 2020-12-18 }, business-days: 5, calendar: london } }
                """,
            answers: [("2020-12-29", .inForce), ("2020-12-30", .ended)]),
        .init(
            fields: """
                ends: { before: { of: { on: 2020-12-29 }, business-days: 2, calendar: [london, new-york] } }
                """,
            answers: [("2020-12-22", .inForce), ("2020-12-23", .ended)]),
        .init(
            fields: """
                ends: { rolled: { day: { through: 2021-01-31 }, by: following, calendar: target2 } }
                """,
            answers: [("2021-02-01", .inForce), ("2021-02-02", .ended)]),
        .init(
            fields: """
                ends: { rolled: { day: { on: 2021-01-31 }, by: modified-following, calendar: target2 } }
                """,
            answers: [("2021-01-29", .inForce), ("2021-01-30", .ended)]),
        .init(
            fields: """
                starts: { rolled: { day: { on: 2021-01-31 }, by: preceding, calendar: target2 } }
                """,
            answers: [("2021-01-28", .notYet), ("2021-01-29", .inForce)]),
        .init(
            fields: """
                ends: { rolled: { day: { after: { of: { on: 2020-10-31 }, period: P3M } }, by: following, \
                calendar: london } }
                """,
            answers: [("2021-01-31", .inForce), ("2021-02-01", .ended)]),
        .init(
            fields: "starts: { after: { of: { on: 2021-02-28 }, period: P1M, end-of-month: yes } }",
            answers: [("2021-03-30", .notYet), ("2021-03-31", .inForce)]),
        .init(
            fields: """
                ends: { end-of: { quarter: { after: { of: { on: 2020-05-10 }, period: P30D } } } }
                """,
            answers: [("2020-06-30", .inForce), ("2020-07-01", .ended)]),
        .init(
            fields: """
                ends: { after: { of: { end-of: { quarter: { on: 2020-05-10 } } }, period: P10D } }
                """,
            answers: [("2020-07-10", .inForce), ("2020-07-11", .ended)]),
        .init(
            fields: """
                starts: { after: { of: { end-of: { quarter: { on: 2020-05-10 } } }, period: P0D } }
                """,
            answers: [("2020-06-30", .notYet), ("2020-07-01", .inForce)]),
        .init(
            fields: "starts: { end-of: { year: { on: 2020-05 } } }",
            answers: [("2020-12-30", .notYet), ("2020-12-31", .inForce)]),
        .init(
            fields: """
                ends: { rolled: { day: { through: 2021-01 }, by: following, calendar: london } }
                """,
            // The first may be 1 January, a holiday, then Monday the 4th.
            answers: [
                ("2021-01-04", .inForce), ("2021-01-05", .indeterminate),
                ("2021-02-01", .indeterminate), ("2021-02-02", .ended),
            ]),
    ]

    @Test(arguments: statuses)
    func `a term begins and ends on the days its bounds mean`(
        _ row: WindowBoundTests.Row
    ) throws {
        let story = try recordedStory(fee(row.fields))
        for (day, status) in row.answers {
            #expect(story.on(day).fee?.status == status, "on \(day)")
        }
    }

    static let tokyo = "{ after: { of: { on: 2020-06-01 }, business-days: 10, calendar: tokyo } }"

    /// Why the fee has the status that it has, as far as calendars go.
    static func gaps(_ term: ConformedTerm?) -> [String] {
        (term?.reasons ?? []).compactMap { reason in
            if case .businessDaysUnknown(let gap) = reason { gap.description } else { nil }
        }
    }

    @Test func `a day by a calendar that is not defined is indeterminate, with the reason`() throws
    {
        let ends = try recordedStory(fee("ends: \(Self.tokyo)"))
        ends.on("2020-06-10").expect("fee", .inForce)
        for day: Day in ["2020-06-11", "2020-07-01", "2030-01-01"] {
            ends.on(day).expect("fee", .indeterminate)
            #expect(Self.gaps(ends.on(day).fee) == ["calendar tokyo is not defined"])
        }
        let starts = try recordedStory(fee("starts: \(Self.tokyo)"))
        starts.on("2020-06-10").expect("fee", .notYet)
        starts.on("2020-06-11").expect("fee", .indeterminate)
        #expect(Self.gaps(starts.on("2030-01-01").fee) == ["calendar tokyo is not defined"])
    }

    @Test func `outside the years that a calendar states the day is indeterminate too`() throws {
        let story = try recordedStory(
            fee("ends: { after: { of: { on: 2060-12-31 }, business-days: 1, calendar: london } }"))
        story.on("2060-12-31").expect("fee", .inForce)
        story.on("2061-06-01").expect("fee", .indeterminate)
        #expect(
            Self.gaps(story.on("2061-06-01").fee)
                == ["calendar london states holidays for 1978 to 2060 only"])
    }

    @Test func `a change from a day that is not known may have taken effect, with the reason`()
        throws
    {
        let raise = chapter(
            "raise", "after: { of: { on: 2021-06-01 }, business-days: 10, calendar: tokyo }",
            disclosed: "2021-06-01", amends("amount: USD 20"))
        let story = try recordedStory(fee(), raise)
        #expect(story.on("2021-06-10").feeAmount == "USD 10")
        let field = try #require(story.on("2021-06-11").fee?.field(.amount))
        #expect(field.candidates.map { $0.value?.displayText } == ["USD 10", "USD 20"])
        let gaps = field.reasons.map { reason in
            if case .businessDaysUnknown(let gap) = reason {
                gap.description
            } else {
                "another reason"
            }
        }
        #expect(gaps == ["calendar tokyo is not defined"])
    }

    static let defines = """
        - calendar-defined:
            calendar: tokyo
            text: Banks in Tokyo
            from: 2020
            through: 2021
            holidays: [{ name: A day off, on: 8 june }, { on: 2020-06-12 }]
        """

    @Test func `an agreement defines a calendar, and every bound that names it is counted by it`()
        throws
    {
        let story = try recordedStory(
            fee("ends: \(Self.tokyo)"), chapter("calendar", "2020-09-01", Self.defines))
        story.on("2020-06-16").expect("fee", .inForce)
        story.on("2020-06-17").expect("fee", .ended)
        #expect(Self.gaps(story.on("2020-06-17").fee).isEmpty)
        let causes = try #require(story.on("2020-06-17").fee?.causes)
        #expect(causes.contains { $0.reference == "calendar#1" })
    }

    @Test
    func `a later definition stands in place of the earlier one, and a rescinded one is gone`()
        throws
    {
        let again = chapter(
            "again", "2020-10-01",
            "- calendar-defined: { calendar: tokyo, from: 2020, through: 2020 }")
        let story = try recordedStory(
            fee("ends: \(Self.tokyo)"), chapter("calendar", "2020-09-01", Self.defines), again)
        story.on("2020-06-14").expect("fee", .inForce)
        story.on("2020-06-15").expect("fee", .ended)
        let rescinded = try recordedStory(
            fee("ends: \(Self.tokyo)"), chapter("calendar", "2020-09-01", Self.defines),
            chapter(
                "error", "2020-10-01", "- event-rescinded: { event: calendar#1, reason: an error }")
        )
        rescinded.on("2020-06-17").expect("fee", .indeterminate)
    }

    @Test func `a definition of one's own stands in place of a shipped calendar`() throws {
        let own = "- calendar-defined: { calendar: london, from: 2020, through: 2020 }"
        let story = try recordedStory(
            fee("ends: { after: { of: { on: 2020-12-18 }, business-days: 5, calendar: london } }"),
            chapter("own", "2020-01-02", own))
        // Without Christmas.
        story.on("2020-12-24").expect("fee", .inForce)
        story.on("2020-12-25").expect("fee", .ended)
    }

    @Test func `what is rolled from the first of a day and a condition is rolled from either`()
        throws
    {
        let opening = """
            \(ConditionTests.merger)
            \(fee(
                """
                ends: { rolled: { day: { first-of: [{ through: 2021-01-31 }, { upon: merger }] }, \
                by: following, calendar: london } }
                """))
            """
        let waiting = try recordedStory(opening)
        waiting.on("2021-02-01").expect("fee", .inForce)
        waiting.on("2021-02-02").expect("fee", .ended)
        // A Saturday.
        let met = chapter("met", "2021-01-23", "- condition-satisfied: { condition: merger }")
        let story = try recordedStory(opening, met)
        story.on("2021-01-24").expect("fee", .inForce)
        story.on("2021-01-25").expect("fee", .ended)
    }

    @Test func `business days after a condition wait for it`() throws {
        let opening = """
            \(ConditionTests.merger)
            \(fee("starts: { after: { of: { upon: merger }, business-days: 3, calendar: new-york } }"))
            """
        let waiting = try recordedStory(opening)
        #expect(waiting.on("2021-03-01").fee?.reasons == [.conditionPending("merger")])
        // The Friday before Washington's Birthday.
        let met = chapter("met", "2021-02-12", "- condition-satisfied: { condition: merger }")
        let story = try recordedStory(opening, met)
        story.on("2021-02-17").expect("fee", .notYet)
        #expect(story.on("2021-02-17").fee?.reasons == [.scheduled("2021-02-18")])
        story.on("2021-02-18").expect("fee", .inForce)
    }
}
