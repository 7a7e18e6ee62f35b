public import Terms

/// When terms conflict, ready to be drawn under the terms.
///
/// What makes a conflict, and how sure it is, is decided elsewhere; here it only has a place.
public struct ConflictStrip: Hashable, Sendable {
    /// The windows in the order in which their rows are drawn; those with one label share a row.
    public var windows: [Window]

    public init(_ windows: [Window] = []) { self.windows = windows }

    /// A run of days of one conflict.
    public struct Window: Hashable, Sendable {
        /// What conflicts, in a few words: `a.term / another.term`.
        public var label: String
        public var certainty: Certainty
        public var days: DayRange
        /// The reasons in a sentence; empty for none.
        public var detail: String

        public init(
            label: String, certainty: Certainty, days: DayRange, detail: String = ""
        ) {
            self.label = label
            self.certainty = certainty
            self.days = days
            self.detail = detail
        }
    }

    /// How sure it is that two terms conflict.
    public enum Certainty: String, CaseIterable, Hashable, Sendable {
        case certain
        /// Something that would decide it is not known.
        case possible
    }
}
