import Amendments
import EventStore
import Ledger
import Notation
import Terms
import Testing
import Transparency

/// Stored events are read back by their kind and the version of their body's format.
@Suite struct EntryTests {
    private let payload = Array(#"{"term":"fee.support"}"#.utf8)

    @Test func `a stored payload is read back, without a place in any file`() throws {
        let event = try Entry.event(
            kind: "term-resumed", schema: 1, payload: payload, at: Position(3))
        #expect(event == Event(TermResumed(term: "fee.support")))
        #expect(event.mark == nil)
    }

    @Test func `an event of an unknown kind is named, with its position`() {
        #expect(throws: DeedbookError.unknownKind(Position(3), kind: "term-frozen")) {
            try Entry.event(kind: "term-frozen", schema: 1, payload: payload, at: Position(3))
        }
    }

    @Test(arguments: [0, 2, 99])
    func `a body format that never was is an error, with its version`(version: Int) {
        #expect(
            throws: DeedbookError.corrupted(
                Position(3), detail: "term-resumed has no body format version \(version)")
        ) {
            try Entry.event(
                kind: "term-resumed", schema: version, payload: payload, at: Position(3))
        }
    }

    @Test(arguments: [
        #"{"term":"fee.support""#, #"{"term":"fee.support","term":"fee.support"}"#, "[]",
        #"{"term":"Fee"}"#, #"{"term":1.5}"#, "{}", #"{"term":"fee.support","colour":"red"}"#,
    ])
    func `a payload that is not its kind's body is corrupted`(text: String) {
        #expect {
            try Entry.event(
                kind: "term-resumed", schema: 1, payload: Array(text.utf8), at: Position(7))
        } throws: { error in
            guard case .corrupted(Position(7), _)? = error as? DeedbookError else { return false }
            return true
        }
    }

    @Test func `an entry that is too large is refused, one at the limit is not`() throws {
        let recording = Sample.opened(1, from: "2026-01-01")
        func made(_ length: Int) throws(DeedbookError) -> [NewEvent] {
            let draft = try RecordingDraft(
                recording, by: String(repeating: "r", count: length), expecting: [:], sealed: nil,
                salt: { Array(repeating: 0, count: 16) })
            let slot = RecordingDraft.Slot(
                origin: "o", first: Position(1), recordedAt: Instant(microseconds: 0), versions: [:]
            )
            return try draft.events(in: slot) { _ in nil }
        }
        let rest = try made(0)[0].entry.count
        #expect(try made(Entry.byteLimit - rest)[0].entry.count == Entry.byteLimit)
        #expect(
            throws: DeedbookError.entryTooLarge(
                EventReference(recording: "opening", ordinal: 1), bytes: Entry.byteLimit + 1)
        ) {
            try made(Entry.byteLimit - rest + 1)
        }
    }

    @Test(arguments: 0..<20)
    func `the entry that a reader makes of the columns is the one that was written`(
        seed: Int
    ) throws {
        let origin = #"book "\u{e9}\#(seed)\ ☃"#
        for recording in try RandomHistory(seed: seed, length: 6, revises: true).recordings {
            let header = RecordingHeader(
                of: recording, recorder: #"A "quoted", [odd] {recorder}: \"#,
                recordedAt: Instant(microseconds: 1_767_225_600_000_001))
            for (index, event) in recording.events.enumerated() {
                let contents = EntryContents(
                    place: Entry.Place(
                        origin: origin, position: Position(index + 7),
                        agreement: recording.agreement, version: index + 3, ordinal: index + 1),
                    kind: event.kind.rawValue, schema: 1, header: header,
                    effective: header.effective(of: event),
                    payload: TreeHash.sha256([UInt8(index)]))
                let row = StoredRow(
                    position: index + 7, entry: [], leaf: [], payload: nil, salt: nil,
                    remains: nil, columns: StoredRow.Columns(of: contents), recording: nil)
                let template = try #require(
                    EntryTemplate(HeaderFormat.bytes(of: header), in: origin))
                let effective = CanonicalJSON.bytes(of: DateBound.codec.encode(contents.effective))
                #expect(
                    template.entry(of: row, effective: effective, payload: contents.payload)
                        == contents.bytes)
            }
        }
    }
}
