import Terms

// Rights in things, money owed and first calls.
extension TermSentenceTests {
    static let grants: [SentenceSample] = [
        SentenceSample(
            .licenseGrant,
            #"""
            {"grantor":"openai", "grantee":"microsoft", "subject":"models and products",
             "exclusivity":"exclusive", "exclusive-until":{"upon":"agi"},
             "run-off-exclusivity":"non-exclusive",
             "purpose":"use in products", "exception":"azure-cannot-support",
             "limits":"no consumer hardware", "products":{"all-except":["consumer-hardware"]},
             "fields":"all", "territories":{"only":["spain","portugal"]},
             "channels":{"only":["azure"]}, "customers":"undisclosed"}
            """#,
            full: #"""
                openai grants microsoft an exclusive licence of models and products for use in \#
                products, unless azure-cannot-support; limits: no consumer hardware; end of \#
                exclusivity: upon agi; after the agreement ends: non-exclusive; products: all \#
                except consumer-hardware; fields: all; territories: only portugal, spain; \#
                channels: only azure; customers: undisclosed
                """#,
            brief: "openai grants microsoft a licence of models and products"),
        SentenceSample(
            .exclusivity,
            #"""
            {"obligor":"openai", "beneficiary":"microsoft", "act":"serve the API on Azure only",
             "exclusivity":"exclusive", "exclusive-until":{"through":"2030"},
             "run-off-exclusivity":"sole",
             "exception":"azure-cannot-support", "products":{"only":["api-products"]}}
            """#,
            full: #"""
                openai undertakes to microsoft: serve the API on Azure only (exclusive), \#
                unless azure-cannot-support; end of exclusivity: through 2030; \#
                after the agreement ends: sole; products: only api-products
                """#,
            brief: "openai undertakes to microsoft: serve the API on Azure only"),
        SentenceSample(
            .distribution,
            #"""
            {"grantor":"openai", "distributor":"amazon", "subject":"OpenAI Frontier",
             "exclusivity":"non-exclusive", "exclusive-until":"none", "exception":"agi",
             "run-off-exclusivity":"none",
             "channels":{"only":["third-party-cloud"]}}
            """#,
            full: #"""
                openai makes amazon a non-exclusive distributor of OpenAI Frontier, unless agi;\#
                 end of exclusivity: none; after the agreement ends: none; \#
                channels: only third-party-cloud
                """#,
            brief: "openai makes amazon a distributor"),
        SentenceSample(
            .hostingProvider,
            #"""
            {"customer":"openai", "provider":"oracle",
             "workloads":{"only":["chatgpt-enterprise","api"]}, "exclusivity":"non-exclusive",
             "exclusive-until":"none", "run-off-exclusivity":"none",
             "capacity":"4.5 GW in the United States",
             "exception":"agi"}
            """#,
            full: #"""
                openai is hosted by oracle (non-exclusive), unless agi; workloads: only api, \#
                chatgpt-enterprise; capacity: 4.5 GW in the United States; end of exclusivity: \#
                none; after the agreement ends: none
                """#,
            brief: "openai is hosted by oracle"),
        SentenceSample(
            .primaryProvider,
            #"{"customer":"openai", "provider":"microsoft", "products":"all"}"#,
            full: "microsoft is the primary provider of openai; products: all",
            brief: "microsoft is the primary provider of openai"),
        SentenceSample(
            .firstAvailability,
            #"""
            {"obligor":"openai", "beneficiary":"microsoft", "channel":"Azure", "products":"all",
             "exception":"azure-cannot-support"}
            """#,
            full: #"""
                openai makes its products available first on Azure, for microsoft, unless \#
                azure-cannot-support; products: all
                """#,
            brief: "openai makes its products available first on Azure, for microsoft"),
        SentenceSample(
            .revenueShare,
            #"""
            {"payer":"openai", "payee":"microsoft", "cap":"none", "cap-period":"aggregate",
             "formula":"5% of ([gross] - [returns])", "floor":"none", "payment":"each quarter"}
            """#,
            full: #"""
                openai pays microsoft a share of revenue: 5% of (gross less returns); cap: none \#
                (aggregate); floor: none; payment: each quarter
                """#,
            brief: "openai pays microsoft a share of revenue"),
        SentenceSample(
            .royalty,
            #"""
            {"payer":"lumenfold", "payee":"harborquill",
             "formula":"max(5% of [net sales], minimum)",
             "minimum":"EUR 400000", "cap":"none", "per":"P1Y", "periods-from":"2024-07-01",
             "territories":{"only":["de"]}}
            """#,
            full: #"""
                lumenfold pays harborquill a royalty: the greater of 5% of net sales and the minimum; \#
                minimum: EUR 400,000; cap: none; period: 1 year, one from 2024-07-01; territories: \#
                only de
                """#,
            brief: "lumenfold pays harborquill a royalty"),
        SentenceSample(
            .fee,
            #"""
            {"payer":"lumenfold", "payee":"harborquill", "formula":"2 * license.a/amount",
             "per":"P1Y", "over":"P5Y", "index":{"name":"CPI-U","base":"2023-12","each":"P2Y"}}
            """#,
            full: #"""
                lumenfold pays harborquill a fee: 2 times the amount of license.a; period: 1 year; \#
                over: 5 years; adjusted: by CPI-U from 2023-12, each 2 years
                """#,
            brief: "lumenfold pays harborquill a fee"),
        SentenceSample(
            .revenueShare,
            #"""
            {"payer":"openai", "payee":"microsoft", "rate":"20% of total revenue",
             "cap":"USD 38000000000", "cap-period":"aggregate", "floor":"none",
             "payment":"each quarter"}
            """#,
            full: #"""
                openai pays microsoft a share of revenue: 20% of total revenue; cap: USD \#
                38,000,000,000 (aggregate); floor: none; payment: each quarter
                """#,
            brief: "openai pays microsoft a share of revenue"),
        SentenceSample(
            .revenueShare,
            #"""
            {"payer":"openai", "payee":"microsoft", "cap":"none", "cap-period":"aggregate",
             "tiers":{"steps":[{"rate":"20% of revenue","up-to":"USD 100"},{"rate":"10% of revenue"}]},
             "floor":"none", "payment":"each quarter"}
            """#,
            full: #"""
                openai pays microsoft a share of revenue: 20% up to USD 100, 10% above, of revenue; \#
                cap: none (aggregate); floor: none; payment: each quarter
                """#,
            brief: "openai pays microsoft a share of revenue"),
        SentenceSample(
            .royalty,
            #"""
            {"payer":"lumenfold", "payee":"harborquill", "rate":"6.5% of net sales",
             "minimum":"EUR 400000", "cap":{"redacted":"[***]"}, "per":"P1Y"}
            """#,
            full: #"""
                lumenfold pays harborquill a royalty: 6.5% of net sales; minimum: EUR 400,000; \#
                cap: redacted [***]; period: 1 year
                """#,
            brief: "lumenfold pays harborquill a royalty"),
        SentenceSample(
            .royalty,
            #"""
            {"payer":"lumenfold", "payee":"harborquill",
             "tiers":{"steps":[{"rate":"5% of net sales","up-to":"P2Y"},{"rate":"4% of net sales"}]},
             "minimum":"EUR 400000", "cap":"none", "per":"P1Y"}
            """#,
            full: #"""
                lumenfold pays harborquill a royalty: 5% up to 2 years, 4% after, of net sales; \#
                minimum: EUR 400,000; cap: none; period: 1 year
                """#,
            brief: "lumenfold pays harborquill a royalty"),
        SentenceSample(
            .fee,
            #"""
            {"payer":"lumenfold", "payee":"harborquill", "per":"P1Y", "over":"P5Y", "index":{"name":"CPI-U","base":"2023-12","each":"P2Y"},
             "schedule":[{"amount":"EUR 1000","due":{"on":"2026-01-15"}}]}
            """#,
            full: #"""
                lumenfold pays harborquill a fee: EUR 1,000 due on 2026-01-15; period: 1 year; over: 5 \#
                years; adjusted: by CPI-U from 2023-12, each 2 years
                """#,
            brief: "lumenfold pays harborquill a fee"),
        SentenceSample(
            .fee,
            #"""
            {"payer":"lumenfold", "payee":"harborquill", "per":"P1Y", "over":"P5Y", "index":{"name":"CPI-U","base":"2023-12","each":"P2Y"},
             "tiers":{"counted":"per-period","applies":"whole","steps":[
                {"unit-price":"EUR 2 per lens","up-to":"1000"},{"unit-price":"EUR 1 per lens"}]}}
            """#,
            full: #"""
                lumenfold pays harborquill a fee: EUR 2 up to 1,000, EUR 1 above, per lens, whole, \#
                per-period; period: 1 year; over: 5 years; adjusted: by CPI-U from 2023-12, each 2 years
                """#,
            brief: "lumenfold pays harborquill a fee"),
        SentenceSample(
            .royalty,
            #"""
            {"payer":"lumenfold", "payee":"harborquill", "unit-price":"EUR 1250.50 per lens",
             "minimum":"EUR 400000", "cap":"none", "per":"P1Y"}
            """#,
            full: #"""
                lumenfold pays harborquill a royalty: EUR 1,250.50 per lens; minimum: EUR 400,000; \#
                cap: none; period: 1 year
                """#,
            brief: "lumenfold pays harborquill a royalty"),
        SentenceSample(
            .fee,
            #"{"payer":"lumenfold", "payee":"harborquill", "unit-price":"EUR 2 per lens", "per":"P1Y", "over":"P5Y", "index":{"name":"CPI-U","base":"2023-12","each":"P2Y"}}"#,
            full:
                "lumenfold pays harborquill a fee: EUR 2 per lens; period: 1 year; over: 5 years; adjusted: by CPI-U from 2023-12, each 2 years",
            brief: "lumenfold pays harborquill a fee"),
        SentenceSample(
            .fee,
            #"{"payer":"lumenfold", "payee":"harborquill", "amount":"EUR 18000", "per":"P1Y", "over":"P5Y", "index":{"name":"CPI-U","base":"2023-12","each":"P2Y"}}"#,
            full:
                "lumenfold pays harborquill a fee: EUR 18,000; period: 1 year; over: 5 years; adjusted: by CPI-U from 2023-12, each 2 years",
            brief: "lumenfold pays harborquill a fee"),
        SentenceSample(
            .cap,
            #"{"on":"royalty.lens-modules", "amount":"undisclosed", "period":"aggregate"}"#,
            full: "Cap on royalty.lens-modules: undisclosed (aggregate)",
            brief: "Cap on royalty.lens-modules"),
        SentenceSample(
            .floor,
            #"{"on":"royalty.lens-modules", "amount":"EUR 10.50", "period":"per-period"}"#,
            full: "Floor under royalty.lens-modules: EUR 10.50 (per-period)",
            brief: "Floor under royalty.lens-modules"),
        SentenceSample(
            .minimumCommitment,
            #"""
            {"obligor":"openai", "beneficiary":"amazon", "subject":"AWS compute",
             "amount":"USD 38000000000", "per":"P1Y", "over":"P7Y", "index":{"name":"CPI-U","base":"2023-12","each":"P2Y"}}
            """#,
            full: #"""
                openai owes amazon a minimum commitment: USD 38,000,000,000; for: AWS compute; \#
                period: 1 year; over: 7 years; adjusted: by CPI-U from 2023-12, each 2 years
                """#,
            brief: "openai owes amazon a minimum commitment"),
        SentenceSample(
            .volumeCommitment,
            #"""
            {"obligor":"oracle", "beneficiary":"openai", "subject":"data centres",
             "quantity":4500, "unit":"megawatts", "unit-price":"USD 12 per megawatt",
             "per":"P1Y"}
            """#,
            full: #"""
                oracle owes openai a volume commitment: 4,500 megawatts; \#
                price: USD 12 per megawatt; for: data centres; period: 1 year
                """#,
            brief: "oracle owes openai a volume commitment"),
        SentenceSample(
            .firstRefusal,
            #"""
            {"holder":"microsoft", "grantor":"openai", "subject":"new capacity",
             "response":"P30D"}
            """#,
            full: #"""
                microsoft has a right of first refusal from openai on new capacity; time to \#
                respond: 30 days
                """#,
            brief: "microsoft has a right of first refusal from openai on new capacity"),
        SentenceSample(
            .firstOffer,
            #"""
            {"holder":"microsoft", "grantor":"openai", "subject":"new capacity",
             "response":"P1M"}
            """#,
            full: #"""
                microsoft has a right of first offer from openai on new capacity; time to \#
                respond: 1 month
                """#,
            brief: "microsoft has a right of first offer from openai on new capacity"),
        SentenceSample(
            .firstNegotiation,
            #"""
            {"holder":"lumenfold", "grantor":"harborquill", "subject":"new lenses",
             "response":"P2W"}
            """#,
            full: #"""
                lumenfold has a right of first negotiation from harborquill on new lenses; time\#
                 to respond: 2 weeks
                """#,
            brief: "lumenfold has a right of first negotiation from harborquill on new lenses"),
        SentenceSample(
            .mostFavoured,
            #"""
            {"beneficiary":"lumenfold", "obligor":"harborquill",
             "compared":"prices to other distributors"}
            """#,
            full: #"""
                harborquill treats lumenfold no worse than anybody else; compared: prices to \#
                other distributors
                """#,
            brief: "harborquill treats lumenfold no worse than anybody else"),
        SentenceSample(
            .ipOwnership,
            #"{"owner":"harborquill", "subject":"improvements of the lenses"}"#,
            full: "harborquill owns improvements of the lenses",
            brief: "harborquill owns improvements of the lenses"),
    ]
}
