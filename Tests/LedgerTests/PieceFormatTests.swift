import Amendments
import DeedbookTesting
import EventStore
import Ledger
import Terms
import Testing

/// The answers of pieces as a store's rows have them.
struct PieceFormatTests {
    static let texts: [(TermPiece.Subject, TermPiece.State, String?)] = [
        (.status, .inForce, nil),
        (.field("amount"), .stated, #""USD 10.50""#),
        (.field("amount"), .between, #"{"between":["USD 10","USD 20"]}"#),
        (.field("amount"), .about, #"{"about":{"value":"USD 10","within":"5%"}}"#),
        (.field("amount"), .undisclosed, #""undisclosed""#),
        (.field("amount"), .indeterminate, #"["USD 10",null,"USD 20"]"#),
        (
            .reports("amount"), .reported,
            #"[{"governing":7,"grade":"named-press","value":"USD 90"}]"#
        ),
        (
            .places("payer"), .succeeded,
            #"[{"certain":false,"former":["z"],"party":"a","successors":["b","c"]}]"#
        ),
        (.places("payer"), .succeeded, #"[{"certain":true,"party":"a","successors":["b"]}]"#),
        (
            .waiting, .conditional,
            #"[{"bound":{"upon":"ipo"},"conditions":["ipo"],"effect":"sets","event":9,"#
                + #""field":"amount","grade":"executed-text","lasts":{"through":"2030"},"#
                + #""value":"USD 11"}]"#
        ),
        (
            .waiting, .conditional,
            #"[{"bound":{"upon":"ipo"},"conditions":["ipo"],"effect":"waived","event":9,"#
                + #""extent":"all","grade":"executed-text","party":"a"}]"#
        ),
        (
            .waiting, .conditional,
            #"[{"bound":{"upon":"ipo"},"conditions":["ipo"],"effect":"moved","event":9,"#
                + #""grade":"executed-text","id":"fee.new"},{"bound":{"upon":"ipo"},"#
                + #""conditions":["ipo"],"effect":"removed","event":10,"grade":"secondary"}]"#
        ),
    ]

    @Test(arguments: texts.indices)
    func `what a row says is read, and written to the same byte`(_ index: Int) throws {
        let (subject, state, text) = Self.texts[index]
        let answer = try #require(PieceFormat.answer(text, state: state, of: subject, in: .fee))
        #expect(answer.state == state)
        #expect(PieceFormat.text(of: Self.piece(subject, answer)) == text)
    }

    @Test(arguments: texts.indices)
    func `a row whose columns do not fit each other is none`(_ index: Int) throws {
        let (subject, state, text) = Self.texts[index]
        for other in TermPiece.State.allCases where other != state {
            if subject == .status, TermStatus(rawValue: other.rawValue) != nil { continue }
            #expect(PieceFormat.answer(text, state: other, of: subject, in: .fee) == nil)
        }
        let cut = text.map { String($0.dropLast()) } ?? "1"
        #expect(PieceFormat.answer(cut, state: state, of: subject, in: .fee) == nil)
    }

    /// An amount that equals another but is written with other decimals is another answer: a store would write it.
    @Test func `answers are equal where they are written alike`() throws {
        let texts = ["USD 10.50", "USD 10.5", "USD 10.50"]
        let answers = try texts.map { text in
            TermPiece.Answer.value(.stated(.money(try #require(Money(text)))))
        }
        #expect(answers[0] != answers[1])
        #expect(answers[0] == answers[2])
        #expect(TermPiece.Answer.oneOf([nil]) != .oneOf([.unknown]))
        #expect(
            TermPiece.Answer.value(.stated(.text("caf\u{e9}")))
                != .value(.stated(.text("cafe\u{301}"))))
    }

    private static func piece(
        _ subject: TermPiece.Subject, _ answer: TermPiece.Answer
    ) -> TermPiece {
        TermPiece(
            agreement: "story", term: "fee", id: "fee", kind: .fee, subject: subject,
            days: DayRange(from: .first), answer: answer, grade: .secondary, isReported: false,
            governing: Position(1))
    }
}
