public import Amendments
public import EventStore
import Ledger
import Terms

/// Records one recording after the other, each checked against the whole timeline of every agreement it touches.
///
/// What was touched is kept as it stands, so the next recording is checked at the cost of what it touches and not
/// of what was there before. Where somebody else appended in between, it is read again.
public struct Recorder {
    /// How many agreements are kept.
    private static let capacity = 256

    private let book: Book
    private var agreements: [AgreementID: GrowingAgreement] = [:]
    /// The end of the book for which they stand.
    private var end = Position(0)

    public init(_ book: Book) { self.book = book }

    /// Checks a recording and appends it.
    ///
    /// A key that is there already is the store's affair: the same content returns its first receipt.
    /// When somebody else appended in between, the check is made again on what is there now.
    public mutating func record(
        _ recording: Recording, by recorder: String, sealed seal: RecorderSeal? = nil
    ) async throws(DeedbookError) -> Receipt {
        for _ in 0..<8 {
            let head = try await book.head()
            if head != end || agreements.count > Self.capacity { agreements = [:] }
            end = head
            var touched = try await agreements.take(touchedBy: recording, in: book)
            let expected = touched.mapValues { agreement -> ExpectedVersion in
                agreement.version == 0 ? .none : .exactly(agreement.version)
            }
            let isKnown = try await !book.store.recording(recording.key).isEmpty
            if !isKnown {
                // Others may have appended since the head was read.
                let last = touched.values.compactMap(\.end).reduce(head, max)
                let header = RecordingHeader(
                    of: recording, recorder: recorder, recordedAt: Instant(microseconds: 0))
                let violations = touched.add(
                    recording, from: Position(last.number + 1), under: header)
                if !violations.isEmpty { throw .invalid(recording.key, violations) }
            }
            do {
                let receipt = try await book.store.append(
                    recording, by: recorder, expecting: expected, sealed: seal)
                keep(touched, of: recording, receipt)
                return receipt
            } catch .versionConflict {
                continue
            }
        }
        throw .busy("other writers kept appending to the same agreements")
    }

    /// Keeps what was touched, where it is what the book now holds.
    private mutating func keep(
        _ touched: [AgreementID: GrowingAgreement], of recording: Recording, _ receipt: Receipt
    ) {
        let isPlain = recording.events.allSatisfy { $0.payload.redacts == nil }
        guard isPlain, !receipt.isRepeated, receipt.first.number == end.number + 1 else { return }
        end = receipt.last
        agreements.merge(touched) { _, new in new }
    }
}
