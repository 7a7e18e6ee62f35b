import ArgumentParser

/// A command whose answer may be longer than a screen.
protocol Paged: ParsableCommand {
    var pages: PageOption { get }
}

/// Whether a long answer is shown a screen at a time.
struct PageOption: ParsableArguments {
    @Flag(help: "Show a long answer at once, not a screen at a time.")
    var noPager = false
}

extension CommandEnvironment {
    /// Runs a command, whose answer a pager shows where one is wanted; whatever the command throws is thrown when the
    /// reader has left the pager.
    ///
    /// - Parameter option: nil where the command's answer is never paged.
    func paging(by option: PageOption?, _ run: () async throws -> Void) async throws {
        guard let option, !option.noPager, let command = pagerCommand,
            let pager = startPager(command)
        else { return try await run() }
        var environment = self
        environment.output.write = pager.write
        defer { pager.finish() }
        try await CommandEnvironment.$bound.withValue(environment, operation: run)
    }
}
