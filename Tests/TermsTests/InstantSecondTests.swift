import Terms
import Testing

/// An instant as people read it: to the second, and never later than it was.
struct InstantSecondTests {
    @Test(arguments: [
        ("2026-05-12T09:14:03Z", "2026-05-12T09:14:03Z"),
        ("2026-05-12T09:14:03.999999Z", "2026-05-12T09:14:03Z"),
        ("1969-12-31T23:59:59.500000Z", "1969-12-31T23:59:59Z"),
    ])
    func `what was in the second is left out, before 1970 too`(
        instant: String, second: String
    ) throws {
        #expect(try #require(Instant(instant)).toTheSecond == second)
    }
}
