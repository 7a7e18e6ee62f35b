import Dispatch
import Foundation
import Synchronization

/// A program that runs, and what it wrote.
final class Child: Sendable {
    let process = Process()
    private let output = Mutex("")
    private let errors = Mutex("")
    /// What there is to wait for: its end, and that of each pipe.
    private let ends = DispatchGroup()

    /// Programs are started one after the other: one that started between the making of a pipe and its closing here
    /// would hold the pipe open.
    private static let starting = Mutex(())

    func start(joinsErrors: Bool) throws {
        ends.enter()
        process.terminationHandler = { [ends] _ in ends.leave() }
        let (pipe, errorPipe): (Pipe, Pipe?)
        do {
            (pipe, errorPipe) = try Self.starting.withLock { _ in
                let pipes = (Pipe(), joinsErrors ? nil : Pipe())
                process.standardOutput = pipes.0
                process.standardError = pipes.1 ?? pipes.0
                try process.run()
                return pipes
            }
        } catch {
            ends.leave()
            throw error
        }
        read(pipe) { [self] text in output.withLock { $0 = text } }
        if let errorPipe { read(errorPipe) { [self] text in errors.withLock { $0 = text } } }
    }

    /// Each pipe is read on a thread of its own, so that neither fills while the other is read.
    private func read(_ pipe: Pipe, _ keep: @escaping @Sendable (String) -> Void) {
        DispatchQueue(label: "what a program writes").async(group: ends) {
            let data = pipe.fileHandleForReading.readDataToEndOfFile()
            // A process that ended keeps its pipes.
            try? pipe.fileHandleForReading.close()
            keep(String(decoding: data, as: UTF8.self))
        }
    }

    func whenDone(_ take: @escaping @Sendable (Subprocess) -> Void) {
        ends.notify(queue: DispatchQueue(label: "the end of a program")) { [self] in
            take(
                Subprocess(
                    status: process.terminationStatus, output: output.withLock { $0 },
                    errors: errors.withLock { $0 }))
        }
    }

    /// On Linux it leads a group of its own, in which is what it started.
    func kill() {
        let child = process.processIdentifier
        if Foundation.kill(-child, SIGKILL) != 0, process.isRunning {
            Foundation.kill(child, SIGKILL)
        }
    }
}
