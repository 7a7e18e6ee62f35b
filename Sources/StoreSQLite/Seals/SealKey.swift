import GRDB
import Transparency

/// What the seals of one book are computed with: SipHash-2-4 under a key that is made of the book's origin.
///
/// The key is no secret from one who has the book. Seals show a row that was altered, added or taken out by another
/// program; who computes the seals again as well is found by an audit, which derives the rows from the events.
struct SealKey {
    private let hash: SipHash

    init(origin: String) {
        let digest = TreeHash.sha256(Array("deedbook/seal/1\n\(origin)".utf8))
        hash = SipHash(key: Array(digest.bytes.prefix(16)))
    }

    /// The key of the book that is open.
    init(in db: Database) throws {
        self.init(origin: try String.fetchOne(Query.origin.statement(in: db)) ?? "")
    }

    /// As an audit has it, which finds apart that the book has another name now: from what its entries say.
    init(ofEntriesIn db: Database) throws {
        self.init(origin: try SQLiteStore.originOfEntries(db))
    }

    func seal(_ content: SealedContent) -> Int { Int(bitPattern: UInt(hash(content.bytes))) }
}

/// What a seal is computed over: values one after the other, each so written that no two lists of them read alike.
struct SealedContent: Hashable {
    fileprivate var bytes: [UInt8] = []

    /// - Parameter table: whose row it is.
    init(of table: String) {
        bytes.reserveCapacity(200)
        add(table)
    }

    mutating func add(_ text: String) {
        add(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ text: String?) {
        bytes.append(text == nil ? 0 : 1)
        if let text { add(text) }
    }

    mutating func add(_ number: Int?) {
        bytes.append(number == nil ? 0 : 1)
        if let number { add(number) }
    }
}
