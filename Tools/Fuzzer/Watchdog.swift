import Foundation
import Synchronization

/// Ends the process when one input takes too long or the process too much memory.
final class Watchdog: Sendable {
    /// Seconds of the processor for one input; beside other work a sound one may take longer by the clock.
    private static let timeLimit = 5.0
    /// Resident memory of the process.
    private static let memoryLimit = 1024

    private let name: String
    /// When the input being tried was begun, in milliseconds of the processor; 0 between inputs.
    private let begun = Atomic<UInt64>(0)

    init(name: String) { self.name = name }

    func begin() { begun.store(UInt64(Clock.processorSeconds * 1000) + 1, ordering: .relaxed) }
    func end() { begun.store(0, ordering: .relaxed) }

    func start() {
        Memory.limitAddressSpace(gibibytes: 8)
        Thread.detachNewThread { [self] in
            while true {
                Thread.sleep(forTimeInterval: 0.1)
                look()
            }
        }
    }

    private func look() {
        let begun = begun.load(ordering: .relaxed)
        if begun > 0, Clock.processorSeconds - Double(begun) / 1000 > Self.timeLimit {
            Exit.hang.leave("\(name): one input takes more than \(Self.timeLimit) s")
        }
        let memory = Memory.peakMebibytes
        if memory > Self.memoryLimit { Exit.memory.leave("\(name): \(memory) MiB of memory") }
    }
}
