import ArgumentParser
import Rendering

/// The format of an answer that has rows.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
    case text, table, json, csv
}

/// The options of a command that answers as text, JSON or rows.
struct TableOptions: ParsableArguments {
    @Option(help: "Output format: text, table, json or csv.")
    var format = TableFormat.preferred(else: .text)

    @OptionGroup var layout: LayoutOptions

    /// Writes rows as a table, or as CSV where that is asked for.
    func write(_ rows: AnswerRows, in environment: CommandEnvironment) throws {
        try environment.output.write(
            format == .csv ? rows.csv : rows.text(layout.text(in: environment)))
    }
}
