public import Amendments
import Notation
public import Terms

/// Which plain steps of one field an answer about some days rests on: what governs the first of them, every step up
/// to the last, and of those after it as many as show when the field next reads otherwise.
///
/// The last of several steps from one day governs; so the steps of a day are taken together.
public struct StepWalk {
    private let last: Day
    /// The day of the steps that were taken last, and the last of them.
    private var day: Day?
    private var newest: StepLine?
    /// How the field reads from the first day after the last one asked about.
    private var first: ValueState??
    public private(set) var positions: [Position] = []

    /// - Parameters:
    ///   - governing: the last step that governs from the first day of the question; nil where none does.
    ///   - last: the last day of the question.
    public init(governing: StepLine?, through last: Day) {
        self.last = last
        if let governing { positions.append(governing.position) }
    }

    /// Takes the next step, in the order in which they govern.
    ///
    /// - Parameters:
    ///   - line: the step.
    ///   - reads: how the field reads by a step.
    /// - Returns: false, and the step is not taken, where it is not needed, and nothing after it is.
    public mutating func take(
        _ line: StepLine, reads: (Position) throws -> ValueState?
    ) rethrows -> Bool {
        if line.begins != day, let day, let newest, day > last {
            let reading = try reads(newest.position)
            guard first == nil || first == reading else { return false }
            first = reading
        }
        day = line.begins
        newest = line
        positions.append(line.position)
        return true
    }
}

extension RecordedEvent {
    /// How an amendment of a term of that kind lets a field read; nil where it is no longer part of the term, or
    /// cannot be read.
    public func amended(_ field: FieldName, of kind: TermKind?) -> ValueState? {
        guard let kind, let amendment = event.payload as? TermAmended else { return nil }
        var ignored = Problems()
        let values = amendment.set.typed(for: kind, requireAll: false, &ignored)
        return values.entries.first { $0.0 == field }?.1
    }
}
