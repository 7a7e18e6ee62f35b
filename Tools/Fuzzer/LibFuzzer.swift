#if LIBFUZZER
    import Foundation
    import Fuzzing

    /// The other engine: libFuzzer, led by the coverage of an instrumented build.
    enum LibFuzzer {
        typealias Test = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

        @_silgen_name("LLVMFuzzerRunDriver")
        private static func drive(
            _ count: UnsafeMutablePointer<CInt>,
            _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
            _ test: Test
        ) -> CInt

        /// Takes the target from `FUZZ_TARGET` and leaves the arguments to libFuzzer.
        static func run() -> Never {
            var count = CommandLine.argc
            var arguments = CommandLine.unsafeArgv
            exit(
                drive(&count, &arguments) { start, count in
                    let input = [UInt8](UnsafeBufferPointer(start: start, count: count))
                    do throws(Broken) {
                        _ = try LibFuzzer.target.check(input)
                    } catch {
                        FileHandle.standardError.write(Data("\(error)\n".utf8))
                        abort()
                    }
                    return 0
                })
        }

        static let target: FuzzTarget = {
            let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
            guard let target = FuzzTarget.named(name) else { Exit.usage.leave("FUZZ_TARGET?") }
            return target
        }()
    }
#endif
