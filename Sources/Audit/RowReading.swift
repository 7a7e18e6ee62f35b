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
    /// The header that its entry gives, written again: texts that are canonically equal are two texts. Nil of an
    /// entry that cannot be read.
    let header: [UInt8]?
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

    init(_ row: StoredRow) {
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
            (header, payload) = (nil, .missing)
            return
        }
        header = HeaderFormat.bytes(of: contents.header)
        payload = Payload(row, contents)
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
