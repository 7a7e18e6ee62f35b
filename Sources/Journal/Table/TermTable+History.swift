import Amendments
public import Ledger
import Notation
import Terms

extension TermTable {
    /// What was recorded of an agreement as a table that can be imported again, and what of it no row can say.
    ///
    /// A row is a change, or the start of a term, with the columns of its instrument in each: the events as they read
    /// with all corrections made. Imported into another book they give the agreed and the reported values of each day,
    /// as far as nothing was left out.
    ///
    /// - Returns: the table; and what is not in it, each with how often and where.
    public static func text(ofHistory reading: AgreementReading) -> (
        text: String, leftOut: [String]
    ) {
        var writing = HistoryWriting(reading)
        writing.write()
        return (CSVTable.text(of: TableColumn.lines(of: writing.rows)), writing.leftOut.all)
    }
}

/// What no row can say, by what it is, with the events that it is of.
private struct LeftOut {
    private var events: [String: [EventReference]] = [:]

    mutating func add(_ what: String, of event: RecordedEvent) {
        events[what, default: []].append(event.reference)
    }

    /// Such as `2 party-succeeded (a#1, b#3)`, in the order of the words.
    var all: [String] {
        events.sorted { $0.key < $1.key }.map { what, events in
            let few = events.prefix(3).map(\.description).joined(separator: ", ")
            return "\(events.count) \(what) (\(few)\(events.count > 3 ? ", …" : ""))"
        }
    }
}

/// The instruments of an agreement on their way into a table.
private struct HistoryWriting {
    private let reading: AgreementReading
    private(set) var rows: [[TableColumn: String]] = []
    private(set) var leftOut = LeftOut()
    /// The terms that rows so far have added, by their first ids: only of these can rows speak.
    private var terms: Set<TermID> = []
    /// The parties that the rows so far have admitted.
    private var admitted: Set<PartyID> = []
    private var titles: Set<String> = []
    private var keys: Set<RecordingKey> = []

    init(_ reading: AgreementReading) { self.reading = reading }

    mutating func write() {
        let events = Dictionary(grouping: reading.events, by: \.recording.key)
        // As the table is read: it puts its instruments in the order in which they are then recorded.
        let headers = reading.state.instruments.enumerated().sorted {
            (Self.day(of: $0.element), $0.element.instrument.number ?? 0, $0.offset)
                < (Self.day(of: $1.element), $1.element.instrument.number ?? 0, $1.offset)
        }.map(\.element)
        noteOrder(of: headers, events)
        for header in headers { write(events[header.key] ?? [], of: header) }
    }

    /// The day by which the reader of a table puts an instrument among others.
    private static func day(of header: RecordingHeader) -> Day {
        if case .day(let date)? = header.instrument.signed { return date.earliest }
        return header.effective.possibleDays?.from ?? header.disclosed.earliest
    }

    /// Of instruments that were agreed on one day those stand first that were recorded first: some are recorded again
    /// in another order.
    private mutating func noteOrder(
        of headers: [RecordingHeader], _ events: [RecordingKey: [RecordedEvent]]
    ) {
        var last: [Day: Int] = [:]
        let places = Dictionary(
            uniqueKeysWithValues: reading.state.instruments.enumerated().map {
                ($0.element.key, $0.offset)
            })
        for header in headers where header.instrument.number == nil {
            let (day, place) = (header.agreedDay, places[header.key] ?? 0)
            if let before = last[day], place < before, let event = events[header.key]?.first {
                leftOut.add("places among instruments agreed on one day", of: event)
            }
            last[day] = max(last[day] ?? 0, place)
        }
    }

    private mutating func write(_ events: [RecordedEvent], of header: RecordingHeader) {
        guard let first = events.first else { return }
        var own: [[TableColumn: String]] = []
        for event in events {
            if let row = row(of: event) { own.append(row) }
        }
        let opening = opening(events)
        guard !own.isEmpty || !opening.isEmpty else { return }
        let head = columns(of: header, by: first).merging(opening) { $1 }
        let effective = TableValue.text(of: header.effective)
        let heads = head.filter { $0.key.isOfInstrument }
        if own.first?[.head(.effective)] == nil, !own.isEmpty {
            own[0][.head(.effective)] = effective
        } else {
            // The first cell of a day is the instrument's: it stands in a row of its own.
            own.insert([.head(.effective): effective], at: 0)
        }
        own[0].merge(head) { row, _ in row }
        rows += own.map { $0.merging(heads) { row, _ in row } }
    }

    // MARK: The instrument

    private mutating func columns(
        of header: RecordingHeader, by first: RecordedEvent
    ) -> [TableColumn: String] {
        var head: [TableColumn: String] = [
            .head(.agreement): reading.state.id.text,
            .head(.title): TableValue.words(reading.state.title ?? reading.state.id.text),
            .head(.zone): reading.state.zone ?? "UTC",
            .head(.instrument): title(of: header, by: first),
            .head(.instrumentKind): header.instrument.kind.rawValue,
            .head(.disclosed): header.disclosed.description,
            .head(.source): source(of: header, by: first),
        ]
        if let number = header.instrument.number {
            head[.head(.instrumentNumber)] = String(number)
        }
        switch header.instrument.signed {
        case .day(let date)?: head[.head(.signed)] = date.description
        case .unknown?: head[.head(.signed)] = "unknown"
        case nil: break
        }
        if header.instrument.id != nil {
            leftOut.add("instruments' own ids, by which parts of one are known", of: first)
        }
        return head
    }

    /// The title, with the day of disclosure where another instrument has the same one: rows of one title are of one
    /// instrument.
    private mutating func title(of header: RecordingHeader, by first: RecordedEvent) -> String {
        let own = TableValue.words(header.instrument.title)
        let dated = "\(own) (\(header.disclosed))"
        let others = (2...).lazy.map { "\(dated) (\($0))" }
        let title = ([own, dated] + others.prefix(1000)).first { isFree($0, header) } ?? own
        if title != header.instrument.title {
            leftOut.add("titles, which read otherwise", of: first)
        }
        titles.insert(title)
        if let key = key(title, header) { keys.insert(key) }
        return title
    }

    private func isFree(_ title: String, _ header: RecordingHeader) -> Bool {
        !titles.contains(title) && key(title, header).map { !keys.contains($0) } ?? true
    }

    private func key(_ title: String, _ header: RecordingHeader) -> RecordingKey? {
        var date = header.disclosed
        if case .day(let signed)? = header.instrument.signed { date = signed }
        return TableKey.key(date, reading.state.id, title)
    }

    private mutating func source(of header: RecordingHeader, by first: RecordedEvent) -> String {
        let text = TableSource.text(of: header.sources)
        let isWhole: Bool
        if case .success(let read) = TableSource.read(text) {
            isWhole = read.map(\.shown) == header.sources.map(\.shown)
        } else {
            isWhole = false
        }
        if !isWhole || header.sources.contains(where: \.saysMore) {
            leftOut.add("sources, of which publisher, grade and URL alone stand in it", of: first)
        }
        return text
    }

    // MARK: The agreement and its parties

    /// The parties that enter with an instrument, and those that its rows name and no row before has admitted.
    private mutating func opening(_ events: [RecordedEvent]) -> [TableColumn: String] {
        var parties: [PartyAdmitted] = []
        for event in events {
            if let recorded = event.event.payload as? AgreementRecorded,
                recorded.conventions != nil
            {
                leftOut.add("conventions", of: event)
            }
            if let admission = event.event.payload as? PartyAdmitted {
                if event.event.effective != nil { leftOut.add("days of admission", of: event) }
                parties.append(admission)
            }
            let newcomers = event.event.payload.namedParties.filter { $0.role == .newcomer }
            let named = event.event.payload.givenFields.flatMap { partiesNamed(by: $0) }
            for party in newcomers.map(\.party) + named
            where !parties.contains(where: { $0.party == party }) {
                parties.append(PartyAdmitted(party: party, name: name(of: party)))
            }
        }
        let new = parties.filter { admitted.insert($0.party).inserted }.map {
            PartyAdmitted(party: $0.party, name: $0.name, role: $0.role)
        }
        return new.isEmpty ? [:] : [.head(.parties): TableParty.text(of: new)]
    }

    private func partiesNamed(by given: GivenFields) -> [PartyID] {
        guard let kind = given.kind ?? reading.state.term(given.term)?.kind else { return [] }
        return given.set.typed(for: kind).entries.flatMap { _, value -> [PartyID] in
            switch value {
            case .stated(.party(let id)): [id]
            case .stated(.parties(let ids)): ids
            case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none,
                .sameAs:
                []
            }
        }
    }

    private func name(of party: PartyID) -> String {
        reading.state.parties[party]?.names.first?.name ?? party.text
    }

    // MARK: Events

    /// The row of an event; nil where none can say what it does, and where the columns of its instrument do.
    private mutating func row(of event: RecordedEvent) -> [TableColumn: String]? {
        let payload = event.event.payload
        if payload is AgreementRecorded || payload is PartyAdmitted { return nil }
        // What it does to another event is done: that one stands here as it reads now.
        if payload.recordAct != nil {
            leftOut.add("\(event.event.kind.rawValue), as what it acts on reads now", of: event)
            return nil
        }
        let isAddition = payload is TermAdded
        let named = payload.namedTerms.map { identity($0) }
        guard isAddition || terms.isSuperset(of: named), var row = row(of: payload, by: event)
        else {
            leftOut.add(event.event.kind.rawValue, of: event)
            return nil
        }
        if isAddition { terms.formUnion(named) }
        if event.event.effective != nil, event.effective != event.recording.effective {
            row[.head(.effective)] = TableValue.text(of: event.effective)
        }
        if !Self.texts(of: event.event).allSatisfy(TableValue.comesBack) {
            leftOut.add(
                "texts, of which a cell keeps no line breaks and no white space at the ends",
                of: event)
        }
        if let clause = event.event.clause { row[.head(.clause)] = TableValue.words(clause) }
        if let note = event.event.note { row[.head(.note)] = TableValue.words(note) }
        if !event.event.cites.isEmpty, event.recording.sources.count > 1 {
            leftOut.add("words on which of several sources they rest", of: event)
        }
        return row
    }

    /// The texts of an event that stand in a cell of their own.
    private static func texts(of event: Event) -> [String] {
        let own: String? =
            switch event.payload {
            case let removed as TermRemoved: removed.ground
            case let suspended as TermSuspended: suspended.ground
            case let defined as ConditionDefined: defined.text
            default: nil
            }
        return [own, event.clause, event.note].compactMap(\.self)
    }

    private mutating func row(
        of payload: any EventPayload, by event: RecordedEvent
    ) -> [TableColumn: String]? {
        switch payload {
        case let added as TermAdded:
            let cells = cells(of: added.set, added.termKind, by: event)
            let needed = added.termKind.definition.requiredFields.map(TableColumn.field)
            guard needed.allSatisfy({ cells[$0] != nil }) else { return nil }
            return row(.added, added.term).merging(cells) { $1 }
                .merging([.head(.kind): added.termKind.rawValue]) { $1 }
        case let amended as TermAmended:
            guard amended.onward == nil, amended.despite.isEmpty,
                let kind = reading.state.term(amended.term)?.kind
            else { return nil }
            if amended.was != nil { leftOut.add("values of before (was)", of: event) }
            let cells = cells(of: amended.set, kind, by: event)
            return cells.isEmpty
                ? nil
                : row(.amended, amended.term, lasts: amended.lasts).merging(cells) { $1 }
        case let removed as TermRemoved:
            return row(.removed, removed.term, [.ground: removed.ground])
        case let suspended as TermSuspended:
            return row(
                .suspended, suspended.term, [.ground: suspended.ground], lasts: suspended.lasts)
        case let resumed as TermResumed: return row(.resumed, resumed.term)
        case let said as TermReaffirmed:
            return said.fields.isEmpty ? row(.reaffirmed, said.term) : nil
        case let said as TermUnaddressed:
            return said.fields.isEmpty ? row(.unaddressed, said.term) : nil
        case let report as ValueReported: return row(of: report, by: event)
        case let defined as ConditionDefined:
            if !defined.decidedBy.isEmpty || !defined.readings.isEmpty {
                leftOut.add("words on who decides on a condition, and readings", of: event)
            }
            return row(.conditionDefined, defined.condition, text: defined.text)
        case let satisfied as ConditionSatisfied:
            guard satisfied.scope == ScopeExtent(), satisfied.lasts == nil else { return nil }
            if satisfied.by != nil { leftOut.add("words on who decided on a condition", of: event) }
            return row(.conditionSatisfied, satisfied.condition)
        case let lapsed as ConditionLapsed: return row(.conditionLapsed, lapsed.condition)
        case let waived as ConditionWaived:
            if waived.by != nil { leftOut.add("words on who waived a condition", of: event) }
            return row(.conditionWaived, waived.condition)
        case let removed as ConditionRemoved: return row(.conditionRemoved, removed.condition)
        default: return nil
        }
    }

    private mutating func row(
        of report: ValueReported, by event: RecordedEvent
    ) -> [TableColumn: String]? {
        guard case .term(let term) = report.subject, let kind = reading.state.term(term)?.kind
        else { return nil }
        let cells = cells(of: RawFields([report.field: report.value.node]), kind, by: event)
        return cells.isEmpty
            ? nil : row(.reported, term, lasts: report.lasts).merging(cells) { $1 }
    }

    // MARK: Cells

    /// A term has the id under which it was first added in every row: a later one is not in the table.
    private func row(
        _ change: TableChange, _ term: TermID, _ members: [FieldName: String?] = [:],
        lasts: DateBound? = nil
    ) -> [TableColumn: String] {
        var row: [TableColumn: String] = [
            .head(.change): change.rawValue,
            .head(.term): identity(term).text,
        ]
        for (name, text) in members {
            if let text { row[.field(name)] = TableValue.words(text) }
        }
        if let lasts { row[.head(.lasts)] = TableValue.text(of: lasts) }
        return row
    }

    private func row(
        _ change: TableChange, _ condition: ConditionID, text: String? = nil
    ) -> [TableColumn: String] {
        var row: [TableColumn: String] = [
            .head(.change): change.rawValue, .field(.condition): condition.text,
        ]
        if let text { row[.field(.text)] = TableValue.words(text) }
        return row
    }

    private mutating func cells(
        of fields: RawFields, _ kind: TermKind, by event: RecordedEvent
    ) -> [TableColumn: String] {
        var cells: [TableColumn: String] = [:]
        for (name, value) in fields.typed(for: kind).entries {
            guard let schema = kind.definition.field(name), let value = inTable(value) else {
                leftOut.add("values that name a term that is not in it", of: event)
                continue
            }
            cells[.field(name)] = TableValue.text(of: value, in: schema)
        }
        return cells
    }

    /// The value with the term that it names under its first id; nil for a term that is never in the table.
    private func inTable(_ value: ValueState) -> ValueState? {
        func first(_ id: TermID) -> TermID? {
            reading.state.term(id).flatMap { $0.additions.isEmpty ? nil : $0.identity }
        }
        switch value {
        case .stated(.term(let id)): return first(id).map { .stated(.term($0)) }
        case .sameAs(let id, let field): return first(id).map { .sameAs($0, field) }
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none:
            return value
        }
    }

    private func identity(_ term: TermID) -> TermID { reading.state.identity(of: term) ?? term }
}

extension TableColumn {
    fileprivate var isOfInstrument: Bool {
        switch self {
        case .head(let head):
            // Once is enough for what enters the book with the first of them.
            head.isOfInstrument && ![.title, .zone, .parties].contains(head)
        case .field, .ignored: false
        }
    }
}

extension RecordingHeader {
    /// When its events hold that do not say it themselves.
    fileprivate var effective: DateBound { instrument.effective ?? .announced(disclosed) }

    /// The day on which it counts as agreed by itself.
    fileprivate var agreedDay: Day {
        guard case .day(let date)? = instrument.signed else { return disclosed.latest }
        return date.latest
    }
}

extension Source {
    /// What a cell says of it.
    fileprivate var shown: [String?] { [publisher, grade.rawValue, url] }

    /// Whether it says more than that.
    fileprivate var saysMore: Bool {
        self != Source(id: id, grade: grade, publisher: publisher, url: url)
    }
}
