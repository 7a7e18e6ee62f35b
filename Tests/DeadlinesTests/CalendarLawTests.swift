import Amendments
import Deadlines
import DeedbookTesting
import Foundation
import Ledger
import Terms
import Testing

/// What holds of every calendar, on the real record.
struct CalendarLawTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static func views() throws -> [AgreementView] {
        let story = try given(folder: root.appendingPathComponent("Events").path)
        return Set(story.events.map(\.agreement)).sorted().map { agreement in
            AgreementView(
                agreement, history: story.events.filter { $0.agreement == agreement },
                from: Vantage(on: .first), resolvedTo: story.head)
        }
    }

    private static func dated(_ view: AgreementView, _ from: Day, _ to: Day) throws -> Set<String> {
        let span = from...to
        return Set(
            view.deadlines(in: span).compactMap { deadline in
                guard case .on(let day) = deadline.when else { return nil }
                return "\(day) \(deadline.key)"
            })
    }

    @Test func `two spans that meet hold what one over both holds`() throws {
        for view in try Self.views() {
            for middle: Day in [
                "2023-01-22", "2025-10-27", "2026-04-26", "2026-04-27", "2030-12-31",
            ] {
                let whole = try Self.dated(view, "2019-01-01", "2035-12-31")
                let parts = try Self.dated(view, "2019-01-01", middle).union(
                    Self.dated(view, middle.adding(days: 1), "2035-12-31"))
                #expect(whole == parts, "\(whole.symmetricDifference(parts).sorted())")
            }
        }
    }

    @Test func `every entry lies in the span, has a cause and a key of its own`() throws {
        let span: ClosedRange<Day> = "2019-01-01"..."2035-12-31"
        var keys: Set<String> = []
        for deadline in try Self.views().flatMap({ $0.deadlines(in: span) }) {
            #expect(!deadline.causes.isEmpty && !deadline.basis.isEmpty, "\(deadline.key)")
            if let days = deadline.when.days {
                #expect(keys.insert(deadline.key).inserted, "\(deadline.key)")
                #expect(days.first.map { $0 <= span.upperBound } ?? true, "\(deadline.key)")
                #expect(days.last.map { $0 >= span.lowerBound } ?? true, "\(deadline.key)")
            } else {
                #expect(deadline.isTentative)
            }
        }
        #expect(keys.count > 50)
    }
}
