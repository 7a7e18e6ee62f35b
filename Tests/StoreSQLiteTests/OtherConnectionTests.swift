import EventStore
import Foundation
import GRDB
import StoreSQLite
import Testing

/// What SQLite says where another connection is in the way, and what is done about it.
struct OtherConnectionTests {
    /// From SQLite's list of result codes: every code that there is, primary and extended, up to what it may add.
    private static let codes = (0...101).flatMap { primary in
        (0...40).map { Int32(primary | $0 << 8) }
    }

    /// By number, as SQLite documents them: busy, its recovery, its snapshot and its timeout; locked, its shared cache and
    /// its virtual table; the locking protocol; and a file that was gone when it was to be deleted.
    private static let inTheWay: Set<Int32> = [5, 261, 517, 773, 6, 262, 518, 15, 5898]

    @Test func `of all result codes those say so that SQLite documents for it`() {
        for code in Self.codes {
            // An extension that SQLite has yet to give a meaning counts as what it extends.
            let expected = Self.inTheWay.contains(code) || [5, 6, 15].contains(code & 0xFF)
            #expect(ResultCode(rawValue: code).isOfOtherConnections == expected, "\(code)")
        }
        // Not the machine's own trouble.
        for code in [
            ResultCode.SQLITE_FULL, .SQLITE_CORRUPT, .SQLITE_CANTOPEN, .SQLITE_IOERR_WRITE,
        ] {
            #expect(!code.isOfOtherConnections)
        }
    }

    @Test func `what others were in the way of is done again, and nothing else is`() {
        let waitLimit = LockWait(.seconds(10))
        var tries = 0
        #expect(throws: Never.self) {
            try waitLimit.persist { () throws(DeedbookError) in
                tries += 1
                if tries < 4 { throw .busy("book") }
            }
        }
        #expect(tries == 4)
        #expect(throws: DeedbookError.full(path: "book")) {
            try waitLimit.persist { () throws(DeedbookError) in
                tries += 1
                throw .full(path: "book")
            }
        }
        #expect(tries == 5)
    }

    @Test func `what others are always in the way of ends with the time there is for it`() {
        var tries = 0
        #expect(throws: DeedbookError.busy("book")) {
            try LockWait(.milliseconds(20)).persist { () throws(DeedbookError) in
                tries += 1
                throw .busy("book")
            }
        }
        // A pause is between 0.3 and 1.7 ms; one try comes before the first.
        #expect((12...68).contains(tries))
    }

    @Test func `twelve who make one book at once have the same, and none is refused`() async throws
    {
        let scratch = try Scratch()
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<12 { group.addTask { try scratch.open(.create).origin } }
            var origins: Set<String> = []
            for try await origin in group { origins.insert(origin) }
            #expect(origins.count == 1)
        }
        #expect(try scratch.files.filter { $0.contains(".new-") } == [])
    }
}
