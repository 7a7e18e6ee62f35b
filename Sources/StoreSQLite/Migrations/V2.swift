/// The schema of a book, version 2. It never changes: a later version is a file of its own.
///
/// | Table | A row is |
/// |---|---|
/// | `book` | the book itself: its origin, fixed when it was made |
/// | `agreement` | an agreement's head: its version is the number of its events |
/// | `recording` | one recording: its positions, key, instant, and header (canonical JSON) |
/// | `event` | one event: the entry's bytes, its leaf, and columns that are a projection of the entry |
/// | `payload` | one event's salt and payload, beside its entry |
/// | `remains` | what is left of a redacted event, in the place of its payload |
/// | `subtree` | the hash over one complete subtree of 256^level leaves, from level 1 |
/// | `checkpoint` | a signed checkpoint, as it was first kept |
/// | `cosignature` | a line of signature that was added to a checkpoint later |
///
/// `book.created` is 0 and nothing reads it: when a book was made no entry commits to.
///
/// Rows are inserted at the end, and never updated or deleted, but for one case: the payload of an event
/// whose remains stand beside it may go. Triggers hold that for all that open the file, whatever the settings
/// of their connection. `REPLACE` deletes without firing a delete trigger (unless `recursive_triggers` is on)
/// and, like an upsert, gets there through an insert: so each insert is guarded against every unique key of
/// its table. An agreement's head moves only with its events.
enum V2 {
    static let sql = """
        CREATE TABLE book (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            origin TEXT NOT NULL CHECK (length(origin) > 0),
            created INTEGER NOT NULL
        ) STRICT;

        CREATE TABLE agreement (
            id TEXT PRIMARY KEY,
            version INTEGER NOT NULL CHECK (version > 0)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE recording (
            first_position INTEGER PRIMARY KEY CHECK (first_position > 0),
            last_position INTEGER NOT NULL CHECK (last_position >= first_position),
            key TEXT NOT NULL UNIQUE,
            recorded_at INTEGER NOT NULL,
            header BLOB NOT NULL CHECK (length(header) > 0)
        ) STRICT;

        CREATE TABLE event (
            position INTEGER PRIMARY KEY AUTOINCREMENT,
            agreement TEXT NOT NULL REFERENCES agreement (id),
            version INTEGER NOT NULL CHECK (version > 0),
            recording TEXT NOT NULL REFERENCES recording (key),
            ordinal INTEGER NOT NULL CHECK (ordinal > 0),
            kind TEXT NOT NULL CHECK (length(kind) > 0),
            schema INTEGER NOT NULL CHECK (schema > 0),
            disclosed_latest INTEGER NOT NULL,
            entry BLOB NOT NULL CHECK (length(entry) BETWEEN 1 AND 65535),
            leaf BLOB NOT NULL CHECK (length(leaf) = 32),
            UNIQUE (agreement, version)
        ) STRICT;

        CREATE TABLE payload (
            position INTEGER PRIMARY KEY REFERENCES event (position),
            salt BLOB NOT NULL CHECK (length(salt) = 16),
            bytes BLOB NOT NULL CHECK (length(bytes) > 0)
        ) STRICT;

        CREATE TABLE remains (
            position INTEGER PRIMARY KEY REFERENCES event (position),
            redacted_by INTEGER NOT NULL REFERENCES event (position),
            schema INTEGER NOT NULL CHECK (schema > 0),
            bytes BLOB NOT NULL CHECK (length(bytes) > 0)
        ) STRICT;

        CREATE TABLE subtree (
            level INTEGER NOT NULL CHECK (level > 0),
            number INTEGER NOT NULL CHECK (number >= 0),
            hash BLOB NOT NULL CHECK (length(hash) = 32),
            PRIMARY KEY (level, number)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE checkpoint (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            size INTEGER NOT NULL CHECK (size >= 0),
            root BLOB NOT NULL CHECK (length(root) = 32),
            note BLOB NOT NULL CHECK (length(note) > 0),
            UNIQUE (size, root)
        ) STRICT;

        CREATE TABLE cosignature (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            checkpoint INTEGER NOT NULL REFERENCES checkpoint (id),
            line TEXT NOT NULL CHECK (length(line) > 0),
            UNIQUE (checkpoint, line)
        ) STRICT;

        CREATE TRIGGER book_insert BEFORE INSERT ON book
        WHEN EXISTS (SELECT 1 FROM book)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER book_update BEFORE UPDATE ON book
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER book_delete BEFORE DELETE ON book
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER agreement_insert BEFORE INSERT ON agreement
        WHEN NEW.version IS NOT 1
            OR EXISTS (SELECT 1 FROM agreement WHERE id = NEW.id)
            OR NOT EXISTS (SELECT 1 FROM event WHERE agreement = NEW.id AND version = 1)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER agreement_update BEFORE UPDATE ON agreement
        WHEN NEW.id IS NOT OLD.id OR NEW.version IS NOT OLD.version + 1
            OR NOT EXISTS (SELECT 1 FROM event WHERE agreement = NEW.id AND version = NEW.version)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER agreement_delete BEFORE DELETE ON agreement
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER recording_insert BEFORE INSERT ON recording
        WHEN NEW.first_position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM event)
            OR NEW.first_position IS NOT coalesce(
                (SELECT last_position FROM recording ORDER BY first_position DESC LIMIT 1), 0) + 1
            OR NEW.recorded_at < (
                SELECT recorded_at FROM recording ORDER BY first_position DESC LIMIT 1)
            OR EXISTS (SELECT 1 FROM recording WHERE key = NEW.key)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER recording_update BEFORE UPDATE ON recording
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER recording_delete BEFORE DELETE ON recording
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER event_insert BEFORE INSERT ON event
        WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM event)
            OR NEW.version IS NOT coalesce(
                (SELECT version FROM agreement WHERE id = NEW.agreement), 0) + 1
            OR NOT EXISTS (
                SELECT 1 FROM recording
                WHERE key = NEW.recording AND NEW.position <= last_position
                    AND NEW.ordinal = NEW.position - first_position + 1)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER event_begins_agreement AFTER INSERT ON event
        WHEN NEW.version = 1
        BEGIN INSERT INTO agreement (id, version) VALUES (NEW.agreement, 1); END;

        CREATE TRIGGER event_grows_agreement AFTER INSERT ON event
        WHEN NEW.version > 1
        BEGIN UPDATE agreement SET version = NEW.version WHERE id = NEW.agreement; END;

        CREATE TRIGGER event_update BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER event_delete BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER payload_insert BEFORE INSERT ON payload
        WHEN EXISTS (SELECT 1 FROM payload WHERE position = NEW.position)
            OR NOT EXISTS (SELECT 1 FROM event WHERE position = NEW.position)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER payload_update BEFORE UPDATE ON payload
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER payload_delete BEFORE DELETE ON payload
        WHEN NOT EXISTS (SELECT 1 FROM remains WHERE position = OLD.position)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER remains_insert BEFORE INSERT ON remains
        WHEN EXISTS (SELECT 1 FROM remains WHERE position = NEW.position)
            OR NOT EXISTS (
                SELECT 1 FROM event
                WHERE position = NEW.redacted_by AND kind = 'payload-redacted'
                    AND position > NEW.position)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER remains_update BEFORE UPDATE ON remains
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER remains_delete BEFORE DELETE ON remains
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER subtree_insert BEFORE INSERT ON subtree
        WHEN NEW.number IS NOT coalesce(
            (SELECT max(number) FROM subtree WHERE level = NEW.level), -1) + 1
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER subtree_update BEFORE UPDATE ON subtree
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER subtree_delete BEFORE DELETE ON subtree
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER checkpoint_insert BEFORE INSERT ON checkpoint
        WHEN NEW.id IS NOT coalesce((SELECT max(id) FROM checkpoint), 0) + 1
            OR EXISTS (SELECT 1 FROM checkpoint WHERE size = NEW.size AND root = NEW.root)
            OR NEW.size > coalesce((SELECT max(position) FROM event), 0)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER checkpoint_update BEFORE UPDATE ON checkpoint
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER checkpoint_delete BEFORE DELETE ON checkpoint
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER cosignature_insert BEFORE INSERT ON cosignature
        WHEN NEW.id IS NOT coalesce((SELECT max(id) FROM cosignature), 0) + 1
            OR EXISTS (
                SELECT 1 FROM cosignature
                WHERE checkpoint = NEW.checkpoint AND line = NEW.line)
            OR NOT EXISTS (SELECT 1 FROM checkpoint WHERE id = NEW.checkpoint)
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER cosignature_update BEFORE UPDATE ON cosignature
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        CREATE TRIGGER cosignature_delete BEFORE DELETE ON cosignature
        BEGIN SELECT RAISE(ABORT, 'a book is append-only'); END;

        """ + PieceTables.sql
}
