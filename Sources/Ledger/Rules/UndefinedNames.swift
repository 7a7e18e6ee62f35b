public import Amendments
import Notation
public import Terms

/// What recordings name that is in none of them, and not in what was recorded before: looked for in all of it
/// together, so that what comes later in the same set counts.
///
/// A term that a formula names must be there. A calendar that is not defined leaves days open, and a figure comes from
/// a file: of these it is only remarked, of a figure where it looks like the name of another.
public struct UndefinedNames: Sendable {
    /// By recording.
    public private(set) var violations: [RecordingKey: [Violation]] = [:]
    public private(set) var remarks: [RecordingKey: [Violation]] = [:]

    public init() {}

    /// Whether a recording names anything of the sort; most name none, and cost no history.
    package static func mayBe(in recording: Recording) -> Bool {
        let effective = [recording.instrument.effective].compactMap(\.self)
        return !effective.allSatisfy(\.calendars.isEmpty)
            || recording.events.contains { event in
                !event.bounds.allSatisfy(\.calendars.isEmpty)
                    || event.payload.spoken.givenFields.contains(where: \.mayHoldFormula)
            }
    }

    /// Looks at the events of one agreement.
    ///
    /// - Parameters:
    ///   - history: all of them, the new ones last.
    ///   - count: how many of them are in the book already.
    package mutating func look(
        at agreement: AgreementID, history: [RecordedEvent], from count: Int
    ) {
        var state = AgreementState(id: agreement)
        for event in VisibleEvents(of: history, from: Vantage(on: .first)).events {
            state.apply(event)
        }
        let bases = Bases(of: state)
        var remarked: Set<Remarked> = []
        for event in history.dropFirst(count) {
            let found = Names(of: event, in: state)
            let loose = found.formulas.flatMap { missing(in: $0, by: event, state) }
            violations[event.recording.key, default: []] += loose
            remarks[event.recording.key, default: []] +=
                found.calendars
                .filter {
                    remarked.insert(Remarked(by: event.recording.key, calendar: $0)).inserted
                }
                .compactMap { unknown($0, by: event, state) }
                + found.formulas.flatMap { bases.strange(in: $0, by: event) }
        }
    }

    /// A calendar that a recording names often is remarked once.
    private struct Remarked: Hashable {
        let by: RecordingKey
        let calendar: CalendarID
    }

    // MARK: Terms

    private func missing(
        in given: Names.Given, by event: RecordedEvent, _ state: AgreementState
    ) -> [Violation] {
        given.formula.fields.compactMap { id, field in
            guard let id else { return nil }
            guard let kind = state.term(id)?.kind else {
                return Violation(
                    message: "unknown term '\(id)' in the formula '\(given.formula)'",
                    hint: Spelling.hint(
                        for: id.text, among: state.terms.keys.map(\.text),
                        else: "name a term of this agreement as term/field"),
                    ground: .named(id.text), event: event.reference, mark: given.mark)
            }
            return FormulaRules.unknown(
                field, of: kind, in: given.formula, by: event, mark: given.mark)
        }
    }

    // MARK: Calendars

    private func unknown(
        _ calendar: CalendarID, by event: RecordedEvent, _ state: AgreementState
    ) -> Violation? {
        guard state.calendars[calendar] == nil else { return nil }
        let known = Array(state.calendars.own.keys) + BusinessCalendars.shipped.keys
        return Violation(
            message: "the calendar '\(calendar)' is neither shipped nor defined: days by it are "
                + "indeterminate",
            hint: Spelling.hint(
                for: calendar.text, among: known.map(\.text).sorted(),
                else: "define it with calendar-defined"),
            ground: .named(calendar.text), event: event.reference, mark: event.event.mark)
    }
}

/// What an event names of calendars, and the formulas that it states.
private struct Names {
    struct Given {
        let formula: Formula
        let mark: Mark?
    }

    let calendars: [CalendarID]
    let formulas: [Given]

    init(of event: RecordedEvent, in state: AgreementState) {
        calendars = (event.event.bounds + [event.effective]).reduce(into: Set<CalendarID>()) {
            $0.formUnion($1.calendars)
        }.sorted()
        formulas = event.spoken.givenFields.flatMap { given -> [Given] in
            guard given.mayHoldFormula, let kind = given.kind ?? state.term(given.term)?.kind else {
                return []
            }
            return given.set.typed(for: kind).entries.compactMap { name, value in
                guard case .stated(.formula(let formula)) = value else { return nil }
                return Given(
                    formula: formula, mark: given.set.mark(of: name) ?? event.event.mark)
            }
        }
    }
}

/// How often an agreement names each base and unit of which figures are needed.
private struct Bases {
    private var counts: [String: Int] = [:]

    init(of state: AgreementState) {
        for assertion in state.terms.values.flatMap({ $0.assertions.values.joined() }) {
            for base in assertion.value.map(Self.named) ?? [] { counts[base, default: 0] += 1 }
        }
    }

    /// The figures of a formula that nothing else names, where something else has almost the same name.
    func strange(in given: Names.Given, by event: RecordedEvent) -> [Violation] {
        given.formula.figures.compactMap { name in
            guard counts[name] == 1 else { return nil }
            let near = Spelling.nearest(to: name, among: counts.keys.filter { $0 != name })
            guard !near.isEmpty else { return nil }
            return Violation(
                message:
                    "'\(name)' is named by this formula alone: a file of figures must spell it "
                    + "the same",
                hint: "did you mean \(near.joined(separator: " or "))?", ground: .record,
                event: event.reference, mark: given.mark)
        }
    }

    private static func named(by value: ValueState) -> [String] {
        switch value {
        case .stated(.formula(let formula)): formula.figures
        case .stated(.rate(let rate)): [rate.base]
        case .stated(.unitPrice(let price)): [price.unit]
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none,
            .sameAs:
            []
        }
    }
}

extension GivenFields {
    fileprivate var mayHoldFormula: Bool { self.set[.formula] != nil }
}

extension Event {
    /// Every bound that it names, those of its own day and of instalments among them.
    fileprivate var bounds: [DateBound] {
        let spoken = payload.spoken
        return [effective].compactMap(\.self) + spoken.namedBounds
            + spoken.givenFields.flatMap(\.set.readableBounds)
    }
}
