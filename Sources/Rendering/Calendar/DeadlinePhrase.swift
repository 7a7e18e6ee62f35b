import Amendments
import Deadlines
import Ledger
import Terms

/// Deadlines in words: what happens, when, and how the day was worked out.
enum DeadlinePhrase {
    /// `tern-mill royalty.paper: rate becomes 5% of net sales`.
    static func title(of deadline: Deadline) -> String {
        let subject = [deadline.agreement.text, deadline.term?.text].compactMap(\.self)
        return "\(subject.joined(separator: " ")): \(what(deadline))"
    }

    /// The same among those of one agreement, which goes without saying.
    static func shortTitle(of deadline: Deadline) -> String {
        (deadline.term.map { "\($0): " } ?? "") + what(deadline)
    }

    /// What happens, without its subject.
    static func what(_ deadline: Deadline) -> String {
        let values = deadline.values.map(phrase).joined(separator: ", ")
        let actor = deadline.actor.map { " (\($0))" } ?? ""
        switch deadline.what {
        case .begins: return "begins"
        case .ends: return isDay(deadline) ? "last day" : "ends"
        case .agreementEnds: return isDay(deadline) ? "last day of the agreement" : "ends"
        case .renews:
            let until = deadline.through.map { " through \($0)" } ?? ""
            return "renewed\(until)" + (values.isEmpty ? "" : ": \(values)")
        case .notice: return "last day to give notice against renewal"
        case .renewalDue: return "last day to agree on a renewal"
        case .noticeTakesEffect: return "notice takes effect" + actor
        case .response: return "last day to respond" + actor
        case .opens: return opening(through: deadline.through) + actor
        case .closes: return "last day to exercise it" + actor
        case .exclusivityEnds:
            return isDay(deadline) ? "last day of exclusivity" : "exclusivity ends"
        case .takesEffect: return values
        case .reverts:
            let names = deadline.values.map(\.name.rawValue).joined(separator: ", ")
            return "last day of the temporary \(names)"
        case .suspensionBegins: return "first day of a suspension"
        case .suspensionEnds: return "last day of the suspension"
        case .waiverBegins: return "a right is waived from then on" + actor
        case .moves:
            let ids = deadline.causes.prefix(1).compactMap { ($0.event.payload as? TermMoved)?.to }
            return "its id becomes \(ids.first?.text ?? "another")"
        case .partyJoins: return "becomes a party" + actor
        case .partyRenamed: return "has another name" + actor
        case .partySucceeded:
            let successors = deadline.causes.prefix(1).compactMap {
                ($0.event.payload as? PartySucceeded)?.successor
            }
            return "succeeded by \(successors.first?.text ?? "another")" + actor
        case .partyWithdraws: return "withdraws" + actor
        case .memberJoins: return "joined" + actor
        case .memberLeaves: return "left" + actor
        case .availabilityEnds: return "last day to draw"
        case .closing: return "closing"
        case .due: return "last day to reach it"
        case .longStop: return "last day to close"
        case .matures: return "matures"
        case .purchaseExclusivityEnds: return "last day of exclusive purchase"
        case .release: return "released"
        case .vests: return "vests" + actor
        case .waiverEnds: return "last day of the waiver" + actor
        case .payment:
            let isPeriod = isDay(deadline) && deadline.basis.contains { $0.isPeriod }
            return (isPeriod ? "last day of a period paid for" : "payment due")
                + amount(deadline) + actor
        case .adjusts: return adjustment(of: deadline.kind)
        case .period: return period(deadline.kind) + amount(deadline) + actor
        case .dutyEnds:
            return isDay(deadline) ? "last day of the duty" + actor : "the duty ends" + actor
        case .expected:
            let texts = deadline.basis.compactMap(\.expectation)
            return "expected: " + texts.joined(separator: "; ")
        }
    }

    private static func opening(through last: Day?) -> String {
        "may be exercised \(last.map { "through \($0)" } ?? "from then on")"
    }

    private static func adjustment(of kind: TermKind?) -> String {
        kind == .creditFacility
            ? "the borrowing base is set anew" : "the amount follows its index anew"
    }

    /// What a period of a term is: a quantity or an amount is committed in it, or something measured.
    private static func period(_ kind: TermKind?) -> String {
        kind == .covenant || kind == .serviceLevel
            ? "last day of the period tested" : "last day of the committed period"
    }

    private static func isDay(_ deadline: Deadline) -> Bool { deadline.when.days != nil }

    private static func phrase(_ value: Deadline.FieldValue) -> String {
        let changes = value.name == .ends ? "end date changes to" : "\(value.name) becomes"
        return value.value.map { "\(changes) \($0.displayText)" } ?? "\(value.name) is taken out"
    }

    private static func amount(_ deadline: Deadline) -> String {
        deadline.values.first?.value.map { ": \($0.displayText)" } ?? ""
    }

    /// `Sun 2026-05-31`, `2030-01-01 to 2030-12-31`, `upon agi`.
    static func when(_ when: Deadline.When) -> String {
        switch when {
        case .on(let day): DayPhrase.withWeekday(day)
        case .within(let first?, let last?): "\(first) to \(last)"
        case .within(let first?, nil): "from \(first), end open"
        case .within(nil, let last?): "by \(last)"
        case .within(nil, nil): "no day known"
        case .upon(let conditions): "upon \(conditions.map(\.text).joined(separator: " and "))"
        case .withheld(let field): "\(field) is withheld"
        case .afterEnd(let length): "\(length.displayText) after the end"
        }
    }

    /// One step of how a day was worked out.
    static func text(of basis: Basis) -> String {
        switch basis {
        case .field(let name, let value): "\(name): \(value.displayText)"
        case .effective(let bound): InstrumentPhrase.effective(bound)
        case .convention(let name): "read by \(name)"
        case .imprecise(let date): "stated as \(date) and no finer"
        case .businessDaysUnknown(let gap): "not known: \(gap)"
        case .outcome(let id, .lapsed): "condition \(id) lapsed"
        case .outcome(let id, let manner): "condition \(id) was \(manner.rawValue)"
        case .lasts(let bound): "\(bound)"
        case .unlessBefore(let conditions):
            "unless \(conditions.map(\.text).joined(separator: " or ")) comes first"
        case .before(let length, let first, let last):
            "\(length.displayText) before \(first == last ? "\(last)" : "a last day between \(first) and \(last)")"
        case .after(let length, let day):
            "\(length.displayText) after \(day.exact?.description ?? "a day \(DayPhrase.possible(day))")"
        case .agreementEnd(let term): "counted from the end of the agreement (\(term))"
        case .renewals(let number, let length, let day):
            number == 1
                ? "renewed for \(length.displayText) from \(day)"
                : "renewal \(number), \(length.displayText) each, counted from \(day)"
        case .unlessNoticed: "unless notice is given in time"
        case .earlierRenewals(let number):
            "provided that no notice prevents the \(number == 1 ? "renewal" : "\(number) renewals") before"
        case .unlessAgreed: "unless the parties agree to renew"
        case .renewalNotKnown(let value):
            "whether it is renewed: \(value?.displayText ?? "not stated")"
        case .periodNotKnown(let value): "for how long: \(value?.displayText ?? "not stated")"
        case .noticeGiven(let party, let day): "notice given by \(party) \(DayPhrase.possible(day))"
        case .period(let number, let length, let day):
            "period \(number) of \(length.displayText) counted from \(day), the first day of the term"
        case .regularPeriod(let number, let length, let day):
            "period \(number) of \(length.displayText) since the term began, from \(day)"
        case .payDayNotStated: "the day of payment is not stated"
        case .once: "owed once, from the day the term begins"
        case .notRead(let event):
            "\(event.recording) (\(event)), which was not read, may have changed it"
        case .expectation(let text): "expected: \(text)"
        }
    }

    static func basis(of deadline: Deadline) -> String {
        deadline.basis.filter { $0.expectation == nil }.map(text).joined(separator: "; ")
    }

    /// `#8 Supply agreement (2024-01-10-supply#5)`.
    static func cause(_ event: RecordedEvent) -> String {
        "\(event.position) \(InstrumentPhrase.title(of: event))"
    }
}

extension Basis {
    fileprivate var isPeriod: Bool {
        switch self {
        case .period, .regularPeriod: true
        case .field, .effective, .lasts, .convention, .imprecise, .businessDaysUnknown, .outcome,
            .unlessBefore, .before, .after, .agreementEnd, .renewals, .unlessNoticed,
            .earlierRenewals, .unlessAgreed, .renewalNotKnown, .periodNotKnown, .noticeGiven,
            .payDayNotStated, .once, .expectation, .notRead:
            false
        }
    }

    /// What someone expects; it stands in the title.
    fileprivate var expectation: String? {
        if case .expectation(let text) = self { text } else { nil }
    }
}
