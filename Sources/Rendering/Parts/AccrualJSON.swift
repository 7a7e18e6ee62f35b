import Ledger
import Notation
import Terms

/// What accrued under a term in JSON: a range with its reasons, by currency.
enum AccrualJSON {
    static let shape = Shape<AccruedSum>.object(
        .member("currency", .currency, \.currency),
        .member("least", .money, \.least),
        .nullable("most", .money, \.most).described("Null: no upper end is known."),
        .member("isReported", .flag, \.isReported)
            .described("True: reports are among the statements."),
        .member("grade", .grade, \.grade),
        .list("reasons", reason, \.reasons)
    ).described("What had accrued in one currency: every possible value lies in the range.")
        .named("accrued-sum")

    static let reason = Shape<AccrualReason>.object(
        .member("reason", .words) { word(for: $0) },
        .member("text", .text) { AccrualPhrase.text(of: $0) }
    ).named("accrual-reason")

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
