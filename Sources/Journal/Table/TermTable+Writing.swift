import Amendments
public import Ledger
import Notation
import Terms

extension TermTable {
    /// A conformed copy as a table that can be imported again, and what of the copy no row can say.
    ///
    /// It is one instrument, the copy, which has on its day the agreed values that the copy has: a row for each term
    /// that is live, a second one for what of it changed since it began, one for each condition. What is only reported,
    /// what imprecise dates leave open, what waits for a condition, disputes, expectations and all that was before or
    /// comes after are not in it.
    public static func text(of copy: ConformedCopy) -> (text: String, leftOut: [String]) {
        var writing = TableWriting(copy)
        writing.write()
        return (CSVTable.text(of: writing.lines), writing.leftOut)
    }
}

/// A conformed copy on its way into a table.
private struct TableWriting {
    private let copy: ConformedCopy
    private let terms: [ConformedTerm]
    private var rows: [[TableColumn: String]] = []
    private(set) var leftOut: [String] = []

    init(_ copy: ConformedCopy) {
        self.copy = copy
        terms = copy.terms.filter(\.isLive)
    }

    mutating func write() {
        for condition in copy.conditions {
            add([
                .head(.change): TableChange.conditionDefined.rawValue,
                .field(.condition): condition.id.text,
                .field(.text): TableValue.words(condition.text),
            ])
            if !condition.readings.isEmpty || !condition.decidedBy.isEmpty {
                leftOut.append("who decides on condition \(condition.id), and its readings")
            }
        }
        for term in terms { add(term) }
        for condition in copy.conditions { addOutcome(of: condition) }
        for term in terms where term.status == .suspended {
            add([
                .head(.change): TableChange.suspended.rawValue, .head(.term): term.id.text,
            ])
        }
        if rows.isEmpty { rows.append([:]) }
        rows[0].merge(head) { $1 }
    }

    /// The headers, then the rows.
    var lines: [[String]] { TableColumn.lines(of: rows) }

    private mutating func add(_ row: [TableColumn: String]) {
        var row = row
        row[.head(.agreement)] = copy.agreement.text
        row[.head(.instrument)] = title
        rows.append(row)
    }

    // MARK: The copy as an instrument

    private var title: String { "Conformed copy on \(copy.vantage.on)" }

    private var head: [TableColumn: String] {
        var head: [TableColumn: String] = [
            .head(.agreement): copy.agreement.text, .head(.title): TableValue.words(copy.title),
            .head(.zone): copy.zone, .head(.instrument): title,
            .head(.instrumentKind): InstrumentKind.memorandum.rawValue,
            .head(.signed): "unknown", .head(.effective): "on \(copy.vantage.on)",
            .head(.disclosed): disclosed.description,
            .head(.source): "Deedbook, conformed copy [\(SourceGrade.secondary.rawValue)]",
        ]
        let parties = copy.parties.filter { $0.successor == nil && !$0.hasWithdrawn }
            .map { PartyAdmitted(party: $0.id, name: $0.name, role: $0.role) }
        if !parties.isEmpty { head[.head(.parties)] = TableParty.text(of: parties) }
        return head
    }

    /// When all was known that is in the copy.
    private var disclosed: Day {
        if let asked = copy.vantage.disclosedBy { return asked }
        let days = terms.flatMap { $0.fields.map(\.governing.recording.disclosed.latest) }
        return days.max() ?? copy.vantage.on
    }

    // MARK: Terms

    private mutating func add(_ term: ConformedTerm) {
        var row: [TableColumn: String] = [
            .head(.change): TableChange.added.rawValue, .head(.term): term.id.text,
            .head(.kind): term.kind.rawValue,
        ]
        for field in term.fields {
            guard let schema = term.kind.definition.field(field.name), let value = value(of: field)
            else {
                leftOut.append("\(term.id)/\(field.name): \(Self.reason(field))")
                continue
            }
            row[.field(field.name)] = TableValue.text(of: value, in: schema)
        }
        let missing = term.kind.definition.requiredFields.filter { row[.field($0)] == nil }
        guard missing.isEmpty else {
            leftOut.append(
                "\(term.id): nothing is agreed of \(missing.map(\.rawValue).joined(separator: ", "))"
            )
            return
        }
        for row in rows(of: row, term) { add(row) }
        if !term.conditionalChanges.isEmpty {
            leftOut.append("\(term.id): changes that wait for a condition")
        }
    }

    /// One row, or two where values changed since the term began: what they were before the day of the copy is not in
    /// it, and no earlier day is answered with a later value.
    private func rows(
        of row: [TableColumn: String], _ term: ConformedTerm
    ) -> [[TableColumn: String]] {
        let changed = term.fields.filter { hasChanged($0, of: term) }
        guard !changed.isEmpty else { return [row] }
        var first = row
        var later: [TableColumn: String] = [
            .head(.change): TableChange.amended.rawValue, .head(.term): term.id.text,
        ]
        for field in changed {
            let column = TableColumn.field(field.name)
            guard let cell = row[column], let schema = term.kind.definition.field(field.name) else {
                continue
            }
            later[column] = cell
            first[column] =
                field.value == .none ? nil : TableValue.text(of: .unknown, in: schema)
        }
        // What changed may all be left out: of it the row says nothing.
        return later.count > 2 ? [first, later] : [row]
    }

    /// Whether a field reads otherwise than when the term began, or may, where that was before the day of the copy.
    private func hasChanged(_ field: ConformedField, of term: ConformedTerm) -> Bool {
        guard field.name != .starts, let starts = term.field(.starts),
            let began = starts.agreed?.bound?.possibleDays?.from, began < copy.vantage.on
        else { return false }
        return field.governing.position != starts.governing.position
            || value(of: field) != field.agreed
    }

    /// The agreed value, with the holder of each party's place; nil where none is certain, or it cannot stand
    /// without what is not in the table.
    private func value(of field: ConformedField) -> ValueState? {
        guard let agreed = field.agreed, !field.isIndeterminate else { return nil }
        switch agreed {
        case .stated(.party(let id)): return .stated(.party(field.holder(of: id)))
        case .stated(.parties(let ids)): return .stated(.parties(ids.map(field.holder)))
        case .stated(.term(let id)): return isWritten(id) ? agreed : nil
        case .sameAs(let id, _): return isWritten(id) ? agreed : field.referred
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none:
            return agreed
        }
    }

    private func isWritten(_ id: TermID) -> Bool { terms.contains { $0.id == id } }

    private static func reason(_ field: ConformedField) -> String {
        if field.isReported { return "only reported" }
        return field.isIndeterminate
            ? "imprecise dates leave several values" : "names a term that has ended"
    }

    // MARK: Conditions

    private mutating func addOutcome(of condition: ConformedCondition) {
        guard condition.doubt == nil else {
            leftOut.append("what became of condition \(condition.id)")
            return
        }
        guard let outcome = condition.outcome else { return }
        var row: [TableColumn: String] = [
            .head(.change): "condition-\(outcome.rawValue)",
            .field(.condition): condition.id.text,
        ]
        if let day = condition.since?.exact { row[.head(.effective)] = "on \(day)" }
        add(row)
    }
}

extension TableColumn {
    /// The headers, then the rows: the columns that something stands in.
    static func lines(of rows: [[TableColumn: String]]) -> [[String]] {
        let heads = TableHead.allCases.map(TableColumn.head)
        let fields = TermKind.allCases.flatMap {
            $0.definition.fields.map { TableColumn.field($0.name) }
        }
        .reduce(into: [TableColumn]()) { if !$0.contains($1) { $0.append($1) } }
        let used = rows.reduce(into: Set<TableColumn>()) { $0.formUnion($1.keys) }
        let columns = (heads + fields).filter(used.contains)
        return [columns.map(\.name)] + rows.map { row in columns.map { row[$0] ?? "" } }
    }
}
