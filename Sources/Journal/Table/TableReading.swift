import Algorithms
public import Amendments
public import Notation
import Terms

/// What a table was read as.
public struct TableReading: Sendable {
    let file: String
    let rows: [TableRow]
    /// The recordings in the order in which they are recorded, those with problems as far as they can be read.
    public internal(set) var drafts: [Journal.Draft] = []
    /// Everything that is wrong with the table by itself.
    public internal(set) var problems: [Problem] = []
    /// What could not be read.
    public internal(set) var unread = Unread()
    /// The rows that are the same as an earlier one.
    var duplicates: Set<Int> = []
    /// The rows with something else wrong, by their numbers.
    var invalid: Set<Int> = []

    init(file: String, rows: [TableRow]) {
        self.file = file
        self.rows = rows
    }

    /// How many rows there are of each sort: `20 rows: 17 valid, 1 duplicate, 2 invalid`.
    ///
    /// Where a header is wrong, no row was read as it was meant, and none is counted as valid.
    ///
    /// - Parameter problems: what else is wrong with them, in places of the table.
    public func summary(with problems: [Problem] = []) -> String {
        let count = "\(rows.count) row\(rows.count == 1 ? "" : "s")"
        if !rows.isEmpty, problems.contains(where: isOfHeader) {
            return "\(count), not counted as long as a header is wrong"
        }
        let invalid = self.invalid.union(problems.compactMap { row(at: $0.mark)?.number })
            .subtracting(duplicates)
        let valid = rows.count - duplicates.count - invalid.count
        return "\(count): \(valid) valid, "
            + "\(duplicates.count) duplicate, \(invalid.count) invalid"
    }

    /// The same problem with its row and column, where it is one of the table.
    ///
    /// What cannot hold beside the rest of the record is known by its event; the cell is the one that has what the
    /// message names, else the row's term.
    public func placed(_ problem: Problem) -> Problem {
        guard problem.file == file, let row = row(at: problem.mark), !problem.isNote else {
            return problem
        }
        let named = problem.message.split(separator: "'", omittingEmptySubsequences: false)
        let quoted = named.indices.filter { $0 % 2 == 1 }.map { String(named[$0]) }
        let (source, cell) =
            dayOfEffect(in: quoted, upTo: row)
            ?? (
                row,
                row.cells.first { $0.mark == problem.mark && $0.mark != row.mainCell?.mark }
                    ?? quoted.lazy.compactMap { word in row.cells.first { $0.text == word } }.first
                    ?? quoted.lazy.compactMap { word in row.cells.first { $0.names(word) } }.first
                    ?? TableHead.allCases.lazy.compactMap { row.cell($0) }
                    .first { quoted.contains($0.text) } ?? row.mainCell
            )
        guard let cell else { return problem }
        return source.problem(problem.message, hint: problem.hint.map(Self.inTable), at: cell)
            .placed(in: file)
    }

    /// The same of many, each once: what an instrument says wrongly is wrong of each of its events.
    public func placed(_ problems: [Problem]) -> [Problem] {
        Array(problems.map(placed).uniqued())
    }

    /// The day of effect that a message quotes in the words of the book: the row's own, else that of a row above, which
    /// every event of the instrument has.
    private func dayOfEffect(
        in quoted: [String], upTo row: TableRow
    ) -> (row: TableRow, cell: TableCell?)? {
        let above = rows.prefix { $0.number <= row.number }.reversed()
        guard let source = above.first(where: { $0.ownCell(.effective) != nil }),
            let cell = source.ownCell(.effective)
        else { return nil }
        var ignored = TableValue.manner
        let bound = DateBound.codec.decode(TableValue.bound(cell.text, bare: "on"), &ignored)
        guard let bound, quoted.contains("\(bound)"),
            !row.fields.contains(where: { $0.cell.text == cell.text })
        else { return nil }
        return (source, cell)
    }

    /// A hint that names an event, in the words of a table.
    private static func inTable(_ hint: String) -> String {
        TableChange.allCases.reduce(hint) { text, change in
            text.replacing(
                change.event.rawValue, with: "'\(change.rawValue)' in the column 'change'")
        }
    }

    /// Whether it stands before every row of the table.
    private func isOfHeader(_ problem: Problem) -> Bool {
        problem.file == file && !problem.isNote && problem.mark != nil
            && row(at: problem.mark) == nil
    }

    /// What an instrument says otherwise than it is recorded, with the column that says it.
    private static func differences(
        of recording: Recording, from header: RecordingHeader
    ) -> [(String, TableHead)] {
        let (own, old) = (recording.instrument, header.instrument)
        var found: [(String, TableHead)] = []
        if own.kind != old.kind { found.append(("kind", .instrumentKind)) }
        if own.title != old.title { found.append(("title", .instrument)) }
        if own.number != old.number { found.append(("number", .instrumentNumber)) }
        if own.signed != old.signed { found.append(("day of signing", .signed)) }
        if own.effective != old.effective { found.append(("day of effect", .effective)) }
        if recording.disclosed != header.disclosed {
            found.append(("day of disclosure", .disclosed))
        }
        if recording.sources != header.sources { found.append(("source", .source)) }
        if own.id != old.id || recording.agreement != header.agreement {
            found.append(("agreement or document", .agreement))
        }
        return found
    }

    /// The row in which that place lies.
    private func row(at mark: Mark?) -> TableRow? {
        guard let mark else { return nil }
        let end = rows.partitioningIndex { $0.mark.line > mark.line }
        return end > 0 ? rows[end - 1] : nil
    }

    /// What a recording of the table says otherwise than the one that is in the book under its key; empty where they
    /// are the same.
    public func changes(of draft: Journal.Draft, since recorded: [RecordedEvent]) -> [Problem] {
        let recording = draft.recording
        guard let header = recorded.first?.recording else { return [] }
        let events = recorded.map(\.event)
        var problems: [Problem] = []
        let hint =
            "what is recorded never changes: correct the record with deedbook new correction, or give a later "
            + "change an instrument of its own"
        for (name, head) in Self.differences(of: recording, from: header) {
            let problem = Problem(
                "the \(name) of '\(recording.instrument.title)' is not as it is recorded, in "
                    + "\(recording.key)", hint: hint, file: file, mark: draft.mark)
            let row = row(at: draft.mark)
            let cell = row.flatMap { $0.cell(head) }
            problems.append(
                cell.flatMap { cell in
                    row?.problem(problem.message, hint: hint, at: cell).placed(in: file)
                } ?? problem)
        }
        for event in recording.events where !events.contains(event) {
            let old = events.first { old in
                old.kind == event.kind && old.term == event.term && !recording.events.contains(old)
            }
            let message =
                old == nil
                ? "the row is not part of \(recording.key) as it is recorded"
                : "the row is recorded otherwise, in \(recording.key)"
            let problem = Problem(
                message, hint: hint, file: file,
                mark: old.flatMap { event.mark(ofChangeSince: $0) } ?? event.mark)
            let cell = old.flatMap { event.head(changedSince: $0) }.flatMap { head in
                row(at: event.mark).flatMap { row in row.ownCell(head).map { (row, $0) } }
            }
            problems.append(
                cell.map { $0.problem(message, hint: hint, at: $1).placed(in: file) }
                    ?? placed(problem))
        }
        let lost = events.enumerated().filter { !recording.events.contains($0.element) }
        if problems.isEmpty, !lost.isEmpty || events != recording.events {
            let names = lost.map { "\(recording.key)#\($0.offset + 1)" }
            problems.append(
                Problem(
                    lost.isEmpty
                        ? "the rows of '\(recording.instrument.title)' are recorded in another order, in \(recording.key)"
                        : "the table has no row for what is recorded as \(names.joined(separator: ", "))",
                    hint: hint, file: file, mark: draft.mark))
        }
        return problems
    }
}

extension TableCell {
    /// Whether it has an id among its words: `ipo` of `upon ipo`.
    fileprivate func names(_ id: String) -> Bool {
        JournalWords(Array(text.utf8)).all.contains(id)
    }
}

extension Event {
    fileprivate var term: TermID? { payload.namedTerms.first }

    /// The column beside the fields that says otherwise than an earlier event.
    fileprivate func head(changedSince old: Event) -> TableHead? {
        if let entry = payload as? AgreementRecorded, let its = old.payload as? AgreementRecorded {
            return entry.title != its.title ? .title : entry.zone != its.zone ? .zone : nil
        }
        guard mark(ofChangeSince: old) == nil else { return nil }
        if note != old.note { return .note }
        if clause != old.clause { return .clause }
        if effective != old.effective { return .effective }
        return payload.lastsUntil != old.payload.lastsUntil ? .lasts : nil
    }

    /// Where the first field is written that has another value than in an earlier event.
    fileprivate func mark(ofChangeSince old: Event) -> Mark? {
        guard let own = payload.givenFields.first?.set, let its = old.payload.givenFields.first?.set
        else { return nil }
        return own.names.first { own[$0] != its[$0] }.flatMap { own[$0]?.mark }
    }
}
