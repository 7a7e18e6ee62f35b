public import Terms

/// What both sides say in one dimension, and what follows from it.
public struct DimensionProof: Hashable, Sendable {
    public let dimension: Dimension
    /// What the protected side says.
    public let first: String
    /// What the other side says; empty where there is one side only.
    public let second: String
    /// Whether the two meet in it.
    public let result: Truth
    /// Why the result is what it is, in words that name what is not known; the protected side's reason first.
    public let reasons: [String]

    public var why: String { reasons.joined(separator: "; ") }

    /// What stands for a side that says nothing.
    public static let notStated = "not stated"

    /// True where it is not known for no other reason than that no instrument states it.
    public var isNotStated: Bool { why == Self.notStated }

    /// The open questions: what is not known for another reason than that no instrument states it, or only in words.
    public var questions: [String] {
        guard result == .unknown else { return [] }
        return reasons.filter { $0 != Self.notStated && $0 != FieldReader.inWords }
    }

    public init(
        _ dimension: Dimension, _ first: String, _ second: String, _ result: Truth, _ why: String
    ) {
        self.init(dimension, first, second, result, reasons: [why])
    }

    init(
        _ dimension: Dimension, _ first: String, _ second: String, _ result: Truth,
        reasons: [String]
    ) {
        self.dimension = dimension
        self.first = first
        self.second = second
        self.result = result
        self.reasons = reasons
    }
}
