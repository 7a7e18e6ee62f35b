import Amendments
import EventStore
import GRDB
import Ledger
import Terms

/// One row of the table of steps, which name the events of an agreement that an answer about some days rests on; see
/// `StepIndex`.
///
/// The key is the order in which the steps of a field govern. Days are counted from 1970-01-01. Each row names the one
/// that follows it and has a seal over both: who reads the row before some days knows that none was taken out
/// between it and the next, and a read costs no more for it than it reads. The first row of an agreement has its version
/// in the place of the day of disclosure: so the rows commit to the events that they were derived from.
struct StepRow: DerivedRow {
    let agreement: String
    let place: StepPlace
    private(set) var disclosed: Int
    /// The place of the next row of the agreement, as `StepPlace` writes it; empty for the last.
    private(set) var next = ""
    private(set) var storedSeal = 0

    private init(of agreement: AgreementID, at place: StepPlace, disclosed: Int) {
        self.agreement = agreement.text
        self.place = place
        self.disclosed = disclosed
    }

    init(_ row: Row) throws {
        agreement = try row.text(at: 0)
        place = StepPlace(
            term: try row.text(at: 1), field: try row.text(at: 2), begins: try row.number(at: 3),
            agreed: try row.number(at: 4), number: try row.number(at: 5),
            position: try row.number(at: 6))
        disclosed = try row.number(at: 7)
        next = try row.text(at: 8)
        storedSeal = try row.number(at: 9)
    }

    /// What of a line stands there, to be linked.
    private init(_ line: StepLine, of agreement: AgreementID) {
        self.init(
            of: agreement,
            at: StepPlace(
                term: line.cell?.term.text ?? "", field: line.cell?.field.rawValue ?? "",
                begins: line.begins.number, agreed: line.agreed.number, number: line.number,
                position: line.position.number), disclosed: line.disclosed.number)
    }

    /// An event that changes steps of an instrument with a number.
    private init(numbered line: StepLine, of agreement: AgreementID) {
        self.init(
            of: agreement,
            at: StepPlace(
                term: "", field: StepPlace.numbered, begins: line.number,
                agreed: -line.position.number, number: line.number,
                position: line.position.number), disclosed: line.disclosed.number)
    }

    /// The first row of an agreement that has so many events.
    static func first(of agreement: AgreementID, at version: Int) -> StepRow {
        StepRow(of: agreement, at: .first, disclosed: version)
    }

    /// What stands there of some lines, to be linked.
    static func rows(of lines: [StepLine], of agreement: AgreementID) -> [StepRow] {
        let numbered = Set(
            lines.filter { $0.cell != nil && $0.number > 0 }.map {
                StepRow(numbered: $0, of: agreement)
            })
        return lines.map { StepRow($0, of: agreement) } + numbered
    }

    static func rows(
        of derived: Derived, of agreement: AgreementID, under key: SealKey
    ) -> [StepRow] {
        let rows =
            [first(of: agreement, at: derived.version)] + rows(of: derived.steps, of: agreement)
        let sorted = rows.sorted { $0.place < $1.place }
        return zip(sorted, sorted.dropFirst().map(Optional.some) + [nil]).map { row, next in
            row.linked(to: next?.place, under: key)
        }
    }

    /// With another row after it, or none.
    func linked(to next: StepPlace?, under key: SealKey) -> StepRow {
        sealed(under: key) { $0.next = next?.link(from: place) ?? "" }
    }

    /// The first row, at another version.
    func at(_ version: Int, under key: SealKey) -> StepRow {
        sealed(under: key) { $0.disclosed = version }
    }

    private func sealed(under key: SealKey, _ change: (inout StepRow) -> Void) -> StepRow {
        var row = self
        change(&row)
        row.storedSeal = row.seal(under: key)
        return row
    }

    /// The place of the row after it; nil for the last one.
    var following: StepPlace? { StepPlace(link: next, from: place) }

    var scopes: [SealScope] { [] }

    var content: SealedContent {
        var content = SealedContent(of: Self.table)
        content.add(agreement)
        content.add(place.term)
        content.add(place.field)
        content.add(place.begins)
        content.add(place.agreed)
        content.add(place.number)
        content.add(place.position)
        content.add(disclosed)
        content.add(next)
        return content
    }

    var values: StatementArguments {
        key + [disclosed, next, storedSeal]
    }

    /// What the row is found by.
    var key: StatementArguments {
        [
            agreement, place.term, place.field, place.begins, place.agreed, place.number,
            place.position,
        ]
    }

    static func precedes(_ lhs: StepRow, _ rhs: StepRow) -> Bool {
        (lhs.place.position, lhs.place) < (rhs.place.position, rhs.place)
    }

    func fault(isMissing: Bool) -> Fault {
        Fault(
            .pieceAltered, at: place == .first ? nil : Position(place.position),
            "\(agreement): the line of steps for \(Position(place.position)) "
                + "(\(place.term)/\(place.field)) "
                + (isMissing ? "is missing" : "is not what the events give"))
    }
}

extension StepRow {
    static let table = "step"
    static let columns =
        "agreement, term, field, begins, agreed, number, position, disclosed, next, seal"
    static let definition: String? = """
        CREATE TABLE step (
            agreement TEXT NOT NULL,
            term TEXT NOT NULL,
            field TEXT NOT NULL,
            begins INTEGER NOT NULL,
            agreed INTEGER NOT NULL,
            number INTEGER NOT NULL,
            position INTEGER NOT NULL,
            disclosed INTEGER NOT NULL,
            next TEXT NOT NULL,
            seal INTEGER NOT NULL,
            PRIMARY KEY (agreement, term, field, begins, agreed, number, position)
        ) STRICT, WITHOUT ROWID
        """
}

extension StepRow {
    /// As books of form 8 and before have the table: without seals.
    static let formerDefinition = """
        CREATE TABLE step (
            agreement TEXT NOT NULL,
            term TEXT NOT NULL,
            field TEXT NOT NULL,
            begins INTEGER NOT NULL,
            agreed INTEGER NOT NULL,
            number INTEGER NOT NULL,
            position INTEGER NOT NULL,
            disclosed INTEGER NOT NULL,
            PRIMARY KEY (agreement, term, field, begins, agreed, number, position)
        ) STRICT, WITHOUT ROWID
        """
}

extension StepRow {
    /// The line of a field that it stands for; nil where it cannot be one.
    var line: StepLine? {
        guard let begins = Day(exactly: place.begins), let agreed = Day(exactly: place.agreed),
            let disclosed = Day(exactly: disclosed), let cell
        else { return nil }
        return StepLine(
            cell: cell, begins: begins, agreed: agreed, number: place.number,
            position: Position(place.position), disclosed: disclosed)
    }

    var cell: StepLine.Cell? {
        guard let term = TermID(place.term), let field = FieldName(rawValue: place.field) else {
            return nil
        }
        return StepLine.Cell(term, field)
    }
}
