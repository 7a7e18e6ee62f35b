import Amendments
import Ledger
import Terms

/// A live term that depends on a condition or term that is no more, and on nothing else.
public struct Orphan: ConflictRule {
    public let name = RuleName.orphan
    public let source =
        "consistency of amendments: what names a removed condition must be amended with it"
    public let summary = "a term names a condition or a term that was removed"

    public init() {}

    public func finding(of termPeriod: TermPeriod, in runs: [TermPeriod]) -> Finding? {
        let reasons = termPeriod.term.reasons + termPeriod.term.fields.flatMap(\.reasons)
        let conditions = reasons.compactMap { reason -> ConditionID? in
            guard case .orphan(let id) = reason else { return nil }
            return id
        }
        var proofs = Set(conditions).sorted().map { id in
            DimensionProof(
                .support, "names condition \(id) alone", "removed", .yes,
                "nothing is left that could govern it")
        }
        for field in termPeriod.term.fields {
            guard let named = missing(field, of: termPeriod) else { continue }
            proofs.append(
                DimensionProof(
                    .support, "\(field.name): \(field.value.displayText)", "\(named)", .yes,
                    "what it names is gone"))
        }
        guard !proofs.isEmpty else { return nil }
        return Finding(rule: name, sides: [termPeriod], proofs: proofs)
    }

    /// What a field names that is no more.
    private func missing(_ field: ConformedField, of termPeriod: TermPeriod) -> String? {
        switch field.value {
        case .stated(.condition(let id)):
            termPeriod.removedConditions.contains { $0.id == id } ? "condition removed" : nil
        case .stated(.term(let id)), .sameAs(let id, _):
            termPeriod.endedTerms.contains(id) ? "term ended" : nil
        case .stated, .between, .about, .redacted, .undisclosed, .unknown, .silent, .none: nil
        }
    }
}
