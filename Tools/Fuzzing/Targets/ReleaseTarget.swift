import Amendments
import Notation
import OCDS
import Terms

extension FuzzTarget {
    /// Releases of public contracts: what is made of them is the same each time, also where it is in the book already.
    static let releases = FuzzTarget(
        "releases", seeds: [Self.package, Self.record],
        words: [
            "\"contracts\":[", "\"amendments\":[", "\"releaseID\":\"1\"", "\"value\":null",
            "\"amount\":-1.5e2", "\"status\":\"terminated\"", "\"dateMet\":", "\"milestones\":[{",
            "contractAmendment", "contractUpdate", "compiled", "2024-02-30", "T24:00:00Z", "+14:00",
            "\"id\":1", "\"url\":\"u\"", "\"suppliers\":[{\"name\":\"x\"},", "null", "1e64",
        ],
        lengthLimit: 4_096
    ) { bytes throws(Broken) in
        let releases = ReleaseSet([("r.json", bytes)])
        let reading = releases.reading(knowing: RecordedContracts(), OCDSOptions())
        try hold(
            reading.problems.allSatisfy { $0.file == "r.json" && !$0.message.isEmpty },
            "every problem has its file: \(reading.problems)")
        let recordings = reading.drafts.map(\.recording)
        var known = RecordedContracts()
        for recording in recordings {
            try holdRoundTrip(recording, Recording.codec, "a recording of a release")
            let header = RecordingHeader(
                of: recording, recorder: "fuzz", recordedAt: Instant(microseconds: 0))
            known.learn(
                recording.events(from: Position(1), under: header), of: recording.agreement)
        }
        guard reading.problems.isEmpty, !recordings.isEmpty else { return .refused }
        let again = releases.reading(knowing: known, OCDSOptions())
        try hold(
            again.problems.isEmpty && again.drafts.map(\.recording) == recordings,
            "the same recordings where they are in the book: \(again.problems)")
        return .accepted
    }

    private static let package = #"""
        {"version":"1.1","publisher":{"name":"P"},"releases":[{"ocid":"o-1","id":"1","date":"2024-01-02T03:04:05Z",
        "tag":["contract"],"buyer":{"id":"b","name":"B"},"parties":[{"id":"b","name":"B","roles":["buyer"]}],
        "awards":[{"id":1,"suppliers":[{"id":"s","name":"S"},{"id":"t","name":"T"}]}],"contracts":[{"id":"c","awardID":1,
        "title":"C","status":"active","dateSigned":"2024-01-01","value":{"amount":10.50,"currency":"EUR"},
        "period":{"startDate":"2024-02-01T00:00:00+01:00","endDate":"2025-01-31"},
        "milestones":[{"id":"m","title":"M","dueDate":"2024-03-01"}],"documents":[{"id":"d","url":"u"}]}]},
        {"ocid":"o-1","id":"2","date":"2024-05-02","tag":["contractAmendment"],"contracts":[{"id":"c",
        "value":{"amount":12,"currency":"EUR"},"amendments":[{"id":"1","date":"2024-04-30","releaseID":"2"}],
        "milestones":[{"id":"m","status":"met","dateMet":"2024-02-29"}]}]},
        {"ocid":"o-1","id":"3","date":"2024-06-02","tag":["contractTermination"],"contracts":[{"id":"c",
        "status":"terminated"}]}]}
        """#

    private static let record = #"""
        {"records":[{"ocid":"o-2","releases":[{"ocid":"o-2","id":"1","date":"2024-01-02T03:04:05-05:00","tag":["contract"],
        "contracts":[{"id":7,"awardID":"a","value":{"amount":-1,"currency":"USD"},"amendment":{"rationale":"r"}}]}]}]}
        """#
}
