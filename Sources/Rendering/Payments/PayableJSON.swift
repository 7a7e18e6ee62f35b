import Amendments
public import Ledger
import Notation
public import Payments
import Terms

/// What a term comes to as JSON, schema `deedbook/payable/1`, and as CSV (RFC 4180).
///
/// Amounts are text, never JSON numbers; an upper end that nobody knows is null.
public enum PayableJSON {
    public static func render(
        _ payable: Payable, before: (label: String, payable: Payable)?, copy: ConformedCopy
    ) -> String {
        JSONDocument.text(
            "payable",
            QuestionJSON.members(of: copy) + [
                ("parties", PayableParties.node(of: payable, in: copy)),
                ("payable", node(of: payable)),
                ("compared", .optional(before?.label)),
                ("before", before.map { node(of: $0.payable) } ?? .null),
            ])
    }

    /// One record a period, with the header `basis,period,base,figure,least,most,reasons`.
    public static func csv(_ payable: Payable, before: (label: String, payable: Payable)?) -> String
    {
        let sides: [(String, Calculation?)] = [
            ("agreed", payable.agreed), ("reported", payable.reported),
            ("before", before?.payable.agreed), ("before-reported", before?.payable.reported),
        ]
        var rows = [["basis", "period", "base", "figure", "least", "most", "reasons"]]
        for (name, side) in sides {
            for line in side?.lines ?? [] {
                let figure = line.slice.figure
                rows.append([
                    name, PayablePhrase.period(line.slice), figure?.base ?? "",
                    figure.map { money($0.minorUnits, payable) } ?? "",
                    money(line.amount.low, payable),
                    line.amount.high.map { money($0, payable) } ?? "",
                    line.allReasons.joined(separator: "; "),
                ])
            }
        }
        return CSVTable.text(of: rows)
    }

    private static func money(_ units: Int128, _ payable: Payable) -> String {
        MinorUnits.money(units, payable.currency)?.description ?? String(units)
    }

    private static func node(of payable: Payable) -> Node {
        .object([
            ("term", .string(payable.term.text)),
            ("kind", .string(payable.kind.rawValue)),
            ("currency", .string(payable.currency.code)),
            ("accruedBefore", .string(money(payable.before.amount.low, payable))),
            ("hadAccrued", node(of: payable.before, payable)),
            (
                "hadAccruedAsReported",
                payable.beforeAsReported.map { node(of: $0, payable) } ?? .null
            ),
            ("accruedMeanwhile", payable.meanwhile.map { AccrualJSON.node(of: $0) } ?? .null),
            ("rounding", .string("half-even, once a period")),
            ("notes", .texts(PayablePhrase.notes(on: payable))),
            ("agreed", node(of: payable.agreed, payable)),
            ("ifReportsHold", payable.reported.map { node(of: $0, payable) } ?? .null),
        ])
    }

    private static func node(of before: PaidBefore, _ payable: Payable) -> Node {
        .object([
            ("least", .string(money(before.amount.low, payable))),
            ("most", .optional(before.amount.high.map { money($0, payable) })),
            ("reasons", AccrualJSON.reasons(before.reasons)),
        ])
    }

    private static func node(of calculation: Calculation, _ payable: Payable) -> Node {
        .object([
            ("total", node(of: calculation.total, payable)),
            (
                "periods",
                .list(
                    calculation.lines.map { line in
                        .object([
                            ("period", .string(PayablePhrase.period(line.slice))),
                            ("first", .optional(line.slice.first)),
                            ("last", .optional(line.slice.last)),
                            ("base", .optional(line.slice.figure?.base)),
                            (
                                "figure",
                                .optional(line.slice.figure.map { money($0.minorUnits, payable) })
                            ),
                            ("amount", node(of: line.amount, payable)),
                            ("reasons", .texts(line.reasons)),
                            ("parts", .list(line.parts.map { node(of: $0, payable) })),
                        ])
                    })
            ),
        ])
    }

    private static func node(of part: PayableLine.Part, _ payable: Payable) -> Node {
        let amount = ("amount", node(of: part.amount, payable))
        let because = ("because", Node.string(PayablePhrase.word(part.cause)))
        switch part.cause {
        case .floor, .cap, .aggregateCap, .aggregateFloor: return .object([because, amount])
        case .days(let stretch):
            return .object([
                because, amount,
                ("first", .optional(stretch.first)), ("last", .optional(stretch.last)),
                ("reasons", .texts(stretch.reasons)),
                (
                    "uses",
                    .list(
                        stretch.uses.map { use in
                            .object([
                                ("term", .string(use.term.text)),
                                ("field", .optional(use.field?.rawValue)),
                                ("says", .string(use.says)),
                                ("cause", use.event.map { CauseJSON.node(of: $0) } ?? .null),
                            ])
                        })
                ),
            ])
        }
    }

    private static func node(of extent: Amount, _ payable: Payable) -> Node {
        .object([
            ("least", .string(money(extent.low, payable))),
            ("most", .optional(extent.high.map { money($0, payable) })),
        ])
    }
}
