import Amendments
public import EventStore
import GRDB
import Ledger
import Transparency

extension SQLiteStore {
    /// What is wrong with the file, its schema, the rows beside the events, the tree's rows, and the
    /// pieces.
    ///
    /// Each question is asked apart, so that one that a damaged file cannot answer hides no other.
    public func structuralFaults() async -> [Fault] {
        var faults: [Fault] = []
        for check in StructureCheck.allCases {
            do throws(DeedbookError) {
                faults += try await moment { db in try check.faults(in: db) }
            } catch {
                faults.append(Fault(.fileDamaged, "\(check.rawValue) cannot be read: \(error)"))
            }
        }
        return faults + (await pieceFaults())
    }
}

/// One question about a book's file.
private enum StructureCheck: String, CaseIterable {
    case pages = "the pages"
    case schema = "the schema"
    case constraints = "the constraints of the tables"
    case references = "the references between tables"
    case book = "the row of the book"
    case heads = "the heads of agreements"
    case strays = "the rows beside the events"
    case sequence = "the numbers that were given"
    case subtrees = "the rows of the tree"
    case checkpoints = "the rows of checkpoints"

    func faults(in db: Database) throws -> [Fault] {
        switch self {
        case .pages: try Self.pages(db)
        case .schema: try Self.schema(db)
        case .constraints: try Self.constraints(db)
        case .references: try Self.references(db)
        case .book: try Self.book(db)
        case .heads: try Self.heads(db)
        case .strays: try Self.strays(db)
        case .sequence: try Self.sequences(db)
        case .subtrees: try Self.subtrees(db)
        case .checkpoints: try Self.checkpoints(db)
        }
    }

    private static func pages(_ db: Database) throws -> [Fault] {
        try String.fetchAll(db, sql: "PRAGMA integrity_check(1000)").filter { $0 != "ok" }
            .map { Fault(.fileDamaged, $0) }
    }

    /// Every table, index and trigger, word for word as version 2 makes it.
    ///
    /// A later program may keep what it derives in other tables than this one, which does not read them then.
    private static func schema(_ db: Database) throws -> [Fault] {
        let sound = try soundObjects()
        let found = try objects(db)
        var faults: [Fault] = []
        let isLater = try isOfLaterForm(db)
        let isEarlier = try isOfEarlierForm(db)
        // Books that were made before an index came have none until they are opened to be written.
        let optional = Set(
            PieceIndexes.all.keys.map { "index \($0)" } + ["table \(PendingErasure.name)"])
        for (name, sql) in sound.sorted(by: { $0.key < $1.key }) where found[name] != sql {
            if isLater, isDerived(name) { continue }
            if isEarlier, isDerived(name), found[name] == nil || found[name] == former[name] {
                continue
            }
            if found[name] == nil, optional.contains(name) { continue }
            let isTrigger = name.hasPrefix("trigger ")
            faults.append(
                found[name] == nil
                    ? Fault(isTrigger ? .triggerMissing : .schemaAltered, "there is no \(name)")
                    : Fault(.schemaAltered, "the \(name) is not as this version makes it"))
        }
        for name in found.keys.sorted() where sound[name] == nil {
            if isLater, name.hasPrefix("table ") || name.hasPrefix("index ") { continue }
            if isEarlier, found[name] == former[name] { continue }
            faults.append(Fault(.schemaAltered, "the \(name) is not one of a book's"))
        }
        let twice = try String.fetchAll(
            db,
            sql:
                "SELECT type || ' ' || name FROM sqlite_schema GROUP BY 1 HAVING count(*) > 1 ORDER BY 1"
        )
        return faults + twice.map { Fault(.schemaAltered, "there are two of the \($0)") }
    }

    private static func soundObjects() throws -> [String: String] {
        try DatabaseQueue().write { fresh in
            try fresh.execute(sql: V2.sql)
            try DerivedTables.make(in: fresh)
            try PendingErasure.mark(fresh)
            return try objects(fresh)
        }
    }

    /// The CHECK constraints of every table, as they should be. SQLite itself lets go of them on a connection that
    /// cannot write, also for its own integrity check.
    private static func constraints(_ db: Database) throws -> [Fault] {
        var faults: [Fault] = []
        for (name, sql) in try soundObjects().sorted(by: { $0.key < $1.key })
        where name.hasPrefix("table ") {
            let table = String(name.dropFirst("table ".count))
            guard try db.tableExists(table) else { continue }
            for condition in TableDefinition(sql).checks {
                let count =
                    try Int.fetchOne(
                        db, sql: "SELECT count(*) FROM \(table) WHERE NOT (\(condition))") ?? 0
                guard count > 0 else { continue }
                let rows = count == 1 ? "a row" : "\(count) rows"
                faults.append(
                    Fault(
                        .constraintBroken, "\(rows) of \(table) broke the constraint \(condition)"))
            }
        }
        return faults
    }

    private static func isOfLaterForm(_ db: Database) throws -> Bool {
        // Where that cannot be known, the table that states it is at fault.
        guard case .later? = try? SQLiteDerived(db: db).form() else { return false }
        return true
    }

    /// Whether what is derived is of an earlier form, or not there. Nothing of it is read then.
    private static func isOfEarlierForm(_ db: Database) throws -> Bool {
        guard try SQLiteStore.size(of: db) > 0, let form = try? SQLiteDerived(db: db).form() else {
            return false
        }
        return form == .earlier
    }

    /// What earlier versions made otherwise, or this one does not make. What is in neither list may only be missing.
    private static let former = [
        "table step": StepRow.formerDefinition,
        "index step_number":
            "CREATE INDEX step_number ON step (agreement, number DESC, position) WHERE number > 0",
    ]

    /// Whether that is a table of what is derived, or an index or trigger of one: of those, not the one that states the
    /// form.
    private static func isDerived(_ name: String) -> Bool {
        let tables = DerivedTables.names.filter { $0 != "piece_head" }
        let indexes = ["piece_open", "piece_term", "piece_kind"] + PieceIndexes.all.keys
        return tables.contains { name == "table \($0)" || name == "index sqlite_autoindex_\($0)_1" }
            || indexes.contains { name == "index \($0)" }
            || DerivedTriggers.all.keys.contains { name == "trigger \($0)" }
    }

    private static func objects(_ db: Database) throws -> [String: String] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema")
        return Dictionary(
            try rows.map {
                (try $0.decode(String.self, atIndex: 0), try $0.decode(String.self, atIndex: 1))
            }
        ) { first, _ in first }
    }

    private static func references(_ db: Database) throws -> [Fault] {
        try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            let row = "\(row["table"] ?? "a row") \(row["rowid"].map { "\($0)" } ?? "")"
            return Fault(.rowStray, "\(row) refers to nothing")
        }
    }

    private static func book(_ db: Database) throws -> [Fault] {
        let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM book") ?? 0
        var faults =
            count == 1 ? [] : [Fault(.rowStray, "there are \(count) rows of the book itself")]
        let own = "SELECT count(*) FROM book WHERE id = 1 AND created = 0"
        if count == 1, try Int.fetchOne(db, sql: own) != 1 {
            faults.append(Fault(.columnAltered, "the row of the book itself is not as it was made"))
        }
        // The audit goes on with the name that the entries have.
        if count > 0, (try? SQLiteStore.ownName(db)).flatMap(\.self) == nil {
            faults.append(Fault(.columnAltered, "origin of the row of the book itself is no text"))
        }
        // Who makes the tables of today makes the book one of today's format.
        let isOfToday = (try? SQLiteDerived(db: db).currentReach()) != nil
        let numbers = [
            ("application_id", SQLiteStore.applicationID...SQLiteStore.applicationID),
            (
                "user_version",
                isOfToday
                    ? SQLiteStore.formatVersion...SQLiteStore.formatVersion : SQLiteStore.formats
            ),
        ]
        for (pragma, wanted) in numbers {
            let found = try Int.fetchOne(db, sql: "PRAGMA \(pragma)") ?? 0
            if !wanted.contains(found) {
                faults.append(
                    Fault(.schemaAltered, "\(pragma) is \(found), not \(wanted.upperBound)"))
            }
        }
        return faults
    }

    private static func heads(_ db: Database) throws -> [Fault] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT coalesce(agreement.id, counted.agreement), agreement.version,
                    counted.events
                FROM agreement FULL JOIN
                    (SELECT agreement, count(*) AS events FROM event GROUP BY agreement) AS counted
                    ON counted.agreement = agreement.id
                WHERE agreement.version IS NOT counted.events
                """)
        return try rows.map { row in
            let version = try row.optionalNumber(at: 1).map(String.init) ?? "nothing"
            let events = try row.optionalNumber(at: 2) ?? 0
            return Fault(
                .headAltered,
                "\(try row.text(at: 0)) is at \(version), with \(events) events"
            )
        }
    }

    private static func strays(_ db: Database) throws -> [Fault] {
        let questions = [
            (
                "payload",
                "SELECT position FROM payload WHERE position NOT IN (SELECT position FROM event)"
            ),
            (
                "remains",
                "SELECT position FROM remains WHERE position NOT IN (SELECT position FROM event)"
            ),
            (
                "recording",
                """
                SELECT first_position FROM recording WHERE NOT EXISTS (
                    SELECT 1 FROM event
                    WHERE position = first_position AND event.recording = recording.key)
                """
            ),
            ("event", "SELECT position FROM event WHERE position < 1"),
        ]
        return try questions.flatMap { table, sql in
            try Int.fetchAll(db, sql: sql).map {
                Fault(
                    .rowStray, at: Position($0), "a row of \(table) belongs to no event of the book"
                )
            }
        }
    }

    /// No row was taken from the end, and no number is left out.
    private static func sequences(_ db: Database) throws -> [Fault] {
        let tables = [("event", "position"), ("checkpoint", "id"), ("cosignature", "id")]
        return try tables.flatMap { table, key in
            let last = try LastNumber(of: table, by: key, in: db)
            let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
            var faults: [Fault] = []
            if last.given != last.found {
                faults.append(
                    Fault(
                        .headAltered,
                        "the last \(key) of \(table) ever given is \(last.given), the last there is "
                            + "\(last.found)"))
            }
            // Of events, the audit names each position that is missing.
            if count != last.found, table != "event" {
                faults.append(
                    Fault(
                        .rowStray,
                        "\(table) has \(count) rows, and the last is number \(last.found)"))
            }
            // Dense from 1 on: with as many as the last number says, the first is 1.
            let first = try Int.fetchOne(db, sql: "SELECT min(\(key)) FROM \(table)") ?? 1
            if first != 1, table != "event" {
                faults.append(Fault(.rowStray, "the first row of \(table) is number \(first)"))
            }
            return faults
        }
    }

    private static func subtrees(_ db: Database) throws -> [Fault] {
        var faults: [Fault] = []
        var below = try SQLiteStore.size(of: db)
        var level = 1
        while true {
            let expected = below / MerkleTree.width
            // Those that are there: of an altered book, the number that should be may have no end.
            let numbers = try Int.fetchAll(
                db, sql: "SELECT number FROM subtree WHERE level = ? ORDER BY number",
                arguments: [level])
            faults += gaps(in: numbers, of: expected, at: level)
            if expected == 0 { return faults + (try strangers(from: level + 1, in: db)) }
            for number in numbers where (0..<expected).contains(number) {
                faults += try subtree(level, number, in: db)
            }
            below = expected
            level += 1
        }
    }

    /// Where the numbers of a level are not one after the other from 0.
    ///
    /// - Parameter numbers: those that are there, in order.
    private static func gaps(in numbers: [Int], of expected: Int, at level: Int) -> [Fault] {
        var faults: [Fault] = []
        func fault(_ detail: String) { faults.append(Fault(.subtreeAltered, detail)) }
        var next = 0
        for number in numbers {
            if number > next, next < expected {
                let last = min(number, expected) - 1
                fault(
                    next == last
                        ? "row \(next) of level \(level) is missing"
                        : "rows \(next) to \(last) of level \(level) are missing")
            }
            if !(0..<expected).contains(number) {
                fault("row \(number) of level \(level) is not one of the tree's")
            }
            next = max(next, number == .max ? number : number + 1)
        }
        if next < expected { fault("the rows of level \(level) from \(next) on are missing") }
        return faults
    }

    private static func subtree(_ level: Int, _ number: Int, in db: Database) throws -> [Fault] {
        let tree = Tree(db: db)
        let first = number * MerkleTree.width
        let position = Position((number + 1) << (8 * level))
        guard
            let below = try? tree.hashes(level: level - 1, first..<first + MerkleTree.width),
            let kept = try? tree.hashes(level: level, number..<number + 1)
        else {
            return [
                Fault(.subtreeAltered, at: position, "row \(number) of level \(level) is missing")
            ]
        }
        return kept == [MerkleTree.subtree(of: below)]
            ? []
            : [
                Fault(
                    .subtreeAltered, at: position,
                    "row \(number) of level \(level) is not the hash of what it covers")
            ]
    }

    /// Rows of no level of the tree.
    ///
    /// - Parameter level: the first level that has none.
    private static func strangers(from level: Int, in db: Database) throws -> [Fault] {
        let count =
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM subtree WHERE NOT (level > 0 AND level < ?)",
                arguments: [level]) ?? 0
        return count == 0
            ? [] : [Fault(.subtreeAltered, "\(count) rows of the tree are of none of its levels")]
    }

    /// What a checkpoint is looked up by is what its note says.
    private static func checkpoints(_ db: Database) throws -> [Fault] {
        let rows = try Row.fetchCursor(db, sql: "SELECT id, size, root, note FROM checkpoint")
        var faults: [Fault] = []
        while let row = try rows.next() {
            let id = try row.number(at: 0)
            // A note that cannot be read is a fault of its own, and reported by the audit of signatures.
            guard let note = try row.bytes(at: 3),
                let checkpoint = try? SignedCheckpoint(parsing: note).checkpoint
            else { continue }
            let size = try row.number(at: 1)
            let position = Position(checkpoint.size)
            if size != checkpoint.size {
                faults.append(
                    Fault(
                        .columnAltered, at: position,
                        "checkpoint.size is \(size) in row \(id), where its note says "
                            + "\(checkpoint.size)"))
            }
            if try row.bytes(at: 2) != checkpoint.root.bytes {
                faults.append(
                    Fault(
                        .columnAltered, at: position,
                        "checkpoint.root of row \(id) is not the root that its note says"))
            }
        }
        return faults
    }
}
