import Effort

/// A stream of inputs for one target, the same for the same seed and corpus on every machine.
///
/// Half of them are derived from an earlier input that was accepted, so that what comes stays close to
/// what the parser reads, and goes deeper than the corpus did.
public struct FuzzRun: Sendable {
    public let target: FuzzTarget
    /// How many inputs were tried.
    public private(set) var tried = 0
    /// How many of them the parser read.
    public private(set) var accepted = 0

    private var random: Seeded
    private var mutator: Mutator
    private let corpus: [[UInt8]]
    private var found: [[UInt8]] = []

    private static let foundLimit = 512

    /// - Parameter corpus: inputs to begin with beside the target's own.
    public init(_ target: FuzzTarget, seed: UInt64, corpus: [[UInt8]] = []) {
        self.target = target
        self.corpus = target.seeds + corpus
        mutator = Mutator(words: target.words, lengthLimit: target.lengthLimit)
        random = Seeded(seed)
    }

    /// Makes the next input; the first ones are the corpus as it is.
    public mutating func next() -> [UInt8] {
        defer { tried += 1 }
        guard tried >= corpus.count else { return corpus[tried] }
        return mutator.mutated(pick(), with: pick(), &random)
    }

    private mutating func pick() -> [UInt8] {
        let isFound = !found.isEmpty && random.once(in: 2)
        return (isFound ? random.pick(found) : random.pick(corpus)) ?? []
    }

    /// Remembers what came of the last input.
    public mutating func tell(_ outcome: FuzzTarget.Outcome, of input: [UInt8]) {
        guard outcome == .accepted else { return }
        accepted += 1
        guard input.count <= target.lengthLimit, random.once(in: 4) else { return }
        if found.count < Self.foundLimit {
            found.append(input)
        } else {
            found[random.below(found.count)] = input
        }
    }

    /// Tries so many inputs, and says which one broke the target, and how.
    public mutating func run(inputs: Int) -> (input: [UInt8], broken: Broken)? {
        for _ in 0..<inputs {
            let input = next()
            do throws(Broken) {
                tell(try target.check(input), of: input)
            } catch {
                return (input, error)
            }
        }
        return nil
    }
}
