import Amendments
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// The documents of an agreement: in which order, and which have effect on which day.
struct InstrumentTests {
    private static func numbered(_ key: RecordingKey, _ number: Int, on day: CivilDate) -> Recording
    {
        var recording = amended(key, to: "USD \(number)", on: day)
        recording.instrument.number = number
        return recording
    }

    /// Amendment 10 is found and recorded before amendment 2.
    private static func desk() async throws -> Desk {
        try await Desk(
            opening(fee()), numbered("tenth", 10, on: "2024-12-01"),
            numbered("second", 2, on: "2024-06-01"))
    }

    @Test func `the log of an agreement stands in the order of numbers, that of the book does not`()
        async throws
    {
        let desk = try await Self.desk()
        func keys(_ question: LogQuestion) async throws -> [RecordingKey] {
            try await desk.ask(question).content.log.recordings.map(\.header.key)
        }
        #expect(try await keys(LogQuestion(of: "x")) == ["x", "second", "tenth"])
        #expect(try await keys(LogQuestion()) == ["x", "tenth", "second"])
        #expect(try await keys(LogQuestion(of: "x", last: 2)) == ["second", "tenth"])
    }

    @Test func `documents stand as on the day of the question, by what was known by then`()
        async throws
    {
        let desk = try await Self.desk()
        let on = try await desk.ask(InstrumentsQuestion(of: "x", on: "2024-07-01")).content
        #expect(on.instruments.map(\.header.key) == ["x", "second", "tenth"])
        #expect(on.instruments.map(\.standing) == [.inEffect, .inEffect, .notYet])
        #expect(on.title == "X" && on.others == 0)
        let known = try await desk.ask(
            InstrumentsQuestion(
                of: "x", on: "2024-07-01", Knowledge(disclosedBy: "2024-07-01"))
        ).content
        #expect(known.instruments.map(\.header.key) == ["x", "second"])
        #expect(known.grounds.hiddenByDisclosure == 1)
    }

    @Test func `of an agreement that is not there nothing is listed`() async throws {
        let desk = try await Self.desk()
        await #expect(throws: DeedbookError.unknownAgreement("y", known: ["x"])) {
            try await desk.ask(InstrumentsQuestion(of: "y"))
        }
    }
}
