import Foundation
import Testing

/// A book that another version of the program derived tables of, with the program as it was built.
struct EarlierFormTests {
    private static func alter(_ sql: String) -> String {
        "python3 -c \"import sqlite3; db = sqlite3.connect('book.deedbook'); "
            + "db.create_function('only_deedbook_writes_derived_rows', 0, lambda: None); "
            + "db.executescript('\(sql)')\""
    }

    @Test func `a book of before answers, verifies, and is of today once something is recorded`()
        async throws
    {
        let shell = try Shell("earlier-form")
        defer { shell.remove() }
        let files = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook record '\(files)/2024-01-10-supply.yaml'", 0)
        await shell.expect("deedbook terms tern-mill --on 2024-06-01 > before", 0)
        await shell.expect(
            Self.alter(
                "UPDATE piece_head SET reckoning = 1; DROP TABLE step; PRAGMA user_version = 2"), 0)
        await shell.expect("cksum book.deedbook > sum", 0)
        await shell.expect("deedbook terms tern-mill --on 2024-06-01 | cmp - before", 0)
        await shell.expect("deedbook find 'payer = tern' --on 2024-06-01", 0, "2 terms match")
        await shell.expect(
            "deedbook log 2>&1 >/dev/null", 0,
            "note: ./book.deedbook is read from its events, of which all are looked at first: its derived tables are "
                + "of an earlier form; the next recording makes them again, and reading fast, or: deedbook rebuild"
        )
        await shell.expect("deedbook doctor", 0, "derived tables")
        await shell.expect("deedbook verify", 0, "derived tables are of an earlier form")
        await shell.expect("cksum book.deedbook | cmp - sum", 0)
        await shell.expect(
            "XDG_STATE_HOME=$PWD/.state deedbook record '\(files)/2025-03-01-amendment-1.yaml' 2> said && cat said",
            0,
            "the derived tables of ./book.deedbook were of an earlier version")
        await shell.expect("cat said | wc -l", 0, "2\n")
        await shell.expect("ls", 0, "book.deedbook.before-rebuild-at-10")
        await shell.expect(
            "deedbook terms tern-mill --on 2024-06-01 --book book.deedbook.before-rebuild-at-10 "
                + "| cmp - before", 0)
        await shell.expect("deedbook verify --full", 0, "passed: what is derived from the entries")
        await shell.expect(
            "XDG_STATE_HOME=$PWD/.state deedbook log 2>&1 >/dev/null | wc -c", 0, "0\n")
        // A program of before refuses it, as it does every format that it does not know.
        await shell.expect(
            "python3 -c \"import sqlite3; print(sqlite3.connect('book.deedbook')"
                + ".execute('PRAGMA user_version').fetchone())\"", 0, "(3,)")
        await shell.expect(
            "XDG_STATE_HOME=$PWD/.state deedbook record '\(files)' 2>&1 | grep -c note", 1, "0\n")
    }

    /// One row says of which form what is derived is, and no seal is over it.
    @Test func `a file that says that a book is of another form hides no agreement by it`()
        async throws
    {
        let shell = try Shell("unsealed-form")
        defer { shell.remove() }
        await shell.expect("deedbook record '\(Fixture.folder.path)/tern'", 0)
        await shell.expect(
            Self.alter(
                "UPDATE piece_head SET reckoning = 1; DROP TRIGGER agreement_delete; DELETE FROM agreement"
            ),
            0)
        for command in ["agreements", "log", "calendar", "find 'payer = tern'", "export --out x"] {
            await shell.expect("deedbook \(command)", 65, "table agreement")
        }
        await shell.expect("deedbook doctor", 1, "columns of events")
    }

    @Test func `a book of a later version answers and verifies, and nothing is recorded in it`()
        async throws
    {
        let shell = try Shell("later-form")
        defer { shell.remove() }
        let files = Fixture.folder.appendingPathComponent("tern").path
        await shell.expect("deedbook record '\(files)/2024-01-10-supply.yaml'", 0)
        await shell.expect("deedbook terms tern-mill --on 2024-06-01 > before", 0)
        await shell.expect(
            Self.alter("UPDATE piece_head SET reckoning = 99; CREATE TABLE later (x TEXT)"), 0)
        await shell.expect("deedbook terms tern-mill --on 2024-06-01 | cmp - before", 0)
        await shell.expect("deedbook log 2>&1 >/dev/null", 0, "use a newer Deedbook")
        await shell.expect("deedbook verify", 0, "derived tables are of a later form (99; ")
        await shell.expect("deedbook record '\(files)'", 65, "its derived tables have form 99")
        await shell.expect("deedbook rebuild", 65, "use a Deedbook that makes form 99")
        await shell.expect("deedbook log | grep -c amendment-1", 1, "0\n")
    }
}
