import Ledger
import Notation
import Terms

extension PayableJSON {
    /// The schema `deedbook/payable/1`.
    public static let schema = AnswerSchema(
        "payable", "what a term comes to in money",
        command: "deedbook payable AGREEMENT TERM --figures FILE --format json",
        QuestionJSON.copyMembers + [
            (
                "parties",
                .list(TermJSON.fieldSchema).described("Who pays and who is paid, on the last day.")
            ),
            ("payable", payable),
            ("compared", .string.nullable),
            ("before", payable.nullable),
        ])

    private static let payable = Schema.reference(
        "payable",
        to: .record([
            ("term", .term),
            ("kind", .termKind),
            ("currency", .pattern("^[A-Z]{3}$")),
            ("accruedBefore", amount.described("The least that had accrued, by the record.")),
            ("hadAccrued", before),
            ("hadAccruedAsReported", before.nullable),
            ("accruedMeanwhile", AccrualJSON.schema.nullable),
            ("rounding", .string),
            ("notes", .list(.string)),
            ("agreed", calculation),
            ("ifReportsHold", calculation.nullable),
        ]))

    private static let before = Schema.reference(
        "had-accrued",
        to: .record([
            ("least", amount), ("most", amount.nullable), ("reasons", AccrualJSON.reasonsSchema),
        ]).described("What the record says had accrued before the first period."))

    private static let calculation = Schema.reference(
        "calculation",
        to: .record([
            ("total", extent),
            (
                "periods",
                .list(
                    .record([
                        ("period", .string), ("first", .day), ("last", .day),
                        ("base", .string.nullable), ("figure", amount.nullable),
                        ("amount", extent), ("reasons", .list(.string)),
                        ("parts", .list(part)),
                    ]))
            ),
        ]))

    /// What a part stands for: days under the same terms, or what a floor or a cap takes or gives.
    private static let part = Schema.any(of: [
        .record([("because", .enumeration(adjustments)), ("amount", extent)]),
        .record([
            ("because", .constant(PayablePhrase.Word.days.rawValue)), ("amount", extent),
            ("first", .day), ("last", .day),
            ("reasons", .list(.string)), ("uses", .list(use)),
        ]),
    ])

    private static let adjustments = PayablePhrase.Word.allCases.filter { $0 != .days }.map(
        \.rawValue)

    private static let use = Schema.record([
        ("term", .term),
        ("field", .fieldName.nullable),
        ("says", .string),
        ("cause", CauseJSON.schema.nullable),
    ])

    private static let extent = Schema.reference(
        "extent",
        to: .record([
            ("least", amount),
            ("most", amount.nullable.described("Null: no upper end is known.")),
        ]).described("An amount, or the range it lies in."))

    /// Text, never a JSON number.
    private static let amount = Schema.reference("amount", to: .string)
}
