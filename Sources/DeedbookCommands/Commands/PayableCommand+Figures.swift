import Ledger
import Payments
import Terms

// What is given to work with: figures from a file, or days.
extension PayableCommand {
    /// What a term comes to under figures.
    func payable(_ terms: TermsOfPayment, _ all: [Figure]) throws(CommandFailure) -> Payable {
        let file = figures ?? ""
        if terms.figureUse == .none {
            throw CommandFailure(
                .usage, "a \(terms.kind.rawValue) needs no figures",
                hint: "leave out --figures and give --from and --to")
        }
        if terms.figureUse == .needed, !terms.bases.isEmpty,
            let figure = all.first(where: { !terms.bases.contains($0.base) })
        {
            throw CommandFailure(
                in: file, line: figure.line, "no rate of \(term) is of '\(figure.base)'",
                hint: "its rates are of: \(terms.bases.joined(separator: "; "))")
        }
        guard let payable = Payable(terms, figures: all) else {
            throw CommandFailure(in: file, "no figures", hint: "add a line")
        }
        return payable
    }

    /// What a term comes to that needs no figures.
    func payable(_ terms: TermsOfPayment) throws(CommandFailure) -> Payable {
        if terms.figureUse == .needed {
            throw CommandFailure(
                .usage, "a \(terms.kind.rawValue) needs figures, such as each month's revenue",
                hint: "give --figures FILE; see: deedbook help payable")
        }
        guard let from, let to else {
            throw CommandFailure(
                .usage, "which days? without --figures both --from and --to are needed",
                hint: "for example: --from 2026-01-01 --to 2026-12-31")
        }
        guard from <= to else {
            throw CommandFailure(.usage, "--to \(to) lies before --from \(from)")
        }
        let known = terms.currencies
        if currency == nil, known.count > 1 {
            throw CommandFailure(
                .usage, "\(term) has amounts in \(known.map(\.code).joined(separator: " and "))",
                hint: "say which to count: --currency \(known[0].code)")
        }
        guard let currency = currency ?? known.first ?? Currency("XXX"),
            let payable = Payable(terms, from: from, to: to, in: currency)
        else { throw CommandFailure(.usage, "--to lies before --from") }
        return payable
    }

    func readFigures(
        _ figures: String, in environment: CommandEnvironment
    ) throws(CommandFailure) -> [Figure] {
        let bytes: [UInt8]
        do { bytes = try environment.files.read(figures).bytes } catch {
            throw CommandFailure(reading: figures, "figures file", error)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(
                in: figures, line: 1, "figures are UTF-8 text", hint: "save it as UTF-8")
        }
        var all: [Figure]
        do { all = try FiguresFile.read(text) } catch {
            throw CommandFailure(
                in: "\(figures):\(error.line):\(error.column)", error.message, hint: error.hint)
        }
        if let base = all.first?.base, let other = all.first(where: { $0.base != base }) {
            throw CommandFailure(
                in: figures, line: other.line, "a second base: '\(other.base)'",
                hint: "give one base a file, here '\(base)'")
        }
        all.removeAll { figure in
            (from.map { figure.last < $0 } ?? false) || (to.map { figure.first > $0 } ?? false)
        }
        for figure in all {
            for day in [from, to?.adding(days: 1)].compactMap(\.self)
            where figure.first < day && day <= figure.last {
                throw CommandFailure(
                    in: figures, line: figure.line, "\(figure.period) lies on both sides of \(day)",
                    hint:
                        "let --from and --to keep periods whole: nothing says how to split a figure"
                )
            }
        }
        guard !all.isEmpty else {
            throw CommandFailure(
                in: figures, "no figure lies in the time asked", hint: "check --from and --to")
        }
        return all
    }
}
