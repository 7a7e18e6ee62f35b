import EventStore
import Terms

/// A span of days that is asked about.
enum AskedDays {
    /// As many as one answer has, period by period: 400 years, after which the Gregorian calendar begins anew.
    static let most = 146_097

    /// - Throws: `longSpan` for more.
    static func check(from first: Day, to last: Day) throws(DeedbookError) {
        guard last.number - first.number < most else {
            throw .longSpan(from: first, to: last, limit: most)
        }
    }
}
