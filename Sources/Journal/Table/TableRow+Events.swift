import Amendments
import Notation
import Terms

/// What a row is read with: what the rest of the table and the book say of its agreement.
struct RowContext {
    var agreement: AgreementID
    var kinds: [TermID: TermKind]
    /// The terms that the table adds without a kind that can be read.
    var unread: Set<TermID>
    /// Its parties; nil where a cell that names some cannot be read.
    var parties: Set<PartyID>?
    /// Its parties by their names in small letters.
    var names: [String: PartyID]
    /// As the instrument's own cell has it: what says the same is not said again.
    var effective: String?
}

extension TableRow {
    /// Whether it does something, and not only say what its instrument is.
    var isEvent: Bool {
        !fields.isEmpty || [.change, .term, .kind].contains { ownCell($0) != nil }
    }

    /// The events of the row, or what is wrong with it.
    func events(in rowContext: RowContext, _ problems: inout [Problem]) -> [Event] {
        let before = problems.count
        guard let change = change(&problems) else { return [] }
        // Reported at the row that adds the term.
        let term = cell(.term).flatMap { TermID($0.text) }
        if change != .added, let term, rowContext.kinds[term] == nil,
            rowContext.unread.contains(term)
        {
            return []
        }
        var body = members(of: change, in: rowContext, &problems)
        var bodies: [Node] = []
        switch change.use {
        case .set:
            let set = set(change, in: rowContext, &problems)
            body.append(Node.Member("set", Node(.object(set), mark: mark)))
            bodies = [Node(.object(body), mark: mark)]
        case .report:
            bodies = set(change, in: rowContext, &problems).map { field in
                let own = [
                    Node.Member("field", .string(field.name), mark: field.mark),
                    Node.Member("value", field.value, mark: field.mark),
                ]
                return Node(.object(body + own), mark: field.mark)
            }
        case .members(let allowed):
            body += own(allowed, of: change, &problems)
            bodies = [Node(.object(body), mark: mark)]
        }
        guard problems.count == before else { return [] }
        return bodies.compactMap { event(change.event, $0, &problems) }
    }

    private func event(_ kind: EventKind, _ body: Node, _ problems: inout [Problem]) -> Event? {
        var own = TableValue.manner
        let event = Event.decode(
            kind, body: body, mark: mainCell?.mark ?? mark, &own)
        problems += own.all.map { found in
            let cell = cells.first { $0.mark == found.mark } ?? mainCell
            let isDoubt = own.doubts.contains(found)
            return cell.map { cell in
                problem(
                    found.message, hint: isDoubt ? cure(ofDoubt: found, at: cell) : found.hint,
                    at: cell)
            }
                ?? Problem("row \(number): \(found.message)", hint: found.hint, mark: mark)
        }
        return own.isEmpty ? event : nil
    }

    /// A row that names a kind adds a term and one that names none amends it, unless it says what it does.
    private func change(_ problems: inout [Problem]) -> TableChange? {
        guard let cell = cell(.change) else { return cell(.kind) == nil ? .amended : .added }
        if let change = TableChange(cell.text) { return change }
        problems.append(
            problem(
                "'\(cell.text)' is no change that a row can be",
                hint: TableChange.meant(by: cell.text).map { "did you mean \($0.rawValue)?" }
                    ?? Self.hint(
                        for: TableColumn.normal(cell.text),
                        of: TableChange.allCases.map(\.rawValue)),
                at: cell))
        return nil
    }

    /// The words of a closed list that may be meant; all of them where none is near.
    private static func hint(for text: String, of words: [String]) -> String {
        // A licence is a license-grant.
        let spelled = text.replacing("licence", with: "license")
        let parts = words.filter { $0.split(separator: "-").contains { $0 == spelled } }
        // Non-competition is non-compete.
        let stems = words.filter { text.hasPrefix($0.dropLast()) }
        let near =
            [Array(parts.prefix(3)), Spelling.nearest(to: text, among: words), stems]
            .first { !$0.isEmpty } ?? []
        return near.isEmpty
            ? "one of \(words.joined(separator: ", "))"
            : "did you mean \(near.joined(separator: " or "))?"
    }

    // MARK: What is said beside the fields

    private func members(
        of change: TableChange, in rowContext: RowContext, _ problems: inout [Problem]
    ) -> [Node.Member] {
        var members: [Node.Member] = []
        func add(_ name: String, _ node: Node, _ cell: TableCell) {
            members.append(Node.Member(name, node.marked(cell.mark), mark: cell.mark))
        }
        if change.isOfTerm {
            if let term = term(of: change, in: rowContext, &problems) {
                add("term", .string(term.id.text), term.cell)
            }
            if change == .added, let kind = kind(&problems) {
                add("kind", .string(kind.kind.rawValue), kind.cell)
            }
        }
        if let cell = cell(.lasts) {
            if change.mayLast {
                add("lasts", TableValue.bound(cell.text, bare: nil), cell)
            } else {
                problems.append(
                    problem(
                        "'\(cell.text)' says how long it lasts, which a row that is "
                            + "\(change.rawValue) does not", hint: "leave the cell empty", at: cell)
                )
            }
        }
        if let cell = cell(.effective), cell.text != rowContext.effective {
            add("effective", TableValue.bound(cell.text, bare: "on"), cell)
        }
        for head in [TableHead.clause, .note] {
            if let cell = cell(head) { add(head.rawValue, .string(cell.text), cell) }
        }
        return members
    }

    private func term(
        of change: TableChange, in rowContext: RowContext, _ problems: inout [Problem]
    ) -> (id: TermID, cell: TableCell)? {
        guard let cell = cell(.term) else {
            problems.append(
                problem(
                    missing: .head(.term), "the term is missing",
                    hint:
                        "give it a permanent id, such as royalty.lenses; a row of totals or remarks is taken out"
                ))
            return nil
        }
        guard let id = decode(TermID.codec, .string(cell.text), at: cell, &problems) else {
            return nil
        }
        guard change == .added || rowContext.kinds[id] != nil else {
            let near = Spelling.nearest(
                to: id.text, among: rowContext.kinds.keys.map(\.text).sorted())
            problems.append(
                problem(
                    "unknown term '\(id)'",
                    hint: (near.isEmpty ? "" : "did you mean \(near.joined(separator: " or "))? ")
                        + "A new term starts with a row that names its kind", at: cell))
            return nil
        }
        return (id, cell)
    }

    private func kind(_ problems: inout [Problem]) -> (kind: TermKind, cell: TableCell)? {
        guard let cell = cell(.kind) else {
            problems.append(
                problem(
                    missing: .head(.kind), "the kind of the term is missing",
                    hint: "one of \(TermKind.allCases.map(\.rawValue).joined(separator: ", "))"))
            return nil
        }
        let word = TableColumn.normal(cell.text)
        if let kind = TermKind(rawValue: word) { return (kind, cell) }
        problems.append(
            problem(
                "'\(cell.text)' is no kind of term",
                hint: TermKind.meant(by: word).map { "did you mean \($0.rawValue)?" }
                    ?? Self.hint(for: word, of: TermKind.allCases.map(\.rawValue)), at: cell))
        return nil
    }

    // MARK: The fields

    /// The values of the fields, each as the kind of the term reads it.
    private func set(
        _ change: TableChange, in rowContext: RowContext, _ problems: inout [Problem]
    ) -> [Node.Member] {
        guard let kind = ownKind(change, in: rowContext, &problems) else { return [] }
        let definition = kind.definition
        var set: [Node.Member] = []
        for (name, cell) in fields {
            guard let field = definition.field(name) else {
                problems.append(
                    problem(
                        "\(kind.withArticle) has no field '\(name)'",
                        hint: "empty the cell; its fields are: "
                            + definition.fields.map(\.name.rawValue).joined(separator: ", "),
                        at: cell))
                continue
            }
            let node = node(of: cell, field, in: rowContext)
            guard
                let value = decode(
                    field.codec, node, at: cell,
                    hint: TableRemark.hint(for: cell.text, of: field)
                        ?? TableValue.hint(for: cell.text, of: field) ?? hint(
                            for: field, in: rowContext)
                        ?? hint(forAmount: cell, field),
                    &problems)
            else { continue }
            report(unknown: value, in: rowContext, at: cell, &problems)
            if field.type != .text, TableRemark.footnote(in: cell.text) != nil {
                problems.append(
                    problem(
                        "the value ends in a footnote's mark",
                        hint: TableRemark.hint(for: cell.text, of: field), at: cell))
            }
            // As the codec writes it, so that another spelling of the same value is the same event.
            set.append(
                Node.Member(
                    name.rawValue, field.codec.encode(value).marked(cell.mark), mark: cell.mark))
        }
        if change == .added {
            for name in definition.requiredFields where cell(of: name) == nil {
                problems.append(
                    problem(
                        missing: .field(name),
                        "'\(name)' is missing, which \(kind.withArticle) needs",
                        hint: Self.hint(for: name, of: definition)
                            + (self.cell(.change) == nil && !fields.isEmpty
                                ? "; a row that amends a term leaves 'kind' empty" : "")))
            }
        } else if fields.isEmpty {
            problems.append(
                problem(
                    missing: .head(.change), "the row changes no field",
                    hint: "give the new values, or say in the column 'change' what the row does"))
        }
        return set
    }

    private static func hint(for name: FieldName, of definition: TermKindDefinition) -> String {
        guard let field = definition.field(name) else { return "give it" }
        return "\(field.summary): \(field.type.displayText); where that is withheld, undisclosed"
    }

    /// The kind of the term that the fields are of; one that the row names besides must be that one.
    private func ownKind(
        _ change: TableChange, in rowContext: RowContext, _ problems: inout [Problem]
    ) -> TermKind? {
        let known = cell(.term).flatMap { TermID($0.text) }.flatMap { rowContext.kinds[$0] }
        var ignored: [Problem] = []
        guard change != .added, let cell = cell(.kind) else {
            return change == .added ? kind(&ignored)?.kind : known
        }
        guard let named = kind(&problems)?.kind else { return nil }
        if let known, known != named {
            problems.append(
                problem(
                    "the term is \(known.withArticle), not \(named.withArticle)",
                    hint:
                        "a term keeps its kind: leave the cell empty, or give a new term a new id",
                    at: cell))
        }
        return known
    }

    /// The value's node; a party by its name is the party of that name, and an amount without a currency is in that of
    /// its column, else of the row.
    private func node(of cell: TableCell, _ field: FieldSchema, in rowContext: RowContext) -> Node {
        if field.type == .party, let party = rowContext.names[cell.text.lowercased()] {
            return .string(party.text)
        }
        return TableValue.node(
            cell.text, of: field, currency: cell.currency?.code ?? self.cell(.currency)?.text)
    }

    private func hint(for field: FieldSchema, in rowContext: RowContext) -> String? {
        guard field.type == .party || field.type == .parties, let parties = rowContext.parties,
            !parties.isEmpty
        else { return nil }
        return Self.hint(naming: parties)
    }

    /// Of a number alone, where its currency goes.
    private func hint(forAmount cell: TableCell, _ field: FieldSchema) -> String? {
        guard field.type == .money, cell.currency == nil, self.cell(.currency) == nil,
            cell.text.first?.isNumber ?? false, !Money.namesCurrency(cell.text)
        else { return nil }
        return
            "write the currency with it, such as EUR \(cell.text), or once for the row in the column 'currency', or "
            + "for every row in the values of a map"
    }

    private static func hint(naming parties: Set<PartyID>) -> String {
        "the parties are \(parties.map(\.text).sorted().joined(separator: ", ")); a new one is named in the "
            + "column 'parties'"
    }

    private func report(
        unknown value: ValueState, in rowContext: RowContext, at cell: TableCell,
        _ problems: inout [Problem]
    ) {
        let named: [PartyID] =
            switch value {
            case .stated(.party(let id)): [id]
            case .stated(.parties(let ids)): ids
            case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none,
                .sameAs:
                []
            }
        guard let parties = rowContext.parties else { return }
        for party in named where !parties.contains(party) {
            problems.append(
                problem(
                    "unknown party '\(party)'",
                    hint: parties.isEmpty
                        ? "name the parties in the column 'parties': \(TableParty.expected)"
                        : Self.hint(naming: parties),
                    at: cell))
        }
    }

    /// The members of an event that are spelled as fields are; any other field means nothing there.
    private func own(
        _ allowed: Set<FieldName>, of change: TableChange, _ problems: inout [Problem]
    ) -> [Node.Member] {
        for (name, cell) in fields where !allowed.contains(name) {
            problems.append(
                problem(
                    "a row that is \(change.rawValue) gives no field a value",
                    hint: "empty the cell, or amend the field in a row of its own", at: cell))
        }
        if !change.isOfTerm, cell(of: .condition) == nil {
            problems.append(
                problem(
                    missing: .field(.condition), "the condition is missing",
                    hint: "give it an id, such as approval"))
        }
        if change == .conditionDefined, cell(of: .text) == nil {
            problems.append(
                problem(
                    missing: .field(.text), "the words of the condition are missing",
                    hint: "write what must happen"))
        }
        return fields.filter { allowed.contains($0.name) }.map { name, cell in
            Node.Member(name.rawValue, Node(.string(cell.text), mark: cell.mark), mark: cell.mark)
        }
    }
}
