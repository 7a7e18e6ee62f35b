import Terms

// Supply, credit, shares and services.
extension TermSentenceTests {
    static let deals: [SentenceSample] = [
        SentenceSample(
            .supply,
            #"""
            {"supplier":"lumenfold", "buyer":"harborquill", "subject":"lens modules",
             "requirements":"80% of requirements", "minimum-quantity":1000,
             "maximum-quantity":2500, "unit":"modules", "per":"P1Q", "take-or-pay":true,
             "unit-price":"EUR 12.50 per wafer", "forecast":"P12M", "binding-forecast":"P3M",
             "exclusivity":"sole", "exclusive-until":{"through":"2027"},
             "purchase-exclusivity":"exclusive",
             "purchase-exclusive-until":{"upon":"second-source"}, "exception":"shortage",
             "run-off-exclusivity":"non-exclusive", "products":{"only":["modules"]}}
            """#,
            full: #"""
                lumenfold supplies harborquill with lens modules, unless shortage; share \#
                of requirements: 80% of requirements; at least: 1,000 modules; at most: \#
                2,500 modules; period: 1 quarter; take or pay: yes; unit price: EUR 12.50 per wafer; \#
                forecast: 12 months, of which binding: 3 months; supply is sole (end: \#
                through 2027); purchase is exclusive (end: upon second-source); after the \#
                agreement ends: non-exclusive; products: only modules
                """#,
            brief: "lumenfold supplies harborquill"),
        SentenceSample(
            .supply,
            #"""
            {"supplier":"lumenfold", "buyer":"harborquill", "subject":"lens modules",
             "requirements":"80% of requirements", "minimum-quantity":1000,
             "maximum-quantity":2500, "unit":"modules", "per":"P1Q", "take-or-pay":true,
             "tiers":{"steps":[
                {"unit-price":"EUR 12.50 per module","up-to":"1000"},
                {"unit-price":"EUR 11 per module"}]}, "forecast":"P12M", "binding-forecast":"P3M",
             "exclusivity":"sole", "exclusive-until":{"through":"2027"},
             "purchase-exclusivity":"exclusive",
             "purchase-exclusive-until":{"upon":"second-source"}, "exception":"shortage",
             "run-off-exclusivity":"non-exclusive", "products":{"only":["modules"]}}
            """#,
            full: #"""
                lumenfold supplies harborquill with lens modules, unless shortage; share \#
                of requirements: 80% of requirements; at least: 1,000 modules; at most: \#
                2,500 modules; period: 1 quarter; take or pay: yes; price: EUR 12.50 up to 1,000, EUR 11 above, per module; \#
                forecast: 12 months, of which binding: 3 months; supply is sole (end: \#
                through 2027); purchase is exclusive (end: upon second-source); after the \#
                agreement ends: non-exclusive; products: only modules
                """#,
            brief: "lumenfold supplies harborquill"),
        SentenceSample(
            .creditFacility,
            #"""
            {"borrower":"lumenfold", "lender":"lenders", "facility":"revolving",
             "within":"umbrella", "commitment":"USD 500000000",
             "elected-commitment":"USD 400000000", "accordion":"USD 100000000",
             "borrowing-base":"USD 300000000", "drawn":"USD 25000000",
             "undrawn":"USD 275000000", "available":{"through":"2028-06-30"},
             "maturity":{"on":"2029-06-30"}, "purpose":"working capital",
             "security":"all receivables", "redetermined":["1 april", "1 october"]}
            """#,
            full: #"""
                lumenfold may borrow from lenders under a revolving facility within umbrella: \#
                USD 500,000,000; elected commitment: USD 400,000,000; accordion: USD \#
                100,000,000; borrowing base: USD 300,000,000, set \#
                anew each 1 april, 1 october; \#
                drawn: USD 25,000,000; undrawn: USD 275,000,000; available: through \#
                2028-06-30; maturity: on 2029-06-30; purpose: working capital; secured on: \#
                all receivables
                """#,
            brief: "lumenfold may borrow from lenders"),
        SentenceSample(
            .margin,
            #"""
            {"on":"facility", "charge":"interest", "base":"Term SOFR",
             "rate":"1.75% of principal", "base-floor":"0.5% of principal",
             "day-count":"actual/360", "level":"II",
             "measure":"total net leverage", "more-than":"200% of EBITDA",
             "at-least":"200% of EBITDA", "at-most":"250% of EBITDA",
             "less-than":"250% of EBITDA"}
            """#,
            full: #"""
                Margin on facility: 1.75% of principal over Term SOFR (at least 0.5% of \#
                principal); charge: interest; days: actual/360; level: II; \#
                measure: total net leverage; more than: 200% of EBITDA; at least: 200% of EBITDA; at most: 250% of EBITDA; \#
                less than: 250% of EBITDA
                """#,
            brief: "Margin on facility"),
        SentenceSample(
            .covenant,
            #"""
            {"obligor":"lumenfold", "beneficiary":"lenders", "covenant":"financial",
             "act":"keep its leverage down", "acts":{"only":["borrow"]},
             "measure":"total net leverage", "more-than":"1% of EBITDA",
             "at-least":"1% of EBITDA", "at-most":"350% of EBITDA",
             "less-than":"351% of EBITDA", "minimum":"USD 5000000",
             "maximum":"USD 9000000", "per":"P1Q", "exception":"acquisition",
             "limits":"an equity cure"}
            """#,
            full: #"""
                lumenfold owes lenders a covenant (financial): keep its leverage down; \#
                acts: only borrow, unless acquisition; measure: total net leverage; more \#
                than: 1% of EBITDA; at least: 1% of EBITDA; at most: 350% of EBITDA; less \#
                than: 351% of EBITDA; minimum: USD 5,000,000; maximum: USD 9,000,000; \#
                tested each: 1 quarter; limits: an equity cure
                """#,
            brief: "lumenfold owes lenders a covenant (financial)"),
        SentenceSample(
            .sale,
            #"""
            {"seller":"lumenfold", "buyer":"harborquill",
             "subject":"its shares in the mill", "percentage":"49% of shares",
             "quantity":4900, "unit":"shares", "amount":"EUR 9800000",
             "unit-price":"EUR 2000 per unit", "holdback":"EUR 500000",
             "release":{"through":"2028-06-30"}, "consideration":"a licence", "condition":"clearance",
             "closing":{"upon":"clearance"}, "long-stop":{"through":"2027-06-30"}}
            """#,
            full: #"""
                lumenfold sells harborquill its shares in the mill: 49% of shares; \#
                quantity: 4,900 shares; price: EUR 9,800,000; unit price: EUR 2,000 per unit; \#
                kept back: EUR 500,000, released: through 2028-06-30; consideration: a licence; condition: clearance; closing: upon clearance; \#
                long stop: through 2027-06-30
                """#,
            brief: "lumenfold sells harborquill its shares in the mill"),
        SentenceSample(
            .milestone,
            #"""
            {"subject":"the first module passes its tests", "obligor":"lumenfold",
             "beneficiary":"harborquill", "due":{"through":"2027-03-31"},
             "condition":"first-module", "payer":"harborquill", "payee":"lumenfold",
             "amount":"EUR 250000"}
            """#,
            full: #"""
                Milestone: the first module passes its tests; of: lumenfold to \#
                harborquill; due: through 2027-03-31; upon: first-module; harborquill pays \#
                lumenfold; amount: EUR 250,000
                """#,
            brief: "Milestone: the first module passes its tests"),
        SentenceSample(
            .governance,
            #"""
            {"holder":"harborquill", "issuer":"lumenfold", "right":"consent", "seats":1,
             "matters":"new shares", "acts":{"only":["issue"]}, "at-least":"10% of shares",
             "exception":"insolvency"}
            """#,
            full: #"""
                harborquill has a right in lumenfold: consent; seats: 1; matters: new \#
                shares; acts: only issue; while it holds at least: 10% of shares, unless \#
                insolvency
                """#,
            brief: "harborquill has a right in lumenfold: consent"),
        SentenceSample(
            .antiDilution,
            #"""
            {"holder":"harborquill", "issuer":"lumenfold", "method":"full-ratchet",
             "subject":"preferred shares", "limits":"options of employees"}
            """#,
            full: #"""
                lumenfold protects harborquill from dilution (full-ratchet): preferred \#
                shares; limits: options of employees
                """#,
            brief: "lumenfold protects harborquill from dilution (full-ratchet)"),
        SentenceSample(
            .warrant,
            #"""
            {"holder":"harborquill", "issuer":"lumenfold", "subject":"ordinary shares",
             "quantity":160000, "percentage":"10% of shares", "exercise-price":"USD 0.01",
             "tranche":"first", "vests":{"upon":"first-gigawatt"}, "opens":{"from":"2026"},
             "closes":{"through":"2030-10-05"}, "settlement":"cashless",
             "each":["may", "november"], "blackout":["15 december through 15 january"]}
            """#,
            full: #"""
                harborquill holds a warrant for shares of lumenfold: 160,000 ordinary \#
                shares; stake: 10% of shares; exercise price: USD 0.01; tranche: first; \#
                vests: upon first-gigawatt; opens: from 2026; closes: through 2030-10-05; \#
                each year: may, november; not: 15 december through 15 january; \#
                settlement: cashless
                """#,
            brief: "harborquill holds a warrant for shares of lumenfold"),
        SentenceSample(
            .escrow,
            #"""
            {"depositor":"lumenfold", "beneficiary":"harborquill",
             "subject":"source code", "agent":"vault", "amount":"EUR 100000",
             "release":{"upon":"insolvency"}, "limits":"for maintenance alone"}
            """#,
            full: #"""
                lumenfold deposits for harborquill: source code; with: vault; amount: EUR \#
                100,000; release: upon insolvency; limits: for maintenance alone
                """#,
            brief: "lumenfold deposits for harborquill: source code"),
        SentenceSample(
            .indemnity,
            #"""
            {"obligor":"lumenfold", "beneficiary":"harborquill",
             "subject":"claims that modules infringe patents", "basket":"EUR 50000",
             "basket-type":"tipping", "cap":"EUR 5000000", "survives":"P18M",
             "limits":"modules that were altered"}
            """#,
            full: #"""
                lumenfold indemnifies harborquill against: claims that modules infringe \#
                patents; basket: EUR 50,000 (tipping); cap: EUR 5,000,000; continues \#
                18 months after termination; limits: modules that were altered
                """#,
            brief: "lumenfold indemnifies harborquill against: claims that modules infringe patents"
        ),
        SentenceSample(
            .serviceLevel,
            #"""
            {"provider":"lumenfold", "customer":"harborquill", "measure":"availability",
             "more-than":"99% of a month", "at-least":"99.9% of a month",
             "at-most":"100% of a month", "less-than":"101% of a month",
             "level":"measured at the gateway", "per":"P1M",
             "credit":"10% of the monthly fee", "credit-cap":"50% of the monthly fee"}
            """#,
            full: #"""
                lumenfold keeps a service level for harborquill: availability; more than: \#
                99% of a month; at least: 99.9% of a month; at most: 100% of a month; less \#
                than: 101% of a month; level: measured at the gateway; period: 1 month; \#
                credit: 10% of the monthly fee; at most credited: 50% of the monthly fee
                """#,
            brief: "lumenfold keeps a service level for harborquill: availability"),
    ]
}
