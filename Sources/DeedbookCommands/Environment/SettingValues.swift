import Notation
import Terms

/// What may be set once for every command, in a file or by a variable.
enum Setting: String, CaseIterable, Sendable {
    case book, color, format, pager, recorder, today, trust, width

    /// The variable that sets it: `DEEDBOOK_BOOK`.
    var variable: String { "DEEDBOOK_\(rawValue.uppercased())" }

    /// Whether the file of a folder may set it.
    ///
    /// A folder comes from elsewhere, as a clone or an archive does. Its file may say how answers look, and which book of
    /// the folder they are read from; it may not say whom the reader believes, who records, or what program is run.
    var mayComeWithFolder: Bool {
        switch self {
        case .book, .color, .format, .today, .width: true
        case .pager, .recorder, .trust: false
        }
    }

    /// What it is, in a line of a table.
    var meaning: String {
        switch self {
        case .book: "the book file"
        case .color: "colours: auto, always or never"
        case .format: "the format of answers that have it: text, table, json or csv"
        case .pager: "the command that shows long answers on a terminal; never for none"
        case .recorder: "who records"
        case .today: "the day taken for today, as 2026-04-28"
        case .trust: "policies and checkpoints that every book is held to"
        case .width: "columns of a line, 40 to 1000"
        }
    }
}

/// When colours are used.
enum ColorChoice: String, CaseIterable, Sendable {
    case auto, always, never
}

/// The format of answers that is set for all of them; a command that has no such format answers in its own.
enum PreferredFormat: String, CaseIterable, Sendable {
    case text, table, json, csv
}

/// What one source sets; nil for what it does not.
struct SettingValues: Hashable, Sendable {
    var book: String?
    var color: ColorChoice?
    var format: PreferredFormat?
    var pager: String?
    var recorder: String?
    var today: Day?
    var trust: [String]?
    var width: Int?

    /// A line is narrower than 40 columns on no screen, and wider than 1,000 on none either.
    static let widths = 40...1_000

    /// A member for each `Setting`, under its name.
    static let codec = Codec<SettingValues>.object(
        {
            SettingValues(
                book: $0, color: $1, format: $2, pager: $3, recorder: $4, today: $5, trust: $6,
                width: $7)
        },
        .optional("book", \.book, .text),
        .optional("color", \.color, .choice("a use of colours")),
        .optional("format", \.format, .choice("a format")),
        .optional("pager", \.pager, .text),
        .optional("recorder", \.recorder, .text),
        .optional("today", \.today, Day.codec),
        .optional("trust", \.trust, .oneOrMany(.text)),
        .optional("width", \.width, columns))

    private static let columns = Codec<Int>.integer.map(
        { number, mark, problems in
            if widths.contains(number) { return number }
            problems.report(
                "\(number) is no width of a line",
                hint: "expected \(widths.lowerBound) to \(widths.upperBound)", at: mark)
            return nil
        }, { $0 })

    /// The value of a setting as a person reads it; nil where this source does not set it.
    func text(of setting: Setting) -> String? {
        switch Self.codec.encode(self)[setting.rawValue]?.content {
        case .string(let text), .plain(let text): text
        case .integer(let number): String(number)
        case .list(let items): items.compactMap(\.text).joined(separator: ":")
        case .boolean, .null, .object, nil: nil
        }
    }
}
