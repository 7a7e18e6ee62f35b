public import Amendments
public import Terms

/// A document of an agreement, as it stands on a day.
public struct StandingInstrument: Hashable, Sendable {
    /// Its recordings, in the order recorded: one, or several where it became known in parts. Never empty.
    public var recordings: [RecordingHeader]
    public var standing: Standing
    /// When it takes effect, as it reads: by its first event.
    public var effective: DateBound
    /// What ended it, or took its place.
    public var causes: [RecordedEvent]
    /// The terms that hold on the day, or may, and of which it made something.
    public var terms: [TermID]
    /// The consents that it gives, in its own order.
    public var consents: [ConsentGiven]
    /// The best grade of the evidence for it.
    public var grade: SourceGrade
    /// How much of it was read.
    public var reading: Reading

    /// Whether it was read, in full.
    public var isRead: Bool { reading == .whole }

    /// The instrument as its first recording names it.
    public var header: RecordingHeader { recordings[0] }

    /// How much of a document was read.
    public enum Reading: Hashable, Sendable {
        case whole
        /// Something of it is recorded, and that the rest was not read.
        case part
        /// All that is known of it is that it is there.
        case none
    }

    /// Whether a document has effect.
    public enum Standing: String, CaseIterable, Hashable, Sendable {
        case inEffect = "in-effect"
        case notYet = "not-yet"
        /// A complete text, or another agreement, took its place.
        case superseded
        /// The agreement is over, or the time is for which it was made.
        case ended
        /// The dates are too imprecise to say, or a condition decides.
        case indeterminate
    }
}

extension [StandingInstrument] {
    /// The numbers between the least and the greatest of numbered documents that none of them has.
    public var missingNumbers: [Int] {
        let numbers = Set(compactMap(\.header.instrument.number))
        guard let least = numbers.min(), let greatest = numbers.max(), greatest - least < 1000
        else {
            return []
        }
        return (least...greatest).filter { !numbers.contains($0) }
    }
}

extension InstrumentKind {
    /// Whether such a document does something between the parties, rather than report on it.
    package var isOfParties: Bool {
        switch self {
        case .definitive, .amendment, .restatement, .waiver, .consent, .sideLetter, .notice,
            .memorandum, .order:
            true
        case .jointStatement, .statement, .filing, .report, .correction: false
        }
    }
}
