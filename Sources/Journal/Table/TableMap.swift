public import Notation
import Terms

/// How the headers of someone else's table are read: `columns`, from their header to our name or `ignore`, and
/// `values`, what every row has that the table does not say; and `dates`, whether 03/04/2026 has the day first.
public struct TableMap: Sendable {
    /// `payer`, or of amounts in one currency `amount in EUR`.
    struct Target: Sendable {
        var column: TableColumn
        var currency: Currency?
        var mark: Mark?

        init?(_ text: String, mark: Mark?) {
            let words = text.split(separator: " ")
            if words.count > 2, words[words.count - 2] == "in" {
                let name = words.dropLast(2).joined(separator: " ")
                guard let column = TableColumn(name), column.holdsAmounts,
                    let currency = Currency(String(words[words.count - 1]))
                else { return nil }
                (self.column, self.currency) = (column, currency)
            } else {
                guard let column = TableColumn(text) else { return nil }
                self.column = column
            }
            self.mark = mark
        }

        /// As a map spells it.
        var name: String { Self.name(column, in: currency) }

        static func name(_ column: TableColumn, in currency: Currency?) -> String {
            column.name + (currency.map { " in \($0.code)" } ?? "")
        }
    }

    /// By header, as the table spells it.
    let columns: [String: Target]
    let values: [TableHead: String]
    /// The order of day and month in the dates of the table; nil where it is not stated.
    let dates: TableDates?

    /// What a header means; capitals count for nothing, unless the map has both spellings.
    func target(of header: String) -> Target? {
        columns[header]
            ?? columns.filter { TableColumn.normal($0.key) == TableColumn.normal(header) }
            .min { $0.key < $1.key }?.value
    }

    /// Whether it names that header, in whatever capitals.
    static func isSame(_ name: String, _ header: String) -> Bool {
        TableColumn.normal(name) == TableColumn.normal(header)
    }

    /// A table with our own names over its columns.
    public static let own = TableMap(columns: [:], values: [:], dates: nil)

    private init(columns: [String: Target], values: [TableHead: String], dates: TableDates?) {
        self.columns = columns
        self.values = values
        self.dates = dates
    }

    /// Reads a map from YAML; nil where anything is wrong with it.
    public static func read(_ bytes: [UInt8], _ problems: inout Problems) -> TableMap? {
        let before = problems.all.count
        guard let node = YAMLReader.read(bytes, &problems),
            let map = codec.decode(node, &problems), problems.all.count == before
        else { return nil }
        return map
    }

    private struct Parts: Sendable {
        var columns: [String: Target]
        var values: [TableHead: String]
        var dates: TableDates?
    }

    private static let codec = Codec<Parts>.object(
        { Parts(columns: $0, values: $1, dates: $2) },
        .optional("columns", \.columns, members(of: target), default: [:]),
        .optional("values", \.values, values, default: [:]),
        .optional("dates", \.dates, TableDates.codec)
    ).map { parts, _, _ in
        TableMap(columns: parts.columns, values: parts.values, dates: parts.dates)
    } _: {
        Parts(columns: $0.columns, values: $0.values, dates: $0.dates)
    }

    private static let target = Codec<Target>(schema: .string) { node, problems in
        if let target = node.text.flatMap({ Target($0, mark: node.mark) }) { return target }
        if node.text == openPlace {
            problems.report(
                "what this column is has not been stated",
                hint:
                    "write one of our names in the place of <-, or ignore to leave the column out",
                at: node.mark)
            return nil
        }
        let near = Spelling.nearest(
            to: TableColumn.normal(node.text ?? ""), among: TableColumn.names)
        if node.text?.contains(" in ") ?? false {
            problems.report(
                "\(node.excerpt) is no column of ours",
                hint:
                    "a column of amounts in one currency is written with the currency's code: amount in EUR",
                at: node.mark)
            return nil
        }
        problems.report(
            "\(node.excerpt) is no column of ours",
            hint: near.isEmpty
                ? "write \(TableColumn.ignoredWord), a field of a term, or one of "
                    + TableHead.allCases.map(\.rawValue).joined(separator: ", ")
                : "did you mean \(near.joined(separator: " or "))?", at: node.mark)
        return nil
    } encode: {
        .string($0.name)
    }

    private static let heads = Codec<TableHead>.choice("a value that every row may have")

    private static let values = Codec<[TableHead: String]>(schema: .string) { node, problems in
        guard let texts = members(of: .text).decode(node, &problems) else { return nil }
        var values: [TableHead: String] = [:]
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            guard let head = heads.decode(Node(.string(name), mark: node.mark), &problems) else {
                return nil
            }
            values[head] = text
        }
        return values
    } encode: { values in
        .object(values.map { ($0.key.rawValue, .string($0.value)) }.sorted { $0.0 < $1.0 })
    }

    private static func members<Element: Sendable>(
        of element: Codec<Element>
    ) -> Codec<[String: Element]> {
        .dictionary(names: .text, values: element)
    }
}

extension TableMap.Target: Equatable {
    static func == (one: TableMap.Target, other: TableMap.Target) -> Bool {
        one.column == other.column && one.currency == other.currency
    }
}

extension TableMap {
    /// Where a person has to write a name: the map is refused until then.
    static let openPlace = "<-"

    /// A map to start from, in YAML: what each header that is none of ours means, where that is certain; else a place to
    /// fill, with what it may mean beside it.
    static func guess(_ headers: [String]) -> String {
        let lines = headers.map { header in
            let name = YAMLScalar.plain(header, isFlow: true)
            if let certain = TableGuess.certain(for: header) { return "  \(name): \(certain)" }
            let near = TableGuess.targets(for: header).prefix(3).joined(separator: " or ")
            let remark = [
                near.isEmpty ? nil : "\(near)?",
                TableHeader(header).isShortened
                    ? "its amounts are shortened: write them in full in the table" : nil,
            ].compactMap(\.self).joined(separator: " ")
            return "  \(name): \(openPlace)" + (remark.isEmpty ? "" : "  # \(remark)")
        }
        return """
            # A map to start from: write one of our names for each <-, save it as map.yaml, and give it with --map map.yaml.
            # A header that is not listed has to be one of our names; ignore leaves a column out.
            columns:
            \(lines.joined(separator: "\n"))
            # What every row has and the table does not say:
            # values:
            #   agreement: acme-lumen
            #   source: files of the parties [executed-text]
            #   currency: EUR
            # Whether 03/04/2026 is 3 April (day-first) or 4 March (month-first), where dates are written so:
            # dates: day-first

            """
    }
}
