public import EventStore
import Foundation
import Ledger
import SystemTime

extension OutputStream {
    /// The standard output of the process.
    public static var standardOutput: OutputStream { descriptor(STDOUT_FILENO) }
    /// The standard error of the process.
    public static var standardError: OutputStream { descriptor(STDERR_FILENO) }

    /// What is written to a descriptor of this process.
    static func descriptor(_ descriptor: Int32) -> OutputStream {
        let isTerminal = isatty(descriptor) == 1
        return OutputStream(
            isTerminal: isTerminal, width: isTerminal ? columns(of: descriptor) : nil
        ) { text throws(OutputFailure) in
            var bytes = Array(text.utf8)[...]
            while !bytes.isEmpty {
                let count = bytes.withUnsafeBytes {
                    Foundation.write(descriptor, $0.baseAddress, $0.count)
                }
                if count >= 0 {
                    bytes = bytes.dropFirst(count)
                } else if errno == EPIPE {
                    throw .closed
                } else if errno != EINTR {
                    throw .refused(code: errno)
                }
            }
        }
    }

    private static func columns(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}

extension CommandEnvironment {
    /// The environment of this process, with the given store and witnesses.
    public static func process(
        openStore:
            @escaping @Sendable (String, Access) throws(DeedbookError) -> any TamperEvidentStore,
        books: BookFiles, witnesses: WitnessAccess
    ) -> CommandEnvironment {
        // A reader that goes away is known by the failing write, not by the death of the process.
        signal(SIGPIPE, SIG_IGN)
        // So is a file that may not grow any more.
        signal(SIGXFSZ, SIG_IGN)
        let variables = ProcessInfo.processInfo.environment
        var environment = CommandEnvironment(
            openStore: openStore, bookExists: { FileManager.default.fileExists(atPath: $0) },
            books: books, witnesses: witnesses, memory: .system(variables), files: .system,
            random: SystemRandom.bytes, clock: { SystemClock.now() }, variables: variables,
            output: .standardOutput, errors: .standardError)
        environment.startPager = { command in Pager.started(command, to: .standardOutput) }
        return environment
    }
}

/// The system's random generator.
private enum SystemRandom {
    static func bytes(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
