import ArgumentParser
import Rendering

/// The format of an answer that is for people or for programs.
enum AnswerFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

extension ColorChoice: ExpressibleByArgument {}

/// How an answer looks as text.
struct LayoutOptions: ParsableArguments {
    @Option(help: "Use of colour: auto (on a terminal, unless NO_COLOR is set), always or never.")
    var color = ColorChoice.preferred

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Columns of a line (default: the terminal's, at least 80).", valueName: "n"))
    var width: Int?

    func validate() throws {
        guard let width else { return }
        let (least, most) = (SettingValues.widths.lowerBound, SettingValues.widths.upperBound)
        if width < least { throw ValidationError("--width is at least \(least)") }
        if width > most { throw ValidationError("--width is at most \(most)") }
    }

    func text(in environment: CommandEnvironment) -> TextOptions {
        TextOptions(
            width: columns(in: environment), style: Style(isColored: isColored(environment)))
    }

    private func columns(in environment: CommandEnvironment) -> Int {
        let given = environment.variable("COLUMNS").flatMap { Int($0) } ?? environment.output.width
        return width ?? environment.settings.value(\.width)
            ?? min(max(80, given ?? 80), SettingValues.widths.upperBound)
    }

    private func isColored(_ environment: CommandEnvironment) -> Bool {
        switch color {
        case .always: return true
        case .never: return false
        case .auto:
            if environment.variable("NO_COLOR") != nil { return false }
            if environment.variable("FORCE_COLOR") != nil { return true }
            return environment.output.isTerminal && environment.variable("TERM") != "dumb"
        }
    }
}

/// The options of a command that answers as text or JSON.
struct OutputOptions: ParsableArguments {
    @Option(help: "Output format: text or json.")
    var format = AnswerFormat.preferred(else: .text)

    @OptionGroup var layout: LayoutOptions
}
