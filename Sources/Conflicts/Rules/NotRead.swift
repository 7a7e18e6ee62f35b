import Amendments
import Ledger
import Terms

/// A live term that an instrument may change of which nothing is known but that it is there.
public struct NotRead: ConflictRule {
    public let name = RuleName.notRead
    public let source =
        "practice of due diligence: a document that is listed and missing is a finding"
    public let summary = "an instrument that was not read may change the term"

    public init() {}

    public func finding(of termPeriod: TermPeriod, in runs: [TermPeriod]) -> Finding? {
        let events = termPeriod.term.reasons.compactMap { reason -> EventReference? in
            guard case .notRead(let event) = reason else { return nil }
            return event
        }
        guard !events.isEmpty else { return nil }
        return Finding(
            rule: name, sides: [termPeriod],
            proofs: events.map { event in
                DimensionProof(
                    .support, "as recorded", "\(event.recording), not read", .yes,
                    "what it says is not known")
            })
    }
}
