import Amendments
import Ledger
import Terms

/// What falls into a span of days under one agreement.
struct AgreementScan {
    let reading: AgreementReading
    let span: ClosedRange<Day>

    /// All of it, in the order of days; what has no day comes last.
    var deadlines: [Deadline] {
        let found = self.found
        // Most terms have nothing in a short span, and what nothing is called need not be asked.
        guard !found.isEmpty else { return [] }
        let keys = DeadlineKeys(
            of: AgreementScan(reading: reading, span: span.sinceEver)
                .found(of: Set(found.map(\.subject))))
        return found.map { keys.keyed($0) }.sorted(by: Self.precedes)
    }

    /// The last day on which anything of the agreement was disclosed.
    private var known: Day {
        reading.state.instruments.map(\.disclosed.latest).max() ?? span.lowerBound
    }

    /// All of it, without keys, in no particular order.
    private var found: [Deadline] { found(of: nil) }

    /// The same of terms with some ids, as they were first added, and of the agreement itself; nil: of every term.
    private func found(of subjects: Set<String>?) -> [Deadline] {
        let asked = reading.terms.filter {
            subjects?.contains($0.record.identity.text) ?? true
        }
        let terms = asked.flatMap {
            TermScan(reading: reading, term: $0, span: span, knownThrough: known).deadlines
        }
        return terms + (endings + expectations + partyChanges).filter { span.overlaps($0.when) }
    }

    /// Terminated, superseded by another agreement, or ended by a notice.
    private var endings: [Deadline] {
        reading.agreementEnds.map { end, isSure in
            let said = basis(of: end.event)
            return deadline(
                .agreementEnds, .init(lastDayBefore: end.window), [said.basis], end.causes,
                !isSure || said.bound.isAnnounced)
        } + pendingEndings
    }

    /// How the day of an end is known: by the event's own date, or by that of a notice.
    private func basis(of event: RecordedEvent) -> (basis: Basis, bound: DateBound) {
        guard let notice = event.event.payload as? NoticeGiven else {
            return (.effective(event.effective), event.effective)
        }
        if let bound = notice.takesEffect { return (.effective(bound), bound) }
        let given = reading.bounds.start(of: event)
        let basis = given.map { Basis.noticeGiven(by: notice.by, on: PossibleDay($0)) }
        return (basis ?? .effective(event.effective), event.effective)
    }

    /// Ends that wait for conditions, as long as there is an agreement to end; notices stand with their terms.
    private var pendingEndings: [Deadline] {
        let isAhead = reading.terms.contains {
            TermScan(reading: reading, term: $0, span: span, knownThrough: known).isAhead
        }
        guard isAhead || reading.terms.isEmpty else { return [] }
        return reading.pendingEnds.filter { !($0.event.event.payload is NoticeGiven) }.compactMap {
            let pending = reading.bounds.pendingStart(in: $0.bound, on: span.upperBound)
            guard reading.bounds.trigger($0.bound) == nil, !pending.isEmpty else { return nil }
            return deadline(
                .agreementEnds, .upon(pending), [.effective($0.bound)], [$0.event], true)
        }
    }

    /// What someone expects and of which no one says what became; an expectation binds no one.
    private var expectations: [Deadline] {
        reading.state.expectations.values.sorted { $0.id < $1.id }.compactMap { expectation in
            guard let last = expectation.statements.last, expectation.outcomes.isEmpty else {
                return nil
            }
            let basis = [Basis.expectation(last.text), .effective(last.window)]
            if let range = last.window.expectations.first {
                return deadline(
                    .expected, .within(first: range.earliest, last: range.latest), basis,
                    [last.event], true, about: expectation.id.text)
            }
            if let window = reading.bounds.start(last.window) {
                return deadline(
                    .expected, .init(start: window), basis, [last.event], true,
                    about: expectation.id.text)
            }
            let pending = reading.bounds.pending(in: last.window, on: span.upperBound)
            return pending.isEmpty
                ? nil
                : deadline(
                    .expected, .upon(pending), basis, [last.event], true, about: expectation.id.text
                )
        }
    }

    func deadline(
        _ what: Deadline.What, _ when: Deadline.When, _ basis: [Basis], _ causes: [RecordedEvent],
        _ isTentative: Bool, about subject: String = "agreement", actor: PartyID? = nil
    ) -> Deadline {
        Deadline(
            agreement: reading.state.id, subject: subject, term: nil, kind: nil, what: what,
            when: when, values: [],
            through: nil, actor: actor, basis: basis, causes: causes, isTentative: isTentative,
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
