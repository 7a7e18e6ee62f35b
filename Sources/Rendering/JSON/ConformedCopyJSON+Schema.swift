import Amendments
import Ledger
import Notation
import Terms

extension ConformedCopyJSON {
    /// The schema `deedbook/terms/1`.
    public static let schema = AnswerSchema(
        "terms", "the terms of an agreement on a day",
        command: "deedbook terms AGREEMENT --format json",
        QuestionJSON.copyMembers + [
            ("parties", .list(party)),
            ("terms", .list(TermJSON.schema)),
            ("conditions", .list(condition)),
            ("disputes", .list(dispute)),
            ("expectations", .list(expectation)),
        ])

    private static let party = Schema.record([
        ("id", .party),
        ("name", .string),
        ("role", .string.nullable),
        ("successor", .party.nullable),
        ("successors", .list(.party).described("In order of effect; the last stands there now.")),
        ("hasWithdrawn", .boolean),
        ("open", .list(OpenPartyJSON.schema)),
        ("causes", .list(CauseJSON.schema)),
    ])

    private static let condition = Schema.record([
        ("id", .condition),
        (
            "state",
            .enumeration(
                ["pending", "indeterminate"] + ConditionRecord.Manner.allCases.map(\.rawValue))
        ),
        ("since", .day.nullable.described("Null: pending, or the day is not known exactly.")),
        ("sinceFirst", .day.nullable.described("The first day on which it may have happened.")),
        ("sinceLast", .day.nullable.described("The last day on which it may have happened.")),
        ("doubt", doubt),
        ("text", .string),
        ("decidedBy", .list(.string)),
        (
            "readings",
            .list(
                .record([
                    ("id", ReadingID.codec.schema), ("text", .string),
                    ("cites", .list(SourceID.codec.schema)),
                ]))
        ),
        ("causes", .list(CauseJSON.schema)),
    ])

    /// Several states of which one is meant, because a day is not known exactly.
    private static let doubt = Schema.reference(
        "state-doubt",
        to: .record([("states", .list(.string)), ("first", .day), ("last", .day)])
    ).nullable

    private static let dispute = Schema.record([
        ("id", DisputeID.codec.schema),
        ("state", .string),
        ("stage", .words(DisputeRaised.Stage.self)),
        ("manner", .words(DisputeResolved.Manner.self).nullable),
        ("released", .words(Truth.self).nullable),
        ("by", .list(.party)),
        ("against", .list(.party)),
        ("about", .list(.term)),
        ("forum", .string.nullable),
        ("doubt", doubt),
        ("causes", .list(CauseJSON.schema)),
    ])

    private static let expectation = Schema.record([
        ("id", ExpectationID.codec.schema),
        ("text", .string),
        ("by", .string.nullable),
        ("window", .bound.nullable),
        ("state", .enumeration(["expected", "met", "indeterminate"])),
        ("isMet", .boolean),
        ("doubt", doubt),
        ("causes", .list(CauseJSON.schema)),
    ])
}
