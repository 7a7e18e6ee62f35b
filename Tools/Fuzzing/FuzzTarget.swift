/// One parser under test, and what must hold of everything it reads.
///
/// A check calls the parser with bytes that no one chose with care. It ends in one of three ways: the
/// input was accepted, it was refused, or something that always holds did not (`Broken`). A crash, a hang
/// or a flood of memory is for its caller to see.
public struct FuzzTarget: Sendable {
    /// What the parser made of an input.
    public enum Outcome: Hashable, Sendable { case accepted, refused }

    /// One word, as `Tools/fuzz` takes it.
    public let name: String
    /// Inputs to begin with, most of which are accepted.
    public let seeds: [[UInt8]]
    /// Words that the parser knows, to be strewn into inputs.
    public let words: [String]
    /// How long an input becomes, in bytes; a few are made eight times as long.
    public let lengthLimit: Int

    private let body: @Sendable ([UInt8]) throws(Broken) -> Outcome

    init(
        _ name: String, seeds: [String], words: [String] = [], lengthLimit: Int = 4096,
        body: @escaping @Sendable ([UInt8]) throws(Broken) -> Outcome
    ) {
        self.name = name
        self.seeds = seeds.map { Array($0.utf8) }
        self.words = words
        self.lengthLimit = lengthLimit
        self.body = body
    }

    /// A parser of one short text.
    init(
        text name: String, seeds: [String], words: [String] = [],
        body: @escaping @Sendable (String) throws(Broken) -> Outcome
    ) {
        self.init(name, seeds: seeds, words: words, lengthLimit: 256) { bytes throws(Broken) in
            try body(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// Hands `input` to the parser and checks what comes of it.
    public func check(_ input: [UInt8]) throws(Broken) -> Outcome { try body(input) }
}

/// Something that must always hold, and did not for one input.
public struct Broken: Error, Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// Keeps the beginning of a long text: the input is there to see the rest.
    init(_ description: String) {
        self.description = description.count > 1000 ? description.prefix(1000) + "…" : description
    }
}

/// Throws what was expected, unless it holds.
func hold(_ holds: Bool, _ expected: @autoclosure () -> String) throws(Broken) {
    guard holds else { throw Broken(expected()) }
}

/// Throws unless both sides have the same bytes; texts that only look alike are not the same.
func holdSame(_ lhs: String, _ rhs: String, _ expected: String) throws(Broken) {
    guard lhs.utf8.elementsEqual(rhs.utf8) else {
        throw Broken(
            "\(expected): \(lhs.prefix(500).debugDescription), then \(rhs.prefix(500).debugDescription)"
        )
    }
}
