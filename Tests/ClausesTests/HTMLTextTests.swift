import Clauses
import Effort
import Testing

/// What people read of a page, and nothing else of it.
struct HTMLTextTests {
    static let rows: [(html: String, text: String)] = [
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<P ALIGN=\"center\">One</P>\n<div>Two</div>", "One\n\nTwo"),
        ("a<br>b<br/>c", "a b c"),
        ("<b>bo</b>ld and <i>it</i>alic", "bold and italic"),
        ("<tr><td>1.</td><td>Fees</td></tr><tr><td>2.</td></tr>", "1. Fees\n\n2."),
        ("x &lt; y &amp;&amp; y &gt; z", "x < y && y > z"),
        ("&#167; 4 &sect; 5 &#xA7;6", "§ 4 § 5 §6"),
        // As older filings have them: the numbers of Windows-1252.
        ("&#147;Net Sales&#148; &#150; Lumen&#146;s", "“Net Sales” – Lumen’s"),
        ("1&nbsp;January", "1 January"),
        // What is no reference stays as it is written.
        ("AT&T & Co; &unheardof; &#0; &#xD800;", "AT&T & Co; &unheardof; &#0; &#xD800;"),
        ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
        ("<!-- <p>not this</p> -->this", "this"),
        ("<style>p > b { }</style><SCRIPT>if (a<b) {}</SCRIPT>this", "this"),
        ("<title>not this</title>this", "this"),
        ("<a title=\"a > b\" href='x>y'>this</a>", "this"),
        // The number of a page is no text of the contract; one that stands elsewhere is.
        ("<p>one</p><p>&nbsp;</p><p>- 12 -</p><hr><p>two</p>", "one\n\ntwo"),
        ("<p>12</p><p>one</p><hr>", "12\n\none"), ("<p>USD 12</p><hr>", "USD 12"),
        ("this<!-- without an end", "this"),
        ("this <p", "this"),
        ("", ""),
    ]

    @Test(arguments: rows)
    func `a page is read as people read it`(_ row: (html: String, text: String)) {
        #expect(HTMLText.plain(row.html) == row.text)
    }

    @Test(arguments: ["<html>", "<!DOCTYPE html>", "\n <P>One</P>", "<DIV class=x>"])
    func `a page is known by its first tags`(_ text: String) {
        #expect(HTMLText.isHTML(text))
    }

    @Test(arguments: ["", "1. Fees < costs", "the <Product> of"])
    func `other texts are taken as they are`(_ text: String) {
        #expect(!HTMLText.isHTML(text))
    }

    @Test func `text without markup loses no word, and any text is read to its end`() {
        var seeded = Seeded(11)
        let parts = ["a", ";", " ", "\n", "#", "é", "/", "!", "\"", "12", ">", "\u{301}"]
        func text(of parts: [String]) -> String {
            (0..<Int.random(in: 0...30, using: &seeded))
                .map { _ in parts.randomElement(using: &seeded) ?? "" }.joined()
        }
        for _ in 0..<Rounds.of(1_000) {
            let plain = text(of: parts)
            #expect(
                HTMLText.plain(plain)
                    == plain.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            _ = HTMLText.plain(
                text(of: parts + ["<", "</", "<!--", "<script>", "&", "&amp", "&#"]))
        }
    }

    @Test func `reading grows as the page does`() {
        let page = "<p>a &amp; <b>b</b> < c &#167;<script>x</script></p>"
        func page(of size: Int) -> String { String(repeating: page, count: size) }
        let growth = Growth.eightfold(500, of: page(of:)) { _ = HTMLText.plain($0) }
        #expect(Growth.isLinear(growth))
    }
}
