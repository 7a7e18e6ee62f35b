import Fuzzing

/// What a run is asked to do.
struct Options {
    var target: FuzzTarget
    var seconds = 10.0
    var inputs = Int.max
    var seed: UInt64 = 1
    /// Where the input being tried can be read after a crash.
    var scratch = "fuzz.current"

    static let usage = "usage: fuzzer TARGET [--seconds N] [--inputs N] [--seed N] [--scratch FILE]"

    init?(_ arguments: [String]) {
        guard let name = arguments.first, let target = FuzzTarget.named(name) else { return nil }
        self.target = target
        var rest = arguments.dropFirst()
        while let option = rest.popFirst() {
            guard let value = rest.popFirst(), set(option, value) else { return nil }
        }
    }

    private mutating func set(_ option: String, _ value: String) -> Bool {
        switch option {
        case "--seconds": Double(value).map { seconds = $0 } != nil
        case "--inputs": Int(value).map { inputs = $0 } != nil
        case "--seed": UInt64(value).map { seed = $0 } != nil
        case "--scratch":
            {
                scratch = value
                return true
            }()
        case _: false
        }
    }
}
