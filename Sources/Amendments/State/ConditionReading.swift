import Notation
public import Terms

/// One way to read a condition, with the sources that give it.
public struct ConditionReading: Hashable, Sendable {
    public var id: ReadingID
    public var text: String
    public var cites: [SourceID]

    public init(id: ReadingID, text: String, cites: [SourceID] = []) {
        self.id = id
        self.text = text
        self.cites = cites
    }

    static let codec = Codec<ConditionReading>.object(
        { ConditionReading(id: $0, text: $1, cites: $2) },
        .required("reading", \.id, ReadingID.codec),
        .required("text", \.text, .text),
        .optional("cites", \.cites, .list(of: SourceID.codec), default: [])
    )
}
