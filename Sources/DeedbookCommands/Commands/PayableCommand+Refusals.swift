import Ledger
import Payments
import Questions
import Terms

// Why a term cannot be worked out, in words of the command line and the figures' file.
extension PayableCommand {
    func failure(_ refusal: PayableRefusal) -> CommandFailure {
        switch refusal {
        case .notPayable(let kind, let vantage): notPayable(kind, vantage)
        case .takesNoFigures(let kind):
            CommandFailure(
                .usage, "a \(kind.rawValue) needs no figures",
                hint: "leave out --figures and give --from and --to")
        case .needsFigures(let kind):
            CommandFailure(
                .usage, "a \(kind.rawValue) needs figures, such as each month's revenue",
                hint: "give --figures FILE; see: deedbook help payable")
        case .needsDays:
            CommandFailure(
                .usage, "which days? without --figures both --from and --to are needed",
                hint: "for example: --from 2026-01-01 --to 2026-12-31")
        case .reversedDays(let from, let to):
            CommandFailure(.usage, "--to \(to) lies before --from \(from)")
        case .severalCurrencies(let known):
            CommandFailure(
                .usage, "\(term) has amounts in \(known.map(\.code).joined(separator: " and "))",
                hint: known.first.map { "say which to count: --currency \($0.code)" })
        case .figures(let refusal): failure(refusal, in: figures ?? "")
        }
    }

    private func failure(_ refusal: FiguresRefusal, in file: String) -> CommandFailure {
        switch refusal {
        case .unknownBase(let figure, let known):
            CommandFailure(
                in: file, line: figure.line, "no rate of \(term) is of '\(figure.base)'",
                hint: "its rates are of: \(known.joined(separator: "; "))")
        case .secondBase(let figure, let base):
            CommandFailure(
                in: file, line: figure.line, "a second base: '\(figure.base)'",
                hint: "give one base a file, here '\(base)'")
        case .straddling(let figure, let day):
            CommandFailure(
                in: file, line: figure.line, "\(figure.period) lies on both sides of \(day)",
                hint: "let --from and --to keep periods whole: nothing says how to split a figure")
        case .noneInDays:
            CommandFailure(
                in: file, "no figure lies in the time asked", hint: "check --from and --to")
        }
    }

    private func notPayable(_ kind: TermKind?, _ vantage: Vantage) -> CommandFailure {
        let message =
            switch kind {
            case nil: "\(agreement) has no term '\(term)' from \(vantage)"
            case .volumeCommitment?:
                "'\(term)' is a quantity, for which the record has no price: it comes to no amount"
            case let kind?:
                "'\(term)' is a \(kind.rawValue) term, which comes to no amount of money"
            }
        let kinds = TermsOfPayment.kinds.map(\.rawValue).joined(separator: ", ")
        return CommandFailure(
            .badData, message, hint: "see: deedbook terms \(agreement); payable: \(kinds)")
    }
}
