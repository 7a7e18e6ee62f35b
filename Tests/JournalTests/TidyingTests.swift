import Amendments
import Journal
import Notation
import Testing

/// `tidy` writes every value canonically and leaves every other byte as it was.
struct TidyingTests {
    private static func file(_ events: String) -> String {
        """
        # A deal, as a person typed it.
        recording: deal
        agreement: harbor
        instrument: { kind: Definitive, title: "USD 500,000 deal", signed: 31 March 2026 }   # signed in Oslo
        disclosed: "31 March 2026"
        sources:
          - { id: paper, grade: Executed Text, publisher: the parties }

        events:
        \(events)

        """
    }

    private static let loose = file(
        """
          - term-added:
              term: license.a
              kind: license-grant
              set:
                grantor: acme
                grantee: lumen
                subject: Exclusive      # a text stays as it is
                exclusivity: Exclusive  # the whole world
                territories:
                  # where
                  - EU   # all of it
                  - us

                  - "NO"
                products: [Lenses, frames]
                starts: { on: March 31, 2026 }
                ends: through 31 December 2030
          - term-added:
              term: royalty.a
              kind: royalty
              set: { payer: lumen, payee: acme, rate: 5 % of net sales, minimum: USD 500,000, per: 1 year }
          - term-amended: { term: royalty.a, set: { cap: USD 1,000,000, text: About 1,000 } }
          - value-reported: { term: royalty.a, field: cap, value: 'EUR 2 million' }
        """)

    private static let tidy = """
        # A deal, as a person typed it.
        recording: deal
        agreement: harbor
        instrument: { kind: definitive, title: "USD 500,000 deal", signed: 2026-03-31 }   # signed in Oslo
        disclosed: 2026-03-31
        sources:
          - { id: paper, grade: executed-text, publisher: the parties }

        events:
          - term-added:
              term: license.a
              kind: license-grant
              set:
                grantor: acme
                grantee: lumen
                subject: Exclusive      # a text stays as it is
                exclusivity: exclusive  # the whole world
                territories:
                  # where
                    only:
                    - eu   # all of it
                    - us

                    - "no"
                products: { only: [lenses, frames] }
                starts: { on: 2026-03-31 }
                ends: { through: 2030-12-31 }
          - term-added:
              term: royalty.a
              kind: royalty
              set: { payer: lumen, payee: acme, rate: 5% of net sales, minimum: USD 500000, per: P1Y }
          - term-amended: { term: royalty.a, set: { cap: USD 1000000, text: "About 1,000" } }
          - value-reported: { term: royalty.a, field: cap, value: EUR 2000000 }

        """

    private static func text(_ tidying: Tidying) -> String {
        String(decoding: tidying.bytes, as: UTF8.self)
    }

    // In braces "March 31, 2026" is cut at its comma by YAML itself: it needs quotes.
    private static let quoted = loose.replacing(
        "on: March 31, 2026", with: "on: \"March 31, 2026\"")

    @Test func `comments, order and layout stay`() {
        let tidying = Tidying(yaml: Array(Self.quoted.utf8))
        #expect(tidying.problems.map(told) == [])
        #expect(Self.text(tidying) == Self.tidy)
    }

    @Test func `what is tidy is left as it is, to the byte`() {
        let tidying = Tidying(yaml: Array(Self.tidy.utf8))
        #expect(tidying.changes.isEmpty && tidying.problems.isEmpty)
        #expect(Self.text(tidying) == Self.tidy)
    }

    @Test func `the file says the same recording before and after`() throws {
        let (before, problems) = Journal.recording(yaml: Self.quoted)
        #expect(problems.map(told) == [])
        let (after, others) = Journal.recording(yaml: Self.tidy)
        #expect(others.map(told) == [])
        let (one, other) = (try #require(before), try #require(after))
        #expect(one == other)
        let lines = Journal.jsonLines(of: [one])
        #expect(lines == Journal.jsonLines(of: [other]))
        #expect(Journal.recordings(jsonLines: lines).1 == [])
    }

    @Test(arguments: ["\r\n", "\n"], [true, false])
    func `line ends and the byte order mark stay`(lineEnd: String, hasMark: Bool) {
        let head = hasMark ? "\u{FEFF}" : ""
        let loose = head + Self.quoted.replacing("\n", with: lineEnd)
        let tidying = Tidying(yaml: Array(loose.utf8))
        #expect(tidying.bytes == Array((head + Self.tidy.replacing("\n", with: lineEnd)).utf8))
    }

    @Test func `a list with dashes under its name at the same margin moves below only`() {
        let loose = Self.file(
            """
              - term-amended:
                  term: a
                  set:
                    territories:
                    - EU
                    - US
                    products: all
            """)
        let tidying = Tidying(yaml: Array(loose.utf8))
        #expect(
            Self.text(tidying).contains(
                """
                        territories:
                          only:
                          - eu
                          - us
                        products: all
                """), "\(Self.text(tidying))")
        #expect(tidying.problems.isEmpty)
    }

    @Test func `what may mean several things is shown and left`() {
        let loose = Self.file("  - term-amended: { term: a, set: { amount: $5, cap: USD 1,000 } }")
        let tidying = Tidying(yaml: Array(loose.utf8))
        #expect(tidying.problems.map { told($0).prefix(30) } == ["10:45 '$5' may be USD 5, AUD 5"])
        #expect(Self.text(tidying).contains("{ amount: $5, cap: USD 1000 }"))
    }

    @Test func `a value over several lines is left, with what to write`() {
        let loose = Self.file(
            """
              - term-amended:
                  term: a
                  set:
                    amount: USD
                      500,000
                    cap: USD 1,000
            """)
        let tidying = Tidying(yaml: Array(loose.utf8))
        #expect(tidying.problems.first?.hint == "write USD 500000")
        #expect(Self.text(tidying).contains("cap: USD 1000\n"))
    }

    @Test func `what is no YAML is left as it is`() {
        let loose = Self.file("\t- term-amended: { term: a, set: { cap: USD 1,000 } }")
        let tidying = Tidying(yaml: Array(loose.utf8))
        #expect(tidying.problems.count == 1 && tidying.changes.isEmpty)
        #expect(Self.text(tidying) == loose)
    }

    @Test func `JSON Lines are read strictly`() throws {
        let (recording, _) = Journal.recording(yaml: Self.tidy)
        let line = Journal.jsonLines(of: [try #require(recording)])
            .replacing("\"disclosed\":\"2026-03-31\"", with: "\"disclosed\":\"31 March 2026\"")
        #expect(Journal.recordings(jsonLines: line).1.map(\.message).count == 1)
    }
}
