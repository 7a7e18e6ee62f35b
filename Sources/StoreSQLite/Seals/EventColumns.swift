import EventStore
import GRDB
import Ledger
import Terms

/// The columns of events by which rows are chosen without being read: what is left out by them was not checked
/// against its entry. Those of one agreement are sealed together.
struct EventColumns {
    let agreement: AgreementID
    let db: Database
    let key: SealKey

    init(of agreement: AgreementID, in db: Database, under key: SealKey) {
        self.agreement = agreement
        self.db = db
        self.key = key
    }

    var scope: SealScope { SealScope("events", agreement.text) }

    package static let question = """
        SELECT position, recording, kind, disclosed_latest FROM event
        WHERE agreement = ? AND version > ?
        """

    /// The seals of the agreement's events after a version, added up.
    func sum(after version: Int = 0) throws -> Int {
        var sum = 0
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: Self.question), arguments: [agreement.text, version])
        while let row = try rows.next() {
            var content = SealedContent(of: "event")
            content.add(try row.number(at: 0))
            content.add(try row.text(at: 1))
            content.add(try row.text(at: 2))
            content.add(try row.number(at: 3))
            sum &+= key.seal(content)
        }
        return sum
    }

    /// Whether they were sealed: not of an agreement whose events cannot be read.
    func areSealed() throws -> Bool {
        try !SealTable(in: db, under: key).sums(of: scope...scope).isEmpty
    }

    /// Throws where they are not as they were sealed.
    func check() throws {
        guard try areSealed() else { return }
        try SealTable(in: db, under: key).check(
            sum(), of: scope,
            "table event: recording, kind or disclosed_latest of events of \(agreement)")
    }
}

/// The rows of agreements, of which one may be gone without any other row telling.
enum SealedAgreement {
    static func scope(of agreement: AgreementID) -> SealScope {
        SealScope("agreement", agreement.text)
    }

    static func seal(of agreement: AgreementID, at version: Int, under key: SealKey) -> Int {
        var content = SealedContent(of: "agreement")
        content.add(agreement.text)
        content.add(version)
        return key.seal(content)
    }

    /// Throws where agreements that follow one another by their ids are not all that there are between them.
    ///
    /// - Parameters:
    ///   - before: the id after which they begin; nil for the first of all.
    ///   - isAll: whether there should be none after them.
    static func check(
        _ heads: [AgreementHead], after before: AgreementID?, isAll: Bool, in db: Database
    ) throws {
        let key = try SealKey(in: db)
        let all = SealScope("agreement").all
        let last = heads.last.map { scope(of: $0.id) }
        let first = before.map { scope(of: $0) } ?? all.lowerBound
        let range = first...(isAll ? all.upperBound : last ?? first)
        let sealed = try SealTable(in: db, under: key).sums(of: range)
            .filter { $0.scope != first }
        guard
            sealed.elementsEqual(
                heads,
                by: {
                    $0.scope == scope(of: $1.id)
                        && $0.sum == seal(of: $1.id, at: $1.version, under: key)
                })
        else {
            let listed = Set(heads.map { scope(of: $0.id) })
            let gone = sealed.first { !listed.contains($0.scope) }?.scope.parts.last
            throw SealTable.notAsWritten(
                "table agreement: "
                    + (gone.map { "the row of '\($0)' is not there" }
                        ?? "a row or its version is not as it was written"))
        }
    }
}
