extension Malformed {
    /// What is no YAML, or more YAML than the format has.
    static let documents: [Malformed] = [
        .init("a tab for indentation", "  kind: amendment\n", "\tkind: amendment\n", "tab"),
        .init(
            "quotes left open", "title: Amendment No. 1", "title: \"Amendment No. 1",
            "does not fit", at: .anywhere),
        .init(
            "quotes left open to the end", "note: a remark", "note: \"a remark", "are not closed",
            at: .anywhere),
        .init("a bracket left open", "readings: [in all]", "readings: [in all", "goes on wrongly"),
        .init("a colon in bare text", "quote: as agreed", "quote: agreed: yes", "':'"),
        .init("a word alone", "disclosed: 2024-06-01", "disclosed", "':'", at: .edit(1)),
        .init("a key twice", "note: read twice", "quote: read twice", "given twice"),
        .init(
            "a key twice at the top", "agreement: harbor\n", "recording: harbor\n", "given twice"),
        .init(
            "a key twice in braces", "successor: nova, name: Nova Inc.",
            "successor: nova, party: nova", "given twice"),
        .init("an anchor", "title: The amendment", "title: &a The amendment", "anchor"),
        .init(
            "an anchor and its alias",
            "title: The amendment\n    url: https://example.org/amendment",
            "title: &a The amendment\n    url: *a", "anchor"),
        .init("an alias of nothing", "title: The amendment", "title: *a", "alias"),
        .init("a tag", "number: 1\n", "number: !!int 1\n", "a tag"),
        .init("a tag of one's own", "title: The amendment", "title: !deed x", "a tag"),
        .init("a merge key", "note: read twice", "<<: { note: read twice }", "merge key"),
        .init(
            "a second document", "disclosed: 2024-06-01", "---\ndisclosed: 2024-06-01", "document"),
        .init("no value", "title: The amendment", "title:", "no value"),
        .init("a tilde", "title: The amendment", "title: ~", "no value"),
        .init("null", "title: The amendment", "title: null", "no value"),
        .init("a key that is a list", "note: read twice", "[a]: b", "a key that is not a word"),
        .init(
            "a control character", "quote: as agreed", "quote: as\u{7}agreed", "control character"),
        .init("a NUL", "quote: as agreed", "quote: as\u{0}agreed", "control character"),
        .init(
            "an odd line end", "quote: as agreed", "quote: as\u{2028}agreed", "control character"),
        .init(
            "a line that is too long", "quote: as agreed",
            "quote: \(String(repeating: "a", count: 70_000))", "longer than"),
        .init(
            "too many levels", "quote: as agreed",
            "quote: \(String(repeating: "[", count: 40))\(String(repeating: "]", count: 40))",
            "nested"),
        .init(
            "a list for the whole", "recording: 2024-06-01-amendment", "- recording: a", "",
            at: .edit(1)),
        .init("an unknown escape", "quote: as agreed", #"quote: "a\qb""#, "escape"),
        .init(
            "indentation that fits nowhere", "  title: Amendment No. 1", "    title: Amendment",
            "':'"),
    ]

    /// The members around the events.
    static let headers: [Malformed] = [
        .init(
            "an unknown member", "disclosed: 2024-06-01", "published: 2024-06-01",
            "unknown member 'published'"),
        .init(
            "no key", "recording: 2024-06-01-amendment\n", "", "'recording' is missing",
            at: .edit(0)),
        .init("no agreement", "agreement: harbor\n", "", "'agreement' is missing", at: .edit(-1)),
        .init(
            "no day of disclosure", "disclosed: 2024-06-01\n", "", "'disclosed' is missing",
            at: .edit(-8)),
        .init(
            "a key in capitals", "recording: 2024-06-01-amendment", "recording: Amendment-1",
            "is not a"),
        .init(
            "a key with a slash", "recording: 2024-06-01-amendment", "recording: a/b", "is not a"),
        .init(
            "a key that is too long", "recording: 2024-06-01-amendment",
            "recording: \(String(repeating: "a", count: 129))", "is not a"),
        .init(
            "an agreement's id with a dot", "agreement: harbor\n", "agreement: har.bor\n",
            "is not a"),
        .init(
            "an agreement that is not recorded", "agreement: harbor\n", "agreement: harbour\n",
            "unknown agreement 'harbour'", at: .anywhere),
        .init(
            "an unknown kind of instrument", "  kind: amendment\n", "  kind: handshake\n",
            "is not a kind of instrument"),
        .init("no kind of instrument", "  kind: amendment\n", "", "'kind' is missing"),
        .init("no title", "  title: Amendment No. 1\n", "", "'title' is missing", at: .edit(-1)),
        .init(
            "an unknown member of the instrument", "  number: 1\n", "  date: 1\n",
            "unknown member 'date'"),
        .init("a number in words", "  number: 1\n", "  number: one\n", "is not a whole number"),
        .init(
            "a number with a zero in front", "  number: 1\n", "  number: 01\n",
            "is not a whole number"),
        .init(
            "a number with decimals", "  number: 1\n", "  number: 1.0\n", "is not a whole number"),
        .init(
            "a number with an exponent", "  number: 1\n", "  number: 1e3\n", "is not a whole number"
        ),
        .init(
            "a number beyond 2^53", "  number: 1\n", "  number: 9007199254740993\n",
            "is not a whole number"),
        .init("a quoted number", "  number: 1\n", "  number: \"1\"\n", "is not a whole number"),
        .init(
            "a signing day that is none", "signed: 2024-05-30", "signed: 2024-02-30",
            "is not a date"),
        .init(
            "an unknown word for a signing day", "signed: 2024-05-30", "signed: lately",
            "or the word unknown"),
        .init(
            "an effective day that is an end", "  effective: { on: 2024-07-01 }\ndisclosed",
            "  effective: { through: 2024-07-01 }\ndisclosed",
            "is an end, not a day from which something holds", at: .anywhere),
        .init(
            "an instrument that is a list", "instrument:\n  kind: amendment",
            "instrument: [a]\nother:\n  kind: amendment", "is not a map"),
        .init(
            "an instrument that is a text", "instrument:\n  kind: amendment",
            "instrument: a\nother:\n  kind: amendment", "is not a map"),
        .init(
            "a 30th of February", "disclosed: 2024-06-01", "disclosed: 2026-02-30", "is not a date"),
        .init("a 13th month", "disclosed: 2024-06-01", "disclosed: 2026-13", "is not a date"),
        .init("a month 0", "disclosed: 2024-06-01", "disclosed: 2026-00", "is not a date"),
        .init(
            "a 29th of February in a common year", "disclosed: 2024-06-01", "disclosed: 2025-02-29",
            "is not a date"),
        .init(
            "a day that may be two", "disclosed: 2024-06-01", "disclosed: 01/06/2024",
            "may be 1 June 2024 or 6 January 2024"),
        .init(
            "a day with a clock", "disclosed: 2024-06-01", "disclosed: 2024-06-01T10:00:00Z",
            "it has a time of day"),
        .init(
            "a range for a day", "disclosed: 2024-06-01", "disclosed: 2024-06/2024-07",
            "is not a date"),
        .init("a year of two digits", "disclosed: 2024-06-01", "disclosed: 24", "is not a date"),
        .init(
            "a bound for a day", "disclosed: 2024-06-01", "disclosed: { on: 2024-06-01 }",
            "is not a date"),
        .init(
            "no sources", "sources:\n  - id: contract", "sources: []\nother:\n  - id: contract",
            "too short"),
        .init(
            "a source that is a text",
            "  - id: letter\n    grade: party-statement\n    publisher: invented too", "  - letter",
            "is not a map"),
        .init(
            "a source without an id", "  - id: letter\n    grade", "  - grade", "'id' is missing"),
        .init(
            "a source without a grade", "    grade: party-statement\n", "", "'grade' is missing",
            at: .edit(-1)),
        .init(
            "a source without a publisher", "    publisher: invented too\n", "",
            "'publisher' is missing", at: .edit(-2)),
        .init(
            "an unknown grade", "grade: party-statement", "grade: rumour", "is not a source grade"),
        .init(
            "an unknown member of a source", "    note: read twice", "    remark: read twice",
            "unknown member 'remark'"),
        .init("a source's id in capitals", "id: letter", "id: Letter", "is not a source id"),
        .init(
            "a source's day that is none", "published: 2024-06\n", "published: lately\n",
            "is not a date"),
        .init(
            "a source given twice", "id: letter", "id: contract", "source 'contract' is given twice"
        ),
        .init(
            "a url that is a list", "url: https://example.org/amendment",
            "url: [https://example.org]", "is not a text"),
        .init(
            "no events", "events:\n  - agreement-recorded",
            "events: []\nother:\n  - agreement-recorded", "too short"),
        .init(
            "a citation of nothing", "cites: [letter]", "cites: [paper]", "no source has that id"),
        .init(
            "a citation inside a reading", "cites: [contract] } ]", "cites: [paper] } ]",
            "no source has that id", at: .event),
        .init(
            "the key of another recording", "recording: 2024-06-01-amendment",
            "recording: 2023-01-10-charter", "was recorded", at: .nowhere),
    ]
}
