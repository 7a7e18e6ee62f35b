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
        let cell =
            row.cells.first { $0.mark == problem.mark && $0.mark != row.mainCell?.mark }
            ?? quoted.lazy.compactMap { word in row.cells.first { $0.text == word } }.first
            ?? quoted.lazy.compactMap { word in row.cells.first { $0.names(word) } }.first
            ?? row.mainCell
        guard let cell else { return problem }
        return row.problem(problem.message, hint: problem.hint.map(Self.inTable), at: cell)
            .placed(in: file)
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
        let isSameHead =
            header
            == RecordingHeader(
                of: recording, recorder: header.recorder, recordedAt: header.recordedAt)
        if !isSameHead {
            problems.append(
                Problem(
                    "the instrument '\(recording.instrument.title)' is recorded as \(recording.key) with "
                        + "another kind, number, day or source", hint: hint, file: file,
                    mark: draft.mark))
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
            problems.append(placed(problem))
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

    /// Where the first field is written that has another value than in an earlier event.
    fileprivate func mark(ofChangeSince old: Event) -> Mark? {
        guard let own = payload.givenFields.first?.set, let its = old.payload.givenFields.first?.set
        else { return nil }
        return own.names.first { own[$0] != its[$0] }.flatMap { own[$0]?.mark }
    }
}
