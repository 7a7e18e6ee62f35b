import Amendments
import Ledger
import Terms

// Fees in instalments: each is due on a day of its own, under the schedule that is agreed on it.
extension TermScan {
    /// The days on which instalments fall due, and what instalments wait for.
    var instalments: [Deadline] {
        governed(.schedule).flatMap { governed -> [Deadline] in
            guard case .stated(.schedule(let schedule)) = governed.value else {
                return isAhead && governed.covers(first: ahead, last: span.upperBound)
                    ? withheld(.payment, .schedule, governed.value, governed.assertion.event) : []
            }
            return schedule.instalments.enumerated().flatMap { index, instalment in
                dated(instalment, number: index + 1, governed)
                    + waiting(instalment, number: index + 1, governed)
            }
        }
    }

    /// Whether instalments are agreed on a day, or may be: then nothing is owed but on their days.
    func isInInstalments(on day: Day) -> Bool {
        (term.cells[.schedule]?.at(day) ?? []).contains { assertion in
            assertion?.value.map { $0 != .none } ?? false
        }
    }

    private func dated(
        _ instalment: Schedule.Instalment, number: Int, _ governed: Governed
    ) -> [Deadline] {
        guard let window = bounds.start(instalment.due), window.first < .beyond,
            governed.covers(first: window.first, last: window.sure), asks(on: window.first)
        else { return [] }
        let said = remarks(on: instalment.due)
        return [
            payment(
                instalment, .init(start: window), number: number, governed, said.basis,
                said.causes,
                isTentative: said.isDoubtful || !governed.isSure || isDoubtful(on: window.first))
        ]
    }

    /// One that waits for a condition, or is expected.
    private func waiting(
        _ instalment: Schedule.Instalment, number: Int, _ governed: Governed
    ) -> [Deadline] {
        guard isAhead, governed.covers(first: ahead, last: span.upperBound) else { return [] }
        let pending = pendingStart(in: instalment.due)
        let upon = pending.isEmpty ? [] : [Deadline.When.upon(pending)]
        let expected = instalment.due.expectations.map {
            Deadline.When.within(first: $0.earliest, last: $0.latest)
        }
        return (upon + expected).map { when in
            payment(instalment, when, number: number, governed, [], [], isTentative: true)
        }
    }

    private func payment(
        _ instalment: Schedule.Instalment, _ when: Deadline.When, number: Int,
        _ governed: Governed, _ basis: [Basis], _ causes: [RecordedEvent], isTentative: Bool
    ) -> Deadline {
        deadline(
            .payment, when,
            values: [.init(name: .amount, value: .stated(.money(instalment.amount)))],
            actor: payer(on: when.days.flatMap { $0.first } ?? ahead),
            basis: [.field(.schedule, governed.value)] + basis,
            causes: [governed.assertion.event] + causes, isTentative: isTentative, number: number)
    }
}
