import ArgumentParser
import Rendering

/// How much of an answer is shown: a line for each term or change, or more.
struct DetailOptions: ParsableArguments {
    @Flag(
        name: [.customShort("v"), .customLong("fields")],
        help: "Show every field in a line of its own.")
    var fields = false

    @Flag(help: "Show the instruments behind each line, and their sources.")
    var sources = false

    @Flag(help: "Show every field with the instruments and sources behind it.")
    var full = false

    /// Sets what is shown.
    func apply(to options: inout TextOptions) {
        options.showsFields = fields || full
        options.showsSources = sources || full
    }
}

/// Whether an answer is shown whole, and not on one screen.
struct FullOption: ParsableArguments {
    @Flag(help: "Show everything that the answer rests on.")
    var full = false

    /// Sets what is shown.
    func apply(to options: inout TextOptions) {
        options.showsFields = full
        options.showsSources = full
    }
}
