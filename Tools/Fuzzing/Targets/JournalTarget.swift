import Amendments
import Journal
import Notation

extension FuzzTarget {
    /// A recording as it stands in `Events/`; what is read survives YAML and JSON Lines.
    static let journal = FuzzTarget(
        "journal", seeds: [Self.recordingText],
        words: EventKind.allCases.map(\.rawValue) + [
            "undisclosed", "unknown", "silent", "none", "between", "same-as", "stated", "open",
            "first-of", "last-of", "upon", "through", "effective", "note", "clause", "cites",
        ],
        lengthLimit: 16_384
    ) { bytes throws(Broken) in
        let (recording, problems) = Journal.recording(yaml: String(decoding: bytes, as: UTF8.self))
        try hold((recording == nil) != problems.isEmpty, "a recording, or problems, and never both")
        guard let recording else { return .refused }
        try checkYAML(recording)
        try checkLines([recording])
        return .accepted
    }

    /// Recordings as JSON Lines, as an import brings them.
    static let jsonLines = FuzzTarget(
        "json-lines", seeds: [Self.recordingLine, Self.recordingLine + "\n \n" + Self.otherLine],
        words: EventKind.allCases.map { "\"\($0.rawValue)\":" } + ["\n", "{", "}", "\"", ","],
        lengthLimit: 16_384
    ) { bytes throws(Broken) in
        let text = String(decoding: bytes, as: UTF8.self)
        let (recordings, problems) = Journal.recordings(jsonLines: text)
        let lines = text.utf8.split(separator: 0x0A).count
        try hold(recordings.count <= lines, "no more recordings than lines")
        try checkLines(recordings)
        return problems.isEmpty && !recordings.isEmpty ? .accepted : .refused
    }

    private static func checkYAML(_ recording: Recording) throws(Broken) {
        let text = Journal.yaml(of: recording)
        guard fitsLimits(text) else { return }
        let (again, problems) = Journal.recording(yaml: text)
        guard let again else {
            let why = problems.first?.message ?? "no reason given"
            throw Broken("a recording is written and refused (\(why)): \(text.debugDescription)")
        }
        try hold(again == recording, "a recording is the same, written as YAML: \(text)")
        try holdSame(line(of: recording), line(of: again), "a recording is the same in YAML")
    }

    private static func checkLines(_ recordings: [Recording]) throws(Broken) {
        let text = Journal.jsonLines(of: recordings)
        let again = try read(text)
        try holdSame(text, Journal.jsonLines(of: again), "recordings are written alike")
        // Lines have members in their own order, and a value that no field can have, such as a map of
        // several members, is compared in the order written: so not with what was read first.
        try hold(try read(text) == again, "recordings are the same, written as lines: \(text)")
    }

    private static func read(_ lines: String) throws(Broken) -> [Recording] {
        let (recordings, problems) = Journal.recordings(jsonLines: lines)
        try hold(problems.isEmpty, "recordings are written and refused: \(problems)")
        return recordings
    }

    private static func line(of recording: Recording) -> String {
        Journal.jsonLines(of: [recording])
    }
}

extension FuzzTarget {
    static let recordingText = """
        recording: 2024-03-15-harbor-amendment
        agreement: harbor
        instrument: { kind: amendment, title: "Amendment: one", number: 1, effective: { on: 2024-04 } }
        disclosed: 2024-03-15
        sources:
          - { id: contract, grade: executed-text, publisher: Harbor, quote: "4% of net \\"sales\\"" }
        events:
          - agreement-recorded: { title: Harbor, zone: Europe/Lisbon }
          - party-admitted: { party: harbor, name: Harbor plc, role: licensor }
          - term-added:
              term: royalty.lenses
              kind: royalty
              set: { payer: lumen, payee: harbor, rate: 4% of net sales, per: P1Y, cap: undisclosed }
          - term-amended:
              term: royalty.lenses
              was: { rate: 4% of net sales }
              set: { rate: 6.5% of net sales, ends: { first-of: [{ through: 2030 }, { upon: agi }] } }
              note: |
                Two lines,
                the second of them.
          - condition-defined: { condition: agi, text: It is there., decided-by: [a panel] }

        """

    static let recordingLine = """
        {"agreement":"harbor","disclosed":"2024-03","events":[{"party-admitted":{"name":"H","party":\
        "h"}},{"term-amended":{"cites":["c"],"set":{"ends":"open","rate":{"between":["1% of a","2% of \
        a"]}},"term":"t.a"}}],"instrument":{"kind":"amendment","title":"A"},"recording":"a.1",\
        "sources":[{"grade":"executed-text","id":"c","publisher":"P"}]}
        """

    static let otherLine = """
        {"agreement":"b","disclosed":"2024~","events":[{"event-corrected":{"event":"a.1#2","reason":\
        "r","replacement":{"term-removed":{"term":"t"}}}}],"instrument":{"kind":"correction","title":\
        "\\u00e9","signed":"unknown"},"recording":"b.1","sources":[{"grade":"inference","id":"s",\
        "publisher":"P","published":"2024"}]}
        """
}
