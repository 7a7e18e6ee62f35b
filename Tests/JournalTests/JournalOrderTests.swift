import Amendments
import Journal
import Terms
import Testing

/// In which order recordings are recorded that are given together.
struct JournalOrderTests {
    private static func recording(
        _ key: String, of agreement: String, disclosed: String, _ event: String
    ) -> (String, String) {
        (
            "\(key).yaml",
            """
            recording: \(key)
            agreement: \(agreement)
            instrument: { kind: statement, title: T }
            disclosed: \(disclosed)
            sources: [ { id: s, grade: executed-text, publisher: P } ]
            events:
              - \(event)

            """
        )
    }

    private static let opening = "agreement-recorded: { title: T, zone: UTC }"
    private static let remark = "term-removed: { term: fee }"

    private func order(of files: [(String, String)]) throws -> [String] {
        var keys: [String] = []
        try withFolder(Dictionary(uniqueKeysWithValues: files)) { folder in
            keys = Journal.read(paths: [folder]).recordings.map(\.key.text)
        }
        return keys
    }

    @Test func `an agreement is recorded before an amendment of it that was disclosed earlier`()
        throws
    {
        #expect(
            try order(of: [
                Self.recording("1-other", of: "other", disclosed: "2011-01-01", Self.opening),
                Self.recording("2-amendment", of: "deal", disclosed: "2011-12-23", Self.remark),
                Self.recording("3-other", of: "other", disclosed: "2012-01-01", Self.remark),
                Self.recording("4-original", of: "deal", disclosed: "2012-02-01", Self.opening),
                Self.recording("5-amendment", of: "deal", disclosed: "2012-02-01", Self.remark),
            ]) == ["1-other", "4-original", "2-amendment", "3-other", "5-amendment"])
    }

    @Test func `of one day the original comes first whatever its key`() throws {
        #expect(
            try order(of: [
                Self.recording("a-amendment", of: "deal", disclosed: "2012-02-01", Self.remark),
                Self.recording("b-original", of: "deal", disclosed: "2012-02-01", Self.opening),
            ]) == ["b-original", "a-amendment"])
    }

    @Test func `an event that names another agreement waits for what records that one`() throws {
        #expect(
            try order(of: [
                Self.recording(
                    "1-side", of: "side", disclosed: "2011-01-01",
                    "term-removed: { term: fee, agreement: deal }"),
                Self.recording("2-original", of: "deal", disclosed: "2012-02-01", Self.opening),
            ]) == ["2-original", "1-side"])
    }
}
