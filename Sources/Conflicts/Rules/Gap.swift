import Amendments
import Ledger
import Terms

/// A term that a later instrument did not address, though it removed what the term depends on.
///
/// The previous value still applies; whether the parties meant that, no one said.
public struct Gap: ConflictRule {
    public let name = RuleName.gap
    public let source = "drafting practice: silence on a term whose support is removed leaves a gap"
    public let summary =
        "an instrument did not address a term and removed a condition it depends on"

    public init() {}

    public func finding(of termPeriod: TermPeriod, in runs: [TermPeriod]) -> Finding? {
        let silent = termPeriod.term.silentSince + termPeriod.term.fields.flatMap(\.silentSince)
        guard !silent.isEmpty else { return nil }
        let reasons = termPeriod.term.reasons + termPeriod.term.fields.flatMap(\.reasons)
        let rebased = Set(
            reasons.compactMap { reason -> ConditionID? in
                guard case .rebased(let id) = reason else { return nil }
                return id
            }
        ).sorted().filter { id in termPeriod.removedConditions.contains { $0.id == id } }
        guard let first = rebased.first else { return nil }
        let by = silent.map { $0.recording.instrument.title }
        return Finding(
            rule: name, sides: [termPeriod],
            proofs: [
                DimensionProof(
                    .support, "named condition \(first)",
                    "removed; not addressed by: \(Set(by).sorted().joined(separator: ", "))",
                    .yes, "what is left of its bounds governs, which no instrument states")
            ])
    }
}
