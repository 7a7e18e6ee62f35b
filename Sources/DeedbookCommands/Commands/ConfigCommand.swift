import ArgumentParser
import Rendering

struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "List the settings, their values, and where each value is set.",
        discussion: """
            A value is taken from the first that sets it: an option of the command, a variable of the \
            environment (DEEDBOOK_ and the setting's name in capitals), the file .deedbook.yaml or \
            .deedbook.json of the working folder, your own file deedbook/config.yaml or config.json in \
            $XDG_CONFIG_HOME (~/.config), the default.

            The file of a folder may come from someone else. It may set book, to a file in that folder, \
            color, format, today and width; it may not set trust, recorder or pager. No file can set \
            --accept-rollback or --accept-clock. An unknown setting and a wrong value are errors.

            Example of a file:
              book: deals.deedbook
              color: never
              width: 100
            Example, where each value comes from:
              deedbook config --origin
            """)

    @Flag(help: "Also show where each value is set.")
    var origin = false

    @OptionGroup var output: TableOptions

    func run() throws {
        let environment = try CommandEnvironment.current
        let rows = Setting.allCases.map { setting in
            SettingRow(
                name: setting.rawValue,
                value: environment.settings.given(setting)?.text
                    ?? environment.defaultText(of: setting),
                origin: environment.settings.origin(of: setting), meaning: setting.meaning)
        }
        switch output.format {
        case .json: try environment.output.write(SettingRows.json(rows))
        case .text, .table, .csv:
            try output.write(SettingRows.of(rows, withOrigin: origin), in: environment)
        }
    }
}

extension CommandEnvironment {
    /// What holds where a setting is not set, in words; nil where nothing does.
    fileprivate func defaultText(of setting: Setting) -> String? {
        switch setting {
        case .book: BookOptions.defaultPath
        case .color: ColorChoice.auto.rawValue
        case .format: PreferredFormat.text.rawValue
        case .pager: variable("PAGER") ?? "less -FRX"
        case .recorder: recorder
        case .today, .trust, .width: nil
        }
    }
}
