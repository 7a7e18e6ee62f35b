import Amendments
import Notation
import Terms

/// Makes recordings of a table: rows to instruments, instruments to recordings.
struct TableReader {
    private(set) var reading: TableReading
    private let rows: [TableRow]
    private let known: TableKnowledge
    private var instruments: [TableInstrument] = []
    /// The opening of each agreement that the table itself gives, and the parties that it names.
    private var parties: [AgreementID: [PartyAdmitted]] = [:]
    /// The agreements of which a cell with parties cannot be read.
    private var withoutParties: Set<AgreementID> = []
    /// The terms that are added without a kind that can be read.
    private var unread: [AgreementID: Set<TermID>] = [:]
    private var kinds: [AgreementID: [TermID: TermKind]]

    init(_ table: TermTable, knowing known: TableKnowledge, _ problems: [Problem]) {
        rows = table.rows
        self.known = known
        kinds = known.kinds
        reading = TableReading(file: table.file, rows: table.rows)
        reading.problems = problems
    }

    mutating func read() {
        group()
        learn()
        compareAgreements()
        findDuplicates()
        var keys: [RecordingKey: TableInstrument] = [:]
        var opened: Set<AgreementID> = []
        for instrument in instruments {
            let isFirst = opened.insert(instrument.agreement).inserted
            record(instrument, isFirst: isFirst, &keys)
        }
        findRepeats()
        reading.problems = reading.problems.map { $0.placed(in: reading.file) }
            .sorted {
                ($0.mark?.line ?? 0, $0.mark?.column ?? 0) < (
                    $1.mark?.line ?? 0, $1.mark?.column ?? 0
                )
            }
    }

    /// Collects what is wrong with a row, which is then invalid.
    private mutating func report(_ problems: [Problem], in row: TableRow) {
        guard !problems.isEmpty else { return }
        reading.problems += problems
        reading.invalid.insert(row.number)
    }

    // MARK: Rows of one instrument

    /// Rows that leave the cells of the instrument empty are of that of the row above.
    private mutating func group() {
        var above: Int?
        // Whether the instrument of the row above could not be read: what is wrong with it is said once.
        var isLost = false
        var known: [String: [Int]] = [:]
        for (index, row) in rows.enumerated() {
            var problems: [Problem] = []
            let isNamed = [TableHead.agreement, .instrument, .signed].contains {
                row.ownCell($0) != nil
            }
            if !isNamed, isLost {
                reading.invalid.insert(row.number)
                hide(row)
                continue
            }
            if let above, !isNamed {
                instruments[above].add(row: index, signed: nil)
                continue
            }
            guard
                let (agreement, title) = name(
                    of: row, after: above.map { instruments[$0] }, &problems)
            else {
                report(problems, in: row)
                hide(row)
                isLost = true
                continue
            }
            isLost = false
            let signed = row.cell(.signed)?.text
            let name = "\(agreement) \(title)"
            let place = known[name, default: []].last { instruments[$0].holds(signed: signed) }
            if let place {
                instruments[place].add(row: index, signed: signed)
            } else {
                known[name, default: []].append(instruments.count)
                instruments.append(
                    TableInstrument(of: agreement, title, signed: signed, row: index))
            }
            above = place ?? instruments.count - 1
        }
        putInOrder()
    }

    private mutating func putInOrder() {
        let places = instruments.map { $0.place(among: rows) }
        instruments = instruments.indices.sorted {
            (places[$0].0, places[$0].1, $0) < (places[$1].0, places[$1].1, $1)
        }
        .map { instruments[$0] }
    }

    /// The agreement and the title of the row's instrument, those of the row above where it states none.
    private func name(
        of row: TableRow, after last: TableInstrument?, _ problems: inout [Problem]
    ) -> (AgreementID, String)? {
        let agreement = agreement(of: row, after: last?.agreement, &problems)
        let title =
            row.cell(.instrument)?.text ?? (agreement == last?.agreement ? last?.title : nil)
        if title == nil {
            problems.append(
                row.problem(
                    missing: .head(.instrument), "the instrument is missing",
                    hint: "write what the document is called, such as Amendment No. 1"))
        }
        guard let agreement, let title else { return nil }
        return (agreement, title)
    }

    private func agreement(
        of row: TableRow, after last: AgreementID?, _ problems: inout [Problem]
    ) -> AgreementID? {
        guard let cell = row.cell(.agreement) else {
            if let last { return last }
            problems.append(
                row.problem(
                    missing: .head(.agreement), "the agreement is missing",
                    hint: "give it an id, such as acme-lumen, here or in the values of a map"))
            return nil
        }
        return row.decode(AgreementID.codec, .string(cell.text), at: cell, &problems)
    }

    // MARK: What rows are read with

    /// Learns the parties and the kinds of terms that the table gives to agreements.
    private mutating func learn() {
        for instrument in instruments {
            for row in instrument.rows.map({ rows[$0] }) {
                learnKind(of: row, in: instrument.agreement)
                learnParties(of: row, in: instrument.agreement)
            }
        }
    }

    private mutating func learnKind(of row: TableRow, in agreement: AgreementID) {
        guard let cell = row.cell(.kind), let term = row.cell(.term).flatMap({ TermID($0.text) })
        else { return }
        if let kind = TermKind(rawValue: TableColumn.normal(cell.text)) {
            if kinds[agreement]?[term] == nil { kinds[agreement, default: [:]][term] = kind }
        } else {
            unread[agreement, default: []].insert(term)
        }
    }

    private mutating func learnParties(of row: TableRow, in agreement: AgreementID) {
        guard let cell = row.cell(.parties) else { return }
        guard let named = TableParty.read(cell.text) else {
            guard withoutParties.insert(agreement).inserted else { return }
            // Any word may be one of them.
            for row in rows { hide(row) }
            return
        }
        let known = Set((parties[agreement] ?? []).map(\.party))
        parties[agreement, default: []] += named.filter { !known.contains($0.party) }
    }

    private func rowContext(of instrument: TableInstrument) -> RowContext {
        let agreement = instrument.agreement
        let own = parties[agreement] ?? []
        let earlier = known.parties[agreement]?.keys.map { $0 } ?? []
        return RowContext(
            agreement: agreement, kinds: kinds[agreement] ?? [:],
            unread: unread[agreement] ?? [],
            parties: withoutParties.contains(agreement) ? nil : Set(own.map(\.party) + earlier),
            names: Dictionary(own.map { ($0.name.lowercased(), $0.party) }) { first, _ in first }
                .merging(known.names[agreement] ?? [:]) { $1 },
            effective: instrument.effective(among: rows))
    }

    // MARK: What rows say against each other and against the book

    /// An agreement has one title and one zone, whichever of its rows say them.
    private mutating func compareAgreements() {
        var first: [AgreementID: [TableHead: (row: TableRow, cell: TableCell)]] = [:]
        let placed = instruments.flatMap { one in one.rows.map { (one.agreement, rows[$0]) } }
        for (agreement, row) in placed.sorted(by: { $0.1.number < $1.1.number }) {
            for head in [TableHead.title, .zone] {
                guard let cell = row.cell(head) else { continue }
                guard let (other, said) = first[agreement]?[head] else {
                    first[agreement, default: [:]][head] = (row, cell)
                    continue
                }
                guard cell.text != said.text, row.ownCell(head) != nil else { continue }
                report(
                    [
                        row.problem(
                            "'\(cell.text)' is not the \(head.rawValue) of \(agreement) in row "
                                + "\(other.number): '\(said.text)'",
                            hint:
                                "an agreement has one \(head.rawValue): correct one of the two, or give another "
                                + "agreement its own id in the column 'agreement'", at: cell)
                    ], in: row)
            }
        }
        for (agreement, heads) in first {
            guard let recorded = known.titles[agreement], let (row, cell) = heads[.title],
                !recorded.contains(TableKnowledge.normal(cell.text))
            else { continue }
            report(
                [
                    row.problem(
                        "'\(cell.text)' is not what \(agreement) is called in the book: "
                            + recorded.sorted().map { "'\($0)'" }.joined(separator: " or "),
                        hint:
                            "leave the title as it is recorded, or give another agreement its own id in the "
                            + "column 'agreement'", at: cell)
                ], in: row)
        }
    }

    /// What is recorded already under the key of another title or day is not recorded again because one of them was
    /// corrected in the table.
    private mutating func findRepeats() {
        let keys = Set(reading.drafts.map(\.recording.key))
        for draft in reading.drafts {
            let recording = draft.recording
            let recorded = known.recordings[recording.agreement] ?? []
            guard !recorded.contains(where: { $0.header.key == recording.key }),
                let same = recorded.first(where: {
                    !keys.contains($0.header.key) && $0.isSameDocument(as: recording)
                }),
                let instrument = instruments.first(where: {
                    $0.agreement == recording.agreement && $0.title == recording.instrument.title
                        && rows[$0.rows[0]].mark == draft.mark
                })
            else { continue }
            let own = instrument.rows.map { rows[$0] }
            let isTitle = same.header.instrument.title != recording.instrument.title
            guard let row = own.first(where: { $0.cell(isTitle ? .instrument : .signed) != nil }),
                let cell = row.cell(isTitle ? .instrument : .signed)
            else { continue }
            report(
                [
                    row.problem(
                        "the rows of this instrument are recorded already with another "
                            + (isTitle ? "title" : "day of signing") + ", in \(same.header.key)",
                        hint:
                            "what is recorded never changes: leave the cell as it was, and correct the record with "
                            + "deedbook new correction; another document that does the same has another title and "
                            + "another day of signing", at: cell)
                ], in: row)
        }
    }

    private mutating func findDuplicates() {
        for instrument in instruments {
            var seen: [[TableColumn: String]: TableRow] = [:]
            var added: [String: TableRow] = [:]
            for row in instrument.rows.map({ rows[$0] }) where row.isEvent {
                if let first = seen[row.content] {
                    report(row, asDuplicateOf: first)
                    continue
                }
                seen[row.content] = row
                guard let term = row.cell(.term)?.text, isAddition(row) else { continue }
                if let first = added[term], let cell = row.cell(.term) {
                    report(
                        [
                            row.problem(
                                "'\(term)' is added in row \(first.number) already",
                                hint:
                                    "write amended in the column 'change', or give another term its own id",
                                at: cell)
                        ], in: row)
                }
                added[term] = added[term] ?? row
            }
        }
    }

    private func isAddition(_ row: TableRow) -> Bool {
        row.cell(.change).map { TableChange($0.text) == .added } ?? (row.cell(.kind) != nil)
    }

    private mutating func report(_ row: TableRow, asDuplicateOf first: TableRow) {
        guard let cell = row.mainCell else { return }
        reading.duplicates.insert(row.number)
        reading.problems.append(
            row.problem(
                "'\(cell.text)' says the same as row \(first.number)",
                hint: "remove one of the two rows",
                at: cell))
    }

    // MARK: Recordings

    private mutating func record(
        _ instrument: TableInstrument, isFirst: Bool, _ keys: inout [RecordingKey: TableInstrument]
    ) {
        let own = instrument.rows.map { rows[$0] }
        guard let first = own.first else { return }
        var problems: [Problem] = []
        let opens = isFirst && own.contains { $0.cell(.title) != nil || $0.cell(.zone) != nil }
        let recorded = known.openings[instrument.agreement]
        let head = instrument.head(
            among: rows, isOpening: { opens && (recorded ?? $0) == $0 }, &problems)
        if let key = head?.key, let other = keys.updateValue(instrument, forKey: key) {
            problems.append(clash(of: instrument, with: other, key))
        }
        report(problems, in: first)
        let rowContext = rowContext(of: instrument)
        var events = opening(of: instrument, isFirst: isFirst, key: head?.key)
        reportIdle(own, isAlone: events.isEmpty)
        var given = TableGivenValues(of: head?.instrument)
        for row in own where row.isEvent && !reading.duplicates.contains(row.number) {
            var problems: [Problem] = []
            let made = row.events(in: rowContext, &problems)
            for event in made { problems += given.contradictions(of: event, in: row) }
            report(problems, in: row)
            if made.isEmpty { hide(row) }
            events += made
        }
        guard let head else {
            for row in own { hide(row) }
            return reading.unread.words.formUnion([instrument.agreement.text])
        }
        guard !events.isEmpty else { return }
        let recording = Recording(
            key: head.key, agreement: instrument.agreement, instrument: head.instrument,
            disclosed: head.disclosed, sources: head.sources, events: events)
        reading.drafts.append(
            Journal.Draft(file: reading.file, recording: recording, mark: first.mark))
    }

    /// A row of which nothing would be recorded is refused: it is one without a term, unless it is the first of its
    /// instrument and says what that is, or names parties.
    ///
    /// - Parameter isAlone: whether the cells of the instrument make no event by themselves.
    private mutating func reportIdle(_ own: [TableRow], isAlone: Bool) {
        let isHeadOfRows = !isAlone || own.contains { $0.isEvent }
        for (index, row) in own.enumerated() where !row.isEvent {
            let isHead = index == 0 && isHeadOfRows || row.ownCell(.parties) != nil
            let isOfTerm = [TableHead.clause, .note, .lasts].contains { row.ownCell($0) != nil }
            guard !isHead || isOfTerm, let cell = row.mainCell else { continue }
            report(
                [
                    row.problem(
                        "the row names no term, and nothing of it would be recorded",
                        hint:
                            "give it a term, or take the row out; a remark goes into the column 'note' of a "
                            + "row with a term", at: cell)
                ], in: row)
        }
    }

    private func clash(
        of instrument: TableInstrument, with other: TableInstrument, _ key: RecordingKey
    ) -> Problem {
        let (row, first) = (rows[instrument.rows[0]], rows[other.rows[0]])
        return Problem(
            "row \(row.number): the instrument '\(instrument.title)' and '\(other.title)' of row "
                + "\(first.number) have the same day and words, and so the same key, \(key)",
            hint: "give one of them another title", mark: row.mark)
    }

    /// What a row would have given is not there: what is unknown elsewhere may be for that.
    private mutating func hide(_ row: TableRow) {
        for cell in row.cells {
            reading.unread.words.formUnion(JournalWords(Array(cell.text.utf8)).all)
        }
    }

    /// The agreement's own entry and its new parties, where no other recording of the book has them.
    private mutating func opening(
        of instrument: TableInstrument, isFirst: Bool, key: RecordingKey?
    ) -> [Event] {
        let agreement = instrument.agreement
        let own = instrument.rows.map { rows[$0] }
        var events: [Event] = []
        if isFirst, (known.openings[agreement] ?? key) == key {
            events += [entry(of: instrument, own)].compactMap(\.self)
        }
        var admitted: Set<PartyID> = []
        for row in own {
            guard let cell = row.cell(.parties) else { continue }
            guard let named = TableParty.read(cell.text) else {
                report(
                    [
                        row.problem(
                            "'\(SafeText.shortened(cell.text, to: 80))' does not name parties",
                            hint: TableParty.expected, at: cell)
                    ], in: row)
                continue
            }
            for party in named where admitted.insert(party.party).inserted {
                guard admits(party, key: key, agreement) else { continue }
                var event = Event(party)
                event.mark = cell.mark ?? row.mark
                events.append(event)
            }
        }
        for party in admitted {
            admittedBy[agreement, default: [:]][party] = admittedBy[agreement]?[party] ?? key
        }
        return events
    }

    /// By which recording of the table each party was admitted.
    private var admittedBy: [AgreementID: [PartyID: RecordingKey]] = [:]

    private func admits(
        _ party: PartyAdmitted, key: RecordingKey?, _ agreement: AgreementID
    ) -> Bool {
        if let first = admittedBy[agreement]?[party.party] { return first == key }
        return known.parties[agreement]?[party.party].map { $0 == key } ?? true
    }

    /// `agreement-recorded`, of the cells `title` and `zone`.
    private mutating func entry(of instrument: TableInstrument, _ own: [TableRow]) -> Event? {
        var problems: [Problem] = []
        let title = instrument.firstCell(.title, of: own)
        let zone = instrument.firstCell(.zone, of: own)
        if title == nil, let row = own.first {
            problems.append(
                row.problem(
                    missing: .head(.title), "'title' is missing: the agreement is not in the book",
                    hint: "write how people call it, such as Licence of Acme and Lumen"))
        }
        if zone == nil, let row = own.first {
            problems.append(
                row.problem(
                    missing: .head(.zone), "'zone' is missing: the agreement is not in the book",
                    hint: "write the time zone of its days, such as Europe/Berlin"))
        }
        var event: Event?
        if let (_, title) = title, let (row, cell) = zone {
            let body = Node.object([
                ("title", .string(title.text)), ("zone", .string(cell.text)),
            ])
            event = row.decode(AgreementRecorded.codec, body, at: cell, &problems).map { Event($0) }
            event?.mark = cell.mark ?? row.mark
        }
        guard problems.isEmpty else {
            if let row = own.first { report(problems, in: row) }
            reading.unread.words.insert(instrument.agreement.text)
            return nil
        }
        return event
    }
}
