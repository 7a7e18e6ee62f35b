import Amendments
import EventStore
import Ledger
import Notation
import Questions
import Terms
import Testing
import Transparency

/// What an answer shows of the entries: who signed, and what was taken out.
struct EntryTests {
    private static func desk() async throws -> Desk {
        let desk = try await Desk(opening(fee()))
        let key = try SigningKey(name: "ana", seed: Array(repeating: 7, count: 32))
        let signed = amended("signed", to: "USD 12", on: "2024-06-01")
        _ = try await desk.book.record(
            signed, by: "ana", sealed: try RecorderSeal(signed, with: key))
        return desk
    }

    @Test func `the log has the signers of what is signed`() async throws {
        let content = try await Self.desk().ask(LogQuestion()).content
        #expect(content.log.recordings.map(\.header.key) == ["x", "signed"])
        #expect(content.signers.mapValues(\.isValid) == ["signed": true])
    }

    @Test func `the latest recordings are asked for by their number`() async throws {
        let content = try await Self.desk().ask(LogQuestion(of: "x", last: 1)).content
        #expect(content.log.recordings.map(\.header.key) == ["signed"])
        #expect(content.log.leavesOutEarlier)
    }

    @Test func `the reasons for a value have the signers of the instruments they name`()
        async throws
    {
        let content = try await Self.desk().ask(
            WhyQuestion(Subject("fee", field: .amount), of: "x")
        ).content
        #expect(content.signers.keys.map(\.text) == ["signed"])
    }

    @Test func `a recording is shown with what was taken out of it since`() async throws {
        let desk = try await Self.desk()
        let redaction = recording(
            "redaction", on: "2024-07-01",
            [Event(PayloadRedacted(event: "signed#1", authority: "a court"))])
        _ = try await desk.book.record(redaction, by: "ana")
        let shown = try await desk.ask(ShowQuestion("signed")).content
        #expect(shown.redactions == [Position(5): Position(6)])
        #expect(shown.signers["signed"]?.isValid == true)
        #expect(try await desk.ask(ShowQuestion("x")).content.redactions.isEmpty)
    }

    @Test func `a recording that is not there is refused with the nearest`() async throws {
        let desk = try await Self.desk()
        await #expect(
            throws: DeedbookError.unknownRecording("signed-twice", nearest: ["signed"])
        ) {
            try await desk.ask(ShowQuestion("signed-twice"))
        }
    }

    @Test func `agreements are listed after an id, and no more than asked for`() async throws {
        let desk = try await Desk(opening(of: "x"), opening(of: "y"), opening(of: "z"))
        let page = try await desk.ask(AgreementsQuestion(after: "x", limit: 1)).content
        #expect(page.agreements.map(\.id) == ["y"] && page.hasMore)
    }

    @Test func `a correction begins with what an event says after those before it`() async throws {
        let desk = try await Self.desk()
        let replacement = Event(
            TermAmended(term: "fee", set: RawFields([.amount: .string("USD 13")])))
        let correction = recording(
            "corrected", on: "2024-07-01",
            [
                Event(
                    EventCorrected(
                        event: "signed#1", replacement: .init(replacement), reason: "misread"))
            ])
        _ = try await desk.book.record(correction, by: "ana")
        let now = try await desk.ask(CorrectionQuestion(of: "signed#1")).content
        let payload = try #require(now.event.payload as? TermAmended)
        #expect(payload.set[.amount]?.text == "USD 13")
        await #expect(throws: DeedbookError.unknownEvent("signed#2", events: 1)) {
            try await desk.ask(CorrectionQuestion(of: "signed#2"))
        }
        await #expect(throws: DeedbookError.notCorrectable("corrected#1")) {
            try await desk.ask(CorrectionQuestion(of: "corrected#1"))
        }
    }
}
