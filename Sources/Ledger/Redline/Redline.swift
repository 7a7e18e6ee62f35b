public import Amendments
public import Terms

/// The difference between two conformed copies, with causes.
///
/// When both what is known and the day differ, the difference is shown in two steps: first what was
/// *learned*, on the day of the copy that knows less, then what *took effect*, with all that the other
/// knows. So `redline(B, A)` is `redline(A, B)` read backwards, and `redline(A, A)` is empty.
public struct Redline: Hashable, Sendable {
    public var before: ConformedCopy
    public var after: ConformedCopy
    public var lines: [RedlineLine]
    /// What was restated as unchanged between the two days; no difference.
    public var restated: [RedlineLine]

    public var isEmpty: Bool { lines.isEmpty }
}

/// One facet that differs.
public struct RedlineLine: Hashable, Sendable {
    public var path: FacetPath
    /// nil: it was not there.
    public var before: ValueState?
    /// nil: it is no longer there.
    public var after: ValueState?
    public var classification: Classification
    public var phase: Phase
    /// Every event that had a part in it, in the parties' order.
    public var causes: [RecordedEvent]

    /// Why it differs: someone learned something, or time passed.
    public enum Phase: String, CaseIterable, Hashable, Sendable {
        case learned
        case tookEffect = "took-effect"
    }

    /// What sort of difference it is.
    public enum Classification: String, CaseIterable, Hashable, Sendable {
        case added, removed, amended
        /// Agreed and known on the earlier day already; only its day came.
        case scheduledStep = "scheduled-step"
        case ended, corrected, disclosed, redacted, moved, silent
        /// Withheld on both sides, by different events: whether it changed is not known.
        case notComparable = "not-comparable"
        /// Stated again as it was; no difference.
        case reaffirmed
    }

    /// True where it is of what a source reports, and not of what is agreed.
    public var isReported: Bool { path.report != nil }

    /// True where it is of a change that is agreed and waits for a condition.
    public var isConditional: Bool { path.conditional != nil }

    /// The same line read backwards.
    public var inverted: RedlineLine {
        var line = self
        (line.before, line.after) = (after, before)
        return line
    }
}
