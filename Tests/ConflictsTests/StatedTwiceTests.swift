import Amendments
import Conflicts
import DeedbookTesting
import Ledger
import Terms
import Testing

/// What instruments state in two ways is a gap in the record, on the days on which it is open.
struct StatedTwiceTests {
    private static let opening = """
        recording: opening
        agreement: story
        instrument: { kind: definitive, title: Opening, effective: { on: 2020-01-01 } }
        disclosed: 2020-01-01
        sources: [{ id: text, grade: executed-text, publisher: the parties }]
        events:
          - agreement-recorded: { title: Story, zone: UTC }
          - party-admitted: { party: a, name: A }
          - party-admitted: { party: b, name: B }
          - term-added: { term: fee, kind: fee, set: { payer: a, payee: b, amount: USD 10 } }

        """

    private static func later(_ key: String, _ day: String, _ event: String) -> String {
        """
        recording: \(key)
        agreement: story
        instrument: { kind: amendment, title: \(key), effective: { on: \(day) } }
        disclosed: 2022-01-01
        sources: [{ id: text, grade: executed-text, publisher: the parties }]
        events:
          - \(event)

        """
    }

    private func gaps(_ later: [String], on day: Day) throws -> [RuleName] {
        let story = try given(yaml: [Self.opening] + later)
        return ConflictReport(story.views(), asked: [], over: day...day).gaps.map(\.rule)
    }

    @Test func `a succession that is stated for two days`() throws {
        let event = "party-succeeded: { party: a, successor: c, name: C }"
        let later = [
            Self.later("third", "2021-01-01", event), Self.later("fourth", "2020-10-25", event),
        ]
        #expect(try gaps(later, on: "2020-10-24") == [])
        #expect(try gaps(later, on: "2020-12-01") == [.twoLiveValues])
        #expect(try gaps(later, on: "2021-01-01") == [])
    }

    @Test func `readings that compete, until one is chosen`() throws {
        let reading =
            "term-interpreted: { term: fee, field: amount, reading: gross, readings: [net]"
        let later = [
            Self.later("letter", "2021-01-01", reading + " }"),
            Self.later("chosen", "2021-06-01", reading + ", by: [a, b] }"),
        ]
        #expect(try gaps(later, on: "2020-12-31") == [])
        #expect(try gaps(later, on: "2021-01-01") == [.twoLiveValues])
        #expect(try gaps(later, on: "2021-06-01") == [])
    }
}
