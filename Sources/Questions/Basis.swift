public import Amendments

/// On what an answer rests beside what was recorded, and whether it speaks of what it does not rest on.
public struct Basis: Hashable, Sendable {
    /// Recordings taken for recorded; nil for none.
    public var drafts: Drafts?
    /// Whether the answer counts what was recorded after its position. Without it an answer at a fixed position is
    /// the same for ever; with it the answer changes as the book grows.
    public var countsLater: Bool

    public init(drafts: Drafts? = nil, countsLater: Bool = false) {
        self.drafts = drafts
        self.countsLater = countsLater
    }

    /// What was recorded, and nothing else.
    public static let recorded = Basis()
}

/// Recordings not made yet, in the order in which they would be made.
public struct Drafts: Hashable, Sendable {
    public var recordings: [Recording]
    /// Who would record them.
    public var recorder: String

    public init(_ recordings: [Recording], by recorder: String) {
        self.recordings = recordings
        self.recorder = recorder
    }
}
