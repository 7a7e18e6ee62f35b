import Amendments
import DeedbookTesting
import Ledger
import Terms
import Testing

/// Terms whose end is that of another term, or the day of another field.
struct ReferredEndTests {
    /// What becomes of the licence, and whether the support that ends with it holds on chosen days.
    struct Row: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var licence = "ends: { through: 2022-06-30 }"
        var support = "ends: { same-as: licence/ends }"
        var others = ""
        var chapters: [String] = []
        let answers: [(day: Day, status: TermStatus)]
    }

    private static func licence(_ fields: String) -> String {
        """
        - term-added:
            term: licence
            kind: license-grant
            set: { grantor: a, grantee: b, subject: moulds, exclusivity: exclusive\(fields.isEmpty ? "" : ", ")\(fields) }
        """
    }

    private static func support(_ fields: String) -> String {
        """
        - term-added:
            term: support
            kind: fee
            set: { payer: b, payee: a, amount: USD 10, \(fields) }
        """
    }

    private static func sets(_ term: String, _ fields: String) -> String {
        "- term-amended: { term: \(term), set: { \(fields) } }"
    }

    private static let never: [(day: Day, status: TermStatus)] = [
        ("2020-01-01", .inForce), ("2020-01-02", .indeterminate), ("2099-01-01", .indeterminate),
    ]

    static let rows: [Row] = [
        Row(
            testDescription: "it is over with the other",
            answers: [
                ("2022-06-30", .inForce), ("2022-07-01", .ended), ("2099-01-01", .ended),
            ]),
        Row(
            testDescription: "an extension of the other extends it",
            chapters: [
                chapter("longer", "2022-01-01", sets("licence", "ends: { through: 2024-06-30 }"))
            ],
            answers: [("2022-07-01", .inForce), ("2024-07-01", .ended)]),
        Row(
            testDescription: "an extension that comes late leaves it over in between",
            chapters: [
                chapter("longer", "2022-09-01", sets("licence", "ends: { through: 2024-06-30 }"))
            ],
            answers: [
                ("2022-08-31", .ended), ("2022-09-01", .inForce), ("2024-07-01", .ended),
            ]),
        Row(
            testDescription: "an earlier end of the other is an earlier end of it",
            chapters: [
                chapter("shorter", "2021-01-01", sets("licence", "ends: { through: 2021-03-31 }"))
            ],
            answers: [("2021-03-31", .inForce), ("2021-04-01", .ended)]),
        Row(
            testDescription: "the other is taken out before its last day",
            chapters: [chapter("out", "2021-05-01", "- term-removed: { term: licence }")],
            answers: [("2021-04-30", .inForce), ("2021-05-01", .ended), ("2099-01-01", .ended)]),
        Row(
            testDescription: "whether it goes on once the other is fulfilled is not stated",
            chapters: [
                chapter("done", "2021-05-01", "- term-discharged: { term: licence, manner: paid }")
            ],
            answers: [
                ("2021-04-30", .inForce), ("2021-05-01", .indeterminate),
                ("2022-06-30", .indeterminate), ("2022-07-01", .ended),
            ]),
        Row(
            testDescription: "a notice ends the other alone",
            support: "ends: { same-as: rent/ends }",
            others: """
                - term-added: { term: rent, kind: fee, set: { payer: b, payee: a, amount: USD 1, ends: { through: 2022-06-30 } } }
                - term-added: { term: exit, kind: termination-right, set: { holder: b, ground: convenience, on: rent, notice: P1M } }
                """,
            chapters: [
                chapter(
                    "notice", "2021-05-01", kind: "notice",
                    "- notice-given: { term: exit, by: b, to: a }")
            ],
            answers: [("2021-05-31", .inForce), ("2021-06-01", .ended)]),
        Row(
            testDescription: "the agreement ends, and it with the other",
            chapters: [
                chapter("over", "2021-05-01", kind: "notice", "- agreement-terminated: { by: a }")
            ],
            answers: [("2021-04-30", .inForce), ("2021-05-01", .ended)]),
        Row(
            testDescription: "an end that is not stated is not known",
            licence: "", answers: never),
        Row(
            testDescription: "nor is one that is withheld",
            licence: "ends: undisclosed", answers: never),
        Row(
            testDescription: "nor one of which nothing is known",
            licence: "ends: unknown", answers: never),
        Row(
            testDescription: "but the other has an end once it is over",
            licence: "",
            chapters: [chapter("out", "2021-05-01", "- term-removed: { term: licence }")],
            answers: [("2021-04-30", .indeterminate), ("2021-05-01", .ended)]),
        Row(
            testDescription: "an end that is stated not to come does not come",
            licence: "ends: none", answers: [("2099-01-01", .inForce)]),
        Row(
            testDescription: "the same, as a bound",
            licence: "ends: open", answers: [("2099-01-01", .inForce)]),
        Row(
            testDescription: "some day inside a span leaves its days open",
            licence: "ends: { between: [2022-03-01, 2022-06-30] }",
            answers: [
                ("2022-03-01", .inForce), ("2022-03-02", .indeterminate),
                ("2022-06-30", .indeterminate), ("2022-07-01", .ended),
            ]),
        Row(
            testDescription: "so does a year alone",
            licence: "ends: { through: 2022 }",
            answers: [
                ("2022-01-01", .inForce), ("2022-01-02", .indeterminate), ("2023-01-01", .ended),
            ]),
        Row(
            testDescription: "an end upon a condition waits for it",
            licence: "ends: { upon: merger }",
            others: "- condition-defined: { condition: merger, text: They merge. }",
            chapters: [
                chapter("merged", "2021-05-01", "- condition-satisfied: { condition: merger }")
            ],
            answers: [("2021-04-30", .inForce), ("2021-05-01", .ended)]),
        Row(
            testDescription: "a reference leads on to another",
            licence: "ends: { same-as: option/closes }",
            others: option("closes: { through: 2022-06-30 }"),
            answers: [("2022-06-30", .inForce), ("2022-07-01", .ended)]),
        Row(
            testDescription: "the day of another field is that day, whatever becomes of its term",
            support: "ends: { same-as: option/closes }",
            others: option("closes: { through: 2022-06-30 }"),
            chapters: [chapter("out", "2021-05-01", "- term-removed: { term: option }")],
            answers: [
                ("2021-05-01", .inForce), ("2022-06-30", .inForce), ("2022-07-01", .ended),
            ]),
        Row(
            testDescription: "a right that was not used ends what ends with it",
            support: "ends: { same-as: option/ends }",
            others: option("closes: { through: 2022-06-30 }"),
            answers: [("2022-06-30", .inForce), ("2022-07-01", .ended)]),
        Row(
            testDescription: "one that was used in part leaves that open",
            support: "ends: { same-as: option/ends }",
            others: option("closes: { through: 2022-06-30 }"),
            chapters: [
                chapter(
                    "used", "2021-05-01",
                    "- option-exercised: { term: option, by: a, extent: part }")
            ],
            answers: [("2022-06-30", .inForce), ("2022-07-01", .indeterminate)]),
        Row(
            testDescription: "what is agreed of it afterwards leaves open that it goes on",
            chapters: [chapter("more", "2022-09-01", sets("support", "amount: USD 20"))],
            answers: [("2022-08-31", .ended), ("2022-09-01", .indeterminate)]),
        Row(
            testDescription: "an end of its own takes the place of the other",
            chapters: [
                chapter("own", "2022-06-01", sets("support", "ends: { through: 2023-12-31 }"))
            ],
            answers: [("2022-07-01", .inForce), ("2024-01-01", .ended)]),
        Row(
            testDescription: "an end that had passed when it was named says nothing",
            support: "starts: { from: 2023-01-01 }, ends: { same-as: licence/ends }",
            answers: [
                ("2022-12-31", .notYet), ("2023-01-02", .indeterminate),
                ("2099-01-01", .indeterminate),
            ]),
        Row(
            testDescription: "a later life of the other revives nothing",
            chapters: [
                chapter("again", "2023-01-01", licence("ends: { through: 2030-12-31 }"))
            ],
            answers: [
                ("2022-06-30", .inForce), ("2022-07-01", .ended), ("2023-01-01", .ended),
            ]),
        Row(
            testDescription: "a term that is yet to begin may never end, and never surely does",
            licence: "starts: { upon: merger }, ends: { through: 2022-06-30 }",
            others: "- condition-defined: { condition: merger, text: They merge. }",
            answers: [("2022-06-30", .inForce), ("2022-07-01", .indeterminate)]),
        Row(
            testDescription: "the term of the agreement is renewed, and it goes on with it",
            support: "ends: { same-as: run/ends }",
            others: """
                - term-added: { term: run, kind: term-and-renewal, set: { ends: { through: 2022-06-30 }, renewal: automatic, renewal-period: P1Y, notice: P3M } }
                """,
            chapters: [
                chapter(
                    "stop", "2023-01-01", kind: "notice",
                    "- notice-given: { term: run, by: b, to: a }")
            ],
            answers: [
                ("2022-07-01", .inForce), ("2023-06-30", .inForce), ("2023-07-01", .ended),
            ]),
    ]

    private static func option(_ fields: String) -> String {
        """
        - term-added:
            term: option
            kind: option
            set: { holder: a, grantor: b, direction: call, subject: shares, \(fields) }
        """
    }

    private static func story(_ row: Row) throws -> Story {
        let events = [row.others, licence(row.licence), support(row.support)]
        return try given(
            yaml: [firstChapter(events.filter { !$0.isEmpty }.joined(separator: "\n"))]
                + row.chapters)
    }

    @Test(arguments: rows)
    func `a term that ends with another`(_ row: Row) throws {
        let story = try Self.story(row)
        #expect(story.violations.isEmpty)
        for (day, status) in row.answers {
            #expect(story.on(day).copy.term("support")?.status == status, "on \(day)")
        }
    }

    @Test(arguments: rows)
    func `recording by recording the pieces know it`(_ row: Row) throws {
        try expectPieces(of: Self.story(row))
    }

    @Test func `it says whose end it is, and what that rests on`() throws {
        let story = try recordedStory(
            Self.licence("ends: { through: 2022-06-30 }") + "\n"
                + Self.support("ends: { same-as: licence/ends }"))
        let over = story.on("2022-07-01").copy.term("support")
        #expect(
            over?.reasons
                == [
                    .endReferred("licence", .ends, nil),
                    .statedEnd(.through(CivilDate("2022-06-30"))),
                ])
        #expect(over?.since == "2022-07-01")
        #expect(
            over?.causes.map(\.reference.ordinal) == [5, 4], "what states it, then what it rests on"
        )
        #expect(story.on("2022-06-30").copy.term("support")?.nextChange == "2022-07-01")
    }

    @Test func `while the other waits for a condition, so does it`() throws {
        let story = try recordedStory(
            "- condition-defined: { condition: merger, text: They merge. }\n"
                + Self.licence("ends: { upon: merger }") + "\n"
                + Self.support("ends: { same-as: licence/ends }"))
        #expect(
            story.on("2022-07-01").copy.term("support")?.reasons
                == [.endReferred("licence", .ends, nil), .conditionPending("merger")])
    }

    @Test func `an option closes with a term, and may be exercised until then`() throws {
        let story = try recordedStory(
            Self.licence("ends: { through: 2022-06-30 }") + "\n"
                + Self.option("closes: { same-as: licence/ends }, each: [may]"))
        let open = story.on("2022-05-10").copy.term("option")
        #expect(open?.status == .inForce)
        #expect(open?.reasons == [.opening(.open(through: "2022-05-31"))])
        let over = story.on("2022-07-01").copy.term("option")
        #expect(over?.status == .ended)
        #expect(over?.reasons.first == .closed(PossibleDay("2022-06-30"), nil))
        try expectPieces(of: story)
    }

    @Test func `an exclusivity that holds until another term ends falls back with it`() throws {
        let story = try recordedStory(
            Self.support("ends: { through: 2021-06-30 }") + "\n"
                + Self.licence("exclusive-until: { same-as: support/ends }"))
        func exclusivity(_ day: Day) -> ValueState? {
            story.on(day).copy.term("licence")?.field(.exclusivity)?.value
        }
        #expect(exclusivity("2021-06-30") == .stated(.choice("exclusive")))
        #expect(exclusivity("2021-07-01") == .stated(.choice("non-exclusive")))
        try expectPieces(of: story)
    }

    /// A book refuses it; a day by which less was disclosed may show it all the same.
    @Test func `two terms that end with each other never surely do`() throws {
        let story = Story(
            try recordings(yaml: [
                firstChapter(
                    Self.licence("ends: { same-as: support/ends }") + "\n"
                        + Self.support("ends: { same-as: licence/ends }"))
            ]))
        for id: TermID in ["licence", "support"] {
            #expect(story.on("2020-01-01").copy.term(id)?.status == .inForce)
            let term = story.on("2021-01-01").copy.term(id)
            #expect(term?.status == .indeterminate)
        }
        #expect(
            story.on("2021-01-01").copy.term("support")?.reasons.contains(
                .endReferred("support", .ends, .circular)) ?? false)
        try expectPieces(of: story)
    }

    @Test func `the term of an agreement may end with a term that ends with the agreement`() throws
    {
        let story = try recordedStory(
            """
            - term-added: { term: run, kind: term-and-renewal, set: { ends: { same-as: licence/ends } } }
            \(Self.licence("ends: { through: 2022-06-30 }"))
            \(Self.support("text: Support"))
            """)
        for id: TermID in ["run", "licence", "support"] {
            #expect(story.on("2022-06-30").copy.term(id)?.status == .inForce)
            #expect(story.on("2022-07-01").copy.term(id)?.status == .ended)
        }
        try expectPieces(of: story)
    }

    @Test func `of a term that is not yet disclosed nothing is known`() throws {
        let story = try given(yaml: [
            firstChapter(Self.support("text: Support")),
            chapter(
                "licence", "2020-01-01", disclosed: "2021-01-01",
                Self.licence("ends: { through: 2022-06-30 }")),
            chapter(
                "named", "2020-02-01",
                "- term-amended: { term: support, set: { ends: { same-as: licence/ends } } }"),
        ])
        let then = story.on("2020-06-01", disclosedBy: "2020-12-31").copy.term("support")
        #expect(then?.status == .indeterminate)
        #expect(then?.reasons == [.endReferred("licence", .ends, .notOnRecord)])
        #expect(story.on("2020-06-01").copy.term("support")?.status == .inForce)
    }

    @Test(arguments: 0..<16)
    func `in random agreements it is over when a day by day account says so`(_ seed: Int) throws {
        let world = ReferredEnds(seed: UInt64(seed))
        let story = Story(try recordings(yaml: world.chapters))
        for day in world.days {
            let copy = story.on(world.day(day)).copy
            for term in 0..<ReferredEnds.count {
                #expect(
                    copy.term(ReferredEnds.id(term))?.status == world.status(of: term, on: day),
                    "\(ReferredEnds.id(term)) on \(world.day(day)): \(world.facts)")
            }
        }
        try expectPieces(of: story)
    }

    private func expectPieces(of story: Story) throws {
        let kept = PieceHistory.pieces(of: "story", history: story.events) { _ in nil }
        for position in PieceTests.boundaries(of: story) {
            let known = kept.filter { $0.isKnown(at: position) }.map(\.piece)
            #expect(
                Set(known) == Set(Pieces.of(PieceTests.reading(of: story, at: position))),
                "at \(position)")
        }
    }
}
