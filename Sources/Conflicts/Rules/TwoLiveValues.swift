import Amendments
import Ledger
import Terms

/// One field of a live term has two values of equal rank, none overriding the other.
///
/// An error, never a silent pick: two applicable definitions of one rank, as in Catala.
public struct TwoLiveValues: ConflictRule {
    public let name = RuleName.twoLiveValues
    public let source = "Catala: two applicable definitions of equal rank are an error"
    public let summary = "one field has two values, and the one agreed rests on no better evidence"

    public init() {}

    public func meeting(of holding: Holding, in runs: [Holding]) -> Meeting? {
        let contested = holding.term.fields.filter(\.isContested)
        guard !contested.isEmpty else { return nil }
        let proofs = contested.map { field in
            let others = field.competing.filter { $0.grade <= field.grade }
            return DimensionProof(
                .value, "\(field.name): \(field.value.displayText)",
                others.map { $0.value?.displayText ?? "no such field" }.joined(separator: " or "),
                .unknown, "a report does not change what is agreed; its evidence is no worse")
        }
        return Meeting(rule: name, sides: [holding], proofs: proofs)
    }
}
