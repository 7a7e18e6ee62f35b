import Amendments
import Deadlines
import DeedbookTesting
import Terms
import Testing

/// The days of rights of termination, and of what goes on after the agreement ends.
struct RunOffTests {
    @Test func `from the day after a long-stop date its holder may end the agreement`() throws {
        let mill = try Mill(
            """
            - term-added:
                term: exit
                kind: termination-right
                set: { holder: b, ground: long-stop, long-stop: { through: 2026-06-30 } }
            """)
        let found = try mill.all(.opens)
        #expect(found.map(\.when) == [.on("2026-07-01")])
        #expect(found.first?.actor == "b")
        #expect(found.first?.isTentative == false)
    }

    @Test func `a long-stop date that is withheld has no day`() throws {
        let mill = try Mill(
            """
            - term-added:
                term: exit
                kind: termination-right
                set: { holder: b, ground: long-stop, long-stop: undisclosed }
            """)
        #expect(try mill.all(.opens).map(\.when) == [.withheld(.longStop)])
    }

    static let licence = """
        - term-added:
            term: licence
            kind: license-grant
            set: { grantor: a, grantee: b, subject: The mill, run-off: P18M }

        """

    @Test func `a run-off ends that long after the agreement's last day`() throws {
        let mill = try Mill(
            Self.licence + "- agreement-terminated: { by: a, effective: { on: 2026-01-01 } }")
        let found = try mill.all(.ends).filter { $0.term == "licence" }
        #expect(found.map(\.when) == [.on("2027-06-30")])
        #expect(found.first?.causes.map(\.event.kind) == [.termAdded, .agreementTerminated])
        #expect(try mill.all(.dutyEnds).isEmpty)
    }

    @Test func `a run-off that the termination states is counted from it`() throws {
        let mill = try Mill(
            Self.licence + """
                - agreement-terminated:
                    { by: a, run-off: { licence: P3M }, effective: { on: 2026-01-01 } }
                """)
        let found = try mill.all(.ends).filter { $0.term == "licence" }
        #expect(found.map(\.when) == [.on("2026-03-31")])
        #expect(found.first?.causes.map(\.event.kind) == [.agreementTerminated])
    }

    @Test(arguments: [("part", [Deadline.When.on("2026-06-30")]), ("whole", [])])
    func `an option that is used in part may be used again until its last day`(
        _ extent: String, _ last: [Deadline.When]
    ) throws {
        let mill = try Mill(
            """
            - term-added:
                term: more
                kind: option
                set:
                  { holder: a, grantor: b, direction: expansion, subject: Looms, closes: { through: 2026-06-30 } }
            - option-exercised:
                { term: more, by: a, extent: \(extent), effective: { on: 2026-01-01 } }
            """)
        #expect(try mill.all(.closes).map(\.when) == last)
    }
}
