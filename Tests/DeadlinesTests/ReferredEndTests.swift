import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// The last days of terms whose end is that of another.
struct ReferredEndTests {
    private static func support(_ ends: String) -> String {
        "- term-added: { term: support, kind: other, set: { text: Support, ends: { same-as: \(ends) } } }"
    }

    private static func ends(_ mill: Mill) throws -> [Deadline] {
        try mill.all(.ends).filter { $0.term == "support" }
    }

    private static let rent = """
        - term-added: { term: rent, kind: other, set: { text: Rent, ends: { through: 2027-06-30 } } }
        \(support("rent/ends"))
        """

    @Test func `its last day is that of the other, worked out as that is`() throws {
        let found = try Self.ends(Mill(Self.rent))
        #expect(found.map(\.when) == [.on("2027-06-30")])
        #expect(
            found.first?.basis == [
                .field(.ends, .sameAs("rent", .ends)),
                .field(.ends, .stated(.bound(.through(CivilDate("2027-06-30"))))),
            ])
    }

    @Test func `it moves with the other`() throws {
        let mill = try Mill(
            Self.rent,
            later: [
                "- term-amended: { term: rent, set: { ends: { through: 2028-06-30 } }, effective: { on: 2026-01-01 } }"
            ])
        #expect(try Self.ends(mill).map(\.when) == [.on("2028-06-30")])
    }

    @Test func `it is the last day before the other is taken out`() throws {
        let mill = try Mill(
            Self.rent, later: ["- term-removed: { term: rent, effective: { on: 2026-03-01 } }"])
        #expect(try Self.ends(mill).map(\.when) == [.on("2026-02-28")])
    }

    @Test func `it is that of a right that is over`() throws {
        let mill = try Mill(
            """
            - term-added:
                term: option
                kind: option
                set: { holder: a, grantor: b, direction: call, subject: shares, closes: { through: 2027-06-30 } }
            \(Self.support("option/ends"))
            """)
        #expect(try Self.ends(mill).map(\.when) == [.on("2027-06-30")])
    }

    @Test func `it waits for the condition for which the other waits`() throws {
        let mill = try Mill(
            """
            - condition-defined: { condition: merger, text: They merge. }
            - term-added: { term: rent, kind: other, set: { text: Rent, ends: { upon: merger } } }
            \(Self.support("rent/ends"))
            """)
        #expect(try Self.ends(mill).map(\.when) == [.upon(["merger"])])
    }
}
