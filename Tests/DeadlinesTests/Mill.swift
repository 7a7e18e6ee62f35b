import Amendments
import Deadlines
import DeedbookTesting
import Ledger
import Terms
import Testing

/// An agreement of one recording on 2025-01-01, written as its events, and of later ones.
struct Mill {
    let story: Story

    init(_ events: String, later: [String] = []) throws {
        let opening = """
            recording: opening
            agreement: mill
            instrument: { kind: definitive, title: Opening, effective: { on: 2025-01-01 } }
            disclosed: 2025-01-01
            sources: [{ id: s, grade: executed-text, publisher: the parties }]
            events:
            - agreement-recorded: { title: Mill, zone: UTC }
            - party-admitted: { party: a, name: A }
            - party-admitted: { party: b, name: B }

            """ + events + "\n"
        let others = later.enumerated().map { index, event in
            """
            recording: later-\(index)
            agreement: mill
            instrument: { kind: notice, title: Later }
            disclosed: 2025-02-01
            sources: [{ id: s, grade: executed-text, publisher: the parties }]
            events:

            """ + event + "\n"
        }
        story = try given(yaml: [opening] + others)
    }

    func deadlines(from: Day, to: Day) throws -> [Deadline] {
        let view = AgreementView(
            "mill", history: story.events, from: Vantage(on: from), resolvedTo: story.head)
        return view.deadlines(in: from...to)
    }

    /// The deadlines of one sort in the years 2025 to 2030.
    func all(_ what: Deadline.What) throws -> [Deadline] {
        try deadlines(from: "2025-01-01", to: "2030-12-31").filter { $0.what == what }
    }
}
