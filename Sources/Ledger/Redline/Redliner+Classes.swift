import Amendments
import Terms

extension Redliner {
    /// The events behind the later facet that are not behind the earlier one.
    static func newCauses(_ old: Facet?, _ new: Facet?) -> [RecordedEvent] {
        let known = Set((old?.causes ?? []))
        let fresh = (new?.causes ?? []).filter { !known.contains($0) }
        if !fresh.isEmpty { return fresh }
        return Array((new ?? old)?.causes.prefix(1) ?? [])
    }

    /// What sort of difference it is that one end knows more.
    static func learnedClass(
        _ path: FacetPath, _ old: Facet?, _ new: Facet?, _ causes: [RecordedEvent]
    ) -> RedlineLine.Classification {
        if path.facet == FacetPath.identifier { return .moved }
        if new?.value == .silent { return .silent }
        if case .redacted? = new?.value { return .redacted }
        if causes.contains(where: { $0.event.payload.traits.contains(.corrects) }) {
            return .corrected
        }
        return isWithheldTwice(old, new) ? .notComparable : .disclosed
    }

    /// What sort of difference it is that time passed, read from the earlier day to the later.
    static func effectClass(
        _ path: FacetPath, _ earlier: Facet?, _ later: Facet?, causes: [RecordedEvent],
        knownOn day: Day
    ) -> RedlineLine.Classification {
        if path.facet == FacetPath.identifier { return .moved }
        if later?.value == .silent { return .silent }
        if case .redacted? = later?.value { return .redacted }
        if isWithheldTwice(earlier, later) || mayBeEqual(earlier, later) { return .notComparable }
        guard let later else {
            return causes.contains { $0.event.payload.traits.contains(.takesOut) }
                ? .removed : .ended
        }
        if path.facet == FacetPath.status, let status = later.status {
            if status == .ended {
                let isTakenOut = later.causes.contains {
                    $0.event.payload.traits.contains(.takesOut)
                }
                return isTakenOut && !later.causes.contains { $0.event.payload is TermAmended }
                    ? .removed : .ended
            }
            if earlier?.status == .ended { return .added }
        }
        if earlier == nil { return .added }
        let isScheduled = causes.allSatisfy { $0.recording.disclosed.latest <= day }
        return isScheduled ? .scheduledStep : .amended
    }

    /// Whether an approximate value is one of both, and may be the other.
    private static func mayBeEqual(_ old: Facet?, _ new: Facet?) -> Bool {
        guard let old = old?.value, let new = new?.value, old.says, new.says,
            old.isApproximate || new.isApproximate
        else { return false }
        return !old.contradicts(new)
    }

    private static func isWithheldTwice(_ old: Facet?, _ new: Facet?) -> Bool {
        old?.value == .undisclosed && new?.value == .undisclosed
    }
}

extension Facet {
    /// The term's status, where this is the facet of one.
    fileprivate var status: TermStatus? {
        guard case .stated(.choice(let word)) = value else { return nil }
        return TermStatus(rawValue: word)
    }
}
