public import Amendments
public import Notation

/// What releases were read as.
public struct ReleaseReading: Sendable {
    /// A recording, and where its release stands.
    public struct Draft: Sendable {
        public var file: String
        public var recording: Recording
        public var mark: Mark?

        public init(file: String, recording: Recording, mark: Mark? = nil) {
            self.file = file
            self.recording = recording
            self.mark = mark
        }
    }

    /// The recordings in the order in which they are recorded.
    public internal(set) var drafts: [Draft] = []
    /// Everything that is wrong with the releases by themselves.
    public internal(set) var problems: [Problem] = []
    /// What is stated of a contract and not recorded, with the reason: a sentence each.
    public private(set) var remarks: [String] = []
    /// How many values have no place in the record, by the members that lead to them: `tender`, `contracts/items`.
    public internal(set) var unmapped: [String: Int] = [:]
    /// The remarks there are.
    private var remarked: Set<String> = []

    /// Keeps a sentence once.
    mutating func remark(_ sentence: String) {
        if remarked.insert(sentence).inserted { remarks.append(sentence) }
    }

    /// How many can be read by themselves.
    var readable = 0
    /// How many are the same as an earlier one.
    var duplicate = 0
    /// How many cannot be read by themselves.
    var unreadable = 0
    /// The readable ones with something wrong beside others.
    var refused: Set<Anchor> = []
    /// Where releases and contracts are, by the places of their text.
    var anchors: [String: [Mark: Anchor]] = [:]

    /// Something that problems are placed at, and the release that it is in.
    struct Anchor: Hashable, Sendable {
        var pointer: JSONPointer
        var file: String
        var release: JSONPointer

        var whole: Anchor { Anchor(pointer: release, file: file, release: release) }
    }

    private func anchor(of problem: Problem) -> Anchor? {
        guard let file = problem.file, let mark = problem.mark, !problem.isNote else { return nil }
        return anchors[file]?[mark]
    }

    /// How many releases there are of each sort: `3 releases: 2 valid, 1 duplicate, 0 invalid`.
    ///
    /// - Parameter problems: what else is wrong with them, as it was placed.
    public func summary(with problems: [Problem] = []) -> String {
        let refused = self.refused.union(problems.compactMap { anchor(of: $0)?.whole })
        let count = readable + duplicate + unreadable
        return "\(count) release\(count == 1 ? "" : "s"): \(readable - refused.count) valid, "
            + "\(duplicate) duplicate, \(unreadable + refused.count) invalid"
    }

    /// The same problem with the JSON pointer of its release or contract.
    public func placed(_ problem: Problem) -> Problem {
        guard let pointer = anchor(of: problem)?.pointer, pointer != .root else { return problem }
        var problem = problem
        problem.message = "\(pointer): \(problem.message)"
        return problem
    }

    /// What a recording of the releases says otherwise than the one that is in the book under its key.
    ///
    /// Sources are not compared: the same release comes in packages of several publishers.
    ///
    /// - Returns: nil where they are the same.
    public func change(of draft: Draft, since recorded: [RecordedEvent]) -> Problem? {
        let recording = draft.recording
        guard let header = recorded.first?.recording,
            header.instrument != recording.instrument || header.disclosed != recording.disclosed
                || recorded.map(\.event) != recording.events
        else { return nil }
        return placed(
            Problem(
                "the release is recorded otherwise, as \(recording.key)",
                hint:
                    "what is recorded never changes: correct the record with deedbook new correction; a publisher "
                    + "that changes its data does so in a new release", file: draft.file,
                mark: draft.mark))
    }
}
