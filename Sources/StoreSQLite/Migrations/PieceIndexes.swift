import GRDB

/// Indexes of pieces, and of what else is derived, that version 2 of the schema came without.
///
/// They are made by the next append, or a rebuild. A book without them is sound, and answers the same: more slowly.
enum PieceIndexes {
    /// Values that are asked for as they are: parties, words, ids. A long text is never asked for so.
    static let value = """
        CREATE INDEX piece_value ON piece (value, field, kind, from_day)
        WHERE recorded_to IS NULL AND state = 'stated' AND length(value) <= 80
        """

    /// The statements, by name.
    static let all = [
        "piece_value": value, "common_party": "CREATE INDEX common_party ON common (party)",
        "due_number": "CREATE INDEX due_number ON due (level, number)",
        "step_number":
            "CREATE INDEX step_number ON step (agreement, number DESC, position) WHERE number > 0",
    ]

    /// Makes those that are not there.
    static func make(in db: Database) throws {
        for (name, sql) in all {
            let count = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM sqlite_schema WHERE name = ?", arguments: [name])
            if count == 0 { try db.execute(sql: sql) }
        }
    }
}
