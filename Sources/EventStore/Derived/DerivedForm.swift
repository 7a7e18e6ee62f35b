package import Amendments
import Ledger

/// By whose rules what a store keeps beside its events was derived from them, as this program sees it.
///
/// Only what is of this program's own form is believed by a reader or compared by an audit: what is of another form
/// is as good as not there, whatever it says.
public enum DerivedForm: Hashable, Sendable {
    /// By the rules of this program.
    case current
    /// By those of an earlier one, which kept nothing, or not all that this one keeps, or keeps otherwise.
    case earlier
    /// By those of a later one, with the number of its form.
    case later(Int)

    /// What an audit says of what it did not compare; nil where it compared all of it.
    public var uncompared: String? {
        switch self {
        case .current: nil
        case .earlier:
            "derived tables are of an earlier form, so not compared and not read; the next recording makes them "
                + "again, or: deedbook rebuild"
        case .later(let found):
            "derived tables are of a later form (\(found); this version makes \(DerivedKeeper.reckoning)), so not "
                + "compared and not read: use a newer Deedbook"
        }
    }

    /// What is said to a reader that does not read it, and what makes it read.
    fileprivate var unread: String {
        let again = "the next recording makes them again, and reading fast, or: deedbook rebuild"
        return switch self {
        case .current: "its derived tables are not of all its events; \(again)"
        case .earlier: "its derived tables are of an earlier form; \(again)"
        case .later(let found):
            "its derived tables are of a later form (\(found); this version makes \(DerivedKeeper.reckoning)): use a "
                + "newer Deedbook"
        }
    }
}

/// A store that keeps beside its events what is derived from them.
public protocol DerivingStore: EventStore {
    func derivedForm() async throws(DeedbookError) -> DerivedForm

    /// Why readers of the book go by its events alone, in words; nil where what is derived is of all of them, and read.
    func unreadTables() async throws(DeedbookError) -> String?

    /// Where tables must be made for what is derived, keeps a copy of the book as it is, beside it.
    ///
    /// - Returns: the copy's path; nil where no table must be made, or the book is empty.
    /// - Throws: where no copy can be made; then nothing should be derived anew either.
    func copyBeforeRebuild() async throws(DeedbookError) -> String?

    /// Makes the pieces, and what else is derived, again from the events, and puts it in the place of the old at once.
    ///
    /// - Parameter progress: called with how many agreements are done, of how many.
    /// - Returns: false where the task was cancelled, which leaves the old ones.
    /// - Throws: `newerDerived` where they are of a later form: to make them again by the rules of this program would
    ///   go back.
    func rebuildPieces(
        progress: @Sendable (_ done: Int, _ total: Int) -> Void
    ) async throws(DeedbookError) -> Bool
}

/// How far what is derived reaches, and by which rules it was made.
package struct DerivedReach: Hashable, Sendable {
    package var position: Position
    package var reckoning: Int

    package init(_ position: Position, by reckoning: Int) {
        self.position = position
        self.reckoning = reckoning
    }
}

extension DerivedStorage {
    /// The position that it reaches, where it is of this program's form; nil for nothing, or for another form.
    package func currentReach() throws -> Position? {
        guard let kept = try reach(), kept.reckoning == DerivedKeeper.reckoning else { return nil }
        return kept.position
    }

    /// Whether it is of every event of the book, by the rules of this program: then it may be believed.
    package func isCurrent() throws -> Bool { try currentReach() == head() }

    /// Why it is not read, in words; nil where it is, or where there is nothing to read.
    package func unread() throws -> String? {
        try isCurrent() || head() == Position(0) ? nil : form().unread
    }

    package func form() throws -> DerivedForm {
        guard let kept = try reach() else {
            return try head() == Position(0) ? .current : .earlier
        }
        if kept.reckoning == DerivedKeeper.reckoning { return .current }
        return kept.reckoning > DerivedKeeper.reckoning ? .later(kept.reckoning) : .earlier
    }

    /// Throws where it is of a later form: by the rules of this program it would only go back.
    package func refuseLaterForm() throws {
        guard case .later(let found) = try form() else { return }
        throw DeedbookError.newerDerived(found: found, known: DerivedKeeper.reckoning)
    }
}
