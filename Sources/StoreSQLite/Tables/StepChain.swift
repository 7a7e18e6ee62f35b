import EventStore
import GRDB
import Ledger
import Terms

/// The rows of steps of one agreement, each checked against its seal and the row before it.
struct StepChain {
    let agreement: AgreementID
    let seals: SealTable

    private var db: Database { seals.db }
    private var key: SealKey { seals.key }

    /// Whether the agreement has any row.
    func isThere() throws -> Bool {
        let rows = try Row.fetchCursor(
            StepQuery.upTo.statement(in: db),
            arguments: arguments(.field("\u{10FFFF}", of: "\u{10FFFF}")))
        return try rows.next() != nil
    }

    /// Throws where the rows are not of so many events.
    func check(isAt version: Int) throws {
        guard try row(upTo: .first).disclosed == version else {
            throw SealTable.notAsWritten(
                "table step: the rows of \(agreement) are not of its \(version) events")
        }
    }

    /// The row at a place, or else the last one before it. The row that it names as the next stands after the place.
    func row(upTo place: StepPlace) throws -> StepRow {
        let row = try first(.upTo, place)
        guard row.following.map({ place < $0 }) ?? true else { throw missing(after: row) }
        return row
    }

    /// Rows from a place backwards, until one is not wanted.
    func eachRow(upTo place: StepPlace, _ isWanted: (StepRow) throws -> Bool) throws {
        let rows = try Row.fetchCursor(
            StepQuery.upTo.statement(in: db), arguments: arguments(place))
        var later: StepRow?
        while let found = try rows.next() {
            let row = try checked(found)
            guard
                row.following.map({ $0 == later?.place || (later == nil && place < $0) })
                    ?? (later == nil)
            else { throw missing(after: row) }
            later = row
            guard try isWanted(row) else { return }
        }
        guard later?.place == .first else { throw missing(after: later) }
    }

    /// Rows after a place, until one is not wanted.
    func eachRow(after place: StepPlace, _ isWanted: (StepRow) throws -> Bool) throws {
        var last = try row(upTo: place)
        let rows = try Row.fetchCursor(
            StepQuery.after.statement(in: db), arguments: arguments(place))
        while let found = try rows.next() {
            let row = try checked(found)
            guard last.following == row.place else { throw missing(after: last) }
            last = row
            guard try isWanted(row) else { return }
        }
        guard last.following == nil else { throw missing(after: last) }
    }

    private func first(_ question: StepQuery, _ place: StepPlace) throws -> StepRow {
        let rows = try Row.fetchCursor(question.statement(in: db), arguments: arguments(place))
        guard let row = try rows.next() else { throw missing(after: nil) }
        return try checked(row)
    }

    private func arguments(_ place: StepPlace) -> StatementArguments {
        [
            agreement.text, place.term, place.field, place.begins, place.agreed, place.number,
            place.position,
        ]
    }

    private func checked(_ row: Row) throws -> StepRow {
        let row = try StepRow(row)
        guard row.storedSeal == row.seal(under: key),
            row.next.isEmpty == (row.following == nil)
        else {
            throw SealTable.notAsWritten("table step: \(row.told) is not as it was written")
        }
        return row
    }

    private func missing(after row: StepRow?) -> DeedbookError {
        SealTable.notAsWritten(
            "table step: "
                + (row.map { "the row after \($0.told) is not there" }
                    ?? "the first row of \(agreement) is not there"))
    }
}

// What is written.
extension StepChain {
    /// Writes what a recording changes, which brings an agreement to a version.
    ///
    /// - Parameter former: the version before; 0 where the agreement begins with it.
    func apply(_ change: StepChange, at version: Int, after former: Int) throws {
        if former == 0 {
            let first = StepRow.first(of: agreement, at: version).linked(to: nil, under: key)
            try StepRow.insert([first], into: db)
        } else {
            try check(isAt: former)
            try replace(row(upTo: .first)) { $0.at(version, under: key) }
        }
        for row in StepRow.rows(of: change.removed, of: agreement) { try remove(row) }
        for row in StepRow.rows(of: change.added, of: agreement) { try insert(row) }
    }

    private func insert(_ row: StepRow) throws {
        let before = try self.row(upTo: row.place)
        guard before.place < row.place else {
            throw SealTable.notAsWritten("table step: there is a row of \(row.told) already")
        }
        try StepRow.insert([row.linked(to: before.following, under: key)], into: db)
        try replace(before) { $0.linked(to: row.place, under: key) }
    }

    private func remove(_ row: StepRow) throws {
        let found = try self.row(upTo: row.place)
        guard found.place == row.place else { throw missing(after: found) }
        let before = try first(.before, row.place)
        guard before.following == row.place else { throw missing(after: before) }
        try StepQuery.remove.statement(in: db).execute(arguments: row.key)
        try replace(before) { $0.linked(to: found.following, under: key) }
    }

    private func replace(_ row: StepRow, _ change: (StepRow) -> StepRow) throws {
        let changed = change(row)
        try StepQuery.link.statement(in: db).execute(
            arguments: [changed.disclosed, changed.next, changed.storedSeal] + changed.key)
    }
}

extension StepRow {
    /// Which row it is, in words.
    fileprivate var told: String {
        place == .first
            ? "the first row of \(agreement)"
            : "\(agreement) #\(place.position) (\(place.term)/\(place.field))"
    }
}
