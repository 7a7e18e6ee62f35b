import Foundation
import Fuzzing

/// Tries inputs on one target until its time is over; `Tools/fuzz` says how to call it.
@main
enum Fuzzer {
    static func main() throws {
        #if LIBFUZZER
            LibFuzzer.run()
        #else
            let arguments = Array(CommandLine.arguments.dropFirst())
            switch arguments.first {
            case "list": for target in FuzzTarget.all { print(target.name) }
            case "corpus" where arguments.count == 3: try corpus(arguments[1], arguments[2])
            case "replay" where arguments.count == 3: try replay(arguments[1], arguments[2])
            case _:
                guard let options = Options(arguments) else { Exit.usage.leave(Options.usage) }
                run(options)
            }
        #endif
    }

    private static var checkout: URL {
        URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    }

    /// Writes what a run begins with as files, for an engine that takes it so.
    private static func corpus(_ name: String, _ path: String) throws {
        guard let target = FuzzTarget.named(name) else { Exit.usage.leave("no target '\(name)'") }
        for (index, input) in (target.seeds + target.corpus(of: checkout)).enumerated() {
            try Data(input).write(to: URL(fileURLWithPath: "\(path)/seed-\(index)"))
        }
    }

    /// One saved input, once.
    private static func replay(_ name: String, _ path: String) throws {
        guard let target = FuzzTarget.named(name) else { Exit.usage.leave("no target '\(name)'") }
        let input = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        let start = Clock.seconds
        do throws(Broken) {
            let outcome = try target.check(input)
            print("\(name): \(outcome), \(Clock.seconds - start) s")
        } catch {
            Exit.broken.leave("\(name): \(error)")
        }
    }

    private static func run(_ options: Options) {
        var run = FuzzRun(
            options.target, seed: options.seed, corpus: options.target.corpus(of: checkout))
        let scratch = Scratch(path: options.scratch, capacity: options.target.lengthLimit * 16)
        let watchdog = Watchdog(name: options.target.name)
        watchdog.start()
        let start = Clock.seconds
        var slowest = 0.0
        while run.tried < options.inputs, Clock.seconds - start < options.seconds {
            let input = run.next()
            scratch.keep(input)
            watchdog.begin()
            let begin = Clock.processorSeconds
            do throws(Broken) {
                run.tell(try run.target.check(input), of: input)
            } catch {
                Exit.broken.leave("\(options.target.name): after \(run.tried) inputs: \(error)")
            }
            let spent = Clock.processorSeconds - begin
            if spent > slowest {
                slowest = spent
                scratch.keepSlowest(input)
            }
            watchdog.end()
        }
        report(run, seconds: Clock.seconds - start, slowest: slowest)
    }

    private static func report(_ run: FuzzRun, seconds: Double, slowest: Double) {
        print(
            run.target.name, run.tried, Int(Double(run.tried) / seconds),
            String(format: "%.1f", 100 * Double(run.accepted) / Double(run.tried)),
            String(format: "%.1f", slowest * 1000), Memory.peakMebibytes, separator: "\t")
    }
}
