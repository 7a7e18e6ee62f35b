import Amendments
import Ledger
public import Questions
import Terms

/// The documents of an agreement as rows, in the parties' order.
public enum InstrumentRows {
    /// - Parameter showsAll: whether those that ended or were superseded are rows too.
    public static func of(_ answer: Answer<InstrumentsQuestion>, showsAll: Bool) -> AnswerRows {
        AnswerRows(
            [
                "recordings", "kind", "number", "title", "standing", "signed", "effective",
                "disclosed", "grade", "terms",
            ],
            answer.content.instruments.filter { showsAll || !$0.isOver }.map(row))
    }

    private static func row(for document: StandingInstrument) -> [String] {
        let instrument = document.header.instrument
        let number = instrument.number.map { String($0) } ?? ""
        return [
            StandingPhrase.keys(of: document), instrument.kind.rawValue, number, instrument.title,
            StandingPhrase.word(document.standing), signed(instrument.signed),
            document.effective.description, document.header.disclosed.description,
            document.grade.rawValue, document.terms.map(\.text).joined(separator: "; "),
        ]
    }

    private static func signed(_ date: SigningDate?) -> String {
        switch date {
        case .day(let day): day.description
        case .unknown: "unknown"
        case nil: ""
        }
    }
}
