import Amendments
import Audit
import EventStore
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Terms
import Transparency

/// A small book with everything in it that an attacker may want to change.
///
/// | Positions | Recording |
/// |---|---|
/// | 1, 2 | `one` |
/// | 3, 4 | `two`, signed by its recorder |
/// | 5 | `secret`: a party whose name is to go |
/// | 6 | `order`: redacts 5 |
/// | 7, 8 | `three` |
///
/// Checkpoints are signed at 4 and 8, and the second is cosigned.
struct TrustFixture {
    static let secret = "Hannelore Musterfrau"

    let scratch: Scratch
    let store: SQLiteStore
    let keeper: SigningKey
    let recorder: SigningKey
    let witness: SigningKey

    init(filler: Int = 0) async throws {
        scratch = try Scratch()
        store = try scratch.open()
        keeper = try SigningKey(name: store.origin, seed: Array(repeating: 1, count: 32))
        recorder = try SigningKey(name: "clerk", seed: Array(repeating: 2, count: 32))
        witness = try SigningKey(
            name: "witness.example", algorithm: .cosignatureV1,
            seed: Array(repeating: 3, count: 32))
        try await fill(filler)
    }

    private func fill(_ filler: Int) async throws {
        _ = try await store.append(notice("one"), by: "me", expecting: [:])
        let two = notice("two")
        _ = try await store.append(
            two, by: "clerk", expecting: [:], sealed: try RecorderSeal(two, with: recorder))
        _ = try await Keeper(store).sign(with: [keeper])
        var person = notice("secret")
        person.events = [Event(PartyAdmitted(party: "c", name: Self.secret))]
        _ = try await store.append(person, by: "me", expecting: [:])
        var order = notice("order")
        order.events = [
            Event(
                PayloadRedacted(
                    event: EventReference(recording: "secret", ordinal: 1), authority: "an order"))
        ]
        _ = try await store.append(order, by: "me", expecting: [:])
        var three = notice("three")
        for number in 0..<filler {
            three.events.append(
                Event(PartyAdmitted(party: PartyID("p\(number)") ?? "p", name: "P \(number)")))
        }
        _ = try await store.append(three, by: "me", expecting: [:])
        var signed = try await Keeper(store).sign(with: [keeper])
        signed.add(try witness.cosign(signed.note.text, at: 1_767_225_600))
        try await store.keep(signed)
    }

    /// What an auditor has who knows the keeper's key, and a witness.
    func grounds(saved: SignedCheckpoint? = nil) throws -> AuditGrounds {
        AuditGrounds(
            policy: try TrustPolicy(
                parsing: """
                    log \(keeper.verifier)
                    witness w \(witness.verifier)
                    quorum w
                    """), saved: saved)
    }

    /// Audits the file as it is now, through a store of its own.
    func audit(
        saved: SignedCheckpoint? = nil, from trusted: SignedCheckpoint? = nil
    ) async throws -> AuditReport {
        var grounds = try grounds(saved: saved)
        grounds.trusted = trusted
        return try await Auditor(scratch.open(.audit), grounds: grounds, page: 3).audit()
    }

    /// The file as an attacker has it: without the triggers, where they are in the way.
    func attack(_ body: (Database) throws -> Void) throws {
        let raw = try scratch.raw(checksForeignKeys: false)
        try raw.write { db in
            let triggers = try Row.fetchAll(
                db, sql: "SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'trigger'")
            for trigger in triggers {
                try db.execute(sql: "DROP TRIGGER \(trigger["name"] as String)")
            }
            try body(db)
            let views = try String.fetchSet(
                db, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'")
            for trigger in triggers where !views.contains(trigger["tbl_name"]) {
                try db.execute(sql: trigger["sql"])
            }
        }
        try raw.close()
    }
}
