import Amendments
import EventStore
import GRDB
import Ledger
import Terms

/// One row of the table of steps, which tell the events of an agreement that an answer about some days rests on; see
/// `StepIndex`.
///
/// It is one line: an event of the frame (`term` and `field` are empty), or a plain step of one field. Days are
/// counted from 1970-01-01. The key is the order in which the steps of a field govern.
struct StepRow: DerivedRow {
    let agreement: String
    let term: String
    let field: String
    let begins: Int
    let agreed: Int
    let number: Int
    let position: Int
    let disclosed: Int

    init(_ line: StepLine, of agreement: AgreementID) {
        self.agreement = agreement.text
        term = line.cell?.term.text ?? ""
        field = line.cell?.field.rawValue ?? ""
        begins = line.begins.number
        agreed = line.agreed.number
        number = line.number
        position = line.position.number
        disclosed = line.disclosed.number
    }

    init(_ row: Row) throws {
        agreement = try row.text(at: 0)
        term = try row.text(at: 1)
        field = try row.text(at: 2)
        begins = try row.number(at: 3)
        agreed = try row.number(at: 4)
        number = try row.number(at: 5)
        position = try row.number(at: 6)
        disclosed = try row.number(at: 7)
    }

    /// The line; nil where it cannot be one.
    var line: StepLine? {
        guard let begins = Day.known(begins), let agreed = Day.known(agreed),
            let disclosed = Day.known(disclosed)
        else { return nil }
        var cell: StepLine.Cell?
        if !term.isEmpty {
            guard let term = TermID(term), let field = FieldName(rawValue: field) else {
                return nil
            }
            cell = StepLine.Cell(term, field)
        }
        return StepLine(
            cell: cell, begins: begins, agreed: agreed, number: number,
            position: Position(position), disclosed: disclosed)
    }

    static func rows(of derived: Derived, of agreement: AgreementID) -> [StepRow] {
        derived.steps.map { StepRow($0, of: agreement) }
    }

    var values: StatementArguments {
        [agreement, term, field, begins, agreed, number, position, disclosed]
    }

    static func precedes(_ lhs: StepRow, _ rhs: StepRow) -> Bool { lhs.position < rhs.position }

    func fault(isMissing: Bool) -> Fault {
        Fault(
            .pieceAltered, at: Position(position),
            "\(agreement): the line of steps for \(Position(position)) (\(term)/\(field)) "
                + (isMissing ? "is missing" : "is not what the events give"))
    }

    /// - Returns: whether there was such a row.
    func remove(from db: Database) throws -> Bool {
        try StepQuery.remove.statement(in: db).execute(arguments: [
            agreement, term, field, begins, agreed, number, position,
        ])
        return db.changesCount == 1
    }
}

extension StepRow {
    static let table = "step"
    static let columns = "agreement, term, field, begins, agreed, number, position, disclosed"
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
            PRIMARY KEY (agreement, term, field, begins, agreed, number, position)
        ) STRICT, WITHOUT ROWID
        """
}

extension Day {
    /// The day of that number; nil beyond the calendar.
    fileprivate static func known(_ number: Int) -> Day? {
        (Day.first.number...Day.last.number).contains(number) ? Day(number: number) : nil
    }
}
