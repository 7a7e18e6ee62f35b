import EventStore
import GRDB
import Ledger

/// What goes wrong in SQLite, in the words of the store.
enum StoreErrors {
    static func translated(_ error: any Error, path: String) -> DeedbookError {
        if let error = error as? DeedbookError { return error }
        if let column = error as? UnfitColumn {
            return .notABook(path: path, detail: "the file is damaged: \(column)")
        }
        guard let error = error as? DatabaseError else {
            return .inaccessible(path: path, detail: String(describing: error))
        }
        if error.extendedResultCode.isOfOtherConnections { return .busy(path) }
        let detail = words(of: error, path)
        return switch error.resultCode {
        case .SQLITE_FULL: .full(path: path)
        case .SQLITE_NOTADB: .notABook(path: path, detail: "it is not an SQLite file")
        case .SQLITE_CORRUPT: .notABook(path: path, detail: "the file is damaged: \(detail)")
        case .SQLITE_IOERR:
            .inaccessible(path: path, detail: "\(detail) (\(error.extendedResultCode.rawValue))")
        // A row is there already that only the program writes, or a value that it never writes.
        case .SQLITE_CONSTRAINT: .notABook(path: path, detail: "the file is damaged: \(detail)")
        // A table or column that every book has is missing.
        case .SQLITE_ERROR: .notABook(path: path, detail: detail)
        default: .inaccessible(path: path, detail: detail)
        }
    }

    private static func words(of error: DatabaseError, _ path: String) -> String {
        switch error.extendedResultCode {
        case .SQLITE_READONLY_DBMOVED:
            return "the file was moved or deleted since it was opened: put it back, and start again"
        case .SQLITE_READONLY_ROLLBACK: return BookFile.words(ofJournal: path + "-journal")
        case _: break
        }
        // A copy fails without a message: then SQLite has this one.
        guard let message = error.message, message != "not an error" else {
            return error.resultCode == .SQLITE_IOERR
                ? "the system refused to read or write it"
                : "SQLite error \(error.extendedResultCode)"
        }
        return message
    }
}
