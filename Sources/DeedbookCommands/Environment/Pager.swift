/// A program that shows a long answer a screen at a time.
public struct Pager: Sendable {
    /// Gives it more of the answer.
    public var write: @Sendable (String) throws(OutputFailure) -> Void
    /// Ends the answer, and waits until the reader leaves the program.
    public var finish: @Sendable () -> Void

    public init(
        write: @escaping @Sendable (String) throws(OutputFailure) -> Void,
        finish: @escaping @Sendable () -> Void
    ) {
        self.write = write
        self.finish = finish
    }
}

extension CommandEnvironment {
    /// The command line that shows long answers; nil where the output is no terminal, or none is wanted.
    ///
    /// `cat` and `never` are none. By default it is `less`, where that is installed: F has it end by itself where the
    /// answer fits the screen, R shows colours, X leaves the answer there.
    var pagerCommand: String? {
        guard output.isTerminal, variable("TERM") != "dumb" else { return nil }
        guard let wanted = settings.value(\.pager) ?? variable("PAGER") else {
            return "if command -v less >/dev/null 2>&1; then exec less -FRX; else exec cat; fi"
        }
        return ["cat", "never"].contains(wanted) ? nil : wanted
    }
}
