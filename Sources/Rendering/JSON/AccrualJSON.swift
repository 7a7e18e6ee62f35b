import Ledger
import Notation
import Terms

/// What accrued under a term in JSON: a range with its reasons, by currency.
enum AccrualJSON {
    static func node(of sum: AccruedSum) -> Node {
        .object([
            ("currency", .string(sum.currency.code)),
            ("least", Money.codec.encode(sum.least)),
            ("most", sum.most.map { Money.codec.encode($0) } ?? .null),
            ("isReported", .boolean(sum.isReported)),
            ("grade", .string(sum.grade.rawValue)),
            ("reasons", reasons(sum.reasons)),
        ])
    }

    static func reasons(_ reasons: [AccrualReason]) -> Node {
        .list(
            reasons.map { reason in
                .object([
                    ("reason", .string(word(for: reason).rawValue)),
                    ("text", .string(AccrualPhrase.text(of: reason))),
                ])
            })
    }

    static let schema = Schema.reference(
        "accrued-sum",
        to: .record([
            ("currency", .pattern("^[A-Z]{3}$")),
            ("least", money),
            ("most", money.nullable.described("Null: no upper end is known.")),
            ("isReported", .boolean.described("True: reports are among the statements.")),
            ("grade", .grade),
            ("reasons", reasonsSchema),
        ]).described("What had accrued in one currency: every possible value lies in the range."))

    /// An amount of money as text.
    static let money = Schema.reference("money", to: Money.codec.schema)

    static let reasonsSchema = Schema.list(
        .reference(
            "accrual-reason", to: .record([("reason", .words(Word.self)), ("text", .string)])))

    /// The words of the member `reason`.
    enum Word: String, CaseIterable {
        case running, overlapping, contradictory, redacted, waivable, unrecorded
        case uncertainPeriod = "uncertain-period"
        case tooManyDigits = "too-many-digits"
    }

    private static func word(for reason: AccrualReason) -> Word {
        switch reason {
        case .running: .running
        case .overlapping: .overlapping
        case .contradictory: .contradictory
        case .uncertainPeriod: .uncertainPeriod
        case .redacted: .redacted
        case .tooManyDigits: .tooManyDigits
        case .waivable: .waivable
        case .unrecorded: .unrecorded
        }
    }
}
