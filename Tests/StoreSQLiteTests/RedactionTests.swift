import Amendments
import Audit
import EventStore
import Foundation
import GRDB
import Ledger
import StoreSQLite
import Terms
import Testing

/// A redaction takes a payload out for good, and everything that was proved stays proved.
struct RedactionTests {
    @Test func `the text is in no file of the book any more`() async throws {
        let fixture = try await TrustFixture()
        for name in try fixture.scratch.files {
            let path = fixture.scratch.folder.appendingPathComponent(name)
            let bytes = try Data(contentsOf: path)
            #expect(bytes.range(of: Data(TrustFixture.secret.utf8)) == nil, "\(name)")
        }
    }

    @Test func `the event reads without its value, from every vantage`() async throws {
        let fixture = try await TrustFixture()
        let events = try await fixture.store.events(after: Position(4), limit: 1)
        #expect(events.first?.event.kind == .partyAdmitted)
        let admitted = try #require(events.first?.event.payload as? PartyAdmitted)
        #expect(admitted.party == "c")
        #expect(admitted.name == "redacted by order#1")
        let stored = try await fixture.store.stored(at: Position(5))
        guard case .redacted(let remains)? = stored?.payload else {
            Issue.record("\(String(describing: stored))")
            return
        }
        #expect(remains.redactedBy == Position(6))
    }

    @Test
    func `what is left is still known by its key, and no one learns that another text is there`()
        async throws
    {
        let fixture = try await TrustFixture()
        var person = notice("secret")
        person.events = [Event(PartyAdmitted(party: "c", name: TrustFixture.secret))]
        for text in [TrustFixture.secret, "another"] {
            person.events = [Event(PartyAdmitted(party: "c", name: text))]
            await #expect(throws: DeedbookError.keyRedacted("secret#1", recordedAt: Position(5))) {
                try await fixture.store.append(person, by: "me", expecting: [:])
            }
        }
        person.events = [Event(PartyAdmitted(party: "c", name: "redacted by order#1"))]
        let receipt = try await fixture.store.append(person, by: "me", expecting: [:])
        #expect(receipt.isRepeated && receipt.first == Position(5))
        person.disclosed = "2025-02-02"
        await #expect(throws: DeedbookError.keyReused("secret", recordedAt: Position(5))) {
            try await fixture.store.append(person, by: "me", expecting: [:])
        }
    }

    @Test func `a second redaction of the same event leaves the book whole`() async throws {
        let fixture = try await TrustFixture()
        var again = notice("order-2")
        again.events = [
            Event(
                PayloadRedacted(
                    event: EventReference(recording: "secret", ordinal: 1), authority: "another"))
        ]
        _ = try await fixture.store.append(again, by: "me", expecting: [:])
        let faults = try await fixture.audit().faults
        #expect(faults.isEmpty, "\(faults)")
    }

    @Test func `what is not in an earlier recording cannot be redacted, and nothing is written`()
        async throws
    {
        let fixture = try await TrustFixture()
        for (key, ordinal) in [("nowhere", 1), ("one", 3), ("wrong", 1)] {
            let target = EventReference(recording: RecordingKey(key) ?? "x", ordinal: ordinal)
            var order = notice("wrong")
            order.events.append(Event(PayloadRedacted(event: target, authority: "absent")))
            await #expect(
                throws: DeedbookError.redactsNothing(
                    target, by: EventReference(recording: "wrong", ordinal: 3))
            ) {
                try await fixture.store.append(order, by: "me", expecting: [:])
            }
        }
        #expect(try await fixture.store.head() == Position(8))
    }
}
