/// What is set for every command, by whom: an option of the command line stands before all of it.
struct Settings: Sendable {
    /// Where values are set, the strongest first.
    enum Origin: Hashable, Sendable {
        /// A variable of the process, `DEEDBOOK_` and the name in capitals.
        case variables
        /// The file of the working folder.
        case folder(file: String)
        /// The reader's own file.
        case user(file: String)
    }

    /// What one of them sets.
    struct Layer: Sendable {
        var origin: Origin
        var values: SettingValues
    }

    /// The strongest first.
    var layers: [Layer] = []

    /// The value that stands; nil where none is set.
    func value<Value>(_ value: KeyPath<SettingValues, Value?>) -> Value? {
        for layer in layers {
            if let found = layer.values[keyPath: value] { return found }
        }
        return nil
    }

    /// The value of a setting that stands, as a person reads it, and where it is set; nil where none is.
    func given(_ setting: Setting) -> (text: String, origin: Origin)? {
        for layer in layers {
            if let text = layer.values.text(of: setting) { return (text, layer.origin) }
        }
        return nil
    }

    /// Where a setting is set, in words for a reader.
    func origin(of setting: Setting) -> String {
        switch given(setting)?.origin {
        case .variables: "the variable \(setting.variable)"
        case .folder(let file), .user(let file): file
        case nil: "default"
        }
    }
}
