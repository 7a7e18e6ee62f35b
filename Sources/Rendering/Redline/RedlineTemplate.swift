/// The HTML page of a redline, in Mustache.
///
/// Contrasts of the colours: insertions 7.0 to 1, deletions 6.5, moves 6.9; in the dark 9.0, 9.1, 9.3.
enum RedlineTemplate {
    static let text = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <title>{{title}}</title>
        <style>
        \(css)
        </style>
        </head>
        <body>
        <header>
        <h1>{{title}}</h1>
        <p class="days">{{days}}</p>
        <p class="headline">{{headline}}</p>
        {{#instruments}}
        <p>{{.}}</p>
        {{/instruments}}
        </header>
        <nav aria-labelledby="changes">
        <h2 id="changes">Changes</h2>
        {{#sections}}
        {{#heading}}
        <h3>{{heading}}</h3>
        {{/heading}}
        <ul class="changes">
        {{#changes}}
        <li><span class="sign" aria-hidden="true">{{sign}}</span><span class="spoken">{{meaning}}: </span> \
        <a href="#{{id}}">{{label}}</a> <span class="words">\(runs)</span></li>
        {{/changes}}
        {{#others}}
        <li class="other"><span class="sign" aria-hidden="true">{{sign}}</span> \
        <a href="#{{id}}">{{label}}</a> <span class="words">{{meaning}}</span></li>
        {{/others}}
        </ul>
        {{/sections}}
        <p class="summary">{{summary}}</p>
        </nav>
        <section aria-labelledby="legend">
        <h2 id="legend">Legend</h2>
        <ul class="legend">
        {{#legend}}
        <li><span class="sign">{{sign}}</span> {{meaning}}</li>
        {{/legend}}
        <li><del><span class="spoken">deleted: </span>deleted text</del></li>
        <li><ins><span class="spoken">inserted: </span>inserted text</ins></li>
        </ul>
        </section>
        <main>
        {{#sections}}
        {{#heading}}
        <h2>{{heading}}</h2>
        {{/heading}}
        {{#groups}}
        <section id="{{id}}" class="subject">
        <h3><span class="sign" aria-hidden="true">{{sign}}</span> {{label}}{{#kind}} <small>{{.}}</small>{{/kind}}</h3>
        {{#blocks}}
        <ul class="lines">
        {{#items}}
        <li><span class="sign" aria-hidden="true">{{sign}}</span><span class="spoken">{{meaning}}: </span> \
        <span class="name">{{name}}</span> <span class="value">\(runs)</span>\
        {{#verb}} <span class="verb">{{.}}</span>{{/verb}}\
        {{#sentence}}<p class="sentence">\(runs)</p>{{/sentence}}\
        {{#notes}}<p class="note">{{.}}</p>{{/notes}}</li>
        {{/items}}
        </ul>
        {{#evidence}}
        <details>
        <summary>{{evidence}}</summary>
        {{#causes}}
        <p class="cause"><span class="position">{{position}}</span> by {{text}}</p>
        <ul class="sources">
        {{#sources}}
        <li>{{#link}}<a href="{{link}}" rel="noreferrer">{{text}}</a>{{/link}}{{^link}}{{text}}{{/link}} \
        <span class="grade">{{grade}}</span></li>
        {{/sources}}
        </ul>
        {{/causes}}
        </details>
        {{/evidence}}
        {{/blocks}}
        </section>
        {{/groups}}
        {{/sections}}
        </main>
        <section aria-labelledby="points">
        <h2 id="points">The two points compared</h2>
        <table>
        <thead><tr><td></td><th scope="col">From</th><th scope="col">To</th></tr></thead>
        <tbody>
        {{#questions}}
        <tr><th scope="row">{{label}}</th><td data-label="From">{{from}}</td>\
        <td data-label="To">{{to}}</td></tr>
        {{/questions}}
        </tbody>
        </table>
        </section>
        {{#hidden}}
        <footer><p>Hidden: {{hidden}}</p></footer>
        {{/hidden}}
        </body>
        </html>

        """

    private static let runs =
        "{{#runs}}{{#kept}}{{.}}{{/kept}}"
        + "{{#deleted}}<del><span class=\"spoken\">deleted: </span>{{.}}</del>{{/deleted}}"
        + "{{#inserted}}<ins><span class=\"spoken\">inserted: </span>{{.}}</ins>{{/inserted}}"
        + "{{/runs}}"

    private static let css = """
        :root { color-scheme: light dark; --ink: #1b1b1b; --paper: #ffffff; --rule: #6b6b6b;
          --line: #c9c9c9; --faint: #565656;
          --ins: #0b4f9e; --ins-paper: #e8f1fc; --del: #9a3412; --del-paper: #fdeee6;
          --move: #1f5e3a; --move-paper: #eaf5ee; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #ececec; --paper: #141414; --rule: #9a9a9a;
            --line: #484848; --faint: #b4b4b4;
            --ins: #9cc7ff; --ins-paper: #10233d; --del: #ffb38a; --del-paper: #3a1a0c;
            --move: #93d8ad; --move-paper: #0f2a1b; } }
        body { color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif;
          max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        h1 { font-size: 1.6rem; line-height: 1.25; margin: 0; }
        h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; } h3 { font-size: 1.05rem; margin: 0; }
        .days { margin: .25rem 0; } .headline { font-size: 1.1rem; font-weight: bold; margin: .5rem 0; }
        table { border-collapse: collapse; width: 100%; }
        th { overflow-wrap: normal; }
        th, td { border: 1px solid var(--rule); padding: .25rem .5rem; text-align: left;
          vertical-align: top; }
        ins { color: var(--ins); background: var(--ins-paper); text-decoration: underline; }
        del { color: var(--del); background: var(--del-paper); text-decoration: line-through; }
        .sign { font-family: ui-monospace, monospace; font-weight: bold; }
        .name { font-weight: bold; }
        .changes, .lines, .legend { list-style: none; padding-left: 0; margin: .5rem 0; }
        .changes li { display: grid; grid-template-columns: 1.5rem minmax(10rem, 18rem) 1fr;
          gap: 0 .5rem; padding: .25rem 0; border-top: 1px solid var(--line); }
        .other .words, .summary, small { color: var(--faint); }
        .legend { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
        main { margin-top: 1.5rem; } .subject { border: 1px solid var(--line); border-radius: .4rem; padding: .75rem 1rem;
          margin: 0 0 .75rem; }
        details { margin: .5rem 0 0; } summary { cursor: pointer; color: var(--faint); }
        .cause { margin: .5rem 0 0 1rem; }
        .sources { margin: 0 0 .75rem 1rem; font-size: .875rem; }
        .note, .sentence { margin: 0 0 0 1.5rem; }
        .grade::before { content: "["; } .grade::after { content: "]"; }
        .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap; }
        a { color: inherit; }
        a:focus-visible, summary:focus-visible { outline: 3px solid var(--ins); }
        @media (max-width: 40rem) {
          .changes li { grid-template-columns: 1.5rem 1fr; } .words { grid-column: 2; }
          .cause, .sources { margin-left: 0; } .note, .sentence { margin-left: .5rem; }
          table, tbody, tr, th, td { display: block; } thead { display: none; }
          th, td { border-bottom: 0; } tr:last-child td:last-child { border-bottom: 1px solid var(--rule); }
          td[data-label]::before { content: attr(data-label) ": "; color: var(--faint); } }
        @media print {
          body { max-width: none; padding: 0; font-size: 10pt; }
          .lines li, .cause, .changes li { break-inside: avoid; } h2, h3 { break-after: avoid; }
          details::details-content { content-visibility: visible; block-size: auto; }
          summary { list-style: none; }
          a[href^="http"]::after { content: " (" attr(href) ")"; }
          * { print-color-adjust: exact; } }
        """
}
