import Ledger
import Notation
import Terms

extension TermRow {
    /// How the term ends, or ended, as seen on the day of the question; then why, or what comes next.
    var ending: (first: String, second: String) {
        guard let term else { return ("", "") }
        let reasons = term.reasons.compactMap { reason -> String? in
            switch reason {
            case .announced, .statedEnd, .scheduled: nil
            case .conditionPending, .conditionSatisfied, .rebased, .orphan, .convention, .imprecise,
                .businessDaysUnknown, .removed, .discharged, .agreementEnded, .suspended, .waived,
                .fellBack, .inRunOff, .notRead, .ranOut, .runsOut, .renewed, .notRenewed,
                .renewalNotKnown, .outlives, .beginningWithheld, .neverBegan, .betterReport,
                .conditionLapsed,
                .perhapsWaived, .perhapsMoved, .partyWithdrew, .approximate, .readingsCompete,
                .matured, .closed, .closingWithheld, .beginningReferred, .endReferred, .wholeEnded,
                .opening,
                .statedAsOf:
                ReasonPhrase.text(of: reason, status: term.status)
            }
        }
        let why = SafeText.oneLine(reasons.joined(separator: "; "))
        switch term.status {
        case .ended:
            let last = lives.last { $0.from <= day }?.days.through
            return (last.map { "ended \($0)" } ?? "ended", why)
        case .notYet:
            let first = lives.first { $0.from > day }?.from
            return (first.map { "begins \($0)" } ?? "not begun", why)
        case .suspended, .indeterminate:
            return (ReasonPhrase.status(term.status), why)
        case .inForce:
            return (end, why)
        }
    }

    private var end: String {
        guard let field = term?.field(.ends), field.isReported else { return endWords }
        return SafeText.oneLine("reported: \(field.value.displayText)")
    }

    /// The end of its agreement, where that is how it ends; nil where it is not.
    private var agreementEnd: String? {
        guard let run = lives.last(where: { $0.days.contains(day) }), let to = run.to,
            let through = run.days.through
        else { return nil }
        let endsSo = history.runs.at(to).reasons.contains { reason in
            switch reason {
            case .agreementEnded, .ranOut, .runsOut, .notRenewed: true
            case .announced, .conditionPending, .conditionSatisfied, .rebased, .orphan, .convention,
                .imprecise, .businessDaysUnknown, .removed, .discharged, .statedEnd, .suspended,
                .waived, .scheduled, .fellBack, .inRunOff, .notRead, .renewed, .renewalNotKnown,
                .outlives, .beginningWithheld, .neverBegan, .betterReport, .conditionLapsed,
                .perhapsWaived, .perhapsMoved, .partyWithdrew, .approximate, .readingsCompete,
                .matured, .closed, .closingWithheld, .wholeEnded, .opening, .beginningReferred,
                .endReferred,
                .statedAsOf:
                false
            }
        }
        return endsSo ? "with the agreement, \(through)" : nil
    }

    private var endWords: String {
        switch latest(.ends) {
        case nil: agreementEnd ?? "no end date stated"
        case .stated(.bound(.open))?, ValueState.none?: "no end, as stated"
        case .stated(let value)?: SafeText.oneLine(value.displayText)
        case .between(let low, let high)?:
            SafeText.oneLine("between \(low.displayText) and \(high.displayText)")
        case .about(let approximation)?: SafeText.oneLine(approximation.displayText)
        case .redacted?: "end redacted"
        case .undisclosed?: "end undisclosed"
        case .unknown?: "end unknown"
        case .silent?: agreementEnd ?? "no end date stated"
        case .sameAs(let term, let field)?: "same as \(term)/\(field)"
        }
    }
}
