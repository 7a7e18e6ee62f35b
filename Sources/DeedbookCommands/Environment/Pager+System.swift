import Foundation
import Synchronization

extension Pager {
    /// Starts a command line of the shell on this terminal; nil where that cannot be done.
    ///
    /// Foundation's `Process` would put it into a group of its own, which may not read the keyboard.
    static func started(_ command: String, to terminal: OutputStream) -> Pager? {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { return nil }
        let (reading, writing) = (ends[0], ends[1])
        // The pager has its end as its input alone; while it had the other, the answer would never end.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(reading) }
        guard let process = spawned(command, reading: reading) else {
            close(writing)
            return nil
        }
        // The keyboard's interrupt is for the pager, which goes on; this process waits for it.
        signal(SIGINT, SIG_IGN)
        let pipe = OutputStream.descriptor(writing)
        let answer = Mutex("")
        return Pager(
            write: { text throws(OutputFailure) in
                answer.withLock { $0 += text }
                // Who leaves the pager before the end of the answer has read enough.
                do throws(OutputFailure) { try pipe.write(text) } catch {
                    guard error == .closed else { throw error }
                }
            },
            finish: {
                close(writing)
                var status: Int32 = 0
                while waitpid(process, &status, 0) < 0, errno == EINTR {}
                signal(SIGINT, SIG_DFL)
                // The shell found no such program, or could not start it: the answer is shown without one.
                if [126, 127].contains(status >> 8 & 0xFF) {
                    try? terminal.write(answer.withLock { $0 })
                }
            })
    }

    private static func spawned(_ command: String, reading: Int32) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, reading, STDIN_FILENO)
        // What this process ignores it would ignore, too.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        for number in [SIGINT, SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))

        // Without a word of the reader's own less shows colours, and ends where all fits the screen.
        let line = ": ${LESS=FRX}; export LESS; \(command)"
        let words = texts(["sh", "-c", line])
        let variables = texts(ProcessInfo.processInfo.environment.map { "\($0)=\($1)" })
        defer { for text in words + variables { free(text) } }
        var process: pid_t = 0
        guard posix_spawn(&process, "/bin/sh", &actions, &attributes, words, variables) == 0 else {
            return nil
        }
        return process
    }

    /// A list of texts as C has it, which ends with null.
    private static func texts(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] {
        texts.map { strdup($0) } + [nil]
    }
}
