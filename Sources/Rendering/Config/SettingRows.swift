/// A setting, as it stands for the commands of a reader.
public struct SettingRow: Hashable, Sendable {
    public var name: String
    /// Nil where it is not set and has no default.
    public var value: String?
    /// Where it is set, in words.
    public var origin: String
    public var meaning: String

    public init(name: String, value: String?, origin: String, meaning: String) {
        self.name = name
        self.value = value
        self.origin = origin
        self.meaning = meaning
    }
}

/// The settings of a reader: as rows, and as JSON of the schema `deedbook/config/1`.
public enum SettingRows {
    static let answer = JSONAnswer<[SettingRow]>(
        "config", "the settings, and where each is set", command: "deedbook config --format json",
        .list("settings", setting) { $0 })

    public static func json(_ settings: [SettingRow]) -> String { answer.text(of: settings) }

    /// - Parameter withOrigin: whether a column says where each is set.
    public static func of(_ settings: [SettingRow], withOrigin: Bool) -> AnswerRows {
        AnswerRows(
            ["setting", "value"] + (withOrigin ? ["origin"] : []) + ["meaning"],
            settings.map { setting in
                [setting.name, setting.value ?? ""] + (withOrigin ? [setting.origin] : [])
                    + [setting.meaning]
            })
    }

    private static let setting = Shape<SettingRow>.object(
        .member("setting", .text, \.name),
        .nullable("value", .text, \.value).described("Null: not set, and there is no default."),
        .member("origin", .text, \.origin),
        .member("meaning", .text, \.meaning))
}
