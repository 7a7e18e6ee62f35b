import Amendments
public import EventStore
import Ledger
import Notation
import Terms

/// What only the entries of a book say: who signed recordings, and which payloads were taken out.
struct EntryLookup {
    private let store: any EventStore

    init(_ book: Book) { store = book.store }

    /// The signers of these recordings; of one that is not signed the first entry is read, and no other.
    func signers(of log: [LoggedRecording]) async throws(DeedbookError) -> RecordingSigners {
        try await signers(startingAt: log.map(\.first))
    }

    /// The signers of the recordings that events are of.
    func signers(of events: [RecordedEvent]) async throws(DeedbookError) -> RecordingSigners {
        let starts = Set(events.map { Position($0.position.number - $0.ordinal + 1) })
        return try await signers(startingAt: starts.sorted())
    }

    private func signers(
        startingAt starts: [Position]
    ) async throws(DeedbookError) -> RecordingSigners {
        var signers: RecordingSigners = [:]
        for start in starts {
            guard let first = try await entry(at: start), let signature = first.signature
            else { continue }
            var entries = [first]
            while let next = try await entry(at: Position(start.number + entries.count)),
                next.header.key == first.header.key
            {
                entries.append(next)
            }
            signers[first.header.key] = RecordingSigner(
                signature, of: entries, recordedAt: first.header.recordedAt)
        }
        return signers
    }

    /// The events of a recording whose payload was taken out, each with the event that did it.
    func redactions(
        in recording: LoggedRecording
    ) async throws(DeedbookError) -> [Position: Position] {
        var redactions: [Position: Position] = [:]
        for event in recording.events {
            guard let stored = try await store.stored(at: event.position),
                case .redacted(let remains) = stored.payload
            else { continue }
            redactions[event.position] = remains.redactedBy
        }
        return redactions
    }

    private func entry(at position: Position) async throws(DeedbookError) -> EntryContents? {
        guard let stored = try await store.stored(at: position) else { return nil }
        do { return try EntryContents(parsing: stored.entry) } catch {
            throw .corrupted(position, detail: error.message)
        }
    }
}

/// What shows who signed recordings.
public protocol Signed {
    var signers: RecordingSigners { get }
}
