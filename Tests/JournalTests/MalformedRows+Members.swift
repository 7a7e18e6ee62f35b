extension Malformed {
    /// Every kind of event with a member too many, too few, or wrong.
    static let members: [Malformed] = [
        .init(
            "an unknown kind of event", "term-resumed: {", "term-restarted: {",
            "unknown event kind 'term-restarted'"),
        .init("a kind in capitals", "term-resumed: {", "Term-resumed: {", "unknown event kind"),
        .init(
            "an event that is a text",
            "  - term-resumed: { term: option, effective: { on: 2024-09-01 } }", "  - term-resumed",
            "is not an event"),
        .init(
            "an event without a body", "- expectation-met: { expectation: model }",
            "- expectation-met: model", "is not the body of an expectation-met"),
        .init(
            "two events in one", "- expectation-met: { expectation: model }",
            "- expectation-met: { expectation: model }\n    term-resumed: { term: option }",
            "is not an event"),
        .init(
            "an agreement without a zone", "      zone: America/New_York\n", "",
            "'zone' is missing", at: .edit(-1)),
        .init(
            "an agreement without a title", "      title: Harbor Two\n", "", "'title' is missing"),
        .init(
            "a zone that is no zone", "zone: America/New_York", "zone: New York time",
            "is not a time zone"),
        .init(
            "an unknown convention", "through-month: end-of-calendar-month",
            "through-week: end-of-week", "unknown member 'through-week'"),
        .init(
            "an unknown reading of a convention", "through-month: end-of-calendar-month",
            "through-month: start", "is not a convention for months"),
        .init(
            "a party without a name", "party: vega, name: Vega Ltd,", "party: vega,",
            "'name' is missing"),
        .init(
            "a party without an id", "party: vega, name: Vega Ltd,", "name: Vega Ltd,",
            "'party' is missing"),
        .init(
            "a party with an unknown member", "role: guarantor", "office: guarantor",
            "unknown member 'office'"),
        .init(
            "a party renamed to a list", "name: Quill Group plc", "name: [Quill]", "is not a text"),
        .init(
            "a party renamed to nothing", "party: quill, name: Quill Group plc", "party: quill",
            "'name' is missing"),
        .init(
            "a succession without a successor", "successor: nova, name", "name",
            "'successor' is missing"),
        .init(
            "a withdrawal with a reason", "party-withdrew: { party: vega,",
            "party-withdrew: { party: vega, reason: x,", "unknown member 'reason'"),
        .init(
            "a group without a name", "group: pair, name: The Pair,", "group: pair,",
            "'name' is missing"),
        .init(
            "a member of no group", "member-joined: { group: pair, party: lumen",
            "member-joined: { group: quill, party: lumen", "'quill' is a party, not a group"),
        .init(
            "a member that is no party", "member-left: { group: pair, party: quill",
            "member-left: { group: pair, party: quilt", "unknown party 'quilt'"),
        .init(
            "a restatement of nothing",
            "      terms:\n        - { term: statute, kind: governing-law, set: { law: Delaware } }",
            "      terms: []", "too short"),
        .init(
            "a restatement without terms",
            "      terms:\n        - { term: statute, kind: governing-law, set: { law: Delaware } }\n",
            "", "'terms' is missing"),
        .init(
            "a restated term without its kind", "term: statute, kind: governing-law,",
            "term: statute,", "'kind' is missing"),
        .init(
            "a move to no id", "moved: { law: statute }", "moved: { law: The Statute }",
            "is not a term id"),
        .init(
            "moves that are a list", "moved: { law: statute }", "moved: [law, statute]",
            "is not a map"),
        .init(
            "a termination by a list", "agreement-terminated: { by: nova,",
            "agreement-terminated: { by: [nova],", "is not a party id"),
        .init(
            "survivors that are a text", "ground: breach, surviving: [statute]",
            "ground: breach, surviving: statute", "is not a list"),
        .init(
            "a successor that is no id", "successor: harbor-three", "successor: Harbor Three",
            "is not an agreement id"),
        .init(
            "a supersession without a successor", "successor: harbor-three, ", "",
            "'successor' is missing"),
        .init(
            "an extension without an end",
            "agreement-extended: { term: duration, ends: { through: 2030-12-31 } }",
            "agreement-extended: { term: duration }", "'ends' is missing"),
        .init(
            "an extension to a day", "ends: { through: 2030-12-31 } }", "ends: 2030-12-31 }",
            "is not a bound"),
        .init(
            "a renewal without a term", "agreement-renewed: { term: duration, ends",
            "agreement-renewed: { ends", "'term' is missing"),
        .init(
            "an unknown kind of term", "kind: license-grant", "kind: license",
            "is not a kind of term"),
        .init(
            "a term without a kind", "      kind: license-grant\n", "", "'kind' is missing",
            at: .edit(-1)),
        .init(
            "a term without fields",
            "set: { investor: quill, issuer: lumen, amount: EUR 1000.50, funded: { redacted: \"[***]\" }, condition: permit }",
            "note: x", "'set' is missing", at: .edit(-2)),
        .init(
            "fields that are a list", "set: { quantity: 120 }", "set: [quantity, 120]",
            "is not a map of fields"),
        .init(
            "a field's name in capitals", "set: { quantity: 120 }", "set: { Quantity: 120 }",
            "is not a field name"),
        .init(
            "a field's name of another script", "set: { quantity: 120 }", "set: { größe: 120 }",
            "is not a field name"),
        .init("an amendment of no term", "      term: fee\n", "", "'term' is missing"),
        .init(
            "an amendment that sets nothing", "set: { amount: EUR 90 }", "set: {}", "sets nothing",
            at: .event),
        .init(
            "an amendment with `until` for `lasts`", "lasts: { through: 2024-12-31 }",
            "until: { through: 2024-12-31 }", "unknown member 'until'"),
        .init(
            "`lasts` that is a duration", "lasts: { through: 2024-12-31 }", "lasts: P6M",
            "is not a bound"),
        .init(
            "`onward` that is a flag", "onward: { wipes: [2023-01-10-charter#12] }", "onward: yes",
            "is not a map"),
        .init(
            "`onward` without a list", "onward: { wipes: [2023-01-10-charter#12] }", "onward: {}",
            "'wipes' is missing"),
        .init(
            "`onward` with a wrong reference", "onward: { wipes: [2023-01-10-charter#12] }",
            "onward: { wipes: [charter] }", "is not an event"),
        .init(
            "`was` that is a text", "was: { rate: 4% of net sales }", "was: 4% of net sales",
            "is not a map of fields"),
        .init(
            "a removal with an unknown member", "ground: no longer used", "because: no longer used",
            "unknown member 'because'"),
        .init(
            "a move without a goal", "term: press, to: publicity", "term: press", "'to' is missing"),
        .init(
            "a suspension that lasts a word", "lasts: { until: 2024-10-01 }", "lasts: october",
            "is not a bound"),
        .init(
            "a resumption without a term", "term-resumed: { term: option, effective",
            "term-resumed: { effective", "'term' is missing"),
        .init(
            "reaffirmed fields that are a text", "fields: [payer]", "fields: payer", "is not a list"
        ),
        .init(
            "a reaffirmed field in capitals", "fields: [payer]", "fields: [Payer]",
            "is not a field name"),
        .init("silence on a map", "fields: [payee]", "fields: { payee: x }", "is not a list"),
        .init(
            "an interpretation without a reading", "reading: per year, by", "by",
            "'reading' is missing"),
        .init(
            "an interpretation without a field", "field: cap, reading: per year",
            "reading: per year", "'field' is missing"),
        .init("a waiver without its extent", "extent: for a year, ", "", "'extent' is missing"),
        .init(
            "a waiver by no one", "term: exit, by: lumen, extent", "term: exit, extent",
            "'by' is missing"),
        .init(
            "a condition without a text", "      text: Enough votes.\n", "", "'text' is missing",
            at: .edit(-1)),
        .init(
            "a condition decided by a text", "decided-by: [the board]", "decided-by: the board",
            "is not a list"),
        .init(
            "a reading without an id", "{ reading: strict, text", "{ text", "'reading' is missing"),
        .init(
            "a satisfied condition with an unknown member", "by: the authority",
            "decided-by: the authority", "unknown member 'decided-by'"),
        .init(
            "a lapse with a `by`", "condition-lapsed: { condition: merger,",
            "condition-lapsed: { condition: merger, by: x,", "unknown member 'by'"),
        .init(
            "a waived condition without its id", "condition: listing, by: lumen", "by: lumen",
            "'condition' is missing"),
        .init(
            "a removed condition that is a list", "condition-removed: { condition: permit,",
            "condition-removed: { condition: [permit],", "is not a condition id"),
        .init(
            "a notice by no one", "notice-given: { term: exit, by: lumen, ",
            "notice-given: { term: exit, ", "'by' is missing"),
        .init(
            "a notice that takes effect on a bare day", "takes-effect: { on: 2025-07-01 }",
            "takes-effect: 2025-07-01", "is not a bound"),
        .init(
            "an option exercised by no one", "option-exercised: { term: option, by: lumen }",
            "option-exercised: { term: option }", "'by' is missing"),
        .init(
            "an option declined without a term", "option-declined: { term: option, by: lumen }",
            "option-declined: { by: lumen }", "'term' is missing"),
        .init(
            "an accrual without a period", ", period: 2024-01/2024-03", "", "'period' is missing"),
        .init(
            "a report without a value", "field: minimum, value: EUR 1 }", "field: minimum }",
            "'value' is missing"),
        .init(
            "a report of nothing", "value-reported: { term: royalty, field: minimum",
            "value-reported: { field: minimum", "of one term or of one instrument"),
        .init(
            "a report of two things", "value-reported: { term: royalty, field: minimum",
            "value-reported: { term: royalty, instrument: 2023-01-10-charter, field: minimum",
            "of one term or of one instrument"),
        .init(
            "a withdrawal of no reference", "event: 2023-01-10-charter#20, reason",
            "event: charter, reason", "is not an event"),
        .init(
            "a withdrawal without a reason",
            "event: 2023-01-10-charter#20, reason: withdrawn by the paper",
            "event: 2023-01-10-charter#20", "'reason' is missing"),
        .init(
            "an event number 0", "event: 2023-01-10-charter#20, reason",
            "event: 2023-01-10-charter#0, reason", "is not an event"),
        .init(
            "an expectation without a window", ", window: { soft: 2024-07/2024-08 }", "",
            "'window' is missing"),
        .init(
            "an expectation met with an unknown member", "expectation-met: { expectation: model }",
            "expectation-met: { expectation: model, by: x }", "unknown member 'by'"),
        .init(
            "an unknown stage of a dispute", "stage: threatened", "stage: announced",
            "is not a stage of a dispute"),
        .init(
            "a dispute by no one", "dispute: quality, by: [lumen]", "dispute: quality, by: []",
            "too short"),
        .init(
            "a dispute by a text", "dispute: quality, by: [lumen]", "dispute: quality, by: lumen",
            "is not a list"),
        .init(
            "an unknown manner of ending a dispute", "manner: settled", "manner: forgotten",
            "is not a manner of ending a dispute"),
        .init("a release that is maybe", "released: yes", "released: maybe", "yes, no"),
        .init(
            "a correction without a replacement",
            "replacement: { party-admitted: { party: lumen, name: Lumen S.A. } }, ", "",
            "'replacement' is missing"),
        .init(
            "a correction into nothing",
            "replacement: { party-admitted: { party: lumen, name: Lumen S.A. } }",
            "replacement: {}", "is not an event"),
        .init(
            "a correction into an unknown kind", "replacement: { party-admitted:",
            "replacement: { party-joined:", "unknown event kind 'party-joined'"),
        .init(
            "a correction into a wrong body", "party: lumen, name: Lumen S.A.",
            "party: lumen, nom: Lumen S.A.", "unknown member 'nom'"),
        .init(
            "a correction without a reason", ", reason: a typing error", "", "'reason' is missing"),
        .init(
            "a rescission without a reason", ", reason: entered twice", "", "'reason' is missing"),
        .init(
            "a move of nothing", "event: 2023-01-10-charter#22, to", "to",
            "one event or one recording is moved"),
        .init(
            "a move of two things", "event: 2023-01-10-charter#22, to",
            "event: 2023-01-10-charter#22, recording: 2023-01-10-charter, to",
            "one event or one recording is moved"),
        .init("a move to a bare day", "to: { on: 2023-03-01 }", "to: 2023-03-01", "is not a bound"),
        .init(
            "a redaction without an authority", ", authority: Order 7", "", "'authority' is missing"
        ),
        .init(
            "a clause that is a list", "clause: Section 3", "clause: [Section 3]", "is not a text"),
        .init("a note that is a map", "note: a remark", "note: { a: remark }", "is not a text"),
        .init("citations that are a text", "cites: [letter]", "cites: letter", "is not a list"),
        .init(
            "an event's agreement that is no id",
            "agreement: harbor-two, effective: { on: 2025-01-01 }",
            "agreement: Harbor, effective: { on: 2025-01-01 }", "is not an agreement id"),
        .init(
            "an event's effective day that is bare", "party: vega, effective: { on: 2025-01-01 }",
            "party: vega, effective: 2025-01-01", "is not a bound"),
    ]
}
