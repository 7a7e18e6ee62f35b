import Amendments
import EventStore
import Notation
import Terms
import Transparency

/// What one row of a book says, read and hashed again: all that can be found of it without its neighbours, so that
/// many rows can be read at once.
struct RowReading: Sendable {
    let row: StoredRow
    let leaf: TreeHash
    let entry: Result<EntryContents, Problem>
    /// Whether the row of its recording has the header of the entry.
    let hasHeader: Bool
    let payload: Payload

    enum Payload: Sendable {
        /// It stands there and is what the entry commits to.
        case sound
        case missing
        /// It, or its salt, is not what the entry commits to.
        case altered
        /// It says another effective date than the entry.
        case misdated
        /// With the reason.
        case unreadable(String)
    }

    /// - Parameter previous: the row before it, whose header need not be written again for the same recording.
    init(_ row: StoredRow, after previous: RowReading? = nil) {
        self.row = row
        leaf = TreeHash.leaf(row.entry)
        let entry: Result<EntryContents, Problem>
        do throws(Problem) {
            entry = .success(try EntryContents(parsing: row.entry))
        } catch {
            entry = .failure(error)
        }
        self.entry = entry
        guard case .success(let contents) = entry else {
            (hasHeader, payload) = (false, .missing)
            return
        }
        if let previous, case .success(let known) = previous.entry,
            known.header == contents.header, previous.row.recording == row.recording
        {
            hasHeader = previous.hasHeader
        } else {
            hasHeader = row.recording?.header == HeaderFormat.bytes(of: contents.header)
        }
        payload = Payload(row, contents)
    }

    /// Reads rows in their order.
    static func all(_ rows: some Sequence<StoredRow>) -> [RowReading] {
        rows.reduce(into: []) { $0.append(RowReading($1, after: $0.last)) }
    }
}

extension RowReading.Payload {
    fileprivate init(_ row: StoredRow, _ contents: EntryContents) {
        guard let payload = row.payload, let salt = row.salt else {
            self = .missing
            return
        }
        guard Entry.digest(of: payload, salt: salt) == contents.payload else {
            self = .altered
            return
        }
        do throws(DeedbookError) {
            let event = try Entry.event(
                kind: contents.kind, schema: contents.schema, payload: payload,
                at: Position(row.position))
            self =
                contents.header.effective(of: event) == contents.effective ? .sound : .misdated
        } catch {
            self = .unreadable(error.reading)
        }
    }
}

extension DeedbookError {
    /// What could not be read of an event, without its position.
    fileprivate var reading: String {
        switch self {
        case .corrupted(_, let detail): detail
        case .unknownKind(_, let kind): "this version knows no kind '\(kind)'"
        default: String(describing: self)
        }
    }
}
