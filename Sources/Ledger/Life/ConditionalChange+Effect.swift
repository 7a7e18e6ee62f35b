import Amendments
public import Terms

extension ConditionalChange {
    /// What would happen.
    public enum Effect: Hashable, Sendable {
        /// The field reads so; nil: it is no longer part of the term.
        case sets(FieldName, ValueState?)
        /// A value for a time is over, and the field reads so again; nil: it has no such field again.
        case reverts(FieldName, ValueState?)
        /// A term that is over begins anew.
        case added
        case removed, suspended, resumed, agreementEnded
        /// The term is done with: exercised in whole, paid out or fulfilled.
        case discharged
        /// The term has that id.
        case moved(TermID)
        /// A party gives up a right under the term.
        case waived(PartyID, extent: String)
        /// A party that the term names leaves the agreement.
        case departed(PartyID)
        /// The agreement is not renewed when it runs out.
        case notRenewed
    }
}

extension ConditionalChange.Effect {
    /// What happens, in a word that programs can switch over.
    public enum Word: String, CaseIterable, Hashable, Sendable {
        case sets, reverts, added, removed, suspended, resumed
        case agreementEnded = "agreement-ended"
        case moved, waived, departed, discharged
        case notRenewed = "not-renewed"
    }

    public var word: Word {
        switch self {
        case .sets: .sets
        case .reverts: .reverts
        case .added: .added
        case .removed: .removed
        case .discharged: .discharged
        case .suspended: .suspended
        case .resumed: .resumed
        case .agreementEnded: .agreementEnded
        case .moved: .moved
        case .waived: .waived
        case .departed: .departed
        case .notRenewed: .notRenewed
        }
    }

    /// The field that changes; nil where the term itself does.
    public var field: FieldName? {
        switch self {
        case .sets(let name, _), .reverts(let name, _): name
        case .added, .removed, .discharged, .suspended, .resumed, .agreementEnded, .moved, .waived,
            .departed, .notRenewed:
            nil
        }
    }

    /// What the field would read.
    public var value: ValueState? {
        switch self {
        case .sets(_, let value), .reverts(_, let value): value
        case .added, .removed, .discharged, .suspended, .resumed, .agreementEnded, .moved, .waived,
            .departed, .notRenewed:
            nil
        }
    }

    /// The status that the term would have; nil where that stays as it is.
    public var status: TermStatus? {
        switch self {
        case .removed, .discharged, .agreementEnded: .ended
        case .suspended: .suspended
        case .added, .resumed: .inForce
        case .sets, .reverts, .moved, .waived, .departed, .notRenewed: nil
        }
    }

    /// The id that the term would have; nil where that stays as it is.
    public var id: TermID? {
        switch self {
        case .moved(let id): id
        case .sets, .reverts, .added, .removed, .discharged, .suspended, .resumed, .agreementEnded,
            .waived, .departed, .notRenewed:
            nil
        }
    }

    /// What would happen, in words.
    public var words: String {
        switch self {
        case .sets(_, let value): value?.displayText ?? "no longer part of the term"
        case .reverts(_, let value):
            value.map { "\($0.displayText) again" } ?? "no such field again"
        case .added: "begins anew"
        case .removed: "removed"
        case .discharged: "discharged"
        case .suspended: "suspended"
        case .resumed: "resumed"
        case .agreementEnded: "ended with the agreement"
        case .moved(let id): "its id becomes \(id)"
        case .waived(let party, let extent): "right waived by \(party): \(extent)"
        case .departed(let party): "\(party) leaves the agreement"
        case .notRenewed: "not renewed"
        }
    }
}
