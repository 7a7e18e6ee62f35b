import Amendments
import Ledger
import Synchronization
import Terms

/// What a book has read and folded for its last questions, as long as nothing is appended: one question asks for
/// the same agreement several times.
final class BookMemory: Sendable {
    /// What decides what is known of an agreement, whatever the day that is asked about.
    struct Knowledge: Hashable {
        var agreement: AgreementID
        var disclosedBy: Day?
        var recordedAt: Position?
        var countsLater: Bool
        /// The days of which it is known; nil for all.
        var days: DecisiveDays?
    }

    fileprivate struct Contents {
        /// The end of the book for which the rest stands.
        var head: Position?
        var histories: [(AgreementID, [RecordedEvent])] = []
        var views: [(Knowledge, AgreementView)] = []
    }

    /// How many of each are kept.
    private static let capacity = 4
    private let contents = Mutex(Contents())

    func history(of agreement: AgreementID, at head: Position) -> [RecordedEvent]? {
        contents.withLock { contents in
            contents.move(to: head)
            return contents.histories.first { $0.0 == agreement }?.1
        }
    }

    func view(_ known: Knowledge, at head: Position) -> AgreementView? {
        contents.withLock { contents in
            contents.move(to: head)
            return contents.views.first { $0.0 == known }?.1
        }
    }

    /// Keeps what was read since the head was last given.
    func keep(_ history: [RecordedEvent], of agreement: AgreementID) {
        contents.withLock { contents in
            // Someone may have appended in between: then it is of a later head.
            guard history.last.map({ $0.position <= contents.head ?? Position(0) }) ?? false else {
                return
            }
            contents.histories =
                contents.histories.suffix(Self.capacity - 1) + [(agreement, history)]
        }
    }

    func keep(_ view: AgreementView, _ known: Knowledge) {
        contents.withLock { contents in
            guard view.resolved.position.map({ $0 <= contents.head ?? Position(0) }) ?? false else {
                return
            }
            contents.views = contents.views.suffix(Self.capacity - 1) + [(known, view)]
        }
    }
}

extension BookMemory.Contents {
    fileprivate mutating func move(to head: Position) {
        if self.head != head { self = BookMemory.Contents(head: head) }
    }
}
