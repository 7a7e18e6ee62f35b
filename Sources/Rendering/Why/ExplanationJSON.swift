import Amendments
import EventStore
import Ledger
public import Questions

/// Why a term reads as it does, as JSON, schema `deedbook/why/1`.
public enum ExplanationJSON {
    static let answer = JSONAnswer<WhyQuestion.Content>(
        "why", "why a term, or one of its fields, reads as it does",
        command: "deedbook why AGREEMENT TERM --format json",
        .member("agreement", .agreement, \.explanation.agreement),
        .member("title", .text, \.explanation.title),
        .all(of: QuestionJSON.members) { ($0.explanation.vantage, $0.explanation.resolved) },
        .member("term", TermJSON.shape, \.explanation.term),
        .list("fields", HistoryJSON.shape) { content in
            content.explanation.fields.map { ($0, content.explanation.term.status) }
        },
        .list("signatures", SignerJSON.entry) { content in
            content.signers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        })

    public static func render(_ answer: Answer<WhyQuestion>) -> String {
        self.answer.text(of: answer.content)
    }
}
