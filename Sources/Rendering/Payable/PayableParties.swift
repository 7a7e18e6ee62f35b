import Amendments
import Ledger
import Payments
import Terms

/// Who pays and who is paid under a payment term, on the day of a conformed copy.
enum PayableParties {
    /// The fields of a term that name who pays, and then who is paid.
    static func fields(of payable: Payable, in copy: ConformedCopy) -> [ConformedField] {
        guard let term = copy.term(payable.term) else { return [] }
        return [term.kind.payers, term.kind.payees].compactMap { names in
            names.compactMap(term.field).first
        }
    }

    /// `Paid by c, successor of a (merger#1, on 2021-01-01), to b, as of 2021-06-30.`; nil where no party is
    /// named.
    static func text(of payable: Payable, in copy: ConformedCopy) -> String? {
        let parties = fields(of: payable, in: copy)
        guard parties.count == 2 else { return nil }
        let names = parties.map(name)
        return "Paid by \(names[0]), to \(names[1]), as of \(copy.vantage.on)."
    }

    private static func name(of field: ConformedField) -> String {
        let causes = field.furtherCauses.filter { $0.event.payload is PartySucceeded }
            .map { "\($0.reference), \($0.effective)" }
        let source = causes.isEmpty ? "" : " (\(causes.joined(separator: "; ")))"
        return (field.isReported ? "reported: " : "") + field.displayText + source
    }
}
