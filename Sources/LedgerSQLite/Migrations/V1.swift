/// The schema of a book, version 1. It never changes: a later version is a file of its own.
///
/// | Table | A row is |
/// |---|---|
/// | `book` | the book itself: its origin, fixed when it was made |
/// | `agreement` | an agreement with its version, the number of its events |
/// | `recording` | one recording: key, digest of its content, header (canonical JSON), first and last position |
/// | `event` | one event: the entry's bytes, and columns that are a projection of them |
/// | `payload` | one event's payload and salt, beside its entry |
///
/// Rows are inserted, never updated or deleted; only an agreement's version grows, one event at a time.
enum V1 {
    static let sql =
        """
        CREATE TABLE book (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            origin TEXT NOT NULL CHECK (length(origin) > 0)
        ) STRICT;

        CREATE TABLE agreement (
            id TEXT PRIMARY KEY,
            version INTEGER NOT NULL CHECK (version > 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE recording (
            key TEXT PRIMARY KEY,
            content_digest TEXT NOT NULL CHECK (length(content_digest) = 64),
            header BLOB NOT NULL,
            first_position INTEGER NOT NULL CHECK (first_position > 0),
            last_position INTEGER NOT NULL CHECK (last_position >= first_position),
            recorded_at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE UNIQUE INDEX recording_first_position ON recording (first_position);

        CREATE TABLE event (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            agreement TEXT NOT NULL REFERENCES agreement (id),
            version INTEGER NOT NULL CHECK (version > 0),
            kind TEXT NOT NULL,
            schema INTEGER NOT NULL CHECK (schema > 0),
            recording TEXT NOT NULL REFERENCES recording (key),
            ordinal INTEGER NOT NULL CHECK (ordinal > 0),
            entry BLOB NOT NULL CHECK (length(entry) <= 65535),
            UNIQUE (agreement, version),
            UNIQUE (recording, ordinal)
        ) STRICT;

        CREATE TABLE payload (
            position INTEGER PRIMARY KEY REFERENCES event (position),
            salt BLOB NOT NULL CHECK (length(salt) = 16),
            bytes BLOB NOT NULL
        ) STRICT;

        """ + guards.joined(separator: "\n")

    /// Append-only by trigger. `REPLACE` deletes without firing a delete trigger, so inserts are guarded too.
    private static let guards =
        ["book", "recording", "event", "payload"].flatMap { table in
            ["UPDATE", "DELETE"].map { refuse($0, on: table) }
        } + [
            refuse("DELETE", on: "agreement"),
            """
            CREATE TRIGGER agreement_grows BEFORE UPDATE ON agreement
            WHEN NEW.id IS NOT OLD.id OR NEW.version IS NOT OLD.version + 1
            BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;
            """,
            """
            CREATE TRIGGER agreement_begins BEFORE INSERT ON agreement
            WHEN NEW.version IS NOT 1 OR EXISTS (SELECT 1 FROM agreement WHERE id = NEW.id)
            BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;
            """,
            """
            CREATE TRIGGER event_is_next BEFORE INSERT ON event
            WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM event)
                OR NEW.version IS NOT (SELECT version FROM agreement WHERE id = NEW.agreement)
            BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;
            """,
            refuseRepeated("book", "id"), refuseRepeated("recording", "key"),
            refuseRepeated("payload", "position"),
        ]

    private static func refuse(_ action: String, on table: String) -> String {
        """
        CREATE TRIGGER \(table)_refuses_\(action.lowercased()) BEFORE \(action) ON \(table)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;
        """
    }

    private static func refuseRepeated(_ table: String, _ key: String) -> String {
        """
        CREATE TRIGGER \(table)_refuses_replace BEFORE INSERT ON \(table)
        WHEN EXISTS (SELECT 1 FROM \(table) WHERE \(key) = NEW.\(key))
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;
        """
    }
}
