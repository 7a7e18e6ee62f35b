extension Malformed {
    /// What names something that is not there, or not such a thing.
    static let references: [Malformed] = [
        // conditions
        .init(
            "an unknown condition satisfied", "condition-satisfied: { condition: clearance",
            "condition-satisfied: { condition: clearing", "unknown condition 'clearing'"),
        .init(
            "an unknown condition lapsed", "condition-lapsed: { condition: merger",
            "condition-lapsed: { condition: mergers", "unknown condition 'mergers'"),
        .init(
            "an unknown condition waived", "condition-waived: { condition: listing",
            "condition-waived: { condition: listings", "unknown condition 'listings'"),
        .init(
            "an unknown condition removed", "condition-removed: { condition: permit",
            "condition-removed: { condition: permits", "unknown condition 'permits'"),
        .init(
            "an end upon an unknown condition", "{ upon: listing }, {", "{ upon: lists }, {",
            "unknown condition 'lists'", at: .event),
        .init(
            "a start upon an unknown condition", "{ upon: permit }, {", "{ upon: permits }, {",
            "unknown condition 'permits'", at: .event),
        .init(
            "an exclusivity until an unknown condition", "exclusive-until: { upon: clearance }",
            "exclusive-until: { upon: clearing }", "unknown condition 'clearing'", at: .event),
        .init(
            "an exception of an unknown condition", "exception: merger", "exception: mergers",
            "unknown condition 'mergers'", at: .event),
        .init(
            "an investment under an unknown condition", "condition: permit }\n",
            "condition: permits }\n", "unknown condition 'permits'", at: .event),
        .init(
            "a temporary amendment upon an unknown condition", "lasts: { through: 2024-12-31 }",
            "lasts: { upon: christmas }", "unknown condition 'christmas'", at: .event),
        .init(
            "a suspension upon an unknown condition", "lasts: { until: 2024-10-01 }",
            "lasts: { upon: christmas }", "unknown condition 'christmas'"),
        .init(
            "a waiver upon an unknown condition", "lasts: { through: 2025-06-30 }",
            "lasts: { upon: christmas }", "unknown condition 'christmas'"),
        .init(
            "an extension upon an unknown condition", "ends: { through: 2030-12-31 } }",
            "ends: { upon: christmas } }", "unknown condition 'christmas'"),
        .init(
            "a notice that takes effect upon an unknown condition",
            "takes-effect: { on: 2025-07-01 }", "takes-effect: { upon: christmas }",
            "unknown condition 'christmas'"),
        .init(
            "an event effective upon an unknown condition",
            "party: vega, effective: { on: 2025-01-01 }",
            "party: vega, effective: { upon: christmas }", "unknown condition 'christmas'"),
        .init(
            "an expectation upon an unknown condition", "window: { soft: 2024-07/2024-08 }",
            "window: { upon: christmas }", "unknown condition 'christmas'"),
        .init(
            "a day moved to an unknown condition", "to: { on: 2023-03-01 }",
            "to: { upon: christmas }", "unknown condition 'christmas'"),
        .init(
            "a cap on an unknown term", "set: { on: royalty,", "set: { on: royalties,",
            "unknown term 'royalties'", at: .event),
        .init(
            "the same as an unknown term", "same-as: fee/amount", "same-as: fees/amount",
            "unknown term 'fees'", at: .event),
        .init(
            "the same as a field the kind has not", "same-as: fee/amount", "same-as: fee/sum",
            "unknown field 'sum' of a fee", at: .event),
        // knowledge and disputes
        .init(
            "a withdrawal of what is no report", "event: 2023-01-10-charter#20, reason",
            "event: 2023-01-10-charter#3, reason", "is no report of this agreement"),
        .init(
            "an unknown expectation met", "expectation-met: { expectation: model }",
            "expectation-met: { expectation: models }", "unknown expectation 'models'"),
        .init(
            "an unknown dispute resolved", "dispute: imports", "dispute: exports",
            "unknown dispute 'exports'"),
        .init(
            "a report on a field of no instrument",
            "value-reported: { term: royalty, field: minimum",
            "value-reported: { instrument: 2023-01-10-charter, field: minimum",
            "is not a field of an instrument"),
        .init(
            "a report on an instrument of another type",
            "value-reported: { term: royalty, field: minimum, value: EUR 1",
            "value-reported: { instrument: 2023-01-10-charter, field: signed, value: EUR 1",
            "is not a date"),
        // the record itself
        .init(
            "a correction of an unknown event", "event: 2023-01-10-charter#3, replacement",
            "event: 2023-01-10-charter#99, replacement", "unknown event '2023-01-10-charter#99'"),
        .init(
            "a correction of an unknown recording", "event: 2023-01-10-charter#3, replacement",
            "event: charter#3, replacement", "unknown event 'charter#3'"),
        .init(
            "a correction of itself", "event: 2023-01-10-charter#3, replacement",
            "event: 2024-06-01-amendment#46, replacement", "is not recorded before this event"),
        .init(
            "a correction into another kind", "event: 2023-01-10-charter#3, replacement",
            "event: 2023-01-10-charter#14, replacement", "cannot be corrected into a party-admitted"
        ),
        .init(
            "a rescission of an unknown event", "event: 2023-01-10-charter#23",
            "event: 2023-01-10-charter#99", "unknown event '2023-01-10-charter#99'"),
        .init(
            "a rescission on which others rest", "event: 2023-01-10-charter#23",
            "event: 2023-01-10-charter#10", "unknown term 'fee'", at: .anywhere),
        .init(
            "a rescission of the agreement itself", "event: 2023-01-10-charter#23",
            "event: 2023-01-10-charter#1",
            "'2024-06-01-amendment#47' would make the recorded event '2023-01-10-charter#1' invalid"
        ),
        .init(
            "a move of an unknown event", "event: 2023-01-10-charter#22",
            "event: 2023-01-10-charter#99", "unknown event '2023-01-10-charter#99'"),
        .init(
            "a move of an unknown recording", "event: 2023-01-10-charter#22",
            "recording: 2023-charter", "unknown recording '2023-charter'"),
        .init(
            "a redaction of an unknown event", "event: 2023-01-10-charter#24",
            "event: 2023-01-10-charter#99", "unknown event '2023-01-10-charter#99'"),
    ]
}
