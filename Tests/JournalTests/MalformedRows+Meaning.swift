extension Malformed {
    /// What reads well and cannot be.
    static let meaning: [Malformed] = [
        // agreements
        .init(
            "an agreement recorded again", "      agreement: harbor-two\n  - party-admitted",
            "      agreement: harbor\n  - party-admitted", "agreement 'harbor' is already recorded",
            at: .event),
        .init(
            "an agreement that is never recorded", "set: { law: New York }, agreement: harbor-two",
            "set: { law: New York }, agreement: harbor-four", "unknown agreement 'harbor-four'"),
        // parties
        .init(
            "an unknown party renamed", "party-renamed: { party: quill",
            "party-renamed: { party: quilt", "unknown party 'quilt'"),
        .init(
            "an unknown party succeeded", "party-succeeded: { party: orion",
            "party-succeeded: { party: orient", "unknown party 'orient'"),
        .init(
            "an unknown party withdrawn", "party-withdrew: { party: vega",
            "party-withdrew: { party: vegan", "unknown party 'vegan'"),
        .init("a party succeeded by itself", "successor: nova", "successor: orion", "by itself"),
        .init(
            "an unknown party in a field", "grantee: lumen", "grantee: luman",
            "unknown party 'luman'", at: .event),
        .init(
            "an unknown party in a restated term's field",
            "{ term: statute, kind: governing-law, set: { law: Delaware } }",
            "{ term: statute, kind: publicity, set: { obligor: luman } }", "unknown party 'luman'",
            at: .event),
        .init(
            "a termination by an unknown party", "agreement-terminated: { by: nova",
            "agreement-terminated: { by: noval", "unknown party 'noval'"),
        .init(
            "a reading by an unknown party", "reading: per year, by: [lumen]",
            "reading: per year, by: [luman]", "unknown party 'luman'"),
        .init(
            "a waiver by an unknown party", "term: exit, by: lumen, extent",
            "term: exit, by: luman, extent", "unknown party 'luman'"),
        .init(
            "a notice to an unknown party", "to: quill, takes-effect", "to: quilt, takes-effect",
            "unknown party 'quilt'"),
        .init(
            "an option exercised by an unknown party",
            "option-exercised: { term: option, by: lumen",
            "option-exercised: { term: option, by: luman", "unknown party 'luman'"),
        .init(
            "an option declined by an unknown party", "option-declined: { term: option, by: lumen",
            "option-declined: { term: option, by: luman", "unknown party 'luman'"),
        .init(
            "a dispute by an unknown party", "dispute: quality, by: [lumen]",
            "dispute: quality, by: [luman]", "unknown party 'luman'"),
        .init(
            "a dispute against an unknown party", "by: [lumen], against: [quill]",
            "by: [lumen], against: [quilt]", "unknown party 'quilt'"),
        // terms
        .init(
            "an unknown term amended", "      term: fee\n", "      term: fees\n",
            "unknown term 'fees'", at: .event),
        .init(
            "an unknown term removed", "term-removed: { term: portal",
            "term-removed: { term: portals", "unknown term 'portals'"),
        .init(
            "an unknown term moved", "term-moved: { term: press", "term-moved: { term: presses",
            "unknown term 'presses'"),
        .init(
            "a term moved to an id in use", "to: publicity", "to: royalty",
            "term 'royalty' exists already"),
        .init(
            "an unknown term suspended", "term-suspended: { term: option",
            "term-suspended: { term: options", "unknown term 'options'"),
        .init(
            "an unknown term resumed", "term-resumed: { term: option",
            "term-resumed: { term: options", "unknown term 'options'"),
        .init(
            "an unknown term reaffirmed", "term-reaffirmed: { term: royalty",
            "term-reaffirmed: { term: royalties", "unknown term 'royalties'"),
        .init(
            "silence on an unknown term", "term-unaddressed: { term: royalty",
            "term-unaddressed: { term: royalties", "unknown term 'royalties'"),
        .init(
            "an unknown term interpreted", "term-interpreted: { term: royalty",
            "term-interpreted: { term: royalties", "unknown term 'royalties'"),
        .init(
            "a right waived under an unknown term", "right-waived: { term: exit",
            "right-waived: { term: entry", "unknown term 'entry'"),
        .init(
            "a notice under an unknown term", "notice-given: { term: exit",
            "notice-given: { term: entry", "unknown term 'entry'"),
        .init(
            "an unknown option exercised", "option-exercised: { term: option",
            "option-exercised: { term: choice", "unknown term 'choice'"),
        .init(
            "an unknown option declined", "option-declined: { term: option",
            "option-declined: { term: choice", "unknown term 'choice'"),
        .init(
            "an accrual under an unknown term", "amount-accrued: { term: royalty",
            "amount-accrued: { term: royalties", "unknown term 'royalties'"),
        .init(
            "a report on an unknown term", "value-reported: { term: royalty",
            "value-reported: { term: royalties", "unknown term 'royalties'"),
        .init(
            "an unknown term extended", "agreement-extended: { term: duration",
            "agreement-extended: { term: endurance", "unknown term 'endurance'"),
        .init(
            "an unknown term renewed", "agreement-renewed: { term: duration",
            "agreement-renewed: { term: endurance", "unknown term 'endurance'"),
        .init(
            "a dispute about an unknown term", "about: [volume]", "about: [volumes]",
            "unknown term 'volumes'"),
        .init(
            "an unknown term surviving a termination", "ground: breach, surviving: [statute]",
            "ground: breach, surviving: [statue]", "unknown term 'statue'"),
        .init(
            "an unknown term surviving a supersession",
            "successor: harbor-three, surviving: [statute]",
            "successor: harbor-three, surviving: [statue]", "unknown term 'statue'"),
        .init(
            "an unknown term in the moves of a restatement", "moved: { law: statute }",
            "moved: { lore: statute }", "unknown term 'lore'", at: .event),
        .init(
            "a field the kind has not", "cap: EUR 800 }", "ceiling: EUR 800 }",
            "unknown field 'ceiling' of a royalty"),
        .init(
            "a field of an added term the kind has not", "subject: the patents",
            "object: the patents", "unknown field 'object' of a license-grant"),
        .init(
            "a field of a restated term the kind has not", "set: { law: Delaware }",
            "set: { law: Delaware, rate: 1% of x }", "unknown field 'rate' of a governing-law"),
        .init(
            "a required field left out", "        grantee: lumen\n", "", "'grantee' is missing",
            at: .edit(-1)),
        .init(
            "a required field of a restated term left out", "set: { law: Delaware }",
            "set: { text: x }", "'law' is missing"),
        .init(
            "a field in `was` the kind has not", "was: { rate: 4% of net sales }",
            "was: { price: 4% of net sales }", "unknown field 'price' of a royalty"),
        .init(
            "a reported field the kind has not", "field: minimum, value", "field: maximum, value",
            "unknown field 'maximum' of a royalty", at: .event),
        .init(
            "a reported value of another type", "field: minimum, value: EUR 1",
            "field: minimum, value: little", "is not an amount of money"),
        .init(
            "a reaffirmed field the kind has not", "fields: [payer]", "fields: [drawer]",
            "unknown field 'drawer' of a royalty"),
        .init(
            "an unaddressed field the kind has not", "fields: [payee]", "fields: [drawee]",
            "unknown field 'drawee' of a royalty"),
        .init(
            "an interpreted field the kind has not", "field: cap, reading", "field: hood, reading",
            "unknown field 'hood' of a royalty"),
        .init(
            "a term added twice", "term: ceiling, kind: cap", "term: fee, kind: cap",
            "term 'fee' is a fee, not a cap"),
        .init(
            "a term added while it is there",
            "      term: stake\n      kind: equity-stake\n      set: { holder: quill, issuer: lumen, percentage: 12.5% of the shares, valuation: { between: [EUR 10, EUR 20] } }\n",
            "      term: fee\n      kind: fee\n      set: { payer: lumen, payee: quill }\n",
            "term 'fee' is there already on 2024-07-01", at: .event),
        .init(
            "an extension of what is no duration of an agreement",
            "agreement-extended: { term: duration", "agreement-extended: { term: fee",
            "not a term-and-renewal"),
        .init(
            "an option exercised that is none", "option-exercised: { term: option",
            "option-exercised: { term: fee", "is a fee"),
        .init(
            "an option declined that is none", "option-declined: { term: option",
            "option-declined: { term: fee", "is a fee"),
        // amendments in time
        .init(
            "an amendment before the term begins", "      set: { amount: EUR 90 }\n",
            "      set: { amount: EUR 90 }\n      effective: { on: 2022-01-01 }\n",
            "term 'fee' does not exist on 2022-01-01", at: .event),
        .init(
            "an amendment after the term ended", "      term: fee\n", "      term: old\n",
            "term 'old' has ended by 2024-07-01", at: .event),
        .init(
            "an ended term reaffirmed", "term-reaffirmed: { term: royalty, fields: [payer]",
            "term-reaffirmed: { term: old, fields: [payer]", "term 'old' has ended by 2024-07-01"),
        .init(
            "silence on an ended term", "term-unaddressed: { term: royalty, fields: [payee]",
            "term-unaddressed: { term: old, fields: [payee]", "term 'old' has ended by 2024-07-01"),
        .init(
            "`was` with another value", "was: { rate: 4% of net sales }",
            "was: { rate: 5% of net sales }", "`was` says that rate of 'royalty' was 5%"),
        .init(
            "`was` on another base", "was: { rate: 4% of net sales }",
            "was: { rate: 4% of gross sales }", "`was` says"),
        .init(
            "`was` of a field that says nothing", "was: { rate: 4% of net sales }",
            "was: { minimum: EUR 1 }", "but it was nothing"),
        .init(
            "an `onward` that acknowledges nothing", "onward: { wipes: [2023-01-10-charter#12] }",
            "onward: { wipes: [] }", "wipes: [2023-01-10-charter#12]", at: .event),
        .init(
            "an `onward` that acknowledges too much", "onward: { wipes: [2023-01-10-charter#12] }",
            "onward: { wipes: [2023-01-10-charter#12, 2023-01-10-charter#11] }",
            "does not acknowledge exactly what it wipes", at: .event),
        .init(
            "an `onward` that acknowledges another event",
            "onward: { wipes: [2023-01-10-charter#12] }",
            "onward: { wipes: [2023-01-10-charter#10] }",
            "does not acknowledge exactly what it wipes", at: .event),
        .init(
            "temporary and onward at once", "      onward: { wipes: [2023-01-10-charter#12] }",
            "      onward: { wipes: [2023-01-10-charter#12] }\n      lasts: { through: 2025-01-31 }",
            "cannot be temporary and onward", at: .event),
        .init(
            "a temporary amendment that ends before it begins", "lasts: { through: 2024-12-31 }",
            "lasts: { through: 2024-06-30 }", "ends (through 2024-06-30) before it begins",
            at: .event),
        .init(
            "a temporary amendment of no day", "lasts: { through: 2024-12-31 }",
            "lasts: { until: 2024-07-01 }", "before it begins", at: .event),
        .init(
            "a suspension that ends before it begins", "lasts: { until: 2024-10-01 }",
            "lasts: { until: 2024-07-01 }", "before it begins"),
        .init(
            "a waiver that ends before it begins", "lasts: { through: 2025-06-30 }",
            "lasts: { through: 2024-06-30 }", "before it begins"),
        .init(
            "a term that ends before it starts",
            "ends: { first-of: [ { upon: listing }, { through: 2030 } ] }",
            "ends: { through: 2024-08-31 }", "before it starts", at: .event),
        .init(
            "an effective day that is an expectation", "term-reaffirmed: { term: royalty, ",
            "term-reaffirmed: { term: royalty, effective: { soft: 2024-07/2024-08 }, ",
            "is an expectation, which is never in force"),
        .init(
            "an effective day that is an exclusive end", "term-reaffirmed: { term: royalty, ",
            "term-reaffirmed: { term: royalty, effective: { until: 2024-08-01 }, ",
            "is an end, not a day"),
        .init(
            "a moved day that is an end", "to: { on: 2023-03-01 }", "to: { through: 2023-03-01 }",
            "is an end, not a day"),
        .init(
            "a moved day that is an expectation", "to: { on: 2023-03-01 }",
            "to: { soft: 2023-03/2023-04 }", "is an expectation"),
        .init(
            "a name that lies within itself", "within: optics", "within: goods/lenses",
            "'goods/lenses' cannot be related to itself"),
        .init(
            "a name disjoint from what its path lies in", "disjoint-from: [goods/frames]",
            "disjoint-from: [goods]", "'goods/lenses' and 'goods' cannot be disjoint"),
        .init(
            "a name that is no tag", "scope: goods/lenses", "scope: lenses!",
            "'lenses!' is not a tag such as compute or compute/training"),
        .init("a list of no names", "same-as: glasses", "same-as: []", "at least 1"),
        .init(
            "parts that are said to be something else", "parts: disjoint", "parts: equal",
            "expected one of disjoint"),
    ]
}
