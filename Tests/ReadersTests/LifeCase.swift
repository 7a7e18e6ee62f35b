import Amendments
import DeedbookTesting
import Terms
import Testing

/// An agreement between a and b of 2020-01-01, with a fee `f` of USD 10 a day, and what became of it.
struct LifeCase: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// More events of the first instrument.
    let opening: [String]
    /// What the fee says beside its amount.
    let fee: String
    let later: [Paper]
    /// Whether the fee holds, on days on both sides of each change.
    let answers: [(day: Day, standing: Standing)]

    /// A later instrument.
    struct Paper: Sendable {
        let day: String
        let kind: String
        let events: [String]
    }

    init(
        _ description: String, fee: String = "", opening: [String] = [], later: [Paper] = [],
        lives: [Day] = [], over: [Day] = [], open: [Day] = []
    ) {
        testDescription = description
        self.fee = fee
        self.opening = opening
        self.later = later
        answers =
            (lives.map { ($0, .lives) } + over.map { ($0, .over) } + open.map { ($0, .open) })
            .sorted { $0.day < $1.day }
    }

    var story: Story {
        get throws { try given(yaml: texts) }
    }

    /// The same; what cannot be recorded is among its violations, and no issue of the test.
    var quietStory: Story {
        get throws { Story(try recordings(yaml: texts)) }
    }

    private var texts: [String] { [first] + later.enumerated().map { paper($0, $1) } }

    private var first: String {
        let added =
            "set: { payer: a, payee: b, amount: USD 10, per: P1D\(fee.isEmpty ? "" : ", " + fee) }"
        return """
            recording: r0
            agreement: x
            instrument: { kind: definitive, title: R0, signed: 2020-01-01, effective: { on: 2020-01-01 } }
            disclosed: 2020-01-01
            sources: [{ id: s, grade: executed-text, publisher: the parties }]
            events:
            - agreement-recorded: { title: X, zone: UTC }
            - party-admitted: { party: a, name: A }
            - party-admitted: { party: b, name: B }
            - condition-defined: { condition: c, text: Something happens }
            - term-added: { term: f, kind: fee, \(added) }

            """ + opening.map { "- \($0)\n" }.joined()
    }

    private func paper(_ index: Int, _ paper: Paper) -> String {
        """
        recording: r\(index + 1)
        agreement: x
        instrument: { kind: \(paper.kind), title: R\(index + 1), signed: \(paper.day), effective: { on: \(paper.day) } }
        disclosed: \(paper.day)
        sources: [{ id: s, grade: executed-text, publisher: the parties }]
        events:

        """ + paper.events.map { "- \($0)\n" }.joined()
    }
}

func amendment(_ day: String, _ events: String...) -> LifeCase.Paper {
    .init(day: day, kind: "amendment", events: events)
}

func notice(_ day: String, _ events: String...) -> LifeCase.Paper {
    .init(day: day, kind: "notice", events: events)
}

func restatement(_ day: String, _ events: String...) -> LifeCase.Paper {
    .init(day: day, kind: "restatement", events: events)
}

/// The fee added again, by another instrument.
func again(_ more: String = "") -> String {
    "term-added: { term: f, kind: fee, set: { payer: a, payee: b, amount: USD 20, per: P1D\(more) } }"
}

/// The fee as a restatement states it.
func restated(_ more: String = "") -> String {
    "agreement-restated: { terms: [{ term: f, kind: fee, set: { payer: a, payee: b, amount: USD 20, per: P1D\(more) } }] }"
}

/// A restatement that does not state the fee.
let without = "agreement-restated: { terms: [{ term: k, kind: other, set: { text: only this } }] }"

/// How long the agreement runs.
func runs(_ set: String) -> String {
    "term-added: { term: t, kind: term-and-renewal, set: { \(set) } }"
}

/// A right of a to end the agreement.
func mayEnd(_ more: String = "") -> String {
    "term-added: { term: tr, kind: termination-right, set: { holder: a, ground: convenience\(more) } }"
}
