extension ColorChoice {
    /// The use of colours that is set, where a command line says nothing of it.
    static var preferred: ColorChoice {
        CommandEnvironment.bound?.settings.value(\.color) ?? .auto
    }
}

extension RawRepresentable where RawValue == String {
    /// The format that is set, where a command has it and its line says nothing of it.
    static func preferred(else format: Self) -> Self {
        CommandEnvironment.bound?.settings.value(\.format).flatMap { Self(rawValue: $0.rawValue) }
            ?? format
    }
}
