import Amendments
import Ledger
import Notation
import Payments
public import Questions
import Terms

/// The amounts of a term as JSON, schema `deedbook/payable/1`.
///
/// Amounts are text, never JSON numbers; an upper end that no one knows is null.
public enum PayableJSON {
    static let answer = JSONAnswer<Answer<PayableQuestion>>(
        "payable", "the amounts of a term",
        command: "deedbook payable AGREEMENT TERM --figures FILE --format json",
        .all(of: QuestionJSON.copy, \.content.copy),
        .list("parties", TermJSON.field) { answer in
            let content = answer.content
            let status = content.copy.term(content.payable.term)?.status ?? .ended
            return PayableParties.fields(of: content.payable, in: content.copy)
                .map { ($0, status) }
        }.described("Who pays and who is paid, on the last day."),
        .member("payable", payable, \.content.payable),
        .nullable("compared", .text) { PayablePhrase.compared($0)?.label },
        .nullable("before", payable, \.content.before))

    public static func render(_ answer: Answer<PayableQuestion>) -> String {
        self.answer.text(of: answer)
    }

    /// An amount as the tables and the JSON write it; of a currency without minor units that are known, its units.
    static func money(_ units: Int128, _ currency: Currency) -> String {
        MinorUnits.money(units, currency)?.description ?? String(units)
    }

    private static let payable = Shape<Payable>.object(
        .member("term", .term, \.term),
        .member("kind", .termKind, \.kind),
        .member("currency", .currency, \.currency),
        .member("accruedBefore", amount) { ($0.before.amount.low, $0.currency) }
            .described("The least that had accrued, by the record."),
        .member("hadAccrued", before) { ($0.before, $0.currency) },
        .nullable("hadAccruedAsReported", before) { payable in
            payable.beforeAsReported.map { ($0, payable.currency) }
        },
        .nullable("accruedMeanwhile", AccrualJSON.shape, \.meanwhile),
        .nullable("outstanding", extent) { payable in
            payable.outstanding.map { ($0, payable.currency) }
        }.described(
            "Of instalments due by the last day, less what had accrued or was paid by then."),
        .member("rounding", .text) { _ in "half-even, once a period" },
        .list("notes", .text) { PayablePhrase.notes(on: $0) },
        .member("agreed", calculation) { ($0.agreed, $0.currency) },
        .nullable("ifReportsHold", calculation) { payable in
            payable.reported.map { ($0, payable.currency) }
        }
    ).named("payable")

    private static let before = Shape<(paid: PaidBefore, currency: Currency)>.object(
        .all(of: ends) { ($0.paid.amount, $0.currency) },
        .list("reasons", AccrualJSON.reason, \.paid.reasons)
    ).described("What the record says had accrued before the first period.").named("had-accrued")

    private static let calculation = Shape<(sum: Calculation, currency: Currency)>.object(
        .member("total", extent) { ($0.sum.total, $0.currency) },
        .member("approximate", .flag) { $0.sum.isApproximate }
            .described(
                "Whether an approximate value counts, of unknown tolerance: no sum is certain."),
        .list("periods", period) { calculation in
            calculation.sum.lines.map { ($0, calculation.currency) }
        }
    ).named("calculation")

    private static let period = Shape<(line: PayableLine, currency: Currency)>.object(
        .member("period", .text) { PayablePhrase.period($0.line.slice) },
        .member("first", .day, \.line.slice.days.lowerBound),
        .member("last", .day, \.line.slice.days.upperBound),
        .nullable("base", .text) { $0.line.slice.figure?.base },
        .nullable("figure", .text) { $0.line.slice.figure.map { PayablePhrase.amount(of: $0) } }
            .described("An amount of money, or a quantity without a currency."),
        .member("amount", extent) { ($0.line.amount, $0.currency) },
        .list("reasons", .text, \.line.reasons),
        .list("parts", .object(part)) { period in
            period.line.parts.map { ($0, period.currency) }
        })

    private typealias Sum = (amount: Amount, currency: Currency)

    private static let extent = Shape.object(ends)
        .described("An amount, or the range it lies in.").named("extent")

    private static let ends = Members<Sum>.all(
        .member("least", amount) { ($0.amount.low, $0.currency) },
        .nullable("most", amount) { sum in sum.amount.high.map { ($0, sum.currency) } }
            .described("Null: no upper end is known."))

    /// Text, never a JSON number.
    private static let amount = Shape<(units: Int128, currency: Currency)> {
        .reference("amount", to: .string)
    } write: {
        .string(money($0.units, $0.currency))
    }

    private static let part = Members<(part: PayableLine.Part, currency: Currency)>.one(
        of: Parts()
    ) { parts, value in
        let sum = (value.part.amount, value.currency)
        return switch value.part.cause {
        case .floor, .cap, .aggregateCap, .aggregateFloor:
            parts.bound((PayablePhrase.word(value.part.cause), sum))
        case .days(let paymentSpan): parts.days((sum, paymentSpan))
        }
    }

    /// What a part stands for: days under the same terms, or what a floor or a cap takes or gives.
    private struct Parts {
        let bound = Members<(because: String, sum: Sum)>.all(
            .member("because", .word(of: adjustments), \.because),
            .member("amount", extent, \.sum))

        let days = Members<(sum: Sum, paymentSpan: PaymentSpan)>.all(
            .constant("because", PayablePhrase.Word.days.rawValue),
            .member("amount", extent, \.sum),
            .member("first", .day, \.paymentSpan.days.lowerBound),
            .member("last", .day, \.paymentSpan.days.upperBound),
            .list("reasons", .text, \.paymentSpan.reasons),
            .list("uses", use, \.paymentSpan.uses))

        private static let adjustments = PayablePhrase.Word.allCases.filter { $0 != .days }
            .map(\.rawValue)
    }

    private static let use = Shape<TermUse>.object(
        .member("term", .term, \.term),
        .nullable("field", .fieldName, \.field),
        .member("says", .text, \.says),
        .nullable("cause", CauseJSON.shape, \.event))
}
