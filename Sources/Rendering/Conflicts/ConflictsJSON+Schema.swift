import Amendments
import Conflicts
import Notation
import Terms

extension ConflictsJSON {
    /// The schema `deedbook/conflicts/1`.
    public static let schema = AnswerSchema(
        "conflicts", "which terms cannot both be kept, and on which days",
        command: "deedbook conflicts --format json",
        [
            ("asked", .list(.agreement)),
            ("read", .list(.agreement)),
            ("from", .day),
            ("through", .day),
            ("disclosedBy", .day.nullable),
            ("position", .position.nullable),
            ("hiddenByDisclosure", .count),
            ("hiddenByPosition", .count.nullable.described("Null: not counted; --hidden counts.")),
            ("conflicts", .list(conflict)),
            ("settled", .list(conflict)),
            ("faint", .list(conflict)),
            ("gaps", .list(conflict)),
            ("counts", counts),
        ], optional: QuestionJSON.drafts)

    private static let counts = Schema.record([
        ("certain", .count),
        ("possible", .count),
        ("settled", .count),
        ("faint", .count),
        ("gaps", .count),
    ])

    private static let conflict = Schema.reference(
        "conflict",
        to: .record([
            ("rule", .words(RuleName.self)),
            ("nature", .words(RuleName.Nature.self)),
            ("summary", .string),
            ("source", .string),
            ("certainty", .words(Certainty.self)),
            ("from", .day),
            ("through", .day.nullable.described("Null: nothing on record ends it.")),
            ("partyInRisk", .party.nullable),
            ("sides", .list(side)),
            ("proofs", .list(proof)),
            ("resolution", resolution.nullable.described("Null: nothing settles it.")),
            ("goesOn", .boolean),
            ("closedBy", .list(CauseJSON.schema)),
            ("disputes", .list(dispute)),
            ("notes", .list(.string)),
        ]))

    private static let side = Schema.record([
        ("agreement", .agreement),
        ("title", .string),
        ("term", .term),
        ("identity", .term),
        ("kind", .termKind),
        ("sentence", .string),
        ("citations", .list(CauseJSON.schema)),
    ])

    private static let proof = Schema.record([
        ("dimension", .words(Dimension.self)),
        ("result", .words(Meets.self)),
        ("first", .string),
        ("second", .string),
        ("why", .string),
    ])

    private static let resolution = Schema.record([
        ("manner", .words(Manner.self)),
        ("text", .string),
        ("causes", .list(CauseJSON.schema)),
    ])

    private static let dispute = Schema.record([
        ("id", DisputeID.codec.schema),
        ("state", .string),
        ("manner", .words(DisputeResolved.Manner.self).nullable),
        ("released", .words(Truth.self).nullable),
    ])
}
