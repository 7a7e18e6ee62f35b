import Ledger
import Notation
import Rendering
import Testing

struct RedlineTests {
    @Test func `the text of a redline names instrument and sources of every line`() async throws {
        let redline = try await Story.redline("2025-02-28", "2025-03-02")
        #expect(RedlineText.render(redline, options: TextOptions()) == Self.amendment)
    }

    @Test func `what was learned and what took effect stand under headings of their own`()
        async throws
    {
        let redline = try await Story.redline("2025-03-02@2025-03-02", "2027-01-01@2025-04-02")
        let text = RedlineText.render(redline, options: TextOptions())
        let learned = try #require(text.firstRange(of: "What was learned"))
        let effect = try #require(text.firstRange(of: "What took effect"))
        #expect(learned.lowerBound < effect.lowerBound)
        #expect(text.contains("+ cap         reported: USD 90,000.00 [unnamed-source]"))
        #expect(text.contains("- status      in force -> ended  (ended)"))
        #expect(text.contains("(it ran through 2026)"))
    }

    @Test func `no difference is said in words, and what is hidden too`() async throws {
        let redline = try await Story.redline("2025-03-02@2025-03-02", "2025-03-02@2025-03-02")
        let text = RedlineText.render(redline, options: TextOptions())
        #expect(text.contains("no difference\n"))
        #expect(text.contains("0 differences"))
        #expect(text.hasSuffix("hidden: 1 recording disclosed later\n"))
    }

    @Test func `colours come second to signs`() async throws {
        let redline = try await Story.redline("2025-02-28", "2025-03-02")
        let plain = RedlineText.render(redline, options: TextOptions())
        let colored = RedlineText.render(redline, options: TextOptions(style: .colored))
        #expect(!plain.contains("\u{1B}"))
        #expect(colored.contains("\u{1B}[31;9m[-first-]\u{1B}[0m\u{1B}[34;4m{+second+}\u{1B}[0m"))
        #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    }

    @Test func `numbers alone, a line for each subject`() async throws {
        let redline = try await Story.redline("2025-02-28", "2025-03-02")
        let text = RedlineStatText.render(redline, options: TextOptions())
        #expect(text.contains("royalty.paper        ~1 =1"))
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
        #expect(text.contains("| `~` | exclusivity | ~~exclusive~~ | **non-exclusive** | amended |"))
        #expect(text.contains("the ~~first~~ quality within ~~ten~~ days."))
        #expect(text.contains("the **second** quality within **twenty** days."))
        #expect(!text.contains("<script>"))
        #expect(!text.contains("](<javascript:"))
    }

    static let amendment = """
        """
}
