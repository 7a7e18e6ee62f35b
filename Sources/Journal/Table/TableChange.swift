import Amendments
import Terms

/// What a row does: the event that it is.
enum TableChange: String, CaseIterable {
    case added, amended, removed, suspended, resumed, reaffirmed, unaddressed, reported
    case conditionDefined = "condition-defined"
    case conditionSatisfied = "condition-satisfied"
    case conditionLapsed = "condition-lapsed"
    case conditionWaived = "condition-waived"
    case conditionRemoved = "condition-removed"

    /// The word, or the event's own: `added` as well as `term-added`.
    init?(_ text: String) {
        let word = TableColumn.normal(text)
        self.init(rawValue: word.hasPrefix("term-") ? String(word.dropFirst(5)) : word)
    }

    /// The change that another word of contract teams most likely means: it is proposed, and never taken for it.
    static func meant(by text: String) -> TableChange? {
        switch TableColumn.normal(text) {
        case "new", "inserted", "created": .added
        case "changed", "modified", "updated", "varied", "replaced", "amendment": .amended
        case "deleted", "deletion", "ended", "terminated", "cancelled", "struck": .removed
        case "confirmed", "unchanged", "restated": .reaffirmed
        case _: nil
        }
    }

    var event: EventKind {
        switch self {
        case .added: .termAdded
        case .amended: .termAmended
        case .removed: .termRemoved
        case .suspended: .termSuspended
        case .resumed: .termResumed
        case .reaffirmed: .termReaffirmed
        case .unaddressed: .termUnaddressed
        case .reported: .valueReported
        case .conditionDefined: .conditionDefined
        case .conditionSatisfied: .conditionSatisfied
        case .conditionLapsed: .conditionLapsed
        case .conditionWaived: .conditionWaived
        case .conditionRemoved: .conditionRemoved
        }
    }

    /// What the row says of the fields of a term.
    enum Use {
        /// Their values are those of the term.
        case set
        /// Each value is one that a source asserts.
        case report
        /// Only these have a meaning: members of the event that are spelled as fields are.
        case members(Set<FieldName>)
    }

    var use: Use {
        switch self {
        case .added, .amended: .set
        case .reported: .report
        case .removed, .suspended: .members([.ground])
        case .resumed, .reaffirmed, .unaddressed: .members([])
        case .conditionDefined: .members([.condition, .text])
        case .conditionSatisfied, .conditionLapsed, .conditionWaived, .conditionRemoved:
            .members([.condition])
        }
    }

    var isOfTerm: Bool {
        switch self {
        case .added, .amended, .removed, .suspended, .resumed, .reaffirmed, .unaddressed, .reported:
            true
        case .conditionDefined, .conditionSatisfied, .conditionLapsed, .conditionWaived,
            .conditionRemoved:
            false
        }
    }

    /// Whether `lasts` may stand in the row.
    var mayLast: Bool {
        switch self {
        case .amended, .suspended, .reported: true
        case .added, .removed, .resumed, .reaffirmed, .unaddressed, .conditionDefined,
            .conditionSatisfied, .conditionLapsed, .conditionWaived, .conditionRemoved:
            false
        }
    }
}
