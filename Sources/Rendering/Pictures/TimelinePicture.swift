public import Ledger

/// The terms of an agreement through time, as a standalone SVG picture.
///
/// A row for each term with its life as bars, every change and report as a mark on its day, then
/// conditions, disputes and conflicts. Everything is shown by shape, pattern or word first and by colour
/// second, and again in words in the picture's `desc`. No scripts, links or fonts; the same input gives
/// the same bytes.
public struct TimelinePicture: Sendable {
    /// What the picture is of.
    public enum Subject: Hashable, Sendable {
        /// Every term that ever was.
        case timeline
        /// The terms that a conformed copy shows: in force, scheduled or undecided on the day of the question.
        case terms
    }

    /// By what the rows are put together.
    public enum Grouping: String, CaseIterable, Hashable, Sendable {
        /// What sort of thing the terms are about.
        case kind
        /// The first party of each term: who grants, pays or owes.
        case party
    }

    let reading: AgreementReading
    let histories: [TermHistory]
    let copy: ConformedCopy
    let subject: Subject
    let grouping: Grouping
    let conflicts: ConflictStrip
    let options: TextOptions

    /// - Parameters:
    ///   - reading: the agreement from the vantage of the copy.
    ///   - histories: of the terms to draw, from the same vantage.
    ///   - copy: the conformed copy; it carries the question, and the day that is marked.
    ///   - conflicts: drawn as a strip at the bottom.
    ///   - options: what of the question the copy does not carry; width and style do not count.
    public init(
        reading: AgreementReading, histories: [TermHistory], copy: ConformedCopy,
        subject: Subject = .timeline, grouping: Grouping = .kind,
        conflicts: ConflictStrip = ConflictStrip(), options: TextOptions = TextOptions()
    ) {
        self.reading = reading
        self.histories = histories
        self.copy = copy
        self.subject = subject
        self.grouping = grouping
        self.conflicts = conflicts
        self.options = options
    }

    /// The picture as an SVG 1.1 document, with a line feed at the end.
    public var svg: String { Drawing(chart).text }
}
