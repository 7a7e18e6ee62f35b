public import Terms

/// A party that a term names, and who has come into its place by a day.
public struct PartyPlace: Hashable, Sendable {
    /// As the term names it.
    public var party: PartyID
    /// Everyone who has come into its place since, in order of effect; empty for a group that no one succeeded.
    public var successors: [PartyID]
    /// False where an imprecise day leaves open whether the last of them has come into it yet.
    public var isCertain: Bool
    /// Of a group, who is in it by then, or may be: bound through it, though for how much of it is not known.
    public var members: [PartyID]
    /// Whether others may be in the group whom the record does not name.
    public var mayHaveOthers: Bool

    public init(
        party: PartyID, successors: [PartyID], isCertain: Bool, members: [PartyID] = [],
        mayHaveOthers: Bool = false
    ) {
        self.party = party
        self.successors = successors
        self.isCertain = isCertain
        self.members = members
        self.mayHaveOthers = mayHaveOthers
    }

    /// Who stands in the place now, or may.
    public var holder: PartyID { successors.last ?? party }

    /// Every name by which the place is known for certain, the one the term gives first.
    public var certainNames: [PartyID] {
        [party] + (isCertain ? successors : successors.dropLast())
    }

    /// `c`; `a or c` where it is open whether c has come into the place yet.
    public var shortText: String {
        isCertain ? holder.text : "\(previous.text) or \(holder.text)"
    }

    /// `c, successor of a`; of several, the last first; `lenders (a, b)` for a group, `lenders (at
    /// least a)` where others may be in it.
    public var text: String {
        let names =
            isCertain
            ? holder.text + formerHolders.reversed().map { ", successor of \($0)" }.joined()
            : "\(previous.text), or \(holder.text) as its successor"
        let known = members.map(\.text).joined(separator: ", ")
        switch (members.isEmpty, mayHaveOthers) {
        case (true, false): return names
        case (true, true): return "\(names) (members not stated)"
        case (false, false): return "\(names) (\(known))"
        case (false, true): return "\(names) (at least \(known))"
        }
    }

    /// Those whose place it was before, the first first.
    public var formerHolders: [PartyID] {
        successors.isEmpty ? [] : [party] + successors.dropLast()
    }

    private var previous: PartyID { successors.dropLast().last ?? party }
}

extension [PartyPlace] {
    /// The place of a party; nil where the party still stands in it itself.
    public func place(of party: PartyID) -> PartyPlace? { first { $0.party == party } }

    /// A value with who stands in the places of the parties it names; in words where that is open.
    func held(_ value: ValueState) -> ValueState {
        let named = filter { value.parties.contains($0.party) }
        if named.contains(where: { !$0.isCertain }) { return .stated(.text(shortText(of: value))) }
        return value.replacingParties { holder(of: $0) } ?? value
    }

    /// Who stands in the place of a party now, or may.
    public func holder(of party: PartyID) -> PartyID { place(of: party)?.holder ?? party }

    /// A value as people read it, with who has come into the place of the parties it names.
    public func text(of value: ValueState) -> String {
        text(of: value) { $0.text }
    }

    /// A value as a sentence says it, with who stands in the place of the parties it names.
    public func shortText(of value: ValueState) -> String {
        text(of: value) { $0.shortText }
    }

    private func text(of value: ValueState, _ words: (PartyPlace) -> String) -> String {
        let parties = value.parties
        guard !isEmpty, !parties.isEmpty else { return value.displayText }
        return parties.map { party in place(of: party).map(words) ?? party.text }
            .joined(separator: ", ")
    }
}

extension ValueState {
    /// The same with other parties named; nil where it names none, or the same ones.
    func replacingParties(_ other: (PartyID) -> PartyID) -> ValueState? {
        guard case .stated(let value) = self else { return nil }
        let replaced: Value
        switch value {
        case .party(let party): replaced = .party(other(party))
        case .parties(let parties): replaced = .parties(parties.map(other))
        case .text, .choice, .flag, .count, .money, .rate, .indexation, .formula, .schedule, .tiers,
            .unitPrice, .date, .bound, .duration, .businessDays, .yearly, .tags, .term, .condition:
            return nil
        }
        return replaced == value ? nil : .stated(replaced)
    }

    /// The parties that a stated value names.
    package var parties: [PartyID] {
        guard case .stated(let value) = self else { return [] }
        return switch value {
        case .party(let party): [party]
        case .parties(let parties): parties
        case .text, .choice, .flag, .count, .money, .rate, .indexation, .formula, .schedule, .tiers,
            .unitPrice, .date, .bound, .duration, .businessDays, .yearly, .tags, .term, .condition:
            []
        }
    }
}
