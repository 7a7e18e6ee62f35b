import Ledger
import Notation
import Rendering
import Terms
import Testing

struct ConformedCopyTests {
    @Test func `the terms are told with status, values, grades and instruments`() async throws {
        let copy = try await Story.copy("2025-03-02")
        #expect(ConformedCopyText.render(copy, options: TextOptions()) == Self.page)
    }

    @Test func `what is hidden is counted at the foot, and shown when asked for`() async throws {
        let copy = try await Story.copy("2025-03-02@2025-03-02")
        let text = ConformedCopyText.render(copy, options: TextOptions())
        #expect(text.hasSuffix("hidden: 1 recording disclosed later; 1 ended term (--all)\n"))
        let all = ConformedCopyText.render(copy, options: TextOptions(showsAll: true))
        #expect(all.contains("\nEnded\n\nfee.support  fee\n"))
        #expect(all.hasSuffix("hidden: 1 recording disclosed later\n"))
    }

    @Test func `a day later than what is known is flagged as scheduled`() async throws {
        let copy = try await Story.copy("2026-12-31@2025-03-02")
        let text = ConformedCopyText.render(copy, options: TextOptions())
        #expect(text.contains("Thu 2026-12-31, Europe/Oslo (scheduled: later than what is known)"))
        #expect(text.contains("by the agreement's convention"))
    }

    @Test(arguments: [40, 60, 80, 120])
    func `no line is wider than asked, unless it is an address`(width: Int) async throws {
        let copy = try await Story.copy("2025-04-03")
        let text = ConformedCopyText.render(copy, options: TextOptions(width: width))
        for line in text.split(separator: "\n") {
            #expect(Self.width(of: line) <= width, "\(line)")
        }
    }

    @Test func `nothing in the record steers the terminal`() async throws {
        var copy = try await Story.copy("2025-03-02")
        copy.title = "a\u{1B}[2Jb\u{202E}c\u{7}"
        let text = ConformedCopyText.render(copy, options: TextOptions())
        #expect(text.hasPrefix("a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD} (tern-mill)\n"))
    }

    @Test func `a term without fields of its own does not lose its page`() async throws {
        var copy = try await Story.copy("2025-03-02")
        copy.terms = []
        let text = ConformedCopyText.render(copy, options: TextOptions())
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
        """
}
