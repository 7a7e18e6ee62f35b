import Amendments
import Notation
import Terms

/// What no term can mean, whatever the day: a value that refers to itself, a period without a day, a range
/// over two currencies, a bound on itself, a debt to oneself.
struct PaymentRules {
    private let reading: AgreementReading

    static func violations(
        in reading: AgreementReading, of events: some Sequence<RecordedEvent>
    ) -> [Violation] {
        let rules = PaymentRules(reading: reading)
        return events.flatMap { event -> [Violation] in
            if event.isRedacted { return [] }
            let reported = (event.event.payload as? ValueReported).map {
                rules.reported($0, by: event)
            }
            return event.event.payload.givenFields.flatMap { rules.violations(of: $0, by: event) }
                + [reported ?? nil].compactMap(\.self)
        }
    }

    private func violations(of given: GivenFields, by event: RecordedEvent) -> [Violation] {
        guard let kind = given.kind ?? reading.state.term(given.term)?.kind else { return [] }
        let set = given.set.typed(for: kind)
        let found = set.entries.compactMap { name, value -> (FieldName, Problem)? in
            (problem(value, of: name, kind) ?? reference(value, of: name, given.term, kind, event))
                .map { (name, $0) }
        }
        let debt = debtToOneself(set, of: given.term, kind, by: event)
        return (found + [debt].compactMap(\.self)).map { name, problem in
            Violation(
                message: problem.message, hint: problem.hint, ground: problem.ground,
                event: event.reference,
                mark: given.set.mark(of: name) ?? event.event.mark)
        }
    }

    private func reported(_ payload: ValueReported, by event: RecordedEvent) -> Violation? {
        guard case .term(let id) = payload.subject, let kind = reading.state.term(id)?.kind,
            let schema = kind.definition.field(payload.field)
        else { return nil }
        var problems = Problems()
        guard let value = schema.codec.decode(payload.value.node, &problems),
            let problem = problem(value, of: payload.field, kind)
        else { return nil }
        return Violation(
            message: problem.message, hint: problem.hint, ground: problem.ground,
            event: event.reference, mark: event.event.mark)
    }

    private struct Problem {
        var message: String
        var hint: String
        /// What another event says may stand in the way, or the event alone.
        var ground = Violation.Ground.itself
    }

    // MARK: A value by itself

    private func problem(_ value: ValueState, of name: FieldName, _ kind: TermKind) -> Problem? {
        switch value {
        case .stated(.duration(let length)) where length.isEmpty && Self.repeats(name):
            Problem(
                message: "\(name) is \(length): a period has at least one day",
                hint: "write a length such as P1M, or leave \(name) out")
        case .between(.money(let low), .money(let high)) where low.currency != high.currency:
            Problem(
                message: "\(name) lies between amounts of two currencies, \(low.currency) and "
                    + "\(high.currency)",
                hint: "give both ends in one currency")
        case .between(.rate(let low), .rate(let high)) where low.base != high.base:
            Problem(
                message:
                    "\(name) lies between rates of two bases, '\(low.base)' and '\(high.base)'",
                hint: "give both ends of one base")
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none, .sameAs:
            nil
        }
    }

    /// Whether a field's length is counted one after the other.
    private static func repeats(_ name: FieldName) -> Bool {
        [.per, .over, .renewalPeriod].contains(name)
    }

    // MARK: What a value refers to

    private func reference(
        _ value: ValueState, of name: FieldName, _ term: TermID, _ kind: TermKind,
        _ event: RecordedEvent
    ) -> Problem? {
        switch value {
        case .sameAs(let id, let field): sameAs(id, field, for: name, of: term, kind, event)
        case .stated(.term(let id))
        where name == .on && (kind == .cap || kind == .floor)
            && bounds(id, term, on: day(of: event)):
            Problem(
                message: "the \(kind.rawValue) '\(term)' is on itself",
                hint: "name the payment or commitment that it bounds", ground: .days)
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none: nil
        }
    }

    private func sameAs(
        _ id: TermID, _ field: FieldName, for name: FieldName, of term: TermID, _ kind: TermKind,
        _ event: RecordedEvent
    ) -> Problem? {
        guard let own = kind.definition.field(name),
            let other = reading.state.term(id)?.kind.definition.field(field)
        else { return nil }
        guard Self.isSameType(own.type, other.type) else {
            return Problem(
                message: "\(name) is \(own.type.displayText), and \(id)/\(field) is "
                    + other.type.displayText,
                hint: "refer to a field of the same type")
        }
        var path = [(term, name)]
        var next: (TermID, FieldName)? = (id, field)
        while let (id, field) = next, let identity = reading.state.identity(of: id) {
            let isStart = reading.state.identity(of: term) == identity && field == name
            if isStart || path.count > 64 {
                let circle = (path + [(id, field)]).map { "\($0.0)/\($0.1)" }
                return Problem(
                    message: path.count == 1
                        ? "\(term)/\(name) is the same as itself"
                        : "\(term)/\(name) is the same as itself: \(circle.joined(separator: ", "))",
                    hint: "state the value in one of them", ground: .days)
            }
            if path.dropFirst().contains(where: { $0 == (id, field) }) { return nil }
            path.append((id, field))
            guard case .sameAs(let further, let name)? = value(field, of: id, on: day(of: event))
            else { return nil }
            next = (further, name)
        }
        return nil
    }

    private static func isSameType(_ one: FieldType, _ other: FieldType) -> Bool {
        if case .rate = one, case .rate = other { return true }
        return one == other
    }

    /// Whether a bound on that term is, through other bounds, a bound on `origin`.
    private func bounds(_ id: TermID, _ origin: TermID, on day: Day?) -> Bool {
        var next: TermID? = id
        for _ in 0..<64 {
            guard let id = next, let term = reading.term(id) else { return false }
            if term.record.identity == reading.state.identity(of: origin) { return true }
            guard term.record.kind == .cap || term.record.kind == .floor,
                case .stated(.term(let on))? = value(.on, of: id, on: day)
            else { return false }
            next = on
        }
        return true
    }

    // MARK: Who owes whom

    /// Whether what the obligor of a term has to do is owed to someone else by its nature.
    private static func isOwed(_ kind: TermKind) -> Bool {
        [.minimumCommitment, .volumeCommitment, .covenant, .indemnity].contains(kind)
    }

    private func debtToOneself(
        _ set: FieldValues, of term: TermID, _ kind: TermKind, by event: RecordedEvent
    ) -> (FieldName, Problem)? {
        for (payer, payee) in FieldName.debts where Self.isOwed(kind) || payer == .payer {
            guard set[payer] != nil || set[payee] != nil else { continue }
            let day = day(of: event)
            let isWhole = set[payer] != nil && set[payee] != nil
            let party =
                Self.shared(
                    set[payer] ?? value(payer, of: term, on: day),
                    set[payee] ?? value(payee, of: term, on: day)
                )
                .map { ("'\($0)'", isWhole ? Violation.Ground.itself : .days) }
                ?? laterDebt(payer, payee, of: term, by: event)
                .map { ("'\($0)', on \($1)", .days) }
            guard let (words, ground) = party else { continue }
            return (
                set[payee] != nil ? payee : payer,
                Problem(
                    message: "\(payer) and \(payee) of '\(term)' are one party, \(words)",
                    hint: "name who owes and who is owed", ground: ground)
            )
        }
        return nil
    }

    /// The party that owes itself on a later day, when what was said for a time ends, by the event and one recorded
    /// before it.
    private func laterDebt(
        _ payer: FieldName, _ payee: FieldName, of term: TermID, by event: RecordedEvent
    ) -> (PartyID, Day)? {
        guard let term = reading.term(term) else { return nil }
        func surely(_ name: FieldName, on day: Day) -> Assertion? {
            let known = term.cells[name]?.at(day) ?? []
            return known.count == 1 ? known[0] : nil
        }
        let days = [payer, payee].flatMap { term.cells[$0]?.changeDays ?? [] }
        for day in Set(days).sorted() where term.status(on: day).status == .inForce {
            guard let one = surely(payer, on: day), let other = surely(payee, on: day),
                max(one.event.position, other.event.position) == event.position,
                let party = Self.shared(one.value, other.value)
            else { continue }
            // What begins on that day is looked at when it begins.
            let begins = [one, other].compactMap { reading.bounds.start($0.begins)?.first }
            if begins.count == 2, begins.allSatisfy({ $0 < day }) { return (party, day) }
        }
        return nil
    }

    /// The party that both values name; nil where they do not.
    private static func shared(_ one: ValueState?, _ other: ValueState?) -> PartyID? {
        guard case .stated(.party(let one))? = one, case .stated(.party(let other))? = other,
            one == other
        else { return nil }
        return one
    }

    // MARK: The record

    private func day(of event: RecordedEvent) -> Day? {
        reading.bounds.start(of: event)?.first
    }

    /// What a field says on a day; before its term begins, what it first said.
    private func value(_ name: FieldName, of term: TermID, on day: Day?) -> ValueState? {
        guard let term = reading.term(term) else { return nil }
        let governing = day.flatMap { day in
            term.cells[name]?.at(day).compactMap { $0?.value }.last
        }
        return governing ?? term.record.assertions[name]?.first?.value
    }
}
