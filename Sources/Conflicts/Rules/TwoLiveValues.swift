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

    public func finding(of termPeriod: TermPeriod, in runs: [TermPeriod]) -> Finding? {
        let contested = termPeriod.term.fields.filter(\.isContested)
        let values = contested.map { field in
            let others = field.competing.filter { $0.grade <= field.grade }
            return DimensionProof(
                .value, "\(field.name): \(field.value.displayText)",
                others.map { $0.value?.displayText ?? "no such field" }.joined(separator: " or "),
                .unknown, "a report does not change what is agreed; its evidence is no worse")
        }
        let proofs =
            values + termPeriod.term.fields.compactMap(succession)
            + termPeriod.term.fields.compactMap(reading)
        return proofs.isEmpty ? nil : Finding(rule: name, sides: [termPeriod], proofs: proofs)
    }

    /// Readings of the field that compete, and of which no one chose one.
    private func reading(_ field: ConformedField) -> DimensionProof? {
        let events = field.candidates.compactMap(\.event)
        let open = events.compactMap { $0.event.payload as? TermInterpreted }
        guard let said = open.first else { return nil }
        return DimensionProof(
            .value, "\(field.name): \(said.reading)", said.readings.joined(separator: " or "),
            .unknown, "readings compete, and none has been chosen")
    }

    /// A succession of a party that the field names, where instruments state it for different days.
    private func succession(_ field: ConformedField) -> DimensionProof? {
        let stated = field.furtherCauses.compactMap { $0.event.payload as? PartySucceeded }
        let days = field.furtherCauses.filter { cause in
            guard let one = cause.event.payload as? PartySucceeded else { return false }
            return stated.count { $0.party == one.party && $0.successor == one.successor } > 1
        }
        guard days.count > 1, let open = field.places.first(where: { !$0.isCertain }) else {
            return nil
        }
        return DimensionProof(
            .value, "\(field.name): \(open.shortText)",
            days.map { "\($0.effective) (\($0.reference))" }.joined(separator: " or "), .unknown,
            "instruments of equal evidence state one succession for different days")
    }
}
