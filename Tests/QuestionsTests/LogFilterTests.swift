import Amendments
import DeedbookTesting
import Ledger
import Questions
import Terms
import Testing

/// A log of what was disclosed since a day, or in which a text occurs.
struct LogFilterTests {
    private static func desk() async throws -> Desk {
        let desk = try await Desk(opening(fee()))
        for (key, amount, day) in [
            ("first", "USD 12", "2024-06-01"), ("second", "USD 14", "2024-07-01"),
            ("third", "USD 12", "2024-08-01"),
        ] as [(RecordingKey, String, CivilDate)] {
            let amendment = amended(key, to: amount, on: day, disclosed: day)
            _ = try await desk.book.record(amendment, by: "ana")
        }
        return desk
    }

    private func keys(_ desk: Desk, _ question: LogQuestion) async throws -> [RecordingKey] {
        try await desk.ask(question).content.log.recordings.map(\.header.key)
    }

    @Test(arguments: [nil, "x"] as [AgreementID?])
    func `only what was disclosed on the day or later is shown`(_ agreement: AgreementID?)
        async throws
    {
        let desk = try await Self.desk()
        let since = LogQuestion(of: agreement, where: LogFilter(since: "2024-07-01"))
        #expect(try await keys(desk, since) == ["second", "third"])
        let none = LogQuestion(of: agreement, where: LogFilter(since: "2030-01-01"))
        #expect(try await keys(desk, none) == [])
    }

    @Test(arguments: [nil, "x"] as [AgreementID?])
    func `a text is found in any case, in what an event says and in the key`(
        _ agreement: AgreementID?
    ) async throws {
        let desk = try await Self.desk()
        let amount = LogQuestion(of: agreement, where: LogFilter(text: "usd  12"))
        #expect(try await keys(desk, amount) == ["first", "third"])
        let key = LogQuestion(of: agreement, where: LogFilter(text: "SECOND"))
        #expect(try await keys(desk, key) == ["second"])
    }

    @Test(arguments: [nil, "x"] as [AgreementID?])
    func `the latest of those found are counted, not the latest of all`(
        _ agreement: AgreementID?
    ) async throws {
        let desk = try await Self.desk()
        let question = LogQuestion(
            of: agreement, last: 1, where: LogFilter(since: "2024-02-01", text: "USD 14"))
        let log = try await desk.ask(question).content.log
        #expect(log.recordings.map(\.header.key) == ["second"])
        // Of the whole book all were read to find it; of the agreement the earlier ones were not.
        #expect(log.leavesOutEarlier == (agreement != nil))
    }
}
