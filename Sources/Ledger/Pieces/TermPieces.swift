import Algorithms
import Amendments
import Terms

/// The pieces of one term as they stand, with the timelines they were read from.
struct TermPieces: Sendable {
    let agreement: AgreementID
    private var cells: [FieldName: CellTimeline] = [:]
    private var pieces: [TermPiece.Subject: [TermPiece]] = [:]
    private var subjects: [TermPiece.Subject] = []
    /// The last event in each cell, by which one sees what was added.
    private var newest: [FieldName: Position] = [:]
    /// The cells of plain steps only, to which one more can be added without looking at the others.
    private var stepped: Set<FieldName> = []

    init(agreement: AgreementID) { self.agreement = agreement }

    /// By subject, in the order of the kind's fields, then by day.
    var all: [TermPiece] { subjects.flatMap { pieces[$0] ?? [] } }

    var count: Int { pieces.values.reduce(0) { $0 + $1.count } }

    /// Works out subjects again.
    ///
    /// - Parameters:
    ///   - touched: nil for all of them.
    ///   - change: is given what is closed and opened.
    mutating func renew(
        _ touched: Set<TermPiece.Subject>?, of record: TermRecord, agreement: AgreementLife,
        places: PartyPlaces, order: InstrumentOrder, bounds: BoundReader,
        referred: ReferredTerms, noting change: inout PieceChange
    ) {
        // What an event says belongs to one of several lives, which are distinguished anew each time.
        let touched = record.additions.count > 1 ? nil : touched
        var growth: [FieldName: Growth] = [:]
        for name in touched?.compactMap(\.name) ?? [] {
            growth[name] = renew(name, of: record, order: order, bounds: bounds)
        }
        let term = TermTimeline(
            record, agreement: agreement, places: places, order: order, bounds: bounds,
            referred: referred, cells: touched == nil ? nil : cells)
        if touched == nil {
            cells = term.cells
            for name in record.assertions.keys { note(name, of: record, bounds: bounds) }
        }
        subjects = term.subjects
        for subject in subjects where touched?.contains(subject) ?? true {
            renew(subject, of: term, after: growth, noting: &change)
        }
    }

    /// What new assertions do to a field's timeline.
    private enum Growth {
        /// Nothing else governs on any day.
        case none
        /// On these days, and on no others, something else governs.
        case on(DayRange)
    }

    /// Adds to a field's timeline what was asserted since.
    ///
    /// - Returns: nil where nothing was: a limited field is read from another, its own timeline stands.
    private mutating func renew(
        _ name: FieldName, of record: TermRecord, order: InstrumentOrder, bounds: BoundReader
    ) -> Growth? {
        guard let assertions = record.assertions[name], let last = assertions.last,
            last.event.position != newest[name]
        else { return nil }
        let isOne = assertions.dropLast().last?.event.position == newest[name]
        if isOne, stepped.contains(name), cells[name] != nil,
            let day = CellTimeline.stepDay(of: last, bounds: bounds)
        {
            newest[name] = last.event.position
            return cells[name]?.add(last, on: day, order: order).map { .on($0) } ?? Growth.none
        }
        let old = cells[name]
        let new = record.cell(name, order: order, bounds: bounds)
        cells[name] = new
        note(name, of: record, bounds: bounds)
        guard let old else { return .on(.always) }
        return CellTimeline.difference(old, new).map { .on($0) } ?? Growth.none
    }

    private mutating func note(_ name: FieldName, of record: TermRecord, bounds: BoundReader) {
        let assertions = record.assertions[name] ?? []
        newest[name] = assertions.last?.event.position
        let isLaidOver =
            !record.interpretations(of: name).isEmpty
            || record.kind.definition.field(name)?.standing == .balance
        if !isLaidOver,
            assertions.allSatisfy({ CellTimeline.stepDay(of: $0, bounds: bounds) != nil })
        {
            stepped.insert(name)
        } else {
            stepped.remove(name)
        }
    }

    private mutating func renew(
        _ subject: TermPiece.Subject, of term: TermTimeline, after growth: [FieldName: Growth],
        noting change: inout PieceChange
    ) {
        var own = pieces.removeValue(forKey: subject) ?? []
        defer { pieces[subject] = own }
        guard let name = subject.name, let known = growth[name], let cell = term.cells[name],
            term.isPlain(name)
        else {
            let new = Pieces.of(subject, of: term, in: agreement)
            change.add(from: own, to: new)
            own = new
            return
        }
        guard case .on(let grown) = known else { return }
        // Before its first day a term reads as it will begin.
        let isFromFirst = term.firstDay.map(grown.contains) ?? false
        let span = isFromFirst ? DayRange(from: .first, to: grown.to) ?? grown : grown
        let days = Set(cell.changeDays + [term.firstDay].compactMap(\.self))
        let new = Pieces.of(subject, of: term, in: agreement, changingOn: days, over: span)
        own.replace(span, with: new, noting: &change)
    }
}

extension TermPiece.Subject {
    var name: FieldName? {
        switch self {
        case .status, .waiting, .reports, .places: nil
        case .field(let name): name
        }
    }
}

extension TermTimeline {
    /// Whether a day's answer about a field hangs on nothing but what governs the field that day.
    fileprivate func isPlain(_ name: FieldName) -> Bool {
        guard let schema = record.kind.definition.field(name) else { return false }
        return schema.type != .bound && schema.limitedBy == nil && name != .starts
            && (places.isEmpty || !schema.namesParties)
            && record.reports[name] == nil && record.renamings.isEmpty && firstDay != nil
    }
}

extension CellTimeline {
    /// The days on which two timelines of one field may differ; nil where they do not.
    fileprivate static func difference(_ old: CellTimeline, _ new: CellTimeline) -> DayRange? {
        func isSame(_ lhs: Piece, _ rhs: Piece) -> Bool {
            lhs.from == rhs.from
                && lhs.value.map { $0?.event.position } == rhs.value.map { $0?.event.position }
        }
        let least = Swift.min(old.count, new.count)
        var head = 0
        while head < least, isSame(old[head], new[head]) { head += 1 }
        if head == old.count, head == new.count { return nil }
        var tail = 0
        while tail < least - head, isSame(old[old.count - 1 - tail], new[new.count - 1 - tail]) {
            tail += 1
        }
        let begins = [old, new].compactMap { head < $0.count ? $0[head].from : nil }.min()
        guard let begins else { return nil }
        return DayRange(from: begins, to: tail > 0 ? new[new.count - tail].from : nil)
    }
}

extension [TermPiece] {
    /// Puts other pieces in the place of all that covers a span; what stands beside it is cut, or joined
    /// where it says the same.
    fileprivate mutating func replace(
        _ span: DayRange, with new: [TermPiece], noting change: inout PieceChange
    ) {
        let low = partitioningIndex { $0.days.end >= span.from }
        let high = partitioningIndex { $0.days.from > span.end }
        let old = Array(self[low..<Swift.max(low, high)])
        var renewed: [TermPiece] = []
        for piece in old {
            if let head = piece.days.before(span.from) {
                Pieces.append(piece.on(head), to: &renewed)
            }
        }
        for piece in new { Pieces.append(piece, to: &renewed) }
        for piece in old {
            guard let to = span.to, let tail = piece.days.tail(from: to) else { continue }
            Pieces.append(piece.on(tail), to: &renewed)
        }
        change.add(from: old, to: renewed)
        replaceSubrange(low..<Swift.max(low, high), with: renewed)
    }
}
