import Amendments
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// Which documents a book names, whatever became of the events that name them.
struct DocumentTests {
    static let one = DocumentDigest(String(repeating: "1", count: 64))
    static let two = DocumentDigest(String(repeating: "2", count: 64))

    private static func attached(
        _ digest: DocumentDigest?, _ name: String, to recording: RecordingKey? = nil
    ) -> Event {
        Event(DocumentAttached(source: "s", sha256: digest, name: name, recording: recording))
    }

    private static func desk(_ more: Recording...) async throws -> Desk {
        let desk = try await Desk(
            opening(fee()),
            recording("first", on: "2024-02-01", [attached(one, "first.pdf")]))
        for recording in more { _ = try await desk.book.record(recording, by: "ana") }
        return desk
    }

    private static func names(_ desk: Desk, of key: RecordingKey) async throws -> [String?] {
        try await desk.ask(ShowQuestion(key)).content.documents.map(\.name)
    }

    @Test func `a recording is shown with its own documents and those named for it later`()
        async throws
    {
        let desk = try await Self.desk(
            recording("later", on: "2024-03-01", [Self.attached(Self.two, "scan.pdf", to: "first")])
        )
        #expect(try await Self.names(desk, of: "first") == ["first.pdf", "scan.pdf"])
        #expect(try await Self.names(desk, of: "later") == [])
        #expect(try await Self.names(desk, of: "x") == [])
        let documents = try await desk.book.documents()
        #expect(documents.map(\.event) == ["first#1", "later#1"])
        #expect(documents.map(\.recording) == ["first", "first"])
    }

    @Test func `documents change no term`() async throws {
        let copy = try await Self.desk().ask(TermsQuestion(of: "x", on: "2024-06-01")).content.copy
        #expect(copy.feeAmount == "USD 10")
        #expect(copy.terms.count == 1)
    }

    @Test func `a document that was redacted is named without its hash, and no payload has it`()
        async throws
    {
        let desk = try await Self.desk(
            recording(
                "order", kind: .order, on: "2024-04-01",
                [Event(PayloadRedacted(event: "first#1", authority: "a court"))]))
        let documents = try await desk.book.documents()
        #expect(documents.map(\.event) == ["first#1"])
        #expect(documents.map(\.sha256) == [nil])
        #expect(documents.map(\.name) == [nil])
        #expect(try await desk.book.documentsInPayloads() == [])
        let stored = try #require(try await desk.store.stored(at: Position(5)))
        #expect(!String(decoding: stored.entry, as: UTF8.self).contains("1111"))
    }

    @Test func `a document that was rescinded or corrected away is named no more, but in payloads`()
        async throws
    {
        let replacement = EventCorrected.Replacement(Self.attached(Self.two, "second.pdf"))
        let desk = try await Self.desk(
            recording(
                "fix", kind: .correction, on: "2024-04-01",
                [
                    Event(
                        EventCorrected(
                            event: "first#1", replacement: replacement, reason: "wrong file"))
                ]))
        #expect(try await desk.book.documents().map(\.name) == ["second.pdf"])
        #expect(
            try await desk.book.documentsInPayloads().map(\.sha256) == [Self.one, Self.two])
        let rescinded = recording(
            "never", kind: .correction, on: "2024-05-01",
            [Event(EventRescinded(event: "first#1", reason: "of another deal"))])
        _ = try await desk.book.record(rescinded, by: "ana")
        #expect(try await desk.book.documents() == [])
    }

    @Test func `a report counts what is present, missing, altered, unreadable and redacted`() {
        func found(_ digest: DocumentDigest?, _ state: DocumentState) -> DocumentReport.Found {
            DocumentReport.Found(
                NamedDocument(event: "k#1", recording: "k", source: "s", sha256: digest), state)
        }
        let sound = DocumentReport(found: [
            found(Self.one, .present(bytes: 3)), found(nil, .redacted),
        ])
        #expect(sound.isClean)
        #expect((sound.present, sound.redacted) == (1, 1))
        guard let two = Self.two else { return }
        let faulty = DocumentReport(
            found: sound.found + [
                found(Self.one, .missing), found(Self.two, .altered(bytes: 4, sha256: two)),
            ])
        #expect(!faulty.isClean)
        #expect((faulty.missing, faulty.altered, faulty.findings.count) == (1, 1, 2))
        let unread = DocumentReport(
            found: sound.found + [found(Self.two, .unreadable(reason: "no permission"))])
        #expect(unread.isClean, "no one looked, and nothing is known to be wrong")
        #expect((unread.unreadable, unread.findings.count) == (1, 1))
    }
}
