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
        <table>
        <caption>The two points compared</caption>
        <thead><tr><td></td><th scope="col">From</th><th scope="col">To</th></tr></thead>
        <tbody>
        {{#questions}}
        <tr><th scope="row">{{label}}</th><td>{{from}}</td><td>{{to}}</td></tr>
        {{/questions}}
        </tbody>
        </table>
        </header>
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
        <nav aria-labelledby="changes">
        <h2 id="changes">Changes</h2>
        <p>{{summary}}</p>
        <ol>
        {{#sections}}
        {{#groups}}
        <li><a href="#{{id}}">{{label}}</a> <span class="sign">{{count}}</span></li>
        {{/groups}}
        {{/sections}}
        </ol>
        </nav>
        <main>
        {{#sections}}
        {{#heading}}
        <h2>{{heading}}</h2>
        {{/heading}}
        {{#groups}}
        <section id="{{id}}" class="subject">
        <h3>{{label}}{{#kind}} <small>{{.}}</small>{{/kind}}</h3>
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
        {{#causes}}
        <p class="cause"><span class="position">{{position}}</span> by {{text}}</p>
        <ul class="sources">
        {{#sources}}
        <li>{{#link}}<a href="{{link}}" rel="noreferrer">{{text}}</a>{{/link}}{{^link}}{{text}}{{/link}} \
        <span class="grade">{{grade}}</span></li>
        {{/sources}}
        </ul>
        {{/causes}}
        {{/blocks}}
        </section>
        {{/groups}}
        {{/sections}}
        </main>
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
          --ins: #0b4f9e; --ins-paper: #e8f1fc; --del: #9a3412; --del-paper: #fdeee6;
          --move: #1f5e3a; --move-paper: #eaf5ee; }
        @media (prefers-color-scheme: dark) {
          :root { --ink: #ececec; --paper: #141414; --rule: #9a9a9a;
            --ins: #9cc7ff; --ins-paper: #10233d; --del: #ffb38a; --del-paper: #3a1a0c;
            --move: #93d8ad; --move-paper: #0f2a1b; } }
        body { color: var(--ink); background: var(--paper); font: 1rem/1.5 system-ui, sans-serif;
          max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: anywhere; }
        table { border-collapse: collapse; width: 100%; }
        th { overflow-wrap: normal; }
        caption { text-align: left; font-weight: bold; }
        th, td { border: 1px solid var(--rule); padding: .25rem .5rem; text-align: left;
          vertical-align: top; }
        ins { color: var(--ins); background: var(--ins-paper); text-decoration: underline; }
        del { color: var(--del); background: var(--del-paper); text-decoration: line-through; }
        .sign { font-family: ui-monospace, monospace; font-weight: bold; }
        .name { font-weight: bold; }
        .subject { border-top: 1px solid var(--rule); }
        .lines, .legend { list-style: none; padding-left: 0; }
        .cause { margin: .5rem 0 0 1rem; }
        .sources { margin: 0 0 .75rem 1rem; font-size: .875rem; }
        .note, .sentence { margin: 0 0 0 1.5rem; }
        .grade::before { content: "["; } .grade::after { content: "]"; }
        .spoken { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap; }
        a { color: inherit; } a:focus-visible { outline: 3px solid var(--ins); }
        @media print {
          body { max-width: none; padding: 0; font-size: 10pt; }
          nav { break-after: page; } .subject { break-inside: avoid; }
          a[href^="http"]::after { content: " (" attr(href) ")"; }
          * { print-color-adjust: exact; } }
        """
}
