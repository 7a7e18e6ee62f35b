public import EventStore
import GRDB
public import Terms

extension SQLiteStore: KeyedStore {
    public func recordingKeys(
        after key: RecordingKey?, limit: Int
    ) async throws(DeedbookError) -> [RecordingKey] {
        try await snapshot { db in
            let rows = try Row.fetchCursor(
                Query.keysAfter.statement(in: db), arguments: [key?.text ?? "", max(0, limit)])
            var keys: [RecordingKey] = []
            while let row = try rows.next() {
                // What is no key is stated where the recording is read.
                if let key = RecordingKey(try row.text(at: 0)) { keys.append(key) }
            }
            return keys
        }
    }
}
