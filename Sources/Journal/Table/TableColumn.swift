import Notation
import Terms

/// What a column of a table holds beside the fields of terms.
enum TableHead: String, CaseIterable, Sendable {
    // The agreement and its parties.
    case agreement, title, zone, parties
    // The instrument, and how it is known.
    case instrument
    case instrumentKind = "instrument-kind"
    case instrumentNumber = "instrument-number"
    case signed, effective, disclosed, source
    // The term and what happens to it.
    case change, term, kind, lasts, clause, note
    /// Of the amounts of the row that name none.
    case currency

    /// What is the same in every row of one instrument.
    var isOfInstrument: Bool {
        switch self {
        case .agreement, .title, .zone, .parties, .instrument, .instrumentKind, .instrumentNumber,
            .signed, .disclosed, .source:
            true
        case .effective, .change, .term, .kind, .lasts, .clause, .note, .currency: false
        }
    }
}

/// What the values of one column are.
enum TableColumn: Hashable, Sendable {
    case head(TableHead)
    case field(FieldName)
    /// Values that are not read.
    case ignored

    static let ignoredWord = "ignore"
    /// Stands before a field that is spelled as another column: `set.instrument`.
    static let fieldPrefix = "set."

    /// The column of that name; capitals count for nothing, and a space or `_` for a hyphen. nil for a name that is
    /// none of ours.
    init?(_ name: String) {
        let word = Self.normal(name)
        if word == Self.ignoredWord {
            self = .ignored
        } else if word.hasPrefix(Self.fieldPrefix) {
            guard let field = Self.field(String(word.dropFirst(Self.fieldPrefix.count))) else {
                return nil
            }
            self = .field(field)
        } else if let head = TableHead(rawValue: word) {
            self = .head(head)
        } else if let field = Self.field(word) {
            self = .field(field)
        } else {
            return nil
        }
    }

    /// As it is spelled over a column.
    var name: String {
        switch self {
        case .head(let head): head.rawValue
        case .field(let field):
            TableHead(rawValue: field.rawValue) == nil
                ? field.rawValue : Self.fieldPrefix + field.rawValue
        case .ignored: Self.ignoredWord
        }
    }

    /// Whether a line break in its cells means something: it stands between two of a list, or in a text as it is.
    var keepsLines: Bool {
        switch self {
        case .head(let head):
            switch head {
            case .parties, .source, .clause, .note: true
            case .agreement, .title, .zone, .instrument, .instrumentKind, .instrumentNumber,
                .signed, .effective, .disclosed, .change, .term, .kind, .lasts, .currency:
                false
            }
        case .field(let name): Self.fieldsInLines.contains(name)
        case .ignored: true
        }
    }

    /// Whether its cells hold dates, in words or alone.
    var holdsDates: Bool {
        switch self {
        case .head(let head):
            switch head {
            case .signed, .effective, .disclosed, .lasts: true
            case .agreement, .title, .zone, .parties, .instrument, .instrumentKind,
                .instrumentNumber, .source, .change, .term, .kind, .clause, .note, .currency:
                false
            }
        case .field(let name): Self.fieldsOfDates.contains(name)
        case .ignored: false
        }
    }

    private static let fieldsOfDates: Set<FieldName> = {
        let fields = TermKind.allCases.flatMap(\.definition.fields)
        let others = fields.filter { ![.bound, .date].contains($0.type) }.map(\.name)
        return Set(fields.map(\.name)).subtracting(others)
    }()

    /// Whether its cells may be amounts of money.
    var holdsAmounts: Bool {
        if case .field(let name) = self { Self.fieldsOfAmounts.contains(name) } else { false }
    }

    private static let fieldsOfAmounts = Set(
        TermKind.allCases.flatMap(\.definition.fields).filter { $0.type == .money }.map(\.name))

    private static let fieldsInLines = Set(
        TermKind.allCases.flatMap(\.definition.fields)
            .filter { [.text, .tags, .parties, .schedule, .formula, .tiers].contains($0.type) }
            .map(\.name))

    /// Every name that a column may have, those of no field first.
    static let names: [String] =
        TableHead.allCases.map(\.rawValue) + fields.map { TableColumn.field($0).name }.sorted()

    static func normal(_ name: String) -> String {
        String(
            name.lowercased().split { $0 == " " || $0 == "_" || $0 == "-" || $0.isNewline }
                .joined(separator: "-"))
    }

    private static let fields = Set(
        TermKind.allCases.flatMap { $0.definition.fields.map(\.name) })

    private static func field(_ word: String) -> FieldName? {
        FieldName(rawValue: word).flatMap { fields.contains($0) ? $0 : nil }
    }
}
