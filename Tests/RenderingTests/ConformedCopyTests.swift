import Ledger
import Notation
import Rendering
import Terms
import Testing

struct ConformedCopyTests {
    @Test func `the terms are shown with status, values, grades and instruments`() async throws {
        let copy = try await Story.copy("2025-03-02")
        #expect(ConformedCopyText.render(copy, options: .whole()) == Self.page)
    }

    @Test func `what is hidden is counted in the last line, and shown when asked for`() async throws
    {
        let copy = try await Story.copy("2025-03-02@2025-03-02")
        let text = ConformedCopyText.render(copy, options: .whole())
        #expect(text.hasSuffix("hidden: 1 recording disclosed later; 1 ended term (--all)\n"))
        let all = ConformedCopyText.render(copy, options: .whole(showsAll: true))
        #expect(all.contains("\nEnded\n\nfee.support  fee\n"))
        #expect(all.hasSuffix("hidden: 1 recording disclosed later\n"))
    }

    @Test func `a day later than what is known is flagged as scheduled`() async throws {
        let copy = try await Story.copy("2026-12-31@2025-03-02")
        let text = ConformedCopyText.render(copy, options: .whole(width: 120))
        #expect(text.contains("Thu 2026-12-31, Europe/Oslo (scheduled: later than what is known)"))
        #expect(text.contains("convention through-year: end-of-calendar-year"))
    }

    @Test(arguments: [40, 60, 80, 120])
    func `no line is wider than asked, unless it is an address`(width: Int) async throws {
        let copy = try await Story.copy("2025-04-03")
        let text = ConformedCopyText.render(copy, options: .whole(width: width))
        for line in text.split(separator: "\n") {
            #expect(Self.width(of: line) <= width, "\(line)")
        }
    }

    @Test func `nothing in the record steers the terminal`() async throws {
        var copy = try await Story.copy("2025-03-02")
        copy.title = "a\u{1B}[2Jb\u{202E}c\u{7}"
        let text = ConformedCopyText.render(copy, options: .whole())
        #expect(text.hasPrefix(#"a\u{1B}[2Jb\u{202E}c\u{7} (tern-mill)"# + "\n"))
    }

    @Test(arguments: [40, 80])
    func `what stands there by its number is measured as it is shown`(width: Int) async throws {
        var copy = try await Story.copy("2025-03-02")
        copy.title = String(repeating: "\u{202E}\u{200B}x \u{AD} ", count: 40)
        let text = ConformedCopyText.render(copy, options: .whole(width: width))
        #expect(text.contains(#"\u{202E}\u{200B}x \u{AD}"#))
        for line in text.split(separator: "\n") {
            #expect(Self.width(of: line) <= width, "\(line)")
        }
    }

    @Test func `a term without fields of its own does not lose its page`() async throws {
        var copy = try await Story.copy("2025-03-02")
        copy.terms = []
        let text = ConformedCopyText.render(copy, options: .whole())
        #expect(text.contains("no term is in force or scheduled on this day"))
    }

    @Test func `the JSON gives every value its state`() async throws {
        let copy = try await Story.copy("2025-04-03")
        let node = try JSONReader.read(Array(ConformedCopyJSON.render(copy).utf8))
        #expect(node["schema"]?.text == "deedbook/terms/1")
        let royalty = try #require(Self.item("royalty.paper", in: node["terms"]))
        let cap = try #require(Self.item("cap", in: royalty["fields"], by: "name"))
        #expect(cap["value"]?["state"]?.text == "undisclosed")
        guard case .list(let competing)? = cap["competing"]?.content, let report = competing.first
        else {
            Issue.record("no competing value")
            return
        }
        #expect(report["grade"]?.text == "unnamed-source")
        #expect(report["value"]?["value"]?.text == "USD 90000.00")
        #expect(report["value"]?["text"]?.text == "USD 90,000.00")
        let fee = try #require(Self.item("fee.support", in: node["terms"]))
        #expect(fee["status"]?.text == "ended")
    }

    private static func item(_ id: String, in list: Node?, by name: String = "id") -> Node? {
        guard case .list(let items)? = list?.content else { return nil }
        return items.first { $0[name]?.text == id }
    }

    /// Wide characters count twice, as terminals draw them.
    private static func width(of line: Substring) -> Int {
        line.reduce(0) { $0 + ($1 == "紙" ? 2 : 1) }
    }

    static let page = """
        Tern & <Mill> (tern-mill)
        in force on      Sun 2025-03-02, Europe/Oslo
        knowing          all disclosures
        recorded at      #19
        last instrument  Amendment No. 1 (2025-03-01-amendment-1), announced 2025-03-01
                         (effective day not stated)

        mill             Brightwater Mill, seller
        tern             Tern Press 紙, buyer

        audit.books  audit-right
          mill has a right to audit: the books of Tern
          in force since 2025-03-01; effective day not stated; announced 2025-03-01
          holder        mill                                                         #16
          of            the books of Tern                                            #16
          starts        announced 2025-03-01 (effective day not stated)              #16
          #16 Amendment No. 1 (2025-03-01-amendment-1#6)

        license.moulds  license-grant
          mill grants tern a non-exclusive licence of paper moulds
          in force since 2024-02-01; recalculated: condition clearance was removed; next
            change 2027-01-01
          grantor       mill                                                          #5
          grantee       tern                                                          #5
          subject       paper moulds                                                  #5
          exclusivity   non-exclusive                                                #11
          starts        on 2024-02-01                                                 #5
          ends          through 2026 (recalculated: condition clearance was removed)  #5
          text          The Mill shall deliver moulds of the second quality within   #11
                        twenty days.
          #5 Supply agreement (2024-01-10-supply#5)
          #11 Amendment No. 1 (2025-03-01-amendment-1#1)

        publicity.logo  publicity
          tern is bound in what it says in public; prior consent needed: yes
          in force since 2024-02-01
          not addressed since Amendment No. 1 (2025-03-01-amendment-1#5); the previous
            value still applies
          obligor       tern                                                          #8
          consent       yes                                                           #8
          starts        on 2024-02-01                                                 #8
          #8 Supply agreement (2024-01-10-supply#8)

        royalty.paper  royalty
          tern pays mill a royalty: 4% of net sales
          in force since 2024-02-01; next change 2027-01-01
          payer         tern                                                          #6
          payee         mill                                                          #6
          rate          4% of net sales                                               #6
          cap           undisclosed                                                  #12
                        reported: USD 90,000.00 [unnamed-source], Amount of the cap, as
                        reported (2025-04-02-reported-cap#1)
          starts        on 2024-02-01                                                 #6
          ends          through 2026                                                  #6
                        = restated by Amendment No. 1 (2025-03-01-amendment-1#3)
          #6 Supply agreement (2024-01-10-supply#6)
          #12 Amendment No. 1 (2025-03-01-amendment-1#2)

        Conditions

        clearance  removed since 2025-03-01
          The authority clears it.
          reading formal: A written decision is needed.
          reading silent: A month without an answer is enough.
          #4 Supply agreement (2024-01-10-supply#4)
          #17 Amendment No. 1 (2025-03-01-amendment-1#7)

        Disputes

        late-moulds  mooted, not released as far as known
          tern against mill, about license.moulds
          #9 Supply agreement (2024-01-10-supply#9)
          #18 Amendment No. 1 (2025-03-01-amendment-1#8)

        Expected, never in force

        second-mill  expected 2025/2026
          A second mill opens.
          #10 Supply agreement (2024-01-10-supply#10)

        hidden: 1 ended term (--all)

        """
}
