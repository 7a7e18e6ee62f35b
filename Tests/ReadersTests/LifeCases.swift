import Terms

extension LifeCase {
    static let terms: [LifeCase] = [
        LifeCase(
            "a term holds from its first day", lives: ["2020-01-01", "2050-01-01"],
            over: ["2019-12-31"]),
        LifeCase(
            "its own last day counts", fee: "ends: { through: 2021-03-31 }",
            lives: ["2021-03-31"], over: ["2021-04-01"]),
        LifeCase(
            "until a day leaves that day out", fee: "ends: { until: 2021-03-31 }",
            lives: ["2021-03-30"], over: ["2021-03-31"]),
        LifeCase(
            "a start that is stated counts", fee: "starts: { on: 2020-03-01 }",
            lives: ["2020-03-01"], over: ["2020-02-29"]),
        LifeCase(
            "an end of a month, of which the day is not known, leaves the month open",
            fee: "ends: { through: 2021-03 }", lives: ["2021-03-01"], over: ["2021-04-01"],
            open: ["2021-03-02", "2021-03-31"]),
        LifeCase(
            "a start of a month leaves the month open", fee: "starts: { on: 2020-03 }",
            lives: ["2020-03-31"], over: ["2020-02-29"], open: ["2020-03-01", "2020-03-30"]),
        LifeCase(
            "an end upon a condition comes with it", fee: "ends: { upon: c }",
            later: [notice("2021-05-01", "condition-satisfied: { condition: c }")],
            lives: ["2021-04-30"], over: ["2021-05-01"]),
        LifeCase(
            "an end upon a pending condition has not come", fee: "ends: { upon: c }",
            lives: ["2021-04-30", "2050-01-01"]),
        LifeCase(
            "a start upon a condition comes with it", fee: "starts: { upon: c }",
            later: [notice("2021-05-01", "condition-satisfied: { condition: c }")],
            lives: ["2021-05-01"], over: ["2021-04-30"]),
        LifeCase(
            "a removed condition ends nothing", fee: "ends: { upon: c }",
            later: [amendment("2021-05-01", "condition-removed: { condition: c }")],
            lives: ["2021-05-01", "2050-01-01"]),
        LifeCase(
            "a removal ends a term", later: [amendment("2021-05-01", "term-removed: { term: f }")],
            lives: ["2021-04-30"], over: ["2021-05-01"]),
        LifeCase(
            "an earlier end that is agreed later counts", fee: "ends: { through: 2029-12-31 }",
            later: [
                amendment(
                    "2021-05-01",
                    "term-amended: { term: f, set: { ends: { through: 2021-12-31 } } }")
            ],
            lives: ["2021-12-31"], over: ["2022-01-01"]),
        LifeCase(
            "a term that was extended in time runs on", fee: "ends: { through: 2021-12-31 }",
            later: [
                amendment(
                    "2021-05-01",
                    "term-amended: { term: f, set: { ends: { through: 2022-12-31 } } }")
            ],
            lives: ["2022-12-31"], over: ["2023-01-01"]),
        LifeCase(
            "a term extended after its end has a gap", fee: "ends: { through: 2021-12-31 }",
            later: [
                amendment(
                    "2022-05-01",
                    "term-amended: { term: f, set: { ends: { through: 2022-12-31 } } }")
            ],
            lives: ["2021-12-31", "2022-05-01", "2022-12-31"],
            over: ["2022-01-01", "2022-04-30", "2023-01-01"]),
        LifeCase(
            "a suspension is no end",
            later: [
                amendment("2021-05-01", "term-removed: { term: f, effective: { on: 2022-01-01 } }")
            ],
            lives: ["2021-12-31"], over: ["2022-01-01"]),
    ]

    static let lives: [LifeCase] = [
        LifeCase(
            "a term added again begins a new life",
            later: [
                amendment("2021-05-01", "term-removed: { term: f }"),
                amendment("2022-05-01", again()),
            ],
            lives: ["2021-04-30", "2022-05-01"], over: ["2021-05-01", "2022-04-30"]),
        LifeCase(
            "removed and added again by one instrument",
            later: [amendment("2021-05-01", "term-removed: { term: f }", again())],
            lives: ["2021-04-30", "2021-05-01", "2050-01-01"]),
        LifeCase(
            "an end of the first life does not end the second",
            fee: "ends: { through: 2021-12-31 }",
            later: [amendment("2023-01-01", again())],
            lives: ["2021-12-31", "2023-01-01", "2050-01-01"], over: ["2022-01-01", "2022-12-31"]),
        LifeCase(
            "an end stated for the first life and found late does not end the second",
            later: [
                amendment("2021-05-01", "term-removed: { term: f }"),
                amendment("2022-05-01", again()),
                amendment(
                    "2021-02-01",
                    "term-amended: { term: f, set: { ends: { through: 2021-03-31 } } }"),
            ],
            lives: ["2021-03-31", "2022-05-01", "2050-01-01"], over: ["2021-04-01", "2022-04-30"]),
        LifeCase(
            "a step scheduled to end the first life does not end the second",
            later: [
                amendment(
                    "2020-05-01",
                    "term-amended: { term: f, set: { ends: { through: 2023-03-31 } }, effective: { on: 2023-01-01 } }"
                ),
                amendment("2021-05-01", "term-removed: { term: f }"),
                amendment("2022-05-01", again()),
            ],
            lives: ["2022-05-01", "2023-04-01", "2050-01-01"], over: ["2021-05-01"]),
        LifeCase(
            "an earlier life found late stands before the one that was known",
            later: [
                amendment(
                    "2020-06-01",
                    "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 9, per: P1D, ends: { until: 2019-01-01 } }, effective: { on: 2018-01-01 } }"
                )
            ],
            lives: ["2018-01-01", "2018-12-31", "2020-01-01"],
            over: ["2017-12-31", "2019-01-01", "2019-12-31"]),
        LifeCase(
            "a term to begin that was removed before never begins",
            fee: "starts: { on: 2022-01-01 }",
            later: [amendment("2021-05-01", "term-removed: { term: f }")],
            over: ["2021-12-31", "2022-01-01", "2030-01-01"]),
        LifeCase(
            "a term to be ended by a condition that came before its start never begins",
            fee: "starts: { on: 2022-01-01 }, ends: { upon: c }",
            later: [notice("2021-05-01", "condition-satisfied: { condition: c }")],
            over: ["2021-05-01", "2022-01-01", "2030-01-01"]),
    ]

    /// What is agreed later leaves only the meanings of an imprecise day that it can follow.
    static let possible: [LifeCase] = [
        LifeCase(
            "a term removed in a month and added again in it was removed before that day",
            later: [
                amendment(
                    "2021-06-30", "term-removed: { term: f, effective: { on: 2021-06 } }"),
                amendment(
                    "2021-07-01",
                    "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 20, per: P1D }, effective: { on: 2021-06-20 } }"
                ),
            ], lives: ["2021-05-31", "2021-06-20", "2021-07-01", "2050-01-01"],
            open: ["2021-06-01", "2021-06-19"])
    ]

    static let restatements: [LifeCase] = [
        LifeCase(
            "a restatement that states the term goes on with it",
            later: [restatement("2021-05-01", restated())],
            lives: ["2021-04-30", "2021-05-01", "2050-01-01"]),
        LifeCase(
            "a restatement without the term ends it", later: [restatement("2021-05-01", without)],
            lives: ["2021-04-30"], over: ["2021-05-01", "2050-01-01"]),
        LifeCase(
            "an end of the replaced text does not end the restated one",
            fee: "ends: { through: 2022-12-31 }", later: [restatement("2021-05-01", restated())],
            lives: ["2022-12-31", "2023-01-01", "2050-01-01"]),
        LifeCase(
            "the end of the restated text counts",
            later: [
                restatement("2021-05-01", restated(", ends: { through: 2021-12-31 }"))
            ], lives: ["2021-12-31"], over: ["2022-01-01"]),
        LifeCase(
            "an end of the replaced text found late stays there",
            later: [
                restatement("2021-05-01", restated()),
                amendment(
                    "2021-02-01",
                    "term-amended: { term: f, set: { ends: { through: 2023-12-31 } } }"),
            ], lives: ["2023-12-31", "2024-01-01"]),
        LifeCase(
            "a restatement agreed for a later day leaves the replaced text until then",
            later: [
                amendment(
                    "2021-05-01",
                    "agreement-restated: { terms: [{ term: k, kind: other, set: { text: t } }], effective: { on: 2022-01-01 } }"
                )
            ], lives: ["2021-12-31"], over: ["2022-01-01"]),
        LifeCase(
            "a restatement found before the term is complete all the same",
            opening: [],
            later: [
                restatement("2021-05-01", without),
                amendment("2020-06-01", "term-amended: { term: f, set: { amount: USD 11 } }"),
            ], lives: ["2021-04-30"], over: ["2021-05-01"]),
        LifeCase(
            "a term added after a restatement without it lives",
            later: [restatement("2021-05-01", without), amendment("2021-08-01", again())],
            lives: ["2021-04-30", "2021-08-01"], over: ["2021-05-01", "2021-07-31"]),
    ]

    static let terminations: [LifeCase] = [
        LifeCase(
            "a termination ends every term",
            later: [notice("2021-05-01", "agreement-terminated: { by: a }")],
            lives: ["2021-04-30"], over: ["2021-05-01"]),
        LifeCase(
            "a surviving term goes on",
            later: [notice("2021-05-01", "agreement-terminated: { by: a, surviving: [f] }")],
            lives: ["2021-05-01", "2050-01-01"]),
        LifeCase(
            "a term that says it survives goes on", fee: "survival: yes",
            later: [notice("2021-05-01", "agreement-terminated: { by: a }")],
            lives: ["2021-05-01", "2050-01-01"]),
        LifeCase(
            "a term that says it does not survive ends", fee: "survival: no",
            later: [notice("2021-05-01", "agreement-terminated: { by: a }")],
            lives: ["2021-04-30"], over: ["2021-05-01"]),
        LifeCase(
            "a termination for a later day",
            later: [
                notice(
                    "2021-05-01", "agreement-terminated: { by: a, effective: { on: 2021-08-01 } }")
            ], lives: ["2021-07-31"], over: ["2021-08-01"]),
        LifeCase(
            "a term agreed between a termination and its day ends with the rest",
            later: [
                notice(
                    "2021-05-01", "agreement-terminated: { by: a, effective: { on: 2021-08-01 } }"),
                amendment("2021-06-01", "term-removed: { term: f }"),
                amendment("2021-06-15", again()),
            ], lives: ["2021-05-31", "2021-06-15", "2021-07-31"],
            over: ["2021-06-01", "2021-08-01"]),
        LifeCase(
            "a term agreed after the termination lives",
            later: [
                notice("2021-05-01", "agreement-terminated: { by: a }"),
                amendment("2021-06-01", again()),
            ], lives: ["2021-04-30", "2021-06-01"], over: ["2021-05-01", "2021-05-31"]),
        LifeCase(
            "a term that was to begin after a termination never does",
            fee: "starts: { on: 2022-01-01 }",
            later: [notice("2021-05-01", "agreement-terminated: { by: a }")],
            over: ["2021-12-31", "2022-01-01"]),
        LifeCase(
            "an addition for a later day, with the agreement terminated before",
            later: [
                amendment(
                    "2020-06-01", "term-removed: { term: f }",
                    "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 6, per: P1D }, effective: { on: 2022-01-01 } }"
                ),
                notice("2021-05-01", "agreement-terminated: { by: a }"),
            ], lives: ["2020-05-31"], over: ["2020-06-01", "2021-12-31", "2022-01-01"]),
        LifeCase(
            "a termination upon a condition waits for it",
            later: [
                amendment("2021-05-01", "agreement-terminated: { by: a, effective: { upon: c } }")
            ],
            lives: ["2021-05-01", "2050-01-01"]),
        LifeCase(
            "a termination upon a condition comes with it",
            later: [
                amendment("2021-05-01", "agreement-terminated: { by: a, effective: { upon: c } }"),
                notice("2021-09-01", "condition-satisfied: { condition: c }"),
            ], lives: ["2021-08-31"], over: ["2021-09-01"]),
        LifeCase(
            "another agreement takes its place",
            later: [amendment("2021-05-01", "agreement-superseded: { successor: y }")],
            lives: ["2021-04-30"], over: ["2021-05-01"]),
        LifeCase(
            "the earlier of two ends counts",
            later: [
                amendment("2021-05-01", "term-removed: { term: f }"),
                notice("2021-09-01", "agreement-terminated: { by: a }"),
            ], lives: ["2021-04-30"], over: ["2021-05-01", "2021-09-01"]),
        LifeCase(
            "a termination that is rescinded never was",
            later: [
                notice("2021-05-01", "agreement-terminated: { by: a }"),
                notice("2021-06-01", "event-rescinded: { event: r1#1, reason: void }"),
            ], lives: ["2021-05-01", "2021-06-01"]),
    ]

    static let notices: [LifeCase] = [
        LifeCase(
            "a notice of termination takes effect after its period",
            opening: [mayEnd(", notice: P90D")],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: a, to: b }")],
            lives: ["2024-08-29"], over: ["2024-08-30"]),
        LifeCase(
            "a notice without a period takes effect at once", opening: [mayEnd()],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: a, to: b }")],
            lives: ["2024-05-31"], over: ["2024-06-01"]),
        LifeCase(
            "a notice that names its day takes effect then", opening: [mayEnd(", notice: P90D")],
            later: [
                notice(
                    "2024-06-01",
                    "notice-given: { term: tr, by: a, to: b, takes-effect: { on: 2024-12-01 } }")
            ], lives: ["2024-11-30"], over: ["2024-12-01"]),
        LifeCase(
            "a notice under a right on one term ends that term",
            fee: "survival: yes", opening: [mayEnd(", on: f, notice: P90D")],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: a, to: b }")],
            lives: ["2024-08-29"], over: ["2024-08-30"]),
        LifeCase(
            "a notice under a right on another term ends nothing else",
            opening: [
                "term-added: { term: k, kind: other, set: { text: an approval } }",
                mayEnd(", on: k, notice: undisclosed"),
            ],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: a, to: b }")],
            lives: ["2024-06-01", "2050-01-01"]),
        LifeCase(
            "where it is withheld what a right is on, a notice may end anything",
            opening: [mayEnd(", on: undisclosed")],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: a, to: b }")],
            lives: ["2024-05-31"], open: ["2024-06-01", "2050-01-01"]),
        LifeCase(
            "with a period that is withheld it cannot be said when a notice takes effect",
            opening: [mayEnd(", notice: undisclosed")],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: a, to: b }")],
            lives: ["2024-05-31"], open: ["2024-06-01", "2025-01-01"]),
        LifeCase(
            "a notice under a right that is over ends nothing",
            opening: [mayEnd(", notice: P90D, ends: { through: 2023-12-31 }")],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: a, to: b }")],
            lives: ["2024-08-30", "2050-01-01"]),
        LifeCase(
            "a notice by who came into the place of the holder takes effect",
            opening: [
                mayEnd(", notice: P90D"),
                "party-succeeded: { party: a, successor: n, name: N, effective: { on: 2022-01-01 } }",
            ],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: n, to: b }")],
            lives: ["2024-08-29"], over: ["2024-08-30"]),
        LifeCase(
            "a notice under a right of which the holder is withheld ends nothing for certain",
            opening: [
                "term-added: { term: tr, kind: termination-right, set: { holder: undisclosed, ground: convenience, notice: P90D } }"
            ],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: b, to: a }")],
            lives: ["2024-08-29"], open: ["2024-08-30", "2030-01-01"]),
        LifeCase(
            "a surviving term outlives a notice", fee: "survival: yes",
            opening: [mayEnd(", notice: P90D")],
            later: [notice("2024-06-01", "notice-given: { term: tr, by: a, to: b }")],
            lives: ["2024-08-30", "2050-01-01"]),
    ]

    static let renewals: [LifeCase] = [
        LifeCase(
            "an agreement that runs out ends its terms",
            opening: [runs("ends: { through: 2020-12-31 }, renewal: none")],
            lives: ["2020-12-31"], over: ["2021-01-01", "2024-06-01"]),
        LifeCase(
            "an agreement that says nothing of renewal runs out",
            opening: [runs("ends: { through: 2020-12-31 }")], lives: ["2020-12-31"],
            over: ["2021-01-01"]),
        LifeCase(
            "one that renews by agreement runs out where none is on record",
            opening: [runs("ends: { through: 2020-12-31 }, renewal: by-agreement")],
            lives: ["2020-12-31"], over: ["2021-01-01"]),
        LifeCase(
            "one that renews by itself runs on",
            opening: [
                runs(
                    "ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y, notice: P3M"
                )
            ],
            lives: ["2020-12-31", "2021-01-01", "2022-06-01", "2050-01-01"]),
        LifeCase(
            "a notice in time prevents the renewal",
            opening: [
                runs(
                    "ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y, notice: P3M"
                )
            ],
            later: [notice("2020-09-30", "notice-given: { term: t, by: b, to: a }")],
            lives: ["2020-12-31"], over: ["2021-01-01"]),
        LifeCase(
            "a notice that comes too late prevents the next one",
            opening: [
                runs(
                    "ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y, notice: P3M"
                )
            ],
            later: [notice("2020-12-01", "notice-given: { term: t, by: b, to: a }")],
            lives: ["2021-01-01", "2021-12-31"], over: ["2022-01-01"]),
        LifeCase(
            "a notice years later ends the renewal that then runs",
            opening: [
                runs(
                    "ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y, notice: P3M"
                )
            ],
            later: [notice("2024-10-01", "notice-given: { term: t, by: b, to: a }")],
            lives: ["2024-12-31", "2025-12-31"], over: ["2026-01-01"]),
        LifeCase(
            "an extension after renewals sets a new end, and renews again",
            opening: [
                runs(
                    "ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y, notice: P3M"
                )
            ],
            later: [
                amendment(
                    "2023-06-01", "agreement-extended: { term: t, ends: { through: 2024-06-30 } }")
            ],
            lives: ["2022-06-01", "2024-06-30", "2024-07-01"]),
        LifeCase(
            "a notice before an extension does not end what was extended",
            opening: [
                runs(
                    "ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y, notice: P3M"
                )
            ],
            later: [
                notice("2020-08-01", "notice-given: { term: t, by: b, to: a }"),
                amendment(
                    "2020-11-01", "agreement-extended: { term: t, ends: { through: 2021-12-31 } }"),
            ], lives: ["2021-12-31", "2022-01-01"]),
        LifeCase(
            "an agreement renewed on record runs through the renewed end",
            opening: [runs("ends: { through: 2020-12-31 }, renewal: by-agreement")],
            later: [
                amendment(
                    "2020-12-01", "agreement-renewed: { term: t, ends: { through: 2021-12-31 } }")
            ],
            lives: ["2021-12-31"], over: ["2022-01-01"]),
        LifeCase(
            "an agreement extended after it ran out has a gap",
            opening: [runs("ends: { through: 2020-12-31 }, renewal: none")],
            later: [
                amendment(
                    "2021-06-01", "agreement-extended: { term: t, ends: { through: 2021-12-31 } }")
            ],
            lives: ["2020-12-31", "2021-06-01", "2021-12-31"],
            over: ["2021-01-01", "2021-05-31", "2022-01-01"]),
        LifeCase(
            "whether a withheld renewal came cannot be said",
            opening: [runs("ends: { through: 2020-12-31 }, renewal: undisclosed")],
            lives: ["2020-12-31"], open: ["2021-01-01", "2024-06-01"]),
        LifeCase(
            "a term that says it survives outlives the term of the agreement", fee: "survival: yes",
            opening: [runs("ends: { through: 2020-12-31 }, renewal: none")],
            lives: ["2020-12-31", "2021-01-01", "2024-06-01"]),
        LifeCase(
            "a term agreed after the agreement ran out lives",
            opening: [runs("ends: { through: 2020-12-31 }, renewal: none")],
            later: [amendment("2021-06-01", again())],
            lives: ["2020-12-31", "2021-06-01"], over: ["2021-01-01", "2021-05-31"]),
        LifeCase(
            "the end of a month of the agreement leaves its terms open in it",
            opening: [runs("ends: { through: 2020-12 }, renewal: none")],
            lives: ["2020-12-01"], over: ["2021-01-01"], open: ["2020-12-02", "2020-12-31"]),
        LifeCase(
            "a removed term of the agreement ends nothing",
            opening: [runs("ends: { through: 2020-12-31 }, renewal: none")],
            later: [amendment("2020-06-01", "term-removed: { term: t }")],
            lives: ["2021-01-01", "2050-01-01"]),
        LifeCase(
            "a term of the agreement upon a condition ends it with the condition",
            opening: [runs("ends: { upon: c }, renewal: none")],
            later: [notice("2021-05-01", "condition-satisfied: { condition: c }")],
            lives: ["2021-04-30"], over: ["2021-05-01"]),
        LifeCase(
            "a notice under the agreement's term that names a day ends it then",
            opening: [runs("ends: { through: 2029-12-31 }, renewal: none")],
            later: [
                notice(
                    "2021-05-01",
                    "notice-given: { term: t, by: b, to: a, takes-effect: { on: 2021-09-01 } }")
            ], lives: ["2021-08-31"], over: ["2021-09-01"]),
        LifeCase(
            "a termination during a renewal ends it",
            opening: [
                runs("ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y")
            ],
            later: [notice("2022-05-01", "agreement-terminated: { by: a }")],
            lives: ["2021-01-01", "2022-04-30"], over: ["2022-05-01"]),
        LifeCase(
            "a short month moves no later end",
            opening: [
                runs("ends: { through: 2020-01-30 }, renewal: automatic, renewal-period: P1M")
            ],
            later: [notice("2020-03-15", "notice-given: { term: t, by: b, to: a }")],
            lives: ["2020-02-29", "2020-03-30"], over: ["2020-03-31"]),
    ]

    /// A year that renews by a year, with notice of three months.
    private static func yearly(
        _ description: String, _ later: Paper..., lives: [Day] = [], over: [Day] = [],
        open: [Day] = []
    ) -> LifeCase {
        LifeCase(
            description,
            opening: [
                runs(
                    "ends: { through: 2020-12-31 }, renewal: automatic, renewal-period: P1Y, notice: P3M"
                )
            ], later: later, lives: lives, over: over, open: open)
    }

    /// Each renewal is decided by the rule that holds then.
    static let renewalRules: [LifeCase] = [
        yearly(
            "an amendment that stops renewals ends the agreement with the renewal that runs",
            amendment("2022-03-01", "term-amended: { term: t, set: { renewal: none } }"),
            lives: ["2021-01-01", "2022-03-01", "2022-12-31"], over: ["2023-01-01"]),
        yearly(
            "an amendment to renew by agreement only ends it where none is on record",
            amendment("2022-03-01", "term-amended: { term: t, set: { renewal: by-agreement } }"),
            lives: ["2022-12-31"], over: ["2023-01-01"]),
        yearly(
            "a longer period of notice makes a notice late for the renewal that runs",
            amendment("2022-03-01", "term-amended: { term: t, set: { notice: P6M } }"),
            notice("2022-08-01", "notice-given: { term: t, by: a, to: b }"),
            lives: ["2022-12-31", "2023-12-31"], over: ["2024-01-01"]),
        yearly(
            "a notice in time when it was given stays so",
            notice("2022-08-01", "notice-given: { term: t, by: a, to: b }"),
            amendment("2022-10-01", "term-amended: { term: t, set: { notice: P6M } }"),
            lives: ["2022-12-31"], over: ["2023-01-01"]),
        yearly(
            "a shorter period of notice makes a later notice good",
            amendment("2022-11-01", "term-amended: { term: t, set: { notice: P1M } }"),
            notice("2022-11-15", "notice-given: { term: t, by: a, to: b }"),
            lives: ["2022-12-31"], over: ["2023-01-01"]),
        yearly(
            "a longer renewal counts from the next renewal",
            amendment("2022-03-01", "term-amended: { term: t, set: { renewal-period: P2Y } }"),
            notice("2023-02-01", "notice-given: { term: t, by: a, to: b }"),
            lives: ["2022-12-31", "2024-12-31"], over: ["2025-01-01"]),
        yearly(
            "renewals that were stopped for a time go on where it is over before the renewal",
            amendment(
                "2022-03-01",
                "term-amended: { term: t, set: { renewal: none }, lasts: { through: 2022-06-30 } }"),
            lives: ["2022-12-31", "2023-01-01", "2050-01-01"]),
        yearly(
            "a renewal that is withheld since leaves open whether it goes on",
            amendment("2022-03-01", "term-amended: { term: t, set: { renewal: undisclosed } }"),
            lives: ["2022-12-31"], open: ["2023-01-01", "2024-06-01"]),
        yearly(
            "a notice of an imprecise day leaves open which renewal it prevents",
            notice(
                "2020-10-15",
                "notice-given: { term: t, by: a, effective: { between: [2020-09-15, 2020-10-15] } }"
            ),
            lives: ["2020-12-31"], over: ["2022-01-01"], open: ["2021-01-01", "2021-12-31"]),
    ]

    static let all =
        terms + lives + possible + restatements + terminations + notices + renewals
        + renewalRules
}
