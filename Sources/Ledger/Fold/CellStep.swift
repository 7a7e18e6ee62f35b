import Amendments
import Terms

/// An assertion of a cell with its days resolved.
struct CellStep: Sendable {
    let assertion: Assertion
    let begins: DayWindow
    /// When a temporary one is over; nil for a standing one, and where no end is known.
    private(set) var ends: DayWindow?
    let order: OrderKey

    /// Returns nil for what has not begun on any day of the calendar.
    init?(_ assertion: Assertion, order: InstrumentOrder, bounds: BoundReader) {
        guard let begins = bounds.start(assertion.begins), begins.first <= .last else {
            return nil
        }
        self.assertion = assertion
        self.begins = begins
        ends = assertion.lasts.flatMap { bounds.end($0) }.flatMap {
            $0.first <= .last ? $0 : nil
        }
        self.order = order.key(of: assertion.event)
    }

    var isStanding: Bool { assertion.lasts == nil }
    var isExact: Bool { begins.isExact && ends?.isExact ?? true }

    /// What it wipes as an onward step: every later step and window agreed before it.
    func wiped(among steps: [CellStep]) -> [CellStep] {
        steps.filter { step in
            guard step.order < order else { return false }
            if step.isStanding { return step.begins.first > begins.first }
            return step.ends.map { $0.sure > begins.first } ?? true
        }
    }

    /// Takes out what it wipes; a window in which it falls ends with it.
    func wipe(_ steps: inout [CellStep]) {
        let wiped = Set(wiped(among: steps).map(\.order))
        steps = steps.compactMap { step in
            guard wiped.contains(step.order) else { return step }
            guard !step.isStanding, step.begins.first < begins.first else { return nil }
            var cut = step
            cut.ends = begins
            return cut
        }
    }

    /// The days of a window whose days are known, up to the first step of the base that was agreed after it; nil
    /// for none.
    func days(over base: [CellStep]) -> DayRange? {
        let over = base.filter { $0.order > order && $0.begins.first >= begins.first }
            .map(\.begins.first)
        return DayRange(from: begins.first, to: (over + [ends?.first].compactMap(\.self)).min())
    }
}
