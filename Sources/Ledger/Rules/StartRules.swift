import Amendments
import Notation
import Terms

/// What a term cannot begin or end by: a start names a day from which something holds, and an end a last day.
///
/// Only what is being recorded is held against this; what is in the book stays readable, and valid.
enum StartRules {
    static func violations(
        of new: some Sequence<RecordedEvent>, in reading: AgreementReading
    ) -> [Violation] {
        new.flatMap { event in
            [unusable(event)].compactMap(\.self)
                + event.givenValues(in: reading.state).compactMap { given in
                    guard case .stated(.bound(let bound)) = given.value,
                        let (message, hint) = fault(in: bound, of: given.name)
                    else { return nil }
                    return Violation(
                        message: message, hint: hint, ground: .itself, event: event.reference,
                        mark: given.mark)
                }
        }
    }

    /// What has no beginning is in force from the first day of the calendar: no one agreed that.
    private static func unusable(_ event: RecordedEvent) -> Violation? {
        guard case .open = event.effective else { return nil }
        return Violation(
            message: "'open' is no day from which something holds",
            hint:
                "use on, from, announced or upon; where the day is not known, between or announced",
            ground: .itself, event: event.reference, mark: event.event.mark)
    }

    private static func fault(
        in bound: DateBound, of name: FieldName
    ) -> (message: String, hint: String)? {
        switch name {
        case .starts where bound.holds(anywhere: \.isEnd):
            (
                "starts is '\(bound)', which is an end, not a day from which something holds",
                "use on, from, announced, upon or between"
            )
        case .ends where bound.holds(anywhere: \.isBeginning):
            (
                "ends is '\(bound)', a day from which something holds, not an end",
                "write the last day with through, or the first day after it with until"
            )
        case _: nil
        }
    }
}

extension DateBound {
    /// Whether it, or one of those of which it is the first or the last, is of some sort. What is counted from a bound is
    /// of its own sort.
    fileprivate func holds(anywhere isSo: (DateBound) -> Bool) -> Bool {
        switch self {
        case .firstOf(let bounds), .lastOf(let bounds): bounds.contains { $0.holds(anywhere: isSo) }
        case .on, .from, .through, .until, .announced, .soft, .upon, .between, .after, .moved,
            .open:
            isSo(self)
        }
    }

    fileprivate var isEnd: Bool {
        switch self {
        case .through, .until, .open: true
        case .on, .from, .announced, .soft, .upon, .firstOf, .lastOf, .between, .after, .moved:
            false
        }
    }

    fileprivate var isBeginning: Bool {
        switch self {
        case .from: true
        case .on, .through, .until, .announced, .soft, .upon, .firstOf, .lastOf, .between, .after,
            .moved, .open:
            false
        }
    }
}
