import Amendments
import EventStore
import Ledger
import Questions
import Terms
import Testing

/// A recorded point is resolved down to the end of a whole recording.
struct RecordedPointTests {
    /// Events 1 to 4, then 5.
    private static func desk() async throws -> Desk {
        try await Desk(opening(fee()), amended("later", to: "USD 12", on: "2024-06-01"))
    }

    private static func terms(_ point: RecordedPoint) -> TermsQuestion {
        TermsQuestion(of: "x", Knowledge(recordedAt: point))
    }

    @Test(arguments: [
        ("17", RecordedPoint.position(Position(17))), ("#17", .position(Position(17))),
        ("2025-01-01T12:00:00Z", .instant(Desk.begins)), ("", nil), ("-1", nil), ("#", nil),
        ("2025-01-01", nil), ("seventeen", nil),
    ])
    func `a point is a position or an instant`(text: String, point: RecordedPoint?) {
        #expect(RecordedPoint(text) == point)
    }

    @Test func `a position inside a recording is read as the end of the one before`() async throws {
        let desk = try await Desk(
            opening(fee()),
            recording(
                "two", on: "2024-06-01", [fee("second"), fee("third")]))
        let answer = try await desk.ask(Self.terms(.position(Position(5))))
        #expect(answer.grounds.position == Position(4))
        #expect(answer.askedPosition == Position(5))
        #expect(answer.content.copy.terms.map(\.id) == ["fee"])
    }

    @Test(arguments: [(0, 0, "USD 10"), (0, 59, "USD 10"), (1, 0, "USD 12"), (2, 0, "USD 12")])
    func `an instant is read as the last recording at or before it`(
        minute: Int, second: Int, amount: String
    ) async throws {
        let instant = Instant(
            microseconds: Desk.minute(minute).microseconds + second * 1_000_000)
        let answer = try await Self.desk().ask(Self.terms(.instant(instant)))
        #expect(answer.content.copy.feeAmount == amount)
        #expect(answer.askedPosition == nil)
    }

    @Test func `a position beyond the end of the book is refused`() async throws {
        let desk = try await Self.desk()
        await #expect(
            throws: DeedbookError.beyondHead(asked: Position(6), head: Position(5))
        ) {
            try await desk.ask(Self.terms(.position(Position(6))))
        }
    }

    @Test func `an instant that is not past is refused, unless something was recorded at it`()
        async throws
    {
        let desk = try await Self.desk()
        let refusal = DeedbookError.beyondNow(asked: Desk.instant, now: Desk.instant)
        await #expect(throws: refusal) {
            try await desk.ask(Self.terms(.instant(Desk.instant)))
        }
        let last = Desk.minute(1)
        let answer = try await desk.ask(
            Self.terms(.instant(last)), at: Moment(last) { _ in "2025-01-01" })
        #expect(answer.grounds.position == Position(5))
    }

    @Test func `an unknown agreement is refused with those that there are`() async throws {
        let desk = try await Self.desk()
        await #expect(throws: DeedbookError.unknownAgreement("y", known: ["x"])) {
            try await desk.ask(TermsQuestion(of: "y"))
        }
    }
}
