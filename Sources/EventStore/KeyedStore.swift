public import Terms

/// A store that finds recordings by how their keys begin, without reading the others.
public protocol KeyedStore: EventStore {
    /// The keys of the recordings in their order, after one (nil: from the first), at most `limit`.
    func recordingKeys(
        after key: RecordingKey?, limit: Int
    ) async throws(DeedbookError) -> [RecordingKey]
}
