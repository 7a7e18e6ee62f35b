import GRDB

/// Indexes of pieces, and of what else is derived, that version 2 of the schema came without.
///
/// They are made by the next append, or a rebuild. A book without them is sound, and answers the same: more slowly.
enum PieceIndexes {
    /// The longest value, in Unicode scalars, that is asked for as it is: parties, words, ids. A long text never is.
    static let valueLimit = 80

    static let value = """
        CREATE INDEX piece_value ON piece (value, field, kind, from_day)
        WHERE recorded_to IS NULL AND state = 'stated' AND length(value) <= \(valueLimit)
        """

    /// The statements, by name.
    static let all = [
        "piece_value": value, "common_party": "CREATE INDEX common_party ON common (party)",
        "due_number": "CREATE INDEX due_number ON due (level, number)",
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
