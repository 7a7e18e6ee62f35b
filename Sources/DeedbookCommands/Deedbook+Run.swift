import ArgumentParser
import EventStore
import Foundation
import Notation

extension Deedbook {
    /// Runs a command line in an environment and returns its exit status.
    ///
    /// Everything the command says goes to the environment's streams; it never ends the process, and
    /// a failure is reported in words with a hint, never as a trace.
    public static func run(
        _ arguments: [String], in environment: CommandEnvironment
    ) async -> Int32 {
        var environment = environment
        var unread: DeedbookError?
        do { environment.settings = try Settings.read(in: environment) } catch { unread = error }
        return await CommandEnvironment.$bound.withValue(environment) { [environment, unread] in
            await finalStatus(of: arguments, refusing: unread, in: environment)
        }
    }

    private static func finalStatus(
        of arguments: [String], refusing unread: DeedbookError?,
        in environment: CommandEnvironment
    ) async -> Int32 {
        do {
            return try await status(of: arguments, refusing: unread, in: environment)
        } catch {
            switch error {
            case .closed: return ExitStatus.brokenPipe.rawValue
            case .refused(let code):
                // Where the answer cannot be written the complaint may fail too; the status says so.
                let problem = Problem(
                    "cannot write the answer: \(String(cString: strerror(code)))",
                    hint:
                        "look at where the output goes, and the space left there; what was recorded or made stays"
                )
                try? environment.errors.write(problem.text)
                return ExitStatus.inputOutput.rawValue
            }
        }
    }

    /// - Parameter unread: what is wrong with the settings: it keeps every command from its work, and no help from being
    ///   shown.
    private static func status(
        of arguments: [String], refusing unread: DeedbookError?,
        in environment: CommandEnvironment
    ) async throws(OutputFailure) -> Int32 {
        if let problem = CommandNames.problem(in: arguments) {
            try environment.errors.write(problem.text)
            return ExitStatus.usage.rawValue
        }
        do {
            let command = try await asyncParseAsRoot(arguments)
            if let unread, arguments.first != "help" { throw unread }
            let paged = (command as? any Paged)?.pages
            // Safety: a command is used by the task that parsed it, and by none beside it.
            nonisolated(unsafe) var asynchronous = command as? any AsyncParsableCommand
            var synchronous = command
            try await environment.paging(by: paged) {
                if asynchronous == nil {
                    try synchronous.run()
                } else {
                    try await asynchronous?.run()
                }
            }
            return ExitStatus.success.rawValue
        } catch let failure as OutputFailure {
            throw failure
        } catch let error as DeedbookError {
            for problem in error.problems() { try environment.errors.write(problem.text) }
            return ExitStatus(error.kind).rawValue
        } catch let status as ExitCode {
            return status.rawValue
        } catch {
            return try report(error, in: environment)
        }
    }

    /// What the argument parser has to say: help and version on the output, complaints on the errors.
    private static func report(
        _ error: any Error, in environment: CommandEnvironment
    ) throws(OutputFailure) -> Int32 {
        let status = exitCode(for: error)
        guard status != .success else {
            let columns = environment.output.width ?? 80
            let help = HelpText.wrapped(
                fullMessage(for: error, columns: columns), columns: columns)
            try environment.output.write(help.hasSuffix("\n") ? help : help + "\n")
            return status.rawValue
        }
        try environment.errors.write(complaint(of: error).text)
        return status == .validationFailure
            ? ExitStatus.usage.rawValue : ExitStatus.internalError.rawValue
    }

    /// The parser's message in the form of every other one: what is wrong, then what to do.
    ///
    /// The message repeats what was given, line breaks and all, so nothing of it is looked at; what follows it is the
    /// parser's own.
    private static func complaint(of error: any Error) -> Problem {
        let message = message(for: error)
        var own = fullMessage(for: error, columns: 80)[...]
        if let repeated = own.firstRange(of: message) { own = own[repeated.upperBound...] }
        var hints: [String] = []
        for line in own.split(separator: "\n").map(String.init) {
            if line.hasPrefix("Help:") {
                hints.append(line.dropFirst("Help:".count).trimmingSpaces)
            } else if line.contains("--help'"),
                let command = line.split(separator: "'").dropFirst().first
            {
                hints.append("see: \(command)")
            }
        }
        return Problem(
            message, hint: hints.isEmpty ? nil : hints.joined(separator: "\n      "))
    }
}

extension StringProtocol {
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
