import Amendments
import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// The rules about figures, about single terms, and what settles a conflict.
struct RuleTests {
    @Test(arguments: [
        ("60%", "50%", true), ("50%", "50%", false), ("100%", "1%", true),
        ("40%", "59.9999%", false), ("1/3", "2/3", false), ("1/3", "66.6667%", true),
    ])
    func `shares of one base above 100 % are found, and certain where a vocabulary names the base`(
        _ first: String, _ second: String, _ isMore: Bool
    ) throws {
        func found(_ events: String) throws -> [Certainty] {
            try report(
                [share("one", to: "alpha", "rate: \(first) of sales")],
                [share("two", to: "beta", "rate: \(second) of sales")], events: events
            ).conflicts.filter { $0.rule == .capacityExceeded }.map(\.certainty)
        }
        #expect(try found("") == (isMore ? [.possible] : []))
        let named = "  - scope-defined: { scope: sales, text: All sales of the studio }\n"
        #expect(try found(named) == (isMore ? [.certain] : []))
    }

    @Test func `shares of different bases are not added up`() throws {
        let found = try report(
            [share("one", to: "alpha", "rate: 60% of sales")],
            [share("two", to: "beta", "rate: 60% of profit")])
        #expect(found.isEmpty)
    }

    @Test func `an undisclosed share makes no finding, a range a possible one`() throws {
        #expect(
            try report(
                [share("one", to: "alpha", "rate: 60% of sales")],
                [share("two", to: "beta", "rate: undisclosed")]
            ).isEmpty)
        let between = try report(
            [share("one", to: "alpha", "rate: 60% of sales")],
            [share("two", to: "beta", "rate: { between: [30% of sales, 50% of sales] }")])
        #expect(between.conflicts.map(\.certainty) == [.possible])
    }

    @Test(arguments: [
        ("USD 100, per: P1M", "USD 90, per: P1M", Certainty.possible),
        ("USD 100, per: P1M", "USD 100.00, per: P1M", nil),
        ("USD 100, per: P1M", "USD 110, per: P1M", nil),
        ("USD 100", "USD 90", .possible),
        ("USD 1000, per: P1Y", "USD 100, per: P1M", .possible),
        ("USD 100, per: P1M", "USD 90, per: unknown", .possible),
        ("USD 100, per: P1M", "USD 90", .possible),
        ("USD 100", "EUR 90", .possible),
        ("USD 100", "undisclosed", .possible),
        ("unknown", "USD 90", .possible),
        ("USD 100", "{ between: [USD 80, USD 90] }", .possible),
        ("USD 100", "{ about: USD 90 }", .possible), ("USD 100", "{ about: USD 100 }", .possible),
    ])
    func `a third's fee is compared where currency and period allow it`(
        _ mine: String, _ its: String, _ expected: Certainty?
    ) throws {
        func fee(_ id: String, by payer: String, _ amount: String) -> String {
            "term: \(id), kind: fee, set: { payer: \(payer), payee: studio, amount: \(amount) }"
        }
        let found = try report(
            [
                "term: most-favoured, kind: most-favoured, "
                    + "set: { beneficiary: alpha, obligor: studio }",
                fee("own", by: "alpha", mine),
            ], [fee("third", by: "beta", its)])
        let told = found.conflicts.filter { $0.rule == .mostFavouredTrigger }
        #expect(told.map(\.certainty) == [expected].compactMap(\.self))
    }

    @Test(arguments: [
        ("20%", "10%", nil as String?, Certainty.possible), ("20%", "20%", nil, nil),
        ("20%", "30%", nil, nil), ("20%", "10%", "prices", .possible),
    ])
    func `a third that pays less triggers the most favoured clause`(
        _ mine: String, _ its: String, _ compared: String?, _ expected: Certainty?
    ) throws {
        let words = compared.map { ", compared: \($0)" } ?? ""
        let found = try report(
            [
                "term: most-favoured, kind: most-favoured, "
                    + "set: { beneficiary: alpha, obligor: studio\(words) }",
                "term: own, kind: revenue-share, "
                    + "set: { payer: alpha, payee: studio, rate: \(mine) of sales }",
            ],
            [
                "term: third, kind: revenue-share, "
                    + "set: { payer: beta, payee: studio, rate: \(its) of sales }"
            ]
        ).conflicts
        #expect(found.map(\.certainty) == [expected].compactMap(\.self))
        #expect(found.allSatisfy { $0.rule == .mostFavouredTrigger && $0.rule.nature == .trigger })
    }

    @Test(
        arguments: [
            ("only: [de]", "only: [fr]", nil, nil), ("only: [de]", "only: [de]", nil, .possible),
            ("only: [de]", "only: [eu]", nil, .possible),
            ("all-except: [fr]", "only: [fr]", nil, nil),
            ("only: [de]", nil, nil, .possible), (nil, "only: [fr]", nil, .possible),
            (nil, "only: [fr]", "only: [de]", nil),
            (nil, "only: [fr]", "only: [fr, de]", .possible),
            ("only: [de]", "only: [de]", "only: [fr]", nil),
        ] as [(String?, String?, String?, Certainty?)])
    func `a better rate triggers the clause only for what both and the clause may cover`(
        _ mine: String?, _ its: String?, _ clause: String?, _ expected: Certainty?
    ) throws {
        func scope(_ territories: String?) -> String {
            territories.map { ", territories: { \($0) }" } ?? ""
        }
        let found = try report(
            [
                "term: most-favoured, kind: most-favoured, "
                    + "set: { beneficiary: alpha, obligor: studio\(scope(clause)) }",
                "term: own, kind: revenue-share, "
                    + "set: { payer: alpha, payee: studio, rate: 20% of sales\(scope(mine)) }",
            ],
            [
                "term: third, kind: revenue-share, "
                    + "set: { payer: beta, payee: studio, rate: 10% of sales\(scope(its)) }"
            ]
        ).conflicts.filter { $0.rule == .mostFavouredTrigger }
        #expect(found.map(\.certainty) == [expected].compactMap(\.self))
    }

    @Test(
        arguments: [
            ("USD 100", "aggregate", Certainty.certain), ("USD 101", "aggregate", nil),
            ("USD 60", "per-period", .possible), ("USD 61", "per-period", nil),
            ("USD 100", nil, .possible), ("USD 60", nil, .possible),
            ("undisclosed", nil, .possible),
            ("none", nil, nil), ("unknown", nil, nil),
            ("{ between: [USD 90, USD 200] }", "aggregate", .possible),
            ("{ between: [USD 90, USD 95] }", "aggregate", .certain),
            ("{ between: [USD 101, USD 200] }", "aggregate", nil),
            ("{ about: USD 90 }", "aggregate", .possible),
            ("{ about: { value: USD 90, within: 5% } }", "aggregate", .certain),
            ("{ about: { value: USD 100, within: 5% } }", "aggregate", .possible),
            ("{ about: { value: USD 110, within: 5% } }", "aggregate", nil),
        ] as [(String, String?, Certainty?)])
    func `a cap is reached by what accrued, over the time that it counts`(
        _ cap: String, _ period: String?, _ expected: Certainty?
    ) throws {
        let words = period.map { ", cap-period: \($0)" } ?? ""
        let found = try report(
            [
                "term: share, kind: revenue-share, set: { payer: studio, payee: alpha, "
                    + "rate: 5% of sales, cap: \(cap)\(words) }"
            ], events: accrued("USD 40", 2024) + accrued("USD 60", 2025)
        ).conflicts
        // What is not known is reported anew with every amount.
        #expect(Set(found.map(\.certainty)) == Set([expected].compactMap(\.self)))
        #expect(found.allSatisfy { $0.rule == .capReached })
    }

    @Test(arguments: [
        "right-waived: { term: share, by: studio, extent: the cap }",
        "term-amended: { term: share, set: { cap: USD 200 }, effective: { upon: merger } }",
    ])
    func `a cap that is waived, or may be another, is not surely reached`(_ event: String) throws {
        let found = try report(
            [
                "term: share, kind: revenue-share, set: { payer: studio, payee: alpha, "
                    + "rate: 5% of sales, cap: USD 50, cap-period: aggregate }"
            ],
            events: "  - condition-defined: { condition: merger, text: They merge }\n  - \(event)\n"
                + accrued("USD 60", 2024)
        ).conflicts
        #expect(Set(found.map(\.certainty)) == [.possible])
    }

    @Test(
        arguments: [
            ("USD 100", "aggregate", "", Certainty.certain), ("USD 101", "aggregate", "", nil),
            ("USD 60", "per-period", "", .possible), ("undisclosed", "aggregate", "", .possible),
            (
                "USD 100", "aggregate", "right-waived: { term: most, by: studio, extent: all }",
                .possible
            ),
            (
                "USD 100", "aggregate",
                "term-removed: { term: most, effective: { upon: merger } }", .possible
            ),
            ("USD 100", "aggregate", "term-removed: { term: most }", nil),
        ] as [(String, String, String, Certainty?)])
    func `a cap of its own is reached as one in a field is`(
        _ amount: String, _ period: String, _ event: String, _ expected: Certainty?
    ) throws {
        let found = try report(
            [
                "term: share, kind: revenue-share, set: { payer: studio, payee: alpha, "
                    + "rate: 5% of sales }",
                "term: most, kind: cap, set: { on: share, amount: \(amount), period: \(period) }",
            ],
            events: "  - condition-defined: { condition: merger, text: They merge }\n"
                + (event.isEmpty ? "" : "  - \(event)\n") + accrued("USD 40", 2024)
                + accrued("USD 60", 2025)
        ).conflicts
        #expect(Set(found.map(\.certainty)) == Set([expected].compactMap(\.self)))
        #expect(found.allSatisfy { $0.rule == .capReached })
    }

    @Test(
        arguments: [
            ("2024-01/2024-06", "2024-07/2024-12", Certainty.certain),
            ("2024-01/2024-06", "2024-06/2024-12", nil),
            ("2024-01/2024-06", "2025-01/2025-06", nil),
        ] as [(String, String, Certainty?)])
    func `what accrued in parts of one period is added up`(
        _ first: String, _ second: String, _ expected: Certainty?
    ) throws {
        func part(_ period: String) -> String {
            "  - amount-accrued: { term: share, amount: USD 30, period: \(period), effective: { on: 2025-12-31 } }\n"
        }
        let found = try report(
            [
                "term: share, kind: royalty, set: { payer: studio, payee: alpha, "
                    + "rate: 5% of sales, per: P1Y, cap: USD 50 }"
            ], events: part(first) + part(second)
        ).conflicts
        #expect(found.first?.certainty == expected)
    }

    @Test func `a cap that waits for a condition may be reached`() throws {
        let found = try report(
            [
                "term: share, kind: revenue-share, set: { payer: studio, payee: alpha, "
                    + "rate: 5% of sales }"
            ],
            events: "  - condition-defined: { condition: merger, text: They merge }\n"
                + "  - term-added: { term: most, kind: cap, set: { on: share, amount: USD 50, period: aggregate }, effective: { upon: merger } }\n"
                + accrued("USD 60", 2024)
        ).conflicts
        #expect(found.map(\.certainty) == [.possible])
    }

    @Test func `a share that is waived in words is not surely one of those that are too many`()
        throws
    {
        let found = try report(
            [share("one", to: "alpha", "rate: 60% of sales")],
            [share("two", to: "beta", "rate: 50% of sales")],
            events: "  - scope-defined: { scope: sales, text: All sales of the studio }\n"
                + "  - right-waived: { term: one, by: alpha, extent: all of it }\n")
        #expect(found.conflicts.map(\.certainty) == [.possible])
    }

    @Test(
        arguments: [
            ("USD 30", "USD 20", "2024", nil), ("USD 20", "USD 40", "2024", Certainty.certain),
            ("USD 20", "USD 30", "2024/2025", .possible), ("USD 20", "USD 30", "2025", nil),
        ] as [(String, String, String, Certainty?)])
    func `what accrued in a period is held against the cap of that period`(
        _ amount: String, _ later: String, _ period: String, _ expected: Certainty?
    ) throws {
        let found = try report(
            [
                "term: share, kind: royalty, set: { payer: studio, payee: alpha, per: P1Y, "
                    + "rate: 5% of sales, cap: \(amount == "USD 30" ? "USD 40" : "USD 20"), "
                    + "starts: { on: 2024-01-01 } }"
            ],
            events: "  - term-amended: { term: share, set: { cap: \(later) }, "
                + "effective: { on: 2025-01-01 } }\n"
                + "  - amount-accrued: { term: share, amount: USD 25, period: \(period), "
                + "effective: { on: 2025-12-31 } }\n"
        ).conflicts
        #expect(found.last?.certainty == expected)
    }

    @Test(arguments: [
        ("cites: [page]", "cites: [text]", "2024", Certainty.possible),
        ("cites: [text]", "cites: [page]", "2024", .possible),
        ("cites: [text]", "cites: [text]", "2024~", .possible),
        ("cites: [text]", "cites: [text]", "2024", .certain),
    ])
    func `a cap is reached for certain by what instruments state of it, and of what accrued`(
        _ cap: String, _ accrual: String, _ period: String, _ expected: Certainty
    ) throws {
        let found = try report(
            [
                "term: share, kind: revenue-share, set: { payer: studio, payee: alpha, "
                    + "rate: 5% of sales, cap-period: aggregate }"
            ],
            events: "  - term-amended: { term: share, set: { cap: USD 100 }, \(cap) }\n"
                + "  - amount-accrued: { term: share, amount: USD 120, period: \(period), "
                + "\(accrual) }\n"
        ).conflicts
        #expect(found.last?.certainty == expected)
    }

    @Test func `a cap not yet reached is no finding until the day that it is`() throws {
        let found = try report(
            [
                "term: share, kind: revenue-share, set: { payer: studio, payee: alpha, "
                    + "rate: 5% of sales, cap: USD 100, cap-period: aggregate }"
            ], events: accrued("USD 40", 2024) + accrued("USD 60", 2025))
        #expect(found.conflicts.first?.days.from == "2025-12-31")
    }

    @Test(
        arguments: [
            // January is part of the first quarter, and the same money may be stated twice.
            (
                "USD 35", ["USD 10 2024-01", "USD 30 2024-01/2024-03", "USD 30 2024-01/2024-03"],
                nil
            ),
            ("USD 30", ["USD 10 2024-01", "USD 30 2024-01/2024-03"], Certainty.certain),
            ("USD 32", ["USD 10 2024-01/2024-02", "USD 25 2024-02/2024-03"], .possible),
            ("USD 25", ["USD 10 2024-01/2024-02", "USD 25 2024-02/2024-03"], .certain),
            ("USD 20", ["USD 10 2024", "USD 25 2024"], .possible),
        ] as [(String, [String], Certainty?)])
    func `a cap in total is reached only where the union of what accrued must reach it`(
        _ cap: String, _ stated: [String], _ expected: Certainty?
    ) throws {
        let events = stated.map { text in
            let parts = text.split(separator: " ")
            return "  - amount-accrued: { term: share, amount: \(parts[0]) \(parts[1]), "
                + "period: \(parts[2]) }\n"
        }
        let found = try report(
            [
                "term: share, kind: revenue-share, set: { payer: studio, payee: alpha, "
                    + "rate: 5% of sales, cap: \(cap), cap-period: aggregate }"
            ], events: events.joined()
        ).conflicts
        #expect(found.last?.certainty == expected)
    }

    @Test func `a later deal with a third party never overrides`() throws {
        let found = try report(
            [grant("one", to: "alpha", "exclusive")],
            [grant("two", to: "beta", "exclusive")])
        #expect(found.conflicts.map(\.rule) == [.doubleExclusive])
        #expect(found.conflicts.first?.days.to == nil)
        #expect(found.settled.isEmpty)
    }

    @Test func `a later instrument of the same agreement does settle it`() throws {
        let story = try given(
            yaml: recording("first", [grant("one", to: "alpha", "exclusive")]),
            """
            recording: later
            agreement: first
            instrument: { kind: amendment, title: Later, effective: { on: 2025-01-01 } }
            disclosed: 2025-01-01
            sources: [{ id: text, grade: executed-text, publisher: the parties }]
            events:
              - term-added: { \(grant("two", to: "beta", "non-exclusive")) }
            """)
        let report = ConflictReport(story.views(), asked: [], over: "2020-01-01"..."2030-01-01")
        #expect(report.isEmpty)
        let settled = try #require(report.settled.first)
        #expect(settled.rule == .laterGrantUnderExclusive)
        #expect(settled.resolution?.events.map(\.recording.key) == ["later"])
    }

    private func clause(_ yields: String, _ effective: String) -> String {
        """
          - term-added:
              term: order
              kind: precedence
              set: { prevails: one, yields: \(yields) }
              effective: { on: \(effective) }

        """
    }

    @Test func `a clause on precedence settles it from its day, for the terms it names alone`()
        throws
    {
        let grants = [
            grant("one", to: "alpha", "exclusive"), grant("two", to: "beta", "non-exclusive"),
            grant("three", to: "beta", "non-exclusive"),
        ]
        let settled = try report(grants, events: clause("two", "2025-01-01"))
        let open = try #require(settled.conflicts.first { $0.sides[1].term == "two" })
        #expect(open.days.to == "2025-01-01")
        #expect(open.closedBy.map(\.event.kind) == [.termAdded])
        #expect(settled.settled.map(\.sides[1].term) == ["two"])
        guard case .precedence(of: "one", _)? = settled.settled.first?.resolution else {
            Issue.record("\(String(describing: settled.settled.first?.resolution))")
            return
        }
        let other = try report(grants, events: clause("three", "2025-01-01"))
        #expect(other.conflicts.first { $0.sides[1].term == "two" }?.days.to == nil)
    }

    @Test func `two grants of one instrument settle nothing`() throws {
        let found = try report([
            grant("one", to: "alpha", "exclusive"), grant("two", to: "beta", "non-exclusive"),
        ])
        #expect(found.conflicts.count == 1)
    }

    @Test func `a refusal before the deal settles the process, one after it does not`() throws {
        func found(_ day: Day) throws -> ConflictReport {
            try report(
                [
                    "term: first, kind: first-refusal, "
                        + "set: { holder: alpha, grantor: studio, subject: film rights }"
                ],
                [
                    "term: deal, kind: license-grant, set: { grantor: studio, grantee: beta, "
                        + "subject: film rights, starts: { on: 2025-01-01 } }"
                ],
                events: """
                      - option-declined: { term: first, by: alpha, effective: { on: \(day) } }

                    """)
        }
        #expect(try found("2024-12-01").isEmpty)
        #expect(try found("2024-12-01").settled.count == 1)
        #expect(try found("2025-02-01").conflicts.first?.rule == .processBypassed)
    }

    @Test func `an end that names a removed condition alone is an orphan`() throws {
        let found = try report(
            [
                "term: one, kind: distribution, set: { grantor: studio, distributor: alpha, "
                    + "ends: { upon: launch } }"
            ],
            events: """
                  - condition-removed: { condition: launch, effective: { on: 2025-01-01 } }

                """, conditions: ["launch"])
        #expect(found.gaps.map(\.rule) == [.orphan])
        #expect(found.gaps.first?.days.from == "2025-01-01")
        #expect(found.isEmpty)
    }

    @Test func `silence on a term whose support is removed is a gap`() throws {
        let found = try report(
            [
                "term: one, kind: distribution, set: { grantor: studio, distributor: alpha, "
                    + "ends: { first-of: [{ upon: launch }, { on: 2030-01-01 }] } }"
            ],
            events: """
                  - condition-removed: { condition: launch, effective: { on: 2025-01-01 } }
                  - term-unaddressed: { term: one, effective: { on: 2025-01-01 } }

                """, conditions: ["launch"])
        #expect(found.gaps.map(\.rule) == [.gap])
        #expect(found.gaps.first?.days.from == "2025-01-01")
        #expect(found.isEmpty)
    }

    @Test func `stakes in one issuer are added up as shares are`() throws {
        func stake(_ holder: String, _ share: String) -> String {
            "term: \(holder)-stake, kind: equity-stake, "
                + "set: { holder: \(holder), issuer: studio, percentage: \(share) of the shares }"
        }
        #expect(try report([stake("alpha", "51%")], [stake("beta", "49%")]).isEmpty)
        let found = try report([stake("alpha", "51%")], [stake("beta", "49.01%")])
        #expect(found.conflicts.map(\.rule) == [.capacityExceeded])
    }

    @Test func `a base of which one rate alone is above all is a measure, and nothing exceeds it`()
        throws
    {
        #expect(
            try report(
                [share("one", to: "alpha", "rate: 110% of cost")],
                [share("two", to: "beta", "rate: 20% of cost")]
            ).isEmpty)
        let found = try report(
            [share("one", to: "alpha", "rate: 90% of cost")],
            [share("two", to: "beta", "rate: 20% of cost")])
        #expect(found.conflicts.map(\.rule) == [.capacityExceeded])
    }

    @Test(arguments: [
        ("alpha", "", "beta", "", Certainty.certain),
        ("alpha", "", "alpha", "", .possible),
        ("alpha", ", basis: votes", "beta", ", basis: votes", .certain),
        ("alpha", ", basis: votes", "beta", ", basis: shares without a vote", .possible),
        ("alpha", ", basis: votes", "beta", "", .possible),
    ])
    func `stakes that may be one, or counted in different ways, are more than all perhaps`(
        _ first: String, _ way: String, _ second: String, _ other: String, _ expected: Certainty
    ) throws {
        func stake(_ holder: String, _ way: String) -> String {
            "term: stake, kind: equity-stake, "
                + "set: { holder: \(holder), issuer: studio, percentage: 60% of shares\(way) }"
        }
        let found = try report(
            [stake(first, way)], [stake(second, other)],
            events: "  - scope-defined: { scope: shares, text: All shares of the studio }\n")
        #expect(found.conflicts.map(\.certainty) == [expected])
    }

    @Test func `two values of one grade are a gap in the record, and no conflict`() throws {
        let found = try report(
            [share("one", to: "alpha", "rate: 10% of sales")],
            events: """
                  - value-reported: { term: one, field: rate, value: 12% of sales, cites: [text] }

                """)
        #expect(found.gaps.map(\.rule) == [.twoLiveValues])
        #expect(found.isEmpty)
    }

    private func grant(_ id: String, to party: String, _ level: String) -> String {
        "term: \(id), kind: distribution, set: { grantor: studio, distributor: \(party), "
            + "exclusivity: \(level) }"
    }

    private func share(_ id: String, to party: String, _ rate: String) -> String {
        "term: \(id), kind: revenue-share, set: { payer: studio, payee: \(party), \(rate) }"
    }

    private func accrued(_ amount: String, _ year: Int) -> String {
        """
          - amount-accrued: { term: share, amount: \(amount), period: \(year)-01-01/\(year)-12-31, effective: { on: \(year)-12-31 } }

        """
    }

    private func recording(
        _ id: String, _ terms: [String], events: String = "", conditions: [String] = []
    ) -> String {
        """
        recording: \(id)
        agreement: \(id)
        instrument: { kind: definitive, title: \(id), effective: { on: 2024-01-01 } }
        disclosed: 2024-01-01
        sources:
          - { id: text, grade: executed-text, publisher: the parties }
          - { id: page, grade: secondary, publisher: a page }
        events:
          - agreement-recorded: { title: \(id), zone: UTC }

        """
            + ["studio", "alpha", "beta"].map {
                "  - party-admitted: { party: \($0), name: \($0) }\n"
            }
            .joined()
            + conditions.map { "  - condition-defined: { condition: \($0), text: \($0) }\n" }
            .joined()
            + terms.map { "  - term-added: { \($0), cites: [text] }\n" }.joined() + events
    }

    /// One agreement, or two where a second list of terms is given.
    private func report(
        _ first: [String], _ second: [String]? = nil, events: String = "", conditions: [String] = []
    ) throws -> ConflictReport {
        var texts = [recording("first", first, events: events, conditions: conditions)]
        if let second { texts.append(recording("second", second)) }
        return ConflictReport(
            try given(yaml: texts).views(), asked: [], over: "2020-01-01"..."2040-01-01")
    }
}
