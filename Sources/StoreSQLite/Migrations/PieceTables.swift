/// The tables of pieces: what every term says on every day, as known at every position.
///
/// | Table | A row is |
/// |---|---|
/// | `piece` | a run of days on which one field of a term, or its status (`#status`), reads alike; see `TermPiece` |
/// | `piece_head` | how far the pieces reach, and by which reckoning they were made |
///
/// Days are counted from 1970-01-01. A row holds for the days `from_day <= d < to_day` (NULL: for ever) and was
/// what the book said at the positions `recorded_from <= r < recorded_to` (NULL: it still is). Both ends of the
/// latter are ends of recordings, so a position inside a recording reads what stood before it.
///
/// All of it is derived from the events: it is written in the transaction that appends them, may be dropped
/// and made again, and so is not append-only.
enum PieceTables {
    static let sql = """
        CREATE TABLE piece (
            agreement TEXT NOT NULL,
            term TEXT NOT NULL,
            field TEXT NOT NULL,
            kind TEXT NOT NULL,
            from_day INTEGER NOT NULL,
            to_day INTEGER CHECK (to_day > from_day),
            recorded_from INTEGER NOT NULL CHECK (recorded_from > 0),
            recorded_to INTEGER CHECK (recorded_to > recorded_from),
            id TEXT NOT NULL,
            state TEXT NOT NULL,
            value TEXT,
            grade TEXT NOT NULL,
            reported INTEGER NOT NULL CHECK (reported IN (0, 1)),
            governing INTEGER NOT NULL
        ) STRICT;

        CREATE UNIQUE INDEX piece_open ON piece (agreement, term, field, from_day)
        WHERE recorded_to IS NULL;

        CREATE INDEX piece_term ON piece (agreement, term, field, from_day);

        CREATE INDEX piece_kind ON piece (kind, field, state, recorded_to, from_day);

        CREATE TABLE piece_head (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            position INTEGER NOT NULL,
            reckoning INTEGER NOT NULL
        ) STRICT;

        """
}
