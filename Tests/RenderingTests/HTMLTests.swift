import Foundation
import Ledger
import Rendering
import Subprocesses
import Testing

struct HTMLTests {
    private static func page() async throws -> String {
        RedlineHTML.render(
            try await Story.redline("2025-03-02@2025-02-28", "2027-01-01@2025-04-03"),
            options: TextOptions())
    }

    @Test func `the page is one file without script, and loads nothing`() async throws {
        let page = try await Self.page()
        #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
        #expect(page.contains("default-src 'none'"))
        for forbidden in ["<script", "<link", "<img", "@import", "url(", "javascript:"] {
            #expect(!page.contains(forbidden), "\(forbidden)")
        }
    }

    @Test func `everything from the record is escaped`() async throws {
        let page = RedlineHTML.render(
            try await Story.redline("2025-02-28", "2025-04-03"), options: TextOptions())
        #expect(page.contains("Tern &amp; &lt;Mill&gt;"))
        #expect(
            page.contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; Co"))
        #expect(page.contains("href=\"https://example.org/a?b=%22c%22&amp;d=%3Ce%3E\""))
    }

    @Test func `title block, legend, change list and both sorts of change are there`() async throws
    {
        let page = try await Self.page()
        for part in [
            "Sun 2025-03-02", "Fri 2027-01-01", "what was disclosed by Fri 2025-02-28",
            "what was disclosed by Thu 2025-04-03", "#19", "<h2 id=\"legend\">", "@media print",
            "<a href=\"#took-effect-terms-royalty.paper\">royalty.paper</a>",
            "<section id=\"took-effect-terms-royalty.paper\"",
            "<h2>What was learned</h2>", "<h2>What took effect</h2>",
            "<del><span class=\"spoken\">deleted: </span>first</del>"
                + "<ins><span class=\"spoken\">inserted: </span>second</ins> quality",
        ] {
            #expect(page.contains(part), "\(part)")
        }
    }

    @Test func `the headline and a line for each change come first, the evidence is folded`()
        async throws
    {
        let page = try await Self.page()
        let order = [
            "<p class=\"headline\">", "<h2 id=\"changes\">", "<ul class=\"changes\">",
            "<section id=\"", "<details>", "<h2 id=\"points\">",
        ].map { part in page.firstRange(of: part)?.lowerBound }
        #expect(!order.contains(nil))
        #expect(order.compactMap(\.self) == order.compactMap(\.self).sorted())
        #expect(!page.contains("<details open"))
        #expect(page.contains("::details-content"))
    }

    @Test func `every subject has one card, and one line that leads to it`() async throws {
        let page = try await Self.page()
        let links = page.matches(of: /<a href="#([^"]+)">/).map { String($0.output.1) }
        let cards = page.matches(of: /<section id="([^"]+)" class="subject">/)
            .map { String($0.output.1) }
        #expect(links == cards)
        #expect(Set(cards).count == cards.count && !cards.isEmpty)
    }

    @Test(.enabled("no Python") { try await Python.has("html.parser") })
    func `every element is closed in its place`() async throws {
        let script = """
            import sys
            from html.parser import HTMLParser
            class Checker(HTMLParser):
                stack = []
                def handle_starttag(self, tag, attributes):
                    if tag not in ("meta", "br"): self.stack.append(tag)
                def handle_endtag(self, tag):
                    assert self.stack.pop() == tag, (tag, self.getpos())
            checker = Checker()
            checker.feed(sys.stdin.read())
            print(checker.stack)
            """
        #expect(try await Python.run(script, input: Self.page()).output == "[]\n")
    }
}
