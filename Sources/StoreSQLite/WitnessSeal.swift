import Foundation
import GRDB
import Transparency

/// What a witness's memory has beside the rows of its logs: a seal over all of them, so that one that another program took
/// out, put back or added is noticed, and is not a log that was never seen.
///
/// The seal is SHA-256 over how many rows there are and what each says. There is no secret in it: who knows this form can
/// compute it again, and an older copy of the whole file has the seal that it had then.
enum WitnessSeal {
    static let sql = """
        CREATE TABLE seal (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            digest BLOB NOT NULL CHECK (length(digest) = 32)
        ) STRICT;

        CREATE TRIGGER seal_delete BEFORE DELETE ON seal
        BEGIN SELECT RAISE(ABORT, 'a witness never forgets'); END;

        -- A program of before the seal would write rows without it: it has no such function, and is refused.
        CREATE TRIGGER cosigned_insert BEFORE INSERT ON cosigned
        BEGIN SELECT only_deedbook_writes_derived_rows(); END;

        CREATE TRIGGER cosigned_update BEFORE UPDATE ON cosigned
        BEGIN
            SELECT only_deedbook_writes_derived_rows();
            SELECT RAISE(ABORT, 'a witness never goes back')
            WHERE NEW.origin IS NOT OLD.origin OR NEW.size < OLD.size
                OR NEW.size = OLD.size AND NEW.root IS NOT OLD.root;
        END;
        """

    /// The seal that the rows as they are should have.
    static func computed(in db: Database) throws -> TreeHash {
        var text = ""
        var count = 0
        let rows = try Row.fetchCursor(
            db, sql: "SELECT origin, size, root FROM cosigned ORDER BY origin")
        while let row = try rows.next() {
            let root = (try row.bytes(at: 2) ?? []).map { String($0, radix: 16) }
            text +=
                "\(try row.text(at: 0))\n\(try row.number(at: 1))\n\(root.joined(separator: " "))\n"
            count += 1
        }
        return .sha256(Array("deedbook.local/witness-memory/2\n\(count)\n\(text)".utf8))
    }

    /// Whether the rows are those that were sealed.
    static func holds(in db: Database) throws -> Bool {
        let rows = try Row.fetchCursor(db, sql: "SELECT digest FROM seal WHERE id = 1")
        guard let digest = try rows.next()?.bytes(at: 0) else { return false }
        return digest == (try computed(in: db)).bytes
    }

    /// Seals the rows as they are.
    static func set(in db: Database) throws {
        try db.execute(
            sql:
                "INSERT INTO seal (id, digest) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET digest = excluded.digest",
            arguments: [Data(try computed(in: db).bytes)])
    }
}
