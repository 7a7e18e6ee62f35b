public import EventStore
import Ledger
import Notation
public import Portfolio
import Terms

/// What do the names of a predicate mean in the book?
public struct PredicateNamesQuestion: Question {
    public typealias Content = [PredicateName: String]

    public var names: Set<PredicateName>

    public init(_ names: Set<PredicateName>) { self.names = names }

    public var basis: Basis { .recorded }

    /// - Throws: `unknownName` or `ambiguousName`; a problem of usage for what is no day.
    public func answer(
        to inquiry: Inquiry
    ) async throws(DeedbookError) -> Answer<PredicateNamesQuestion> {
        var meanings: [PredicateName: String] = [:]
        for name in names.sorted(by: { $0.text < $1.text }) {
            switch name.what {
            case .agreement:
                meanings[name] = try await inquiry.book.agreement(named: name.text).text
            case .party: meanings[name] = try await inquiry.book.party(named: name.text).text
            case .day:
                meanings[name] = try Self.day(name.text, at: inquiry.moment)
            }
        }
        return Answer(self, meanings)
    }

    /// Over all agreements, today is that of UTC.
    private static func day(
        _ text: String, at moment: Moment
    ) throws(DeedbookError) -> String {
        do throws(Problem) {
            return try DayWords(text).day(today: moment.todayInUTC).description
        } catch {
            throw .problems(.usage, [error])
        }
    }
}
