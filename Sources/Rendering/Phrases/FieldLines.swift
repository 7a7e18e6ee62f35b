import Amendments
import Ledger
import Terms

/// The fields of a term, a line each, with what is reported beside what is agreed.
struct FieldLines {
    let labelWidth: Int
    private let openDays: [EventReference: PossibleDay]

    init(for term: ConformedTerm) {
        let fields = term.fields
        openDays = term.openDays
        let widest = fields.map { DisplayWidth.of($0.name.rawValue) }.max() ?? 0
        labelWidth = min(24, max(12, widest))
    }

    func write(_ field: ConformedField, to page: inout TextPage, indent: Int) {
        var value = StyledText((field.isReported ? "reported: " : "") + field.displayText)
        if let mark = InstrumentPhrase.mark(field.grade) { value += StyledText(" \(mark)") }
        for reason in field.reasons where !Self.isInValue(reason) {
            value += StyledText(" (\(ReasonPhrase.text(of: reason, status: .inForce)))", .faint)
        }
        let trailing = StyledText(field.governing.position.description, .faint)
        if field.isIndeterminate {
            value = StyledText("indeterminate", .warning) + ": one of"
        }
        page.row(
            StyledText(field.name.rawValue), value, labelWidth: labelWidth, indent: indent,
            trailing: trailing)
        for candidate in field.candidates { beside("either", candidate, &page, indent) }
        if field.isContested {
            note(StyledText("! \(ContestPhrase.text(of: field))", .warning), &page, indent)
        }
        for other in field.competing {
            beside("reported", other, &page, indent)
        }
        for change in field.conditional {
            note(StyledText(ConditionalPhrase.line(of: change)), &page, indent)
        }
        for event in field.silentSince {
            note(
                "not addressed since \(InstrumentPhrase.title(of: event)); the previous value still applies\(DoubtPhrase.text(openDays[event.reference]))",
                &page, indent)
        }
        if let event = field.reaffirmedBy.last {
            note(
                "= restated by \(InstrumentPhrase.title(of: event))\(DoubtPhrase.text(openDays[event.reference]))",
                &page, indent)
        }
    }

    /// An announced day says itself that the effective day is not stated.
    private static func isInValue(_ reason: Reason) -> Bool {
        switch reason {
        case .announced: true
        case .conditionPending, .conditionSatisfied, .rebased, .orphan, .convention, .imprecise,
            .businessDaysUnknown, .statedEnd, .removed, .discharged, .agreementEnded, .suspended,
            .waived, .scheduled, .fellBack, .inRunOff, .notRead, .readingsCompete, .matured,
            .closed, .closingWithheld, .beginningReferred, .endReferred, .wholeEnded, .opening,
            .statedAsOf, .conditionLapsed,
            .perhapsWaived,
            .perhapsMoved, .partyWithdrew, .approximate, .ranOut, .runsOut, .renewed, .notRenewed,
            .renewalNotKnown, .outlives, .beginningWithheld, .neverBegan, .betterReport:
            false
        }
    }

    private func beside(
        _ word: String, _ candidate: ConformedField.Candidate, _ page: inout TextPage, _ indent: Int
    ) {
        let value = candidate.value?.displayText ?? "no such field"
        let place =
            candidate.event.map {
                ", \(InstrumentPhrase.title(of: $0))"
                    + (candidate.isReported ? DoubtPhrase.text(openDays[$0.reference]) : "")
            } ?? ""
        note("\(word): \(value) [\(candidate.grade.rawValue)]\(place)", &page, indent)
    }

    private func note(_ text: StyledText, _ page: inout TextPage, _ indent: Int) {
        page.row("", text, labelWidth: labelWidth, indent: indent)
    }
}
