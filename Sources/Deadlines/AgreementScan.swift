import Amendments
import Ledger
import Terms

/// What falls into a span of days under one agreement.
struct AgreementScan {
    let reading: AgreementReading
    let span: Span

    /// All of it, in the order of days; what has no day comes last.
    var deadlines: [Deadline] {
        let all = AgreementScan(reading: reading, span: span.sinceEver).found
        let keys = DeadlineKeys(of: all)
        return found.map { keys.keyed($0) }.sorted(by: Self.precedes)
    }

    /// All of it, without keys, in no particular order.
    private var found: [Deadline] {
        let known = reading.state.instruments.map(\.disclosed.latest).max() ?? span.from
        let terms = reading.terms.flatMap {
            TermScan(reading: reading, term: $0, span: span, knownThrough: known).deadlines
        }
        return terms + (endings + expectations + partyChanges).filter { span.overlaps($0.when) }
    }

    /// Terminated, or superseded by another agreement.
    private var endings: [Deadline] {
        reading.state.endings.flatMap { ending -> [Deadline] in
            let bound = ending.event.effective
            let basis = [Basis.effective(bound)]
            guard let window = reading.bounds.start(bound) else {
                let pending = reading.bounds.pendingStart(in: bound, on: span.to)
                return pending.isEmpty
                    ? [] : [deadline(.agreementEnds, .upon(pending), basis, ending.event, true)]
            }
            return [
                deadline(
                    .agreementEnds, .init(lastDayBefore: window), basis, ending.event,
                    !window.isExact || bound.isAnnounced)
            ]
        }
    }

    /// What somebody expects and what has not come true; an expectation binds nobody.
    private var expectations: [Deadline] {
        reading.state.expectations.values.sorted { $0.id < $1.id }.compactMap { expectation in
            guard let last = expectation.statements.last, expectation.fulfilments.isEmpty else {
                return nil
            }
            let basis = [Basis.expectation(last.text), .effective(last.window)]
            if let range = last.window.expectations.first {
                return deadline(
                    .expected, .within(first: range.earliest, last: range.latest), basis,
                    last.event, true, about: expectation.id.text)
            }
            if let window = reading.bounds.start(last.window) {
                return deadline(
                    .expected, .init(start: window), basis, last.event, true,
                    about: expectation.id.text)
            }
            let pending = reading.bounds.pending(in: last.window, on: span.to)
            return pending.isEmpty
                ? nil
                : deadline(
                    .expected, .upon(pending), basis, last.event, true, about: expectation.id.text)
        }
    }

    func deadline(
        _ what: Deadline.What, _ when: Deadline.When, _ basis: [Basis], _ event: RecordedEvent,
        _ isTentative: Bool, about subject: String = "agreement", actor: PartyID? = nil
    ) -> Deadline {
        Deadline(
            agreement: reading.state.id, subject: subject, term: nil, kind: nil, what: what,
            when: when, values: [],
            through: nil, actor: actor, basis: basis, causes: [event], isTentative: isTentative,
            number: 1)
    }

    static func precedes(_ lhs: Deadline, _ rhs: Deadline) -> Bool {
        order(of: lhs) < order(of: rhs)
    }

    private static func order(of deadline: Deadline) -> (Int, Day, Day, String) {
        guard let days = deadline.when.days else { return (1, .first, .first, deadline.key) }
        return (0, days.first ?? .first, days.last ?? .last, deadline.key)
    }
}
