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
        // A page ends at a rule, and where a style says so; once, whatever ends it there.
        ("<p>one</p><p>- 12 -</p><hr><p>two</p>", "one\n\n- 12 -\n\n\u{0C}\n\ntwo"),
        (
            "one<div style='page-break-after: always'><hr></div><p style=\"break-before:page\">two",
            "one\n\n\u{0C}\n\ntwo"
        ),
        // What a filing says of a document before its text.
        ("<DOCUMENT>\n<TYPE>EX-10.1\n<SEQUENCE>2\n<TEXT>\n<p>one</p></TEXT>", "one"),
        // What stands above or below the line is no part of the figure beside it.
        ("EUR 5<sup>1</sup>.", "EUR 5¹."), ("EUR 5<sup>(12)</sup>", "EUR 5⁽¹²⁾"),
        ("5<font style=\"font-size:7pt;vertical-align:top\">2</font>", "5²"),
        ("5<sup><a href='#n'>a</a></sup>", "5 a"), ("USD 5<sup>*</sup>", "USD 5*"),
        ("31<sup>st</sup> day, CO<sub>2</sub>", "31st day, CO₂"), ("<p>5<sup>1<p>6", "5¹\n\n6"),
        // The items of a list have their numbers, whatever their list says them to be.
        ("<ol><li>One<li><p>Two</p></li></ol>Three", "1. One\n\n2. Two\n\nThree"),
        (
            "<ol start=4><li>Fees:<ol type=a><li>rent<li>tax</ol></li><li value=9>Law</ol>",
            "4. Fees:\n\n(a) rent\n\n(b) tax\n\n9. Law"
        ),
        ("<ol type=I><li value=4>x</ol><ul><li>y</ul>", "(IV) x\n\ny"),
        ("<ol style='list-style: none outside'><li>1.1 x</ol>", "1.1 x"),
        ("<ol><li hidden>x</li><li>y</li><li></li></ol><p>z", "1. y\n\nz"),
        ("this<!-- without an end", "this"),
        // A comment ends as browsers have it.
        ("a<!-- x --!>b<!-- y -->c", "abc"), ("a<!-->b<!--->c<!-- - -- x --->d", "abcd"),
        ("this <p", "this"),
        ("", ""),
    ]

    @Test(arguments: rows)
    func `a page is read as people read it`(_ row: (html: String, text: String)) {
        #expect(HTMLText(row.html).text == row.text)
    }

    static let leftOut: [(html: String, text: String, struck: Int, hidden: Int)] = [
        ("ends <del>2026</del><ins>2027</ins>", "ends 2027", 1, 0),
        ("<s>a</s> b <STRIKE>c</STRIKE> d", "b d", 2, 0),
        ("<span style='color:red; text-decoration: underline line-through'>a</span>b", "b", 1, 0),
        ("a<p style=\"DISPLAY : None !important\">b<b>c</b><p>d", "a\n\nd", 0, 1),
        ("<div hidden>a<div>b</div>c</div>d<span style='visibility:hidden'>e</span>", "d", 0, 2),
        ("<div style=\"display:none\"><s>a</s><ix:header/></div>b", "b", 0, 1),
        // By a class of the page, as programs write it; none of a printer's.
        (
            "<style><!-- /* .d{display:none} */ .a, span.b { text-decoration : line-through }"
                + "@media print { .e { a: b } .d { display: none } } .f { c: d }--></style>"
                + "<p class='x a'>1</p><i class=b>2</i><span class=b>3</span><b class=d>4</b>",
            "24", 2, 0
        ),
        // Nothing was there to be left out.
        ("<s> <br></s>a<p hidden></p><input hidden>b", "a\n\nb", 0, 0),
        // As browsers have it, where the author forgot an end.
        ("<p><s>a</p><p>b</s>c</p>", "c", 1, 0), ("<p><del>a</p><p>b</p>", "b", 1, 0),
        ("<table><tr><td><s>a<td>b<tr><td>c</table>d", "b\n\nc\n\nd", 1, 0),
        ("<li style='display:none'><ul><li>a</li></ul>b</li>c", "c", 0, 1),
        ("</s>a</p></div>b<del>c", "a\n\nb", 1, 0),
        // A style of another word, and words that say it in no style.
        ("<p class=hidden data-x='hidden' style='text-decoration:none'>a</p>", "a", 0, 0),
        ("<p title=\"display:none\">a</p>", "a", 0, 0),
    ]

    @Test(arguments: leftOut)
    func `what is struck out or hidden is left out, and counted`(
        _ row: (html: String, text: String, struck: Int, hidden: Int)
    ) {
        let page = HTMLText(row.html)
        #expect(page.text == row.text)
        #expect([page.struck, page.hidden] == [row.struck, row.hidden])
    }

    @Test(arguments: [
        "<html>", "<!DOCTYPE html>", "\n <P>One</P>", "<DIV class=x>", "\u{FEFF}<p>One</p>",
        "<!-- saved --><p>One</p>", "<DOCUMENT>\n<TYPE>EX-10\n<TEXT>\n<p>One</p>", "EX-10\n<HTML>",
    ])
    func `a page is known by its first tags`(_ text: String) {
        #expect(HTMLText.isHTML(text))
    }

    @Test(arguments: [
        "", "1. Fees < costs", "the <Product> of",
        "1.1 Rule. Where <p> stands, x < y and a <b is 5.",
        "1. A <div> and an <ol> are words here.", "<PAGE>\n1. Fees",
    ])
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
                HTMLText(plain).text
                    == plain.split(whereSeparator: \.isWhitespace).joined(separator: " "))
            _ = HTMLText(
                text(
                    of: parts + [
                        "<", "</", "<!--", "<script>", "&", "&amp", "&#", "<s>", "</p>", "<sup>",
                        "<ol><li>", "</li>", "<p hidden>", "style=", "='", "<td>", "</table>",
                        "<hr>",
                    ]))
        }
    }

    @Test func `reading grows as the page does`() {
        let page = "<p>a &amp; <b>b</b> < c &#167;<script>x</script></p>"
        func page(of size: Int) -> String { String(repeating: page, count: size) }
        let growth = Growth.eightfold(500, of: page(of:)) { _ = HTMLText($0) }
        #expect(Growth.isLinear(growth))
    }

    @Test(arguments: [
        "<p><s>", "<div><s hidden>", "<li>", "<ol><li><b>", "</s><td><u>", "<sup>5",
        "<style>.a{b:c}</style>",
    ])
    func `reading grows as the page does, whatever no one ended in it`(_ part: String) {
        func page(of size: Int) -> String { String(repeating: part + "a</i>", count: size) }
        let growth = Growth.eightfold(600, of: page(of:)) { _ = HTMLText($0) }
        #expect(Growth.isLinear(growth))
    }
}
