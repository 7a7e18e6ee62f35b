import Amendments
import Ledger
import Terms

/// Since when a term has been there in its present life, and has excluded others.
///
/// A pause, a change for a time and a reading that is disputed end neither: when they are over, the term is the
/// earlier one that it was. A new life begins anew, and so does an exclusivity that was given up and is agreed
/// again.
struct Priority {
    /// The event that began the life; nil for the first life of a term.
    private let life: Position?
    let liveSince: Day
    private(set) var exclusiveSince: Day
    /// Since when each exclusivity that governed has been agreed, by what governed it.
    private var agreed: [Set<Position>: Day] = [:]
    private var mayShutOut: Bool

    /// - Parameter before: the seniority of the last day on which the term was live.
    init(
        _ term: ConformedTerm, _ exclusivity: Coverage<Exclusivity>?, in reading: AgreementReading,
        on day: Day, after before: Priority?
    ) {
        let life = reading.term(term.identity)?.firstLife(of: day)?.addition.position
        let before = before.flatMap { $0.life == life ? $0 : nil }
        self.life = life
        liveSince = before?.liveSince ?? day
        let governing = Self.governing(exclusivityOf: term)
        agreed = before?.agreed ?? [:]
        let goesOn = before.flatMap { $0.mayShutOut ? $0.exclusiveSince : nil }
        exclusiveSince = agreed[governing] ?? goesOn ?? day
        agreed[governing] = exclusiveSince
        mayShutOut = exclusivity != .known(.nonExclusive)
    }

    /// The events that say how far the term excludes others, and until when.
    private static func governing(exclusivityOf term: ConformedTerm) -> Set<Position> {
        let fields = [FieldName.exclusivity, .exclusiveUntil].compactMap(term.field)
        let events = fields.filter { !$0.isReported }.flatMap { field in
            [field.governing] + field.candidates.compactMap(\.event)
        }
        return Set(events.map(\.position))
    }
}
