import Ledger
import Notation
import Rendering
import Testing

struct RedlineTests {
    @Test func `the text of a redline names instrument and sources of every line`() async throws {
        let redline = try await Story.redline("2025-02-28", "2025-03-02")
        #expect(RedlineText.render(redline, options: .whole()) == Self.amendment)
    }

    @Test func `what was learned and what took effect stand under headings of their own`()
        async throws
    {
        let redline = try await Story.redline("2025-03-02@2025-02-28", "2027-01-01@2025-04-02")
        let text = RedlineText.render(redline, options: .whole())
        let learned = try #require(text.firstRange(of: "What was learned"))
        let effect = try #require(text.firstRange(of: "What took effect"))
        #expect(learned.lowerBound < effect.lowerBound)
        #expect(text[..<effect.lowerBound].contains("audit.books  audit-right\n+ status"))
        #expect(text.contains("- status      in force -> ended  (by its own terms)"))
        #expect(text[..<effect.lowerBound].contains("? whole term  not addressed by this"))
        #expect(text[effect.lowerBound...].contains("(it ran through 2026)"))
    }

    @Test func `no difference is said in words, and what is hidden too`() async throws {
        let redline = try await Story.redline("2025-03-02@2025-03-02", "2025-03-02@2025-03-02")
        let text = RedlineText.render(redline, options: .whole())
        #expect(text.contains("no difference\n"))
        #expect(text.contains("0 differences"))
        #expect(text.hasSuffix("hidden: 1 recording disclosed later\n"))
    }

    @Test func `colours come second to signs`() async throws {
        let redline = try await Story.redline("2025-02-28", "2025-03-02")
        let plain = RedlineText.render(redline, options: .whole())
        let colored = RedlineText.render(redline, options: .whole(style: .colored))
        #expect(!plain.contains("\u{1B}"))
        #expect(
            colored.contains(
                "\u{1B}[38;5;161;9m[-first-]\u{1B}[0m\u{1B}[38;5;63;4m{+second+}\u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test func `numbers alone, a line for each subject`() async throws {
        let redline = try await Story.redline("2025-02-28", "2025-03-02")
        let text = RedlineStatText.render(redline, options: .whole())
        #expect(text.contains("royalty.paper        +1 ~1 =1"))
        #expect(text.contains("audit.books          +4"))
        #expect(text.contains("condition clearance  ~1"))
    }

    @Test(arguments: [("2025-02-28", "2025-03-02"), ("2025-03-02@2025-03-02", "2027-01-01")])
    func `the JSON says the same with a schema, a class and causes`(
        from: String, to: String
    ) async throws {
        let redline = try await Story.redline(from, to)
        let node = try JSONReader.read(Array(RedlineJSON.render(redline).utf8))
        #expect(node["schema"]?.text == "deedbook/redline/1")
        guard case .list(let lines)? = node["lines"]?.content else {
            Issue.record("no lines")
            return
        }
        #expect(lines.count == redline.lines.count)
        for line in lines {
            #expect(line["class"]?.text != nil)
            guard case .list(let causes)? = line["causes"]?.content, let cause = causes.first else {
                Issue.record("no cause of \(line["id"]?.text ?? "")")
                continue
            }
            let names = [
                "event", "kind", "position", "instrument", "disclosed", "effective", "recorder",
                "recordedAt", "grade", "revisedBy", "isRedacted", "sources",
            ]
            guard case .object(let members) = cause.content else { continue }
            #expect(members.map(\.name) == names)
        }
    }

    @Test func `Markdown has a table for each subject and lets nothing be markup`() async throws {
        let redline = try await Story.redline("2025-02-28", "2025-04-03")
        let text = RedlineMarkdown.render(redline, options: TextOptions())
        #expect(text.hasPrefix("# Redline of Tern &amp; &lt;Mill&gt; (tern-mill)\n"))
        #expect(
            text.contains("| `~` | exclusivity | ~~exclusive~~ | **non-exclusive** | amended |"))
        #expect(text.contains("the ~~first~~ quality within ~~ten~~ days."))
        #expect(text.contains("the **second** quality within **twenty** days."))
        #expect(!text.contains("<script>"))
        #expect(!text.contains("](<javascript:"))
    }

    static let amendment = """
        Redline of Tern & <Mill> (tern-mill)
        from  in force on Fri 2025-02-28, Europe/Oslo; knowing all disclosures; recorded
              at #19; last instrument Supply agreement (2024-01-10-supply), effective on
              2024-02-01
        to    in force on Sun 2025-03-02, Europe/Oslo; knowing all disclosures; recorded
              at #19; last instrument Amendment No. 1 (2025-03-01-amendment-1),
              announced 2025-03-01 (effective day not stated)

        audit.books  audit-right
        + status      in force  (added)                                              #16
            {+mill has a right to audit: the books of Tern+}
            #16 by Amendment No. 1 (2025-03-01-amendment-1#6), announced 2025-03-01
              (effective day not stated), disclosed 2025-03-01, recorded by ana
              sources: Tern Press [party-statement]

        fee.support  fee
        - status      in force -> ended  (removed)                                   #14
            [-tern pays mill a fee-]
        - amount      redacted [***]                                                 #14
            #14 by Amendment No. 1 (2025-03-01-amendment-1#4), announced 2025-03-01
              (effective day not stated), disclosed 2025-03-01, recorded by ana
              sources: Tern Press [party-statement]

        license.moulds  license-grant
        ~ exclusivity  exclusive -> non-exclusive                                    #11
        ~ text         The Mill shall deliver moulds of the [-first-]{+second+}      #11
                       quality within [-ten-]{+twenty+} days.
            #11 by Amendment No. 1 (2025-03-01-amendment-1#1), announced 2025-03-01
              (effective day not stated), disclosed 2025-03-01, recorded by ana
              sources: Tern Press [party-statement]
        ~ ends         the first of: upon clearance, through 2026 -> through 2026    #17
            (recalculated: condition clearance was removed)
            #17 by Amendment No. 1 (2025-03-01-amendment-1#7), which removed condition
              clearance, announced 2025-03-01 (effective day not stated), disclosed
              2025-03-01, recorded by ana
              sources: the same

        publicity.logo  publicity
        ? whole term  not addressed by this instrument; the previous value still     #15
                      applies
            #15 by Amendment No. 1 (2025-03-01-amendment-1#5), announced 2025-03-01
              (effective day not stated), disclosed 2025-03-01, recorded by ana
              sources: Tern Press [party-statement]

        royalty.paper  royalty
        ~ cap         none -> undisclosed                                            #12
            #12 by Amendment No. 1 (2025-03-01-amendment-1#2), announced 2025-03-01
              (effective day not stated), disclosed 2025-03-01, recorded by ana
              sources: Tern Press [party-statement]
        + cap         reported: USD 90,000.00 [unnamed-source]                       #19
            #19 by Amount of the cap, as reported (2025-04-02-reported-cap#1), announced
              2025-03-01 (effective day not stated), disclosed 2025-04-02, recorded by
              ana
              sources: "><script>alert('x')</script> & Co [unnamed-source]
        = ends        through 2026, unchanged, restated                              #13
            #13 by Amendment No. 1 (2025-03-01-amendment-1#3), announced 2025-03-01
              (effective day not stated), disclosed 2025-03-01, recorded by ana
              sources: Tern Press [party-statement]

        condition clearance
        ~ state       pending -> removed                                             #17
            #17 by Amendment No. 1 (2025-03-01-amendment-1#7), which removed condition
              clearance, announced 2025-03-01 (effective day not stated), disclosed
              2025-03-01, recorded by ana
              sources: Tern Press [party-statement]

        dispute late-moulds
        ~ state       threatened -> mooted, not released as far as known             #18
            #18 by Amendment No. 1 (2025-03-01-amendment-1#8), announced 2025-03-01
              (effective day not stated), disclosed 2025-03-01, recorded by ana
              sources: Tern Press [party-statement]

        17 differences in 7 subjects: 5 added, 5 removed, 6 amended, 1 not addressed; 6
          of them stated in the sentences of whole terms; 1 restated as unchanged

        """
}
