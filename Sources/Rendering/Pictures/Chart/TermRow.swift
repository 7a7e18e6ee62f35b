import Amendments
import Ledger
import Terms

/// One term on its way into a picture.
struct TermRow {
    let history: TermHistory
    let timeline: TermTimeline
    /// As it stands on the day of the question.
    let term: ConformedTerm?
    let day: Day
    let events: [Position: RecordedEvent]
    let pieces: [TermPiece]
    /// The conditions of which nothing has become, as far as the vantage knows.
    let pending: Set<ConditionID>

    init(
        history: TermHistory, timeline: TermTimeline, copy: ConformedCopy,
        events: [Position: RecordedEvent], pending: Set<ConditionID>
    ) {
        self.history = history
        self.timeline = timeline
        term = copy.term(history.identity)
        day = copy.vantage.on
        self.events = events
        self.pending = pending
        pieces = Pieces.of(timeline, in: copy.agreement)
    }

    /// A run of days with one status.
    typealias Run = Timeline<StatusReading>.Piece

    /// Runs in which there is something to draw.
    var lives: [Run] {
        history.runs.filter { run in
            switch run.value.status {
            case .inForce, .suspended, .indeterminate: true
            case .notYet, .ended: false
            }
        }
    }

    /// Rows stand in the order in which the terms begin; those that wait come last.
    var order: (Int, String) {
        (lives.first.map { $0.from.number } ?? Int.max, history.id.text)
    }

    var row: Chart.Row {
        var row = Chart.Row(
            label: history.id.text, note: note,
            ending: ("", ""))
        row.barSpans = lives.flatMap { barSpans(of: $0) } + waiting
        row.marks = (changes + reports).sorted { ($0.day, $0.title) < ($1.day, $1.title) }
        row.ending = ending
        return row
    }

    private var note: String {
        let kind = history.kind.rawValue
        guard !parties.isEmpty else { return kind }
        return "\(kind) · \(parties.joined(separator: " → "))"
    }

    /// The first two parties of the term, in the order of its kind: who grants and to whom.
    var parties: [String] {
        let schemas = history.kind.definition.fields.filter { $0.type == .party }
        let ids = schemas.compactMap { schema -> String? in
            guard case .stated(.party(let id))? = latest(schema.name) else { return nil }
            return term?.field(schema.name)?.places.place(of: id)?.shortText ?? id.text
        }
        return Array(ids.prefix(2))
    }

    /// A field's agreed value on the day of the question; where it has no such field there, the last agreed.
    func latest(_ name: FieldName) -> ValueState? {
        if let field = term?.field(name) { return field.agreed }
        return pieces.last { $0.subject == .field(name) && !$0.isReported }.flatMap {
            value(of: $0)
        }
    }

    /// What a piece of a field says; nil where imprecise dates leave several answers.
    func value(of piece: TermPiece) -> ValueState? {
        guard case .value(let value) = piece.answer else { return nil }
        return value
    }

    /// Names the days on which the term changes.
    func note(_ turning: inout TurningDays) {
        // Where a day is not known, nothing turned on the first or the last day it may be.
        for (before, after) in zip(history.runs, history.runs.dropFirst())
        where before.value.status != .indeterminate && after.value.status != .indeterminate {
            turning.note(
                after.from, history.identity, turn(before.value.status, after.value.status),
                recording(on: after.from))
        }
        for change in fieldChanges where change.isExact {
            turning.note(change.day, history.identity, .changes, recording(on: change.day))
        }
    }

    private func turn(_ before: TermStatus, _ after: TermStatus) -> TurningDays.Turn {
        switch (before, after) {
        case (_, .ended), (_, .notYet): .ends
        case (.notYet, _), (.ended, _): .begins
        case (.inForce, _), (.suspended, _), (.indeterminate, _): .changes
        }
    }

    /// The instrument whose effect on this term began on that day.
    private func recording(on day: Day) -> RecordingHeader? {
        let positions = pieces.filter { $0.days.from == day }.map(\.governing)
        return positions.compactMap { events[$0] }
            .filter { $0.pictureDay == day }
            .min { $0.position < $1.position }?.recording
    }
}
