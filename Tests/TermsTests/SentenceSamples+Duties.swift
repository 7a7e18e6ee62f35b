import Terms

// Stakes, restraints and the life of the agreement.
extension TermSentenceTests {
    static let duties: [SentenceSample] = [
        SentenceSample(
            .equityStake,
            #"""
            {"holder":"microsoft", "issuer":"openai", "percentage":"27% of OpenAI Group PBC",
             "valuation":"USD 135000000000", "basis":"as converted and diluted"}
            """#,
            full: #"""
                microsoft holds a stake in openai: 27% of OpenAI Group PBC; valuation: USD \#
                135,000,000,000; basis: as converted and diluted
                """#,
            brief: "microsoft holds a stake in openai"),
        SentenceSample(
            .investment,
            #"""
            {"investor":"amazon", "issuer":"openai", "amount":"USD 35000000000", "funded":"none",
             "valuation":"USD 730000000000", "tranche":"second", "condition":"ipo-or-milestone",
             "instrument":"equity"}
            """#,
            full: #"""
                amazon invests in openai: USD 35,000,000,000; funded: none; valuation: USD \#
                730,000,000,000; tranche: second; condition: ipo-or-milestone; instrument: \#
                equity
                """#,
            brief: "amazon invests in openai"),
        SentenceSample(
            .option,
            #"""
            {"holder":"lumenfold", "grantor":"harborquill", "direction":"extension",
             "subject":"its licence", "opens":{"from":"2027"}, "closes":{"through":"2028"},
             "each":["may", "november"], "blackout":["15 november through 30 november"],
             "price-floor":"EUR 1000000", "price":"EUR 1500000", "period":"P2Y",
             "alters":"licence.lens"}
            """#,
            full: #"""
                lumenfold holds an extension option against harborquill on its licence; opens: \#
                from 2027; closes: through 2028; each year: may, november; not: 15 november \#
                through 30 november; price floor: EUR 1,000,000; price: EUR \#
                1,500,000; by: 2 years; alters: licence.lens
                """#,
            brief: "lumenfold holds an extension option against harborquill on its licence"),
        SentenceSample(
            .nonCompete,
            #"""
            {"obligor":"lumenfold", "beneficiary":"harborquill", "act":"make lens modules",
             "territories":{"only":["spain"]}}
            """#,
            full: #"""
                lumenfold does not compete with harborquill: make lens modules; territories: \#
                only spain
                """#,
            brief: "lumenfold does not compete with harborquill: make lens modules"),
        SentenceSample(
            .nonSolicit,
            #"{"obligor":"lumenfold", "beneficiary":"harborquill", "of":"employees"}"#,
            full: "lumenfold does not solicit from harborquill: employees",
            brief: "lumenfold does not solicit from harborquill"),
        SentenceSample(
            .confidentiality,
            #"{"obligor":"lumenfold", "beneficiary":"harborquill", "survives":"P5Y"}"#,
            full:
                "lumenfold keeps secret what it learns from harborquill; continues 5 years after termination",
            brief: "lumenfold keeps secret what it learns"),
        SentenceSample(
            .publicity,
            #"{"obligor":"lumenfold", "consent":true}"#,
            full: "lumenfold is bound in what it says in public; prior consent needed: yes",
            brief: "lumenfold is bound in what it says in public"),
        SentenceSample(
            .termAndRenewal,
            #"""
            {"starts":{"on":"2023-02-01"}, "ends":{"through":"2029"}, "renewal":"automatic",
             "renewal-period":"P1Y", "notice":"P3M"}
            """#,
            full: #"""
                The agreement runs for a term; starts: on 2023-02-01; ends: through 2029; \#
                renewal: automatic; renewal period: 1 year; notice: 3 months
                """#,
            brief: "The agreement runs for a term"),
        SentenceSample(
            .terminationRight,
            #"""
            {"holder":"harborquill", "on":"grant", "ground":"long-stop", "notice":"P30D", "cure":"P60D",
             "long-stop":{"through":"2027-06-30"}, "threshold":{"redacted":"[***]"},
             "condition":"first-delivery"}
            """#,
            full: #"""
                harborquill may terminate grant for long-stop; notice: 30 days; time to cure: 60 days; \#
                long stop: through 2027-06-30; threshold: redacted [***]; condition: \#
                first-delivery
                """#,
            brief: "harborquill may terminate for long-stop"),
        SentenceSample(
            .sunset,
            #"{"condition":"agi", "effect":"access to new technologies ends"}"#,
            full: "Upon agi: access to new technologies ends",
            brief: "Upon agi: access to new technologies ends"),
        SentenceSample(
            .changeOfControl,
            #"{"party":"lumenfold", "effect":"the licence may be ended", "consent":false}"#,
            full:
                "Change of control of lumenfold: the licence may be ended; prior consent needed: no",
            brief: "Change of control of lumenfold"),
        SentenceSample(
            .assignmentRestriction,
            #"{"obligor":"lumenfold", "consent":true}"#,
            full: "lumenfold may not assign the agreement freely; prior consent needed: yes",
            brief: "lumenfold may not assign the agreement freely"),
        SentenceSample(
            .auditRight,
            #"{"holder":"harborquill", "of":"the books on royalties", "frequency":"P1Y"}"#,
            full: "harborquill has a right to audit: the books on royalties; once every 1 year",
            brief: "harborquill has a right to audit"),
        SentenceSample(
            .governingLaw,
            #"{"law":"Portuguese law"}"#,
            full: "The agreement is governed by Portuguese law",
            brief: "The agreement is governed by Portuguese law"),
        SentenceSample(
            .precedence,
            #"{"prevails":"law", "yields":"forum"}"#,
            full: "law prevails over forum where they conflict",
            brief: "law prevails over forum where they conflict"),
        SentenceSample(
            .disputeForum,
            #"{"forum":"ICC arbitration", "seat":"Lisbon"}"#,
            full: "Disputes go to ICC arbitration; seat: Lisbon",
            brief: "Disputes go to ICC arbitration"),
        SentenceSample(
            .postTermination,
            #"{"obligor":"lumenfold", "duty":"sell off its stock", "period":"P6M"}"#,
            full: "After the end, lumenfold owes: sell off its stock; for: 6 months",
            brief: "After the end, lumenfold owes: sell off its stock"),
        SentenceSample(
            .liabilityCap,
            #"""
            {"obligor":"harborquill", "amount":"EUR 5000000", "multiple":"fees of twelve months"}
            """#,
            full: #"""
                The liability of harborquill is capped: EUR 5,000,000; multiple: fees of twelve\#
                 months
                """#,
            brief: "The liability of harborquill is capped"),
        SentenceSample(
            .other,
            #"{"subject":"governance", "text":"A panel of experts verifies the declaration."}"#,
            full: "governance: A panel of experts verifies the declaration.",
            brief: "A panel of experts verifies the declaration."),
    ]
}
