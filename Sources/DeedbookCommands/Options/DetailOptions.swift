import ArgumentParser
import Rendering

/// How much of an answer is shown: a line for each term or change, or more.
struct DetailOptions: ParsableArguments {
    @Flag(
        name: [.customShort("v"), .customLong("fields")],
        help: "Show every field on its own line.")
    var fields = false

    @Flag(help: "Show the instruments and sources of each line.")
    var sources = false

    @Flag(help: "Show every field with its instruments and sources.")
    var full = false

    /// Sets what is shown.
    func apply(to options: inout TextOptions) {
        options.showsFields = fields || full
        options.showsSources = sources || full
    }
}

/// Whether an answer is shown whole, and not on one screen.
struct FullOption: ParsableArguments {
    @Flag(help: "Show everything the answer depends on.")
    var full = false

    /// Sets what is shown.
    func apply(to options: inout TextOptions) {
        options.showsFields = full
        options.showsSources = full
    }
}
