import Amendments
import Foundation
import Journal
import Notation
import Testing

/// The record in `Events/`, as it stands in this repository.
struct RecordTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Events").path

    @Test func `every file is sound`() {
        let reading = Journal.read(paths: [Self.folder])
        #expect((reading.problems + reading.unreadable).map(\.description) == [])
        #expect(reading.drafts.count > 60)
    }

    @Test func `every recording survives being written as YAML and as JSON Lines`() {
        for draft in Journal.read(paths: [Self.folder]).drafts {
            let yaml = Journal.yaml(of: draft.recording)
            let (back, problems) = Journal.recording(yaml: yaml)
            #expect(problems.map(told) == [], "\(draft.file)\n\(yaml)")
            #expect(back == draft.recording, "\(draft.file)\n\(yaml)")
            let lines = Journal.jsonLines(of: [draft.recording])
            #expect(Journal.recordings(jsonLines: lines).0 == [draft.recording], "\(draft.file)")
        }
    }
}
